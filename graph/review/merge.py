"""The decisions of several people brought together into one file, each line once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.review.append import append
from graph.review.decision import Decision
from graph.review.decisions import Decisions
from graph.source import Finding


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging did: the lines that were missing, how many stood there already, and what could not be read."""

    appended: tuple[Decision, ...]
    already: int
    findings: tuple[Finding, ...]


def merge(into: Path, others: Iterable[Path]) -> Merged:
    """Append to a file what is missing of others, by day and then as it stands; what stands is never touched.

    Raises Unrecorded if the file cannot be written. A file among the others that is absent holds nothing.
    """
    told = [Decisions.read(path) for path in others]
    lines = sorted(_once(told), key=lambda line: line.day)
    appended = append(into, lambda standing: _missing(standing.lines, lines))
    findings = tuple(finding for one in told for finding in one.findings)
    return Merged(appended, len(lines) - len(appended), findings)


def _once(told: Iterable[Decisions]) -> list[Decision]:
    """The lines of all files; a line that several of them hold counts as often as in the one that says it most."""
    lines: list[Decision] = []
    for one in told:
        lines += _missing(lines, one.lines)
    return lines


def _missing(standing: Iterable[Decision], wanted: Sequence[Decision]) -> list[Decision]:
    """Who confirms, rejects and confirms anew on one day says the first line twice: lines are counted."""
    there = Counter(line.said for line in standing)
    missing = []
    for line in wanted:
        if there[line.said]:
            there[line.said] -= 1
        else:
            missing.append(line)
    return missing
