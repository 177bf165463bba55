"""The sentence above a list, or about numbers and paragraphs, that says what the State's position is."""

import re
from dataclasses import dataclass
from enum import Enum

from graph.records import Position


class Sort(Enum):
    """What a numbered paragraph of chapter II is about."""

    ASKS = "asks"
    ABOVE = "above"
    COMMENT = "comment"
    PLEDGES = "pledges"
    CLOSING = "closing"
    OTHER = "other"


_CLOSING = re.compile(r"^All (?:the )?conclusions and", re.I)
_ASKS = re.compile(r"recommend|made to|the following|listed below", re.I)
_PLEDGES = re.compile(r"\b(?:voluntary|pledges?|commitments?)\b", re.I)
_MADE_PLEDGES = re.compile(r"\b(?:made|makes?|undert\w+|commit)\b[^.]*\b(?:voluntary|pledges?|commitments?)", re.I)
_NOTED = re.compile(
    r"\b(?:did|do|does|could|can|has|have|had|is|are|was|were) ?(?:not|n.t) (?:\w+ ){0,3}?"
    r"(?:enjoy|support|accept|agree|in a position)"
    r"|\bcannot\b[^.;]{0,60}\b(?:accept|support|agree)|\breject|\bnot (?:supported|accepted|applicable)"
    r"|\bneither\b[^.]*\baccept|\benjoys? no support|\bfactually incorrect|\bunable to (?:accept|support)",
    re.I,
)
_SUPPORTED = re.compile(
    r"\benjoy(?:s|ed)?\b[^.;:]{0,40}\bsupport|\bmeets? with the support"
    r"|\b(?:accepted|supported)\b(?! by the)|\baccepts\b|\bsupports\b",
    re.I,
)
_PENDING = re.compile(
    r"\b(?:will|would|shall) (?:be )?(?:\w+ )?(?:examin|consider|respond|repl|review|stud|provid)"
    r"|\bresponses?\b[^.]{0,120}\b(?:will|would) be\b|\bresponses?\b[^.]{0,60}\bno later than"
    r"|\bin due (?:time|course)|\boutcome (?:report|to be adopted)"
    r"|\bfor (?:further )?(?:consideration|examination)\b",
    re.I,
)
_TAKES_NOTE = re.compile(r"\btakes? note\b|\b(?:has |have )?noted\b(?! in)|\bnotes the\b", re.I)
_DONE = r"(?:implemented|in (?:the )?process of(?: being)? implement\w*)"
_IN_PLACE = re.compile(
    rf"\b(?:either |currently |being |already )*{_DONE}(?:,? (?:or|and|either)[^.;:]{{0,40}}?implement\w*)?", re.I
)
_WRONG = re.compile(r"\b(?:inaccurate\b[^.:]*|factually incorrect|not applicable)", re.I)
_COMMENT = re.compile(
    r"\b(?:following|offers?|offered|made|provided)\b[^.:]{0,40}"
    r"\b(?:comments?|explanations?|clarifications?|remarks?)\b",
    re.I,
)
_ABOVE = re.compile(r"\b(?:above|those|these|the) recommendations?\b|\brecommendations?\b[^.]{0,80}\babove\b", re.I)
_BELOW = re.compile(r"\b(?:listed below|below|following recommendations?|as follows)\b|recommend[^:]*:\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says: its sort, the position (None: it says none), the State's remark, its words."""

    sort: Sort
    position: Position | None
    remark: str
    words: str


def statement(text: str) -> Statement:
    """Read the sentence of a numbered paragraph of chapter II (without the list below it)."""
    return Statement(_sort(text), position(text), remark(text), text.strip(" :"))


def position(text: str) -> Position | None:
    """The position that a lead states; None where it only says that recommendations were made."""
    if _NOTED.search(text):
        return Position.NOTED
    if _SUPPORTED.search(text):
        return Position.SUPPORTED
    if _PENDING.search(text):
        return Position.PENDING
    return Position.NOTED if _TAKES_NOTE.search(text) else None


def above(text: str) -> bool:
    """Whether a sentence speaks of recommendations that stand above it."""
    return bool(_ABOVE.search(text)) and not _BELOW.search(text)


def comments(text: str) -> bool:
    """Whether a sentence announces what the State has to say."""
    return bool(_COMMENT.search(text))


def below(text: str) -> bool:
    """Whether a sentence announces what follows it."""
    return bool(_BELOW.search(text))


def remark(text: str) -> str:
    """What a lead adds to a position: "already implemented or in the process of implementation"."""
    found = _IN_PLACE.search(text)
    if found:
        return re.sub(r"^either ", "", found[0], flags=re.I)
    found = _WRONG.search(text)
    return found[0].strip(" ,;") if found else ""


def _sort(text: str) -> Sort:
    if _CLOSING.search(text):
        return Sort.CLOSING
    if not re.search(r"recommend", text, re.I) and _PLEDGES.search(text):
        return Sort.PLEDGES
    if above(text) and position(text) is not None:
        return Sort.ABOVE
    if _COMMENT.search(text) and position(text) is None:
        return Sort.COMMENT
    if _MADE_PLEDGES.search(text):
        return Sort.PLEDGES
    return Sort.ASKS if _ASKS.search(text) else Sort.OTHER
