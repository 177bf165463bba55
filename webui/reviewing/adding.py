"""A link that a person adds: from the thing that is looked at, in words, to another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from webui.reviewing.acting import Wanted

CHOICES: Final = {
    "reinforces": "asks for what this asks too, in another mechanism:",
    "sameAsk": "is the same ask, in the same review, as:",
    "repeats": "asks again what was asked in:",
    "repeats-back": "was asked again in:",
    "contributesTo-back": "is worked on by the programme:",
    "contributesTo": "(a programme) works on:",
    "reportsOn-back": "is reported on in:",
    "reportsOn": "reports on:",
    "cites": "cites:",
    "groupedWith": "is listed together with:",
}
"""Relation, with `-back` if the other thing is its subject → words between the two."""


@dataclass(frozen=True, slots=True)
class Added:
    """What the form holds."""

    one: str = ""
    choice: str = ""
    other: str = ""
    why: str = ""

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Self:
        return cls(*(told.get(name, "").strip()[:2000] for name in ("one", "choice", "other", "why")))

    def wanted(self) -> Wanted:
        """The decision that the form asks for; what is missing in it is refused where it is recorded."""
        relation, _, back = self.choice.partition("-")
        subject, object_ = (self.other, self.one) if back else (self.one, self.other)
        return Wanted("add", subject, relation, object_, self.why, 0)
