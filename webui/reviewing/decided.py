"""What people decided: every line, newest first, what they disagree on, and how far the work has come."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.review.cells import guarded
from graph.review.decision import COLUMNS, PAST, Decision
from graph.review.decisions import Decisions
from graph.review.ends import shown
from graph.review.history import History
from graph.review.sheet import Sheet
from graph.terms import slug


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words of the filter; the empty one for all. `things` are those of the State, None for all States."""

    who: str = ""
    relation: str = ""
    decision: str = ""
    things: Mapping[str, object] | None = None

    def holds(self, line: Decision) -> bool:
        of_state = self.things is None or line.subject in self.things or line.object in self.things
        return (
            of_state
            and (not self.who or line.person == slug(self.who))
            and (not self.relation or line.relation.value == self.relation)
            and (not self.decision or line.decision == self.decision)
        )


@dataclass(frozen=True, slots=True)
class Decided:
    """`lines` newest first; `conflicts` among them; `people` by name, for the filter."""

    lines: tuple[Decision, ...]
    conflicts: tuple[History, ...]
    people: tuple[str, ...]
    unread: tuple[str, ...]
    """What of the file could not be read, with its place."""


def decided(decisions: Decisions, wanted: Wanted) -> Decided:
    """What a page of decisions shows."""
    kept = [line for line in decisions.lines if wanted.holds(line)]
    newest = sorted(enumerate(kept), key=lambda entry: (entry[1].day, entry[0]), reverse=True)
    people = {line.person: line.who for line in decisions.lines}
    return Decided(
        lines=tuple(line for _, line in newest),
        conflicts=tuple(one for one in decisions.conflicts() if any(wanted.holds(line) for line in one.lines)),
        people=tuple(sorted(people.values(), key=str.casefold)),
        unread=tuple(f"{one.place}: {one.reason}" for one in decisions.findings),
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """Decisions of today by person, the busiest first; `left` of `total` links are open."""

    today: tuple[tuple[str, int], ...]
    left: int
    total: int

    @property
    def done_today(self) -> int:
        return sum(count for _, count in self.today)


def progress(decisions: Decisions, today: date, left: int, total: int) -> Progress:
    """How far the work has come."""
    names = {line.person: line.who for line in decisions.lines}
    counts = Counter(line.person for line in decisions.lines if line.day == today)
    return Progress(tuple((names[person], count) for person, count in counts.most_common()), left, total)


def as_csv(lines: Iterable[Decision]) -> str:
    """The rows of `decisions.csv` in its own form: what this gives can be merged."""
    sheet = Sheet("")
    rows = ({name: guarded(cell) for name, cell in told(line).items()} for line in lines)
    return "".join(map(sheet.line, ({name: name for name in COLUMNS}, *rows)))


def told(line: Decision) -> dict[str, str]:
    """A decision by the columns of its file."""
    return {
        "day": line.day.isoformat(),
        "who": line.who,
        "decision": line.decision,
        "subject": shown(line.subject),
        "relation": line.relation.value,
        "object": shown(line.object),
        "why": line.why,
    }


def in_words(line: Decision) -> str:
    """`confirmed A/HRC/12/11 99.78 reinforces CERD/C/VNM/CO/10-14 12`."""
    return f"{PAST[line.decision]} {shown(line.subject)} {line.relation.value} {shown(line.object)}"
