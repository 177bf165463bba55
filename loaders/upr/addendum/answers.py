"""What a sentence says of a position: accepted, noted, in part; and what it remarks beside."""

import re

from graph.records import Position

_PARTLY = re.compile(r"\b(?:partial(?:ly)?|in part|partly)\b", re.I)
_NOT = re.compile(
    r"\b(?:cannot|can not|does not|do not|did not|is not in a position|not able|unable|not in a position|rejects?|"
    r"not (?:accept|support|agree|enjoy)\w*)\b[^.;]{0,60}?"
    r"\b(?:accept|support|agree|statement|commit|position|endorse)\w*"
    r"|\brejects?\b|\bdo(?:es)? not enjoy\b",
    re.I,
)
_NOTED = re.compile(r"\b(?:notes|noted|takes note|take note|taken note)\b", re.I)
_YES = re.compile(r"\b(?:accept\w*|support\w*|agrees?|agreed|endorse[sd]?|welcomes?|enjoys?)\b", re.I)
_REMARK = re.compile(
    r"\b(?:already (?:been )?implemented|implemented|in (?:the )?process of (?:implementation|being implemented)|"
    r"already ongoing|ongoing|already (?:acted|started))\b",
    re.I,
)


def position(text: str) -> Position | None:
    """The position that a statement takes; None if it takes none. Only sentences about recommendations count."""
    text = _told(text)
    refused = _NOT.search(text)
    rest = _NOT.sub(" ", text)
    accepted = _YES.search(rest)
    if _PARTLY.search(text) or (refused and accepted):
        return Position.PARTLY_SUPPORTED
    if refused:
        return Position.NOTED
    if accepted:
        return Position.SUPPORTED
    return Position.NOTED if _NOTED.search(text) else None


def _told(text: str) -> str:
    """The first sentence, and those that speak of a recommendation or a statement on one."""
    first, *rest = re.split(r"(?<=[.;])\s+", text)
    return " ".join([first, *(one for one in rest if re.search(r"\brecommendations?\b|\bstatement\b", one, re.I))])


def remark(text: str) -> str:
    """The words that say an ask is implemented already or on its way; empty if none do."""
    found = _REMARK.search(text)
    return found[0] if found else ""
