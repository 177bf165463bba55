"""One change between two builds, and the sentence that tells it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What changed, in the order in which people ask."""

    FILE = "file"
    DOCUMENT = "document"
    TEXT = "text"
    POSITION = "position"
    PROGRAMME = "programme"
    LINK = "link"
    GROUP = "group"
    DECISION = "decision"
    OTHER = "other record"


class What(StrEnum):
    CAME = "came"
    GONE = "gone"
    CHANGED = "changed"
    MERGED = "merged"


WORDS: Final = {What.CAME: "new", What.GONE: "gone", What.CHANGED: "changed", What.MERGED: "merged"}
COLUMNS: Final = ("state", "kind", "what", "about", "detail", "before", "after", "why", "thing")


@dataclass(frozen=True, slots=True)
class Change:
    """`state` is alpha-3, empty for what concerns no one State; `detail` the relation, the property or the class;
    `thing` the identifier, empty for files and counts; `before`, `after` and `why` are words, empty for none.
    """

    state: str
    kind: Kind
    what: What
    about: str
    detail: str = ""
    before: str = ""
    after: str = ""
    why: str = ""
    thing: str = ""

    @property
    def row(self) -> tuple[str, ...]:
        """In the order of COLUMNS."""
        return tuple(str(getattr(self, name)) for name in COLUMNS)


def sentence(change: Change) -> str:
    """`A/HRC/12/11, para. 99.79: noted → supported, says A/HRC/12/11/Add.1, para. 7`."""
    detail = f" ({change.detail})" if change.detail else ""
    told = f"{change.about}{detail}: {_happened(change)}"
    return f"{told}, {change.why}" if change.why else told


def _happened(change: Change) -> str:
    if change.before and change.after:
        return f"{change.before} → {change.after}"
    if change.what is What.CHANGED and (change.before or change.after):
        return f"{change.before or 'nothing'} → {change.after or 'nothing'}"
    word = WORDS[change.what]
    told = change.after or change.before
    return f"{word}, {told}" if told else word
