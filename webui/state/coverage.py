"""Which asks a programme works on: by the State's answer, by how the link is known, by agency."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from webui.state.answers import ORDER, Counted
from webui.state.asks import SURENESS, Ask, asks
from webui.state.kept import kept
from webui.state.narrow import asks_of
from webui.state.programmes import agencies, agency_names


@dataclass(frozen=True, slots=True)
class Line:
    """Asks of one kind: all, by the surest link to a programme, and those with none."""

    position: str | None
    family: str
    all: Counted
    by: tuple[Counted, ...]
    without: Counted


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """An agency: how many asks its programmes are linked to, and how many of its programmes are."""

    code: str
    name: str
    asks: Counted
    programmes: int


@dataclass(frozen=True, slots=True)
class Coverage:
    lines: tuple[Line, ...]
    agencies: tuple[AgencyLine, ...]

    @property
    def any(self) -> bool:
        return any(one.count for line in self.lines for one in line.by)


@kept
def coverage(iso3: str) -> Coverage:
    """How many asks have a programme, and by whom. Raises Refusal."""
    found: defaultdict[tuple[str, str], list[Ask]] = defaultdict(list)
    for ask in asks(iso3):
        found["upr" if ask.of_the_review else ask.family, ask.position if ask.of_the_review else ""].append(ask)
    kinds = [("upr", position) for position in ORDER] + [("treatyBodies", ""), ("specialProcedures", ""), ("", "")]
    return Coverage(
        tuple(_line(iso3, *kind, found[kind]) for kind in kinds if found[kind]),
        _agencies(iso3),
    )


def _line(iso3: str, family: str, position: str, some: list[Ask]) -> Line:
    on: Mapping[str, str] = {"position": position or "none"} if family == "upr" else {"family": family or "none"}
    counts = Counter(ask.sureness for ask in some)

    def counted(name: str, count: int, more: Mapping[str, str]) -> Counted:
        return Counted(name, count, asks_of(iso3, {**on, **more}))

    return Line(
        position=position if family == "upr" else None,
        family=family,
        all=counted("all", len(some), {}),
        by=tuple(counted(how, counts[how], {"programme": how}) for how in SURENESS),
        without=counted("no", counts[""], {"programme": "no"}),
    )


def _agencies(iso3: str) -> tuple[AgencyLine, ...]:
    carried_out = agencies(iso3)
    helped: defaultdict[str, set[str]] = defaultdict(set)
    at_work: defaultdict[str, set[str]] = defaultdict(set)
    for ask in asks(iso3):
        for programme, _ in ask.programmes:
            for code in carried_out.get(programme, ()):
                helped[code].add(ask.iri)
                at_work[code].add(programme)
    names = agency_names(iso3)
    lines = (
        AgencyLine(
            code, names[code], Counted(code, len(helped[code]), asks_of(iso3, {"agency": code})), len(at_work[code])
        )
        for code in helped
    )
    return tuple(sorted(lines, key=lambda line: (-line.asks.count, line.name)))
