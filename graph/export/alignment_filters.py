"""What an alignment export is narrowed to: one framework, one agency, one theme, links of some worth only."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from graph.export.unwritable import Unwritable

Grade = Literal["confirmed", "stated", "proposed"]
"""How a link is known: a person decided it, a document states it, or a computation proposes it."""
BasisFilter = Literal["all", "stated", "confirmed"]

GRADES: Final = get_args(Grade)
"""The surest first."""
COMPUTED: Final = ("similarity", "sharedCodes")
"""Bases of links that a computation made."""

_KEPT: Final[dict[str, tuple[Grade, ...]]] = {
    "all": ("confirmed", "stated", "proposed"),
    "stated": ("confirmed", "stated"),
    "confirmed": ("confirmed",),
}
_TOLD: Final = {
    "all": "all: confirmed, stated and proposed links",
    "stated": "stated: links that a document states or a person confirmed",
    "confirmed": "confirmed: links that a person confirmed or added",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """All optional. `least` is the least score of a link, 0 to 1. Raises Unwritable for an impossible value."""

    framework: str = ""
    agency: str = ""
    theme: str = ""
    least: float = 0.0
    basis: str = "all"

    def __post_init__(self) -> None:
        if not 0 <= self.least <= 1:
            raise Unwritable(f"the least score of a link is between 0 and 1, not {self.least}")
        if self.basis not in _KEPT:
            raise Unwritable(f"no basis {self.basis!r}; there are: {', '.join(_KEPT)}")

    def keeps(self, grade: Grade, score: float) -> bool:
        """Whether a link of this worth is shown."""
        return grade in _KEPT[self.basis] and score >= self.least

    def told(self) -> list[tuple[str, str]]:
        """Each filter with its value, in words."""
        return [
            ("Framework", self.framework or "all"),
            ("Agency", self.agency or "all"),
            ("Theme", self.theme or "all"),
            ("Least score of a link", f"{self.least:g}" if self.least else "none"),
            ("Basis of links", _TOLD[self.basis]),
        ]


def grade(basis: str, status: str) -> Grade:
    """From the local names of a link's basis and status."""
    if basis == "person" or status == "confirmed":
        return "confirmed"
    return "proposed" if basis in COMPUTED else "stated"
