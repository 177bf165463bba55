"""Keys: how records name things by facts, never by IRI."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class PassageKey:
    """A citable piece of a document: `("A/HRC/12/11", "99.78")`. An empty paragraph is the whole document."""

    symbol: str
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class ProjectKey:
    identifier: str


@dataclass(frozen=True, slots=True)
class ResultKey:
    """A node of a results framework: the framework's identifier (`MOZ/2022`) and the node's own."""

    framework: str
    local: str


@dataclass(frozen=True, slots=True)
class ListedKey:
    """A recommendation known only from a list without paragraph numbers, until a document gives it one."""

    state: str
    session: int
    text: str
    recommending_state: str = ""


@dataclass(frozen=True, slots=True)
class ReviewKey:
    """A recommendation by the number it has in a State's review (`115.22`, or bare `22`), its report not named."""

    state: str
    cycle: int
    number: str


@dataclass(frozen=True, slots=True)
class SubmissionKey:
    """A submission without a symbol, by the summary that lists it and the code it has there (`JS3`)."""

    summary: str
    code: str


@dataclass(frozen=True, slots=True)
class ActionKey:
    """An item of a national plan: the plan's identifier and the item's own."""

    plan: str
    local: str


Key: TypeAlias = PassageKey | ProjectKey | ResultKey | ListedKey | ReviewKey | SubmissionKey | ActionKey
