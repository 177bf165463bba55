"""What the index holds of a thing: what it is, whom it concerns, when, and every wording of it."""

from dataclasses import dataclass
from typing import Final

KINDS: Final = (
    *("State", "Document", "Mechanism", "Treaty", "Framework", "Result", "Project", "Plan", "Action", "Organisation"),
    *("Engagement", "Group", "Submission", "Passage", "Recommendation", "Observation", "Pledge", "Statement"),
)
"""In the order in which things are listed where nothing else orders them; of several, the last tells most."""

FAMILIES: Final = ("upr", "treatyBodies", "specialProcedures")
POSITIONS: Final = ("supported", "partlySupported", "noted", "pending", "none")
"""Positions on recommendations; `none` where no source states one."""

FIELDS: Final = ("title", "name", "text", "summary", "wording", "heading", "description", "symbol", "paragraph")
"""Where words may stand, each a column of the index; `name` is what a thing is also called, codes included."""

WEIGHTS: Final = (10.0, 5.0, 3.0, 2.5, 2.0, 1.5, 1.0, 5.0, 8.0)
"""What a word counts in each field: a title tells more than a description, a paragraph's own number most."""


@dataclass(frozen=True, slots=True)
class Said:
    """One wording: in which field, in which language (as tagged, or empty), and whose file says so."""

    field: str
    language: str
    text: str
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the search counts and narrows by. States are ISO 3166 alpha-3; families and position are local names."""

    kind: str
    states: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    position: str = ""

    @property
    def order(self) -> tuple[int, tuple[str, ...], tuple[str, ...], str]:
        return KINDS.index(self.kind), self.states, self.families, self.position


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing; `years` are the first and the last in which it happened, or nothing."""

    iri: str
    profile: Profile
    name: str
    mechanism: str = ""
    years: tuple[int, int] | None = None
    said: tuple[Said, ...] = ()

    def first(self, field: str) -> str:
        """The first wording in a field, or an empty string."""
        return next((one.text for one in self.said if one.field == field), "")
