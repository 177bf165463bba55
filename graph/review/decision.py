"""One decision on one link: who, when, what, why."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from graph.records import Relation
from graph.terms import rg, slug

COLUMNS: Final = ("day", "who", "decision", "subject", "relation", "object", "why")
STATUS: Final = {"confirm": "confirmed", "add": "confirmed", "reject": "rejected", "reopen": "proposed"}
"""What each decision makes of a link; the latest line on a link counts."""
PAST: Final = {"confirm": "confirmed", "add": "added", "reject": "rejected", "reopen": "reopened"}
"""Each decision in a sentence."""
SYMMETRIC: Final = frozenset((Relation.REINFORCES, Relation.SAME_ASK))
"""Relations that say the same in either direction: one link, however a person wrote it down."""

LinkKey = tuple[str, str, str]
"""Subject, predicate and object of a link, as IRIs; the ends of a symmetric one in order."""


def link_key(subject: str, predicate: str, object_: str) -> LinkKey:
    """What makes two mentions of a link one link."""
    if predicate in _SYMMETRIC and object_ < subject:
        return object_, predicate, subject
    return subject, predicate, object_


_SYMMETRIC = frozenset(rg(relation.value) for relation in SYMMETRIC)


@dataclass(frozen=True, slots=True)
class Decision:
    """One line: who decided what on which link, when and why. Subject and object are IRIs.

    `place` is where it stands in its file (`row 7`).
    """

    day: date
    who: str
    decision: str
    subject: str
    relation: Relation
    object: str
    why: str
    place: str = ""

    @property
    def status(self) -> str:
        return STATUS[self.decision]

    @property
    def person(self) -> str:
        """Who decided, however the name is spelt: `A. Person` and `a person` are one."""
        return slug(self.who)

    @property
    def link(self) -> LinkKey:
        return link_key(self.subject, rg(self.relation.value), self.object)

    @property
    def said(self) -> tuple[str, ...]:
        """All that the line says, wherever it stands: equal for equal lines of two files."""
        return (
            self.day.isoformat(),
            self.who,
            self.decision,
            self.subject,
            self.relation.value,
            self.object,
            self.why,
        )
