"""Sub-outputs: one row per agency with that agency's money, so a project's identity is its id and its agency."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from graph import clean, goals
from graph.clean import Unclear
from graph.records import Money, Project
from graph.source import Severity, Source
from loaders.documents.language import language
from loaders.programming.un_info.amounts import amounts
from loaders.programming.un_info.shape import KINDS, Entry
from loaders.programming.un_info.tree import Outputs


def projects(
    source: Source, rows: tuple[Entry, ...], workspace: str, states: tuple[str, ...], outputs: Outputs
) -> Iterator[Project]:
    """A project for every id and agency; names of outputs that the framework does not have are findings."""
    together: dict[str, list[Entry]] = defaultdict(list)
    for row in rows:
        together[_identifier(row, workspace)].append(row)
    lost: Counter[str] = Counter()
    for identifier, same in together.items():
        if len(same) > 1:
            _told_twice(source, same)
        project = _project(source, identifier, same, states, outputs)
        if project.result is None:
            lost[same[0]["outcome"]] += 1
        yield project
    for name, count in sorted(lost.items()):
        told = f"the output {name!r}, which the framework does not have" if name else "no output"
        source.find("projects", f"{count} sub-outputs name {told}: they stand under no result")


def _identifier(row: Entry, workspace: str) -> str:
    """`un-info-37-88984-UNICEF`: by the agency's name as it stands there."""
    return "-".join(part for part in ("un-info", workspace, row["id"], row["agency"].replace(" ", "")) if part)


def _told_twice(source: Source, same: list[Entry]) -> None:
    first, *others = same
    differing = sorted({key for other in others for key in first.texts if other[key] != first[key]} - {"code"})
    if not differing:
        source.find(first.place, f"the same row of {first['agency']} stands there {len(same)} times: read once", _NOTE)
        return
    texts = [key for key in differing if key not in KINDS]
    kept = "every amount is kept" + (f", of {', '.join(texts)} the first row's" if texts else "")
    source.find(first.place, f"{len(same)} rows of {first['agency']} differ in {', '.join(differing)}: {kept}")


_NOTE = Severity.NOTE


def _project(source: Source, identifier: str, same: list[Entry], states: tuple[str, ...], outputs: Outputs) -> Project:
    row = same[0]
    if not row["agency"]:
        source.find(row.place, "no agency is named")
    money: dict[Money, None] = {}
    for one in same:
        money |= dict.fromkeys(amounts(source, one, _day(source, one, "start"), _day(source, one, "end")))
    return Project(
        identifier=identifier,
        title=row["name"] or identifier,
        description=row["description"],
        language=language([row["name"], row["description"]]),
        states=states,
        implementers=(row["agency"],) if row["agency"] else (),
        funders=tuple(filter(None, row["partner"].split("; "))),
        result=outputs.find(row["outcome"], row["parent"]),
        start=_day(source, row, "start"),
        end=_day(source, row, "end"),
        sdgs=_goals(source, row),
        money=tuple(money),
        place=f"{row.place} ({row['agency']})" if row["agency"] else row.place,
    )


def _day(source: Source, row: Entry, key: str) -> date | None:
    if not row[key]:
        return None
    try:
        return clean.day(row[key])
    except Unclear as fault:
        source.find(row.place, f"{key}: {fault}")
        return None


def _goals(source: Source, row: Entry) -> tuple[str, ...]:
    found = []
    for told in filter(None, row["sdg"].split("; ")):
        try:
            found.append(goals.goal(told))
        except Unclear as fault:
            source.find(row.place, str(fault))
    return tuple(found)
