"""What an alignment is narrowed to, in an address that stays the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from graph.export.alignment_filters import GRADES, Grade
from webui.state.names import TITLES, concept_name, mechanisms

NAMES: Final = {
    "framework": "Framework",
    "agency": "Agency",
    "sdg": "Goal (SDG)",
    "persons": "Persons left behind",
    "theme": "Theme",
    "position": "Position",
    "mechanism": "Mechanism",
    "basis": "Links",
    "least": "Least score",
}
"""What narrows an alignment, in the order of the address, and its name on the page."""
BASES: Final[Mapping[str, tuple[Grade, ...]]] = {
    "": GRADES,
    "stated": ("confirmed", "stated"),
    "confirmed": ("confirmed",),
}
SCORES: Final = ("0.5", "0.6", "0.7", "0.8", "0.9")
BY: Final = ("groups", "asks")
"""What the columns of the matrix are."""
_EXPORTED: Final = frozenset(("framework", "agency", "theme", "basis", "least"))
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What narrows the alignment of one State: names of NAMES and their values; `by` is one of BY."""

    iso3: str
    on: Mapping[str, str]
    by: str = "groups"

    @classmethod
    def read(cls, iso3: str, told: Mapping[str, str]) -> "Narrowed":
        """From the parameters of an address; what is not known is left out."""
        given = {name: told.get(name, "").strip()[:_LONGEST] for name in NAMES}
        if given["basis"] not in BASES:
            given["basis"] = ""
        if not _score(given["least"]):
            given["least"] = ""
        by = told.get("by", "")
        return cls(iso3, {name: value for name, value in given.items() if value}, by if by in BY else "groups")

    def keeps(self, grade: Grade, score: float) -> bool:
        """Whether a link of this worth is counted."""
        return grade in BASES[self.on.get("basis", "")] and score >= self.least

    @property
    def least(self) -> float:
        return _score(self.on.get("least", ""))

    @property
    def not_exported(self) -> list[str]:
        """Names of what is on and what the workbook cannot be narrowed to."""
        return [NAMES[name] for name in self.on if name not in _EXPORTED]

    def address(self, page: str = "", **more: str) -> str:
        """The address of a page of this alignment, narrowed alike: `page` is `links`, `workbook` …"""
        told = {**self.on, **({"by": self.by} if self.by != "groups" else {}), **more}
        query = urlencode([(name, value) for name, value in told.items() if value], safe="/")
        return f"/state/{self.iso3}/alignment" + (f"/{page}" if page else "") + (f"?{query}" if query else "")

    def without(self, name: str) -> "Narrowed":
        return Narrowed(self.iso3, {one: value for one, value in self.on.items() if one != name}, self.by)

    def switched(self, by: str) -> "Narrowed":
        return Narrowed(self.iso3, self.on, by)


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that an alignment is narrowed by; `without` is the address of the page without it."""

    name: str
    told: str
    without: str


def chips(narrowed: Narrowed, words: Mapping[str, Iterable[tuple[str, str]]]) -> list[Chip]:
    """What is on, in words; `words`: the options of each filter, each with its words."""
    return [
        Chip(NAMES[name], dict(words.get(name, ())).get(value, _word(name, value)), narrowed.without(name).address())
        for name, value in narrowed.on.items()
    ]


def _word(name: str, value: str) -> str:
    if name in ("theme", "persons"):
        return concept_name(value)
    if name == "mechanism":
        named = {one.notation: one.name for one in mechanisms().values()}
        return named.get(value) or TITLES.get(value) or value
    return value


def _score(text: str) -> float:
    """A number from 0 to 1; anything else is 0."""
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return found if 0 <= found <= 1 else 0.0
