"""The decisions of a workspace: they survive every rebuild and win over every computation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graph.review.decision import PAST, Decision, LinkKey, link_key
from graph.review.ends import shown
from graph.review.history import History
from graph.review.reading import read
from graph.source import Finding

FILE: Final = "decisions.csv"


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision, as the lines stand in their file, and what was found wrong in it."""

    lines: tuple[Decision, ...] = ()
    findings: tuple[Finding, ...] = ()
    by_link: dict[LinkKey, History] = field(init=False, repr=False, compare=False)
    """Link → all that was decided on it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_link", _by_link(self.lines))

    @classmethod
    def read(cls, path: Path) -> "Decisions":
        """Read `decisions.csv`; a line that cannot be read is a finding and decides nothing."""
        lines, findings = read(path)
        return cls(lines, findings)

    def on(self, subject: str, predicate: str, object_: str) -> History | None:
        """What was decided on a link; a symmetric one is the same in either direction."""
        return self.by_link.get(link_key(subject, predicate, object_))

    def added(self) -> Iterator[History]:
        """Links that people added of their own."""
        return (history for history in self.by_link.values() if history.added)

    def conflicts(self) -> Iterator[History]:
        """Links on which people disagree."""
        return (history for history in self.by_link.values() if history.conflict)

    def disagreements(self) -> Iterator[Finding]:
        """Each conflict in words, with what settles it."""
        for history in self.conflicts():
            if history.conflict:
                yield _disagreement(*history.conflict)


def _by_link(lines: Iterable[Decision]) -> dict[LinkKey, History]:
    grouped: dict[LinkKey, list[Decision]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: line.day):  # a stable sort: within a day the order of the file
        grouped[line.link].append(line)
    return {link: History(tuple(found)) for link, found in grouped.items()}


def _disagreement(earlier: Decision, later: Decision) -> Finding:
    link = f"'{shown(later.subject)}' {later.relation.value} '{shown(later.object)}'"
    said = " and ".join(f"{one.who} {PAST[one.decision]} it on {one.day}" for one in (earlier, later))
    return Finding(
        FILE,
        later.place or link,
        f"{said} ({link}): the later counts; settle it with `rightsgraph link reopen {link} --why …` "
        "and decide it together",
    )
