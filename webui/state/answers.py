"""The State's positions by cycle, and how they moved between the report and the latest statement."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

from webui.state.asks import asks
from webui.state.kept import kept
from webui.state.narrow import asks_of

ORDER: Final = ("supported", "partlySupported", "noted", "pending", "")
"""Positions in the order of a page; the empty one: none stated."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and the list behind it."""

    name: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Cycle:
    """The answers of one review. `cycle` is None where no source tells it. `moved`: (before, after) and how many."""

    cycle: int | None
    all: Counted
    positions: tuple[Counted, ...]
    moved: tuple[tuple[str, str, Counted], ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """All cycles together, and each of them, newest first."""

    all: tuple[Counted, ...]
    cycles: tuple[Cycle, ...]

    @property
    def bar(self) -> list[tuple[str, int]]:
        return [(one.name, one.count) for one in self.all if one.count]


@kept
def answers(iso3: str) -> Answers:
    """How the State answered its UPR recommendations: every position, none hidden. Raises Refusal."""
    by_cycle: defaultdict[int | None, Counter[tuple[str, str]]] = defaultdict(Counter)
    for ask in asks(iso3):
        if ask.of_the_review:
            by_cycle[ask.cycle][ask.reported, ask.position] += 1
    together = sum((_finals(moves) for moves in by_cycle.values()), Counter[str]())
    return Answers(
        all=tuple(Counted(one, together[one], asks_of(iso3, {"position": one or "none"})) for one in ORDER),
        cycles=tuple(
            _cycle(iso3, cycle, by_cycle[cycle]) for cycle in sorted(by_cycle, key=lambda one: one or 0, reverse=True)
        ),
    )


def _finals(moves: Counter[tuple[str, str]]) -> Counter[str]:
    finals: Counter[str] = Counter()
    for (_, after), count in moves.items():
        finals[after] += count
    return finals


def _cycle(iso3: str, cycle: int | None, moves: Counter[tuple[str, str]]) -> Cycle:
    on: dict[str, str | int] = {"cycle": cycle or "none"}
    finals = _finals(moves)
    moved = sorted((pair for pair in moves if pair[0] and pair[0] != pair[1]), key=lambda pair: -moves[pair])
    return Cycle(
        cycle=cycle,
        all=Counted("", moves.total(), asks_of(iso3, on)),
        positions=tuple(Counted(one, finals[one], asks_of(iso3, on | {"position": one or "none"})) for one in ORDER),
        moved=tuple(
            (
                before,
                after,
                Counted("", moves[before, after], asks_of(iso3, on | {"moved": f"{before}-{after or 'none'}"})),
            )
            for before, after in moved
        ),
    )
