"""UN INFO, one country's results framework and joint work plan (JSON, as dumped per country).

The file tells neither the framework's name nor its years, so the framework is named after its workspace:
`VNM/un-info-37`. A workspace that several States share is `multi-country/un-info-241`: its framework is theirs all,
and of each of its projects the file does not say whose it is.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation

from graph import clean, states
from graph.clean import Unclear
from graph.records import Framework, Project, Record
from graph.source import Loader, Severity, Source
from loaders.programming.un_info import shape
from loaders.programming.un_info.rows import projects
from loaders.programming.un_info.shape import KINDS, Workspace
from loaders.programming.un_info.tree import Outputs, results
from loaders.programming.un_info.workspaces import shared


def recognise(source: Source) -> bool:
    """An object with UN INFO's keys for one workspace, and no others before them."""
    seen = shape.keys(source)
    return "workspace_id" in seen and bool(seen & {"projects", "framework", "totals"})


def load(source: Source) -> Iterator[Record]:
    """The framework, its results, and its sub-outputs as projects of their agencies. Raises Refused."""
    told = shape.read(source)
    yield from records(source, told)
    source.find("sdgs", "money by goal is told for the whole workspace, of no project: not read", Severity.NOTE)


def records(source: Source, told: Workspace) -> Iterator[Record]:
    """What a workspace holds, however it was told."""
    own, served = _whose(source, told)
    named = f"un-info-{told.identifier}" if told.identifier else "un-info"
    identifier = f"{own[0] if own else 'multi-country'}/{named}"
    if served:
        reason = (
            f"the workspace serves {', '.join(served)}, and the file does not say whose each of its "
            f"{len(told.projects)} sub-outputs is: they are read without a State"
        )
        source.find("projects", reason)
    start, end = _years(source, told)
    yield Framework(
        identifier=identifier,
        states=served or own,
        title=f"UN INFO results framework, {told.name}",
        start=start,
        end=end,
        place="file",
    )
    found = list(results(source, told.framework, identifier))
    yield from found
    made = list(projects(source, told.projects, told.identifier, own, Outputs.of(found)))
    yield from made
    _check_totals(source, told, made)


def _whose(source: Source, told: Workspace) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The one State whose workspace it is, or else all those that share it."""
    if told.states is not None:
        served = told.states if len(told.states) > 1 else shared(told.identifier, "".join(told.states))
        return (() if served else told.states), served
    state = _state(source, told)
    served = shared(told.identifier, state)
    return (() if served or not state else (state,)), served


def _years(source: Source, told: Workspace) -> tuple[date | None, date | None]:
    """The framework's years, where its priorities tell one period; of several periods, a note."""
    found = set()
    for one in told.framework:
        with suppress(Unclear):
            found.add((clean.day(one["start"]), clean.day(one["end"])))
    if len(found) > 1:
        periods = ", ".join(f"{start.year}–{end.year}" for start, end in sorted(found))
        source.find(
            "priorities", f"they have several periods ({periods}): the framework is told without", Severity.NOTE
        )
    return found.pop() if len(found) == 1 else (None, None)


def _state(source: Source, told: Workspace) -> str:
    with suppress(Unclear):
        return states.state(told.name)
    source.find("name", f"{told.name!r} is called no State: its framework and projects are read without one")
    return ""


def _check_totals(source: Source, told: Workspace, made: list[Project]) -> None:
    """What the file says of itself against what was read, to the dollar per project that UN INFO rounds to."""
    if not made:
        return
    for kind in KINDS:
        read = sum(Decimal(one.amount) for project in made for one in project.money if one.kind == kind)
        with suppress(InvalidOperation):
            total = Decimal(told.totals.get(kind, ""))
            if abs(read - total) > len(made):
                reason = f"{kind}: the file says {total:,.0f} USD, its sub-outputs come to {read:,.0f}"
                source.find("totals", reason, Severity.NOTE)


LOADER = Loader(
    name="programming.un_info",
    title="UN INFO country workspace",
    publisher="United Nations Development Coordination Office (UN INFO)",
    licence="no licence stated; data from api.uninfo.org",
    gives="the framework, its results, sub-outputs by agency with their money",
    leaves="a sub-output's own code; money by goal, which the sub-outputs add up to",
    recognise=recognise,
    load=load,
)
