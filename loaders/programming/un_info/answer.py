"""UN INFO as its API serves it (JSON): the answers of one workspace, side by side under the grouping that was asked.

`{"workspace": {id, name, countries}, "planEntity:SP": […], "planEntity:OC": […], "planEntity:OU": […],
"agency,planEntity:SOU": […]}`, as `rightsgraph fetch un-info` keeps them; any grouping that holds plan entities may
stand there. One answer alone names no workspace and no State: it is read without one. Money told by goal or by
contributing partner is a part of what the entity itself has: not read, so that nothing is counted twice.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from graph import states
from graph.clean import Unclear
from graph.records import Record
from graph.source import Loader, Refused, Severity, Source
from loaders.programming.un_info import shape
from loaders.programming.un_info.entities import Told, Walk, grouping, text
from loaders.programming.un_info.load import records
from loaders.programming.un_info.shape import Entry, Workspace

_KINDS: Final = {"5": "required", "6": "available", "8": "spent"}
"""`metricId` → what it is."""
_NAMES: Final = {
    "Total Required Resources": "required",
    "Total Available Resources": "available",
    "Total Expenditure": "spent",
}
_LEVELS: Final = {"SP": "priority", "OC": "outcome", "OU": "output"}
_KNOWN: Final = frozenset(("id", "code", "name", "description", "startDate", "endDate", "parentId", "parentName"))
_IGNORED: Final = frozenset(
    ("sdgs", "metrics", "count", "short", "properties", "agencies", "agency", "contributingPartners", "planEntities")
)


def recognise(source: Source) -> bool:
    """An object whose keys are groupings with plan entities, or a list of such entities."""
    seen = shape.keys(source)
    if seen:
        whose = bool(seen & {"workspace", "workspace_id"})
        return any(grouping(key) and (whose or "planEntity:" in key) for key in seen)
    head = source.head(65_536)
    is_list = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")
    return is_list and b'"metrics"' in head and (b'"parentId"' in head or b'"planEntities"' in head)


def load(source: Source) -> Iterator[Record]:
    """The framework, its results and its sub-outputs as projects of their agencies. Raises Refused."""
    try:
        told = json.loads(source.content(), parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as fault:
        raise Refused(f"not valid JSON ({fault}): download it again") from fault
    walk = Walk(source)
    if isinstance(told, list):
        walk.bare(told)
    else:
        for key in told:
            if grouping(key):
                walk.answer(key, told[key])
            elif key not in ("workspace", "workspace_id", "name", "countries"):
                source.find("keys", f"{key!r} is no grouping with plan entities: not read")
    _tell_unknown(source, walk.found)
    yield from records(source, _workspace(source, told if isinstance(told, dict) else {}, walk.found))


def _workspace(source: Source, told: dict[str, Any], found: list[Told]) -> Workspace:
    inner = told.get("workspace")
    about = inner if isinstance(inner, dict) else {**told, "id": told.get("workspace_id")}
    identifier, served = text(about.get("id")), tuple(_states(source, about))
    if not identifier:
        source.find("file", "the answer names no workspace and so no State: it is read without one")
    known = [one for one in found if one.identifier]
    if len(known) < len(found):
        source.find("entities", f"{len(found) - len(known)} have no id, so nothing can name them: not read")
    return Workspace(
        identifier=identifier,
        name=text(about.get("name")) or ", ".join(served) or "workspace not told",
        totals={},
        framework=tuple(_tree(source, known)),
        projects=tuple(_sub_outputs(source, known)),
        states=served,
    )


def _states(source: Source, about: dict[str, Any]) -> Iterator[str]:
    """The States that a workspace serves; a country that is none of them is a note."""
    countries = about.get("countries")
    names = [text(one.get("name")) for one in countries if isinstance(one, dict)] if isinstance(countries, list) else []
    for name in names or filter(None, [text(about.get("name"))]):
        try:
            yield states.state(name)
        except Unclear:
            source.find("workspace", f"{name!r} is called no State: left out", Severity.NOTE)


def _tree(source: Source, found: list[Told]) -> Iterator[Entry]:
    """Priorities, outcomes and outputs under one another; one whose parent is not there stands at the top."""
    nodes: dict[str, Told] = {}
    for one in (told for told in found if told.level in _LEVELS):
        known = nodes.setdefault(one.identifier, one)
        if (known.level, known.entity) != (one.level, one.entity):
            place = f"{_LEVELS[one.level]} {one.identifier}"
            source.find(place, f"the same id is told as {_LEVELS[known.level]} before, otherwise: the first is read")
    below: dict[str, list[Told]] = defaultdict(list)
    for one in nodes.values():
        parent = text(one.entity.get("parentId"))
        if parent and parent not in nodes:
            source.find(f"{_LEVELS[one.level]} {one.identifier}", f"its parent {parent} is not in the file")
        below[parent if parent in nodes and parent != one.identifier else ""].append(one)

    reached: set[str] = set()

    def entries(parent: str, depth: int) -> Iterator[Entry]:
        for one in below[parent] if depth <= len(_LEVELS) else ():
            reached.add(one.identifier)
            texts = _texts(source, one, one.metrics or []) | {"level": _LEVELS[one.level]}
            yield Entry(f"{_LEVELS[one.level]} {one.identifier}", texts, tuple(entries(one.identifier, depth + 1)))

    yield from entries("", 0)
    for one in nodes.values():
        if one.identifier not in reached:
            place = f"{_LEVELS[one.level]} {one.identifier}"
            source.find(place, "its parents go round in a circle, or lie too deep: not read")


def _sub_outputs(source: Source, found: list[Told]) -> Iterator[Entry]:
    """One for each id and agency; where agencies are told, what is told without them adds goals and partners only."""
    together: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for one in found:
        if one.level == "SOU":
            together[one.identifier][one.agency].append(one)
    for identifier, by_agency in together.items():
        shared = by_agency.pop("", []) if len(by_agency) > 1 else []
        for agency, told in by_agency.items():
            whole = next((one for one in told if one.metrics), told[0])
            everything = [*told, *shared]
            texts = _texts(source, whole, whole.metrics or []) | {
                "agency": agency,
                "sdg": "; ".join(dict.fromkeys(goal for one in everything for goal in one.goals if goal)),
                "partner": "; ".join(dict.fromkeys(name for one in everything for name in one.partners if name)),
            }
            yield Entry(f"sub-output {identifier}", {key: value for key, value in texts.items() if value})


def _texts(source: Source, one: Told, metrics: list[Any]) -> dict[str, str]:
    entity = one.entity
    texts = {key: text(entity.get(key)) for key in ("id", "code", "name", "description")}
    texts |= {"start": text(entity.get("startDate"))[:10], "end": text(entity.get("endDate"))[:10]}
    texts |= {"parent": text(entity.get("parentId")), "outcome": text(entity.get("parentName"))}
    for metric in metrics:
        told = metric if isinstance(metric, dict) else {}
        kind = _KINDS.get(text(told.get("metricId"))) or _NAMES.get(text(told.get("metricName")), "")
        if not kind:
            source.find(f"entity {one.identifier}", f"a metric that is not known of UN INFO: {metric!r}: not read")
        else:
            texts[kind] = text(told.get("total"))
    return texts


def _tell_unknown(source: Source, found: list[Told]) -> None:
    """Keys that nobody knows, each once."""
    unknown = sorted({key for one in found for key in one.entity} - _KNOWN - _IGNORED)
    if unknown:
        source.find("keys", f"plan entities have {', '.join(unknown)}, which is not known of UN INFO: not read")


LOADER = Loader(
    name="programming.un_info_api",
    title="UN INFO's API, one workspace",
    publisher="United Nations Development Coordination Office (UN INFO)",
    licence="no licence stated; data from api.uninfo.org",
    gives="the framework, its results, sub-outputs by agency with their money",
    leaves="money by goal, which the entities add up to",
    recognise=recognise,
    load=load,
)
