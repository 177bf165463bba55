"""What a sentence says of a position: accepted, noted, in part; and what it remarks beside."""

import re

from graph.records import Position

_VERB = r"(?:accept|support|agree|commit|endorse|enjoy|approve)\w*"
_NOT = re.compile(
    # "cannot, at this point in time, make a definitive statement"; "does not currently accept"
    rf"\b(?:cannot|can ?not|could not|does not|do not|did not|unable|not (?:\w+ ){{0,2}}?(?:able|in a position))\b"
    rf"(?:(?!\band\b|\bbut\b)[^.;]){{0,60}}?\b(?:{_VERB}|statement|position)\b"
    # "are not yet supported", "not acceptable"
    rf"|\bnot (?:\w+ ){{0,2}}?{_VERB}"
    r"|\breject(?:s|ed)?\b|\brefuse[sd]?\b",
    re.I,
)
_YES = re.compile(
    r"\b(?:accepts?|accepted|acceptable|agrees?|agreed|endorse[sd]?|welcomes?|supports|supported|enjoy(?:s|ed)?)\b"
    r"|\b(?:can|we|could|fully|also|to|and) support\b|\bin agreement with\b",
    re.I,
)
_PARTLY = re.compile(
    rf"\b(?:partial(?:ly)?|partly|in part)\s+(?:\w+\s+){{0,2}}?{_VERB}"
    rf"|\b{_VERB}\s+(?:\w+\s+){{0,2}}?(?:partial(?:ly)?|partly|in part)\b",
    re.I,
)
_NOTED = re.compile(r"\b(?:notes|noted|takes? note|taken note)\b", re.I)
_REMARK = re.compile(
    r"\b(?:already (?:been )?implemented|implemented|in (?:the )?process of (?:implementation|being implemented)|"
    r"already ongoing|ongoing|already (?:acted|started))\b",
    re.I,
)


def position(text: str) -> Position | None:
    """The position that a statement takes; None if it takes none. Only sentences about recommendations count.

    A refusal beside an acceptance is a position in part: "accepts …; however, it cannot accept the second half".
    """
    told = _told(text)
    rest = _NOT.sub(" ", told)
    refused, accepted = rest != told, bool(_YES.search(rest))
    if _PARTLY.search(rest) or (refused and accepted):
        return Position.PARTLY_SUPPORTED
    if refused:
        return Position.NOTED
    if accepted:
        return Position.SUPPORTED
    return Position.NOTED if _NOTED.search(told) else None


def _told(text: str) -> str:
    """The first sentence, and those that speak of a recommendation or a statement on one."""
    first, *rest = re.split(r"(?<=[.;])\s+", text)
    return " ".join([first, *(one for one in rest if re.search(r"\brecommendations?\b|\bstatement\b", one, re.I))])


def remark(text: str) -> str:
    """The words that say an ask is implemented already or on its way; empty if none do."""
    found = _REMARK.search(text)
    return found[0] if found else ""
