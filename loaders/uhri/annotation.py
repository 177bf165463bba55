"""One record of the Universal Human Rights Index, as it comes: an annotation of a passage or of a part of one."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Annotation:
    """The values as exported, uncleaned; a list has one entry per value, an absent text is empty.

    `persons` are the affected persons, `published` the document's day, `recommending` the UPR's recommending States,
    `sessions` and `cycle` the UPR's, `positions` the State's under review.
    """

    identity: str
    document: str
    symbol: str
    body: str
    kind: str
    text: str
    published: str
    countries: tuple[str, ...]
    themes: tuple[str, ...]
    persons: tuple[str, ...]
    sdgs: tuple[str, ...]
    recommending: tuple[str, ...]
    positions: tuple[str, ...]
    sessions: tuple[str, ...]
    cycle: str
    place: str


IGNORED: Final = ("Regions", "UprRecommendingRegions", "PublicationDateOnUhri")
"""Left out by name: the regions follow from the States, and when UHRI entered a record says nothing of what it says."""
