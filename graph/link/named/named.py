"""What a text can name, and one name in it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a name names."""

    MECHANISM = "mechanism"
    TREATY = "treaty"
    ARTICLE = "article"
    RECOMMENDATION = "recommendation"
    DOCUMENT = "document"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Named:
    """One thing that a text names: `text[start:end]` is `quote`, the words that name it."""

    kind: Kind
    iri: str
    quote: str
    start: int
    end: int
