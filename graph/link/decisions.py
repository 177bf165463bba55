"""What people decided on links: an append-only file of their own that survives every rebuild and always wins."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.clean import Unclear, day
from graph.records import Relation
from graph.source import Finding
from graph.terms import BASE, rg

COLUMNS = ("day", "who", "decision", "subject", "relation", "object", "why")
STATUS = {"confirm": "confirmed", "add": "confirmed", "reject": "rejected", "reopen": "proposed"}
"""What each decision makes of a link; the latest line on a link counts."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line: who decided what on which link, when and why. Subject and object are IRIs."""

    day: date
    who: str
    decision: str
    subject: str
    relation: Relation
    object: str
    why: str

    @property
    def status(self) -> str:
        return STATUS[self.decision]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions in force: link (subject, predicate, object IRIs) → the last decision on it."""

    by_link: dict[tuple[str, str, str], Decision]
    findings: tuple[Finding, ...] = ()

    @classmethod
    def read(cls, path: Path) -> "Decisions":
        """Read `decisions.csv`; a line that cannot be read is a finding and decides nothing."""
        if not path.is_file():
            return cls({})
        by_link: dict[tuple[str, str, str], Decision] = {}
        findings: list[Finding] = []
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for number, row in enumerate(csv.DictReader(stream), start=2):
                try:
                    decision = _decision(row)
                except (KeyError, ValueError, Unclear) as fault:
                    findings.append(Finding(path.name, f"row {number}", f"not a decision: {fault}"))
                    continue
                key = (decision.subject, rg(decision.relation.value), decision.object)
                by_link[key] = decision
        return cls(by_link, tuple(findings))

    def on(self, subject: str, predicate: str, object_: str) -> Decision | None:
        """The decision on a link, in whichever direction a person wrote it down."""
        return self.by_link.get((subject, predicate, object_)) or self.by_link.get((object_, predicate, subject))

    def added(self) -> Iterator[Decision]:
        """Links that people added of their own."""
        return (decision for decision in self.by_link.values() if decision.decision == "add")


def _decision(row: dict[str, str]) -> Decision:
    if not row["who"].strip() or not row["why"].strip():
        raise Unclear("a decision needs a name (who) and a reason (why)")
    if row["decision"].strip() not in STATUS:
        raise Unclear(f"decision {row['decision']!r} is none of {', '.join(STATUS)}")
    return Decision(
        day=day(row["day"]),
        who=row["who"].strip(),
        decision=row["decision"].strip(),
        subject=_iri(row["subject"]),
        relation=Relation(row["relation"].strip().removeprefix("rg:")),
        object=_iri(row["object"]),
        why=row["why"].strip(),
    )


def _iri(name: str) -> str:
    """An IRI as it stands, or its part below the base: `document/A/HRC/12/11/para/99.78`."""
    given = name.strip()
    if not given:
        raise Unclear("a link needs a subject and an object")
    return given if "://" in given else BASE + given.removeprefix("/id/").removeprefix("id/")
