"""UN INFO, one country's results framework and joint work plan (JSON, as dumped per country).

A framework node has three levels: priority, outcome, output. A project (sub-output) stands once per agency with
that agency's money, so its identity is its id and its agency. Its `outcome` names its *output*, cut at about 200
characters. Amounts are in US dollars. The file tells neither the framework's name nor its years, so the framework is
named after its workspace: `VNM/un-info-37`.
"""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from graph import clean, states
from graph.clean import Unclear
from graph.records import Framework, Level, Money, Project, Record, Result, ResultKey
from graph.source import Loader, Refused, Severity, Source
from loaders.programming.language import language

_LEVELS = (Level.PRIORITY, Level.OUTCOME, Level.OUTPUT)
_KINDS = ("required", "available", "spent")
_JOINED = 60
"""So many first letters of a project's `outcome` must be those of its output."""
_KEYS = (b'"workspace_id"', b'"totals"', b'"sdgs"')


def recognise(source: Source) -> bool:
    """An object with UN INFO's keys for one workspace."""
    head = source.head(4096)
    return head.lstrip().startswith(b"{") and all(key in head for key in _KEYS)


def load(source: Source) -> Iterator[Record]:
    """The framework, its results, and its sub-outputs as projects of their agencies."""
    told = _read(source)
    name, workspace = clean.text(str(told["name"])), str(told["workspace_id"])
    state = _state(source, name)
    identifier = f"{state or 'multi-country'}/un-info-{workspace}"
    named_in = (state,) if state else ()
    yield Framework(
        identifier=identifier,
        states=named_in,
        title=f"UN INFO results framework, {name}",
        place="file",
    )
    results = list(_results(told.get("framework") or [], identifier, None, 0))
    yield from results
    outputs = _outputs(results)
    yield from _projects(source, told.get("projects") or [], workspace, named_in, outputs)


def _read(source: Source) -> dict[str, Any]:
    try:
        told = json.loads(source.content())
    except ValueError as fault:
        raise Refused(f"not valid JSON ({fault}): download it again") from fault
    if not isinstance(told, dict) or "name" not in told:
        raise Refused("no country workspace of UN INFO: it has no name")
    return told


def _state(source: Source, name: str) -> str | None:
    with suppress(Unclear):
        return states.state(name)
    source.find("name", f"{name!r} is no State: its projects are read without one (a framework of several countries)")
    return None


def _results(nodes: list[dict[str, Any]], framework: str, parent: ResultKey | None, depth: int) -> Iterator[Result]:
    for node in nodes:
        key = ResultKey(framework, str(node["id"]))
        title = clean.text(node.get("name") or "")
        description = clean.text(node.get("description") or "")
        yield Result(
            key=key,
            level=_LEVELS[min(depth, 2)],
            title=title,
            code=clean.text(str(node.get("code") or "")),
            description=description,
            language=language([title, description]),
            parent=parent,
            money=_money(node, None, None),
            place=f"framework node {node['id']}",
        )
        yield from _results(node.get("children") or [], framework, key, depth + 1)


def _outputs(results: list[Result]) -> dict[str, ResultKey]:
    """The first letters of an output's name → the output; outputs before other levels."""
    found: dict[str, ResultKey] = {}
    for result in sorted(results, key=lambda one: one.level is not Level.OUTPUT):
        found.setdefault(_beginning(result.title), result.key)
    return found


def _beginning(name: str) -> str:
    return clean.text(name)[:_JOINED].casefold()


def _projects(
    source: Source,
    rows: list[dict[str, Any]],
    workspace: str,
    named_in: tuple[str, ...],
    outputs: dict[str, ResultKey],
) -> Iterator[Project]:
    seen: Counter[str] = Counter()
    unjoined = 0
    for row in rows:
        agency = clean.text(row.get("agency") or "")
        identifier = f"un-info-{workspace}-{row['id']}-{agency.replace(' ', '')}"
        seen[identifier] += 1
        if seen[identifier] > 1:
            continue
        result = outputs.get(_beginning(row.get("outcome") or ""))
        unjoined += result is None
        try:
            yield _project(row, identifier, agency, named_in, result)
        except Unclear as fault:
            source.find(f"project {row['id']}", str(fault))
    twice = sum(count - 1 for count in seen.values())
    if twice:
        source.find(
            "projects", f"{twice} rows repeat a sub-output of the same agency: each is read once", Severity.NOTE
        )
    if unjoined:
        source.find("projects", f"{unjoined} of {len(rows)} name an output that the framework does not have")


def _project(
    row: dict[str, Any], identifier: str, agency: str, named_in: tuple[str, ...], result: ResultKey | None
) -> Project:
    start, end = _day(row.get("start")), _day(row.get("end"))
    title, description = clean.text(row.get("name") or ""), clean.text(row.get("description") or "")
    return Project(
        identifier=identifier,
        title=title,
        description=description,
        language=language([title, description]),
        states=named_in,
        implementers=(agency,) if agency else (),
        result=result,
        start=start,
        end=end,
        sdgs=(str(row["sdg"]),) if row.get("sdg") else (),
        money=_money(row, start, end),
        place=f"project {row['id']} ({agency})",
    )


def _day(value: object) -> date | None:
    return clean.day(str(value)) if value else None


def _money(told: dict[str, Any], start: date | None, end: date | None) -> tuple[Money, ...]:
    return tuple(Money(clean.number(str(told[kind])), "USD", kind, start, end) for kind in _KINDS if told.get(kind))


LOADER = Loader(
    name="programming.un_info",
    title="UN INFO country workspace",
    publisher="United Nations Development Coordination Office (UN INFO)",
    licence="no licence stated; data from api.uninfo.org",
    recognise=recognise,
    load=load,
)
