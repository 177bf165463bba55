"""What UN INFO's API answers, flattened: each plan entity with the agency, goals and partners it is told under.

An answer to `grouping=agency&grouping=planEntity:SOU` is a list of agencies, each with its `planEntities`; one to
`grouping=planEntity:SOU&grouping=sdg` a list of sub-outputs, each with its `sdgs`. Every entry has `metrics`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from graph import agencies, clean
from graph.source import Refused, Source

LEVELS: Final = ("SP", "OC", "OU", "SOU")
"""Strategic priority, outcome, output, sub-output."""
_ENTITY: Final = "planEntity:"
_NESTED: Final = {
    "agency": ("agencies", "agency"),
    "sdg": ("sdgs", "sdg"),
    "contributingPartner": ("contributingPartners", "contributingPartner"),
}
_BEGINS: Final = re.compile(
    r"(?:(?P<SP>sp|strategic priority)|(?P<OC>oc|outcome)|(?P<SOU>sou|sub-?output)|(?P<OU>ou|output))(?=[\W\d])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One plan entity as it is told in one place; `metrics` is None where they are only a part of its money."""

    level: str
    entity: dict[str, Any]
    agency: str = ""
    goals: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    metrics: list[Any] | None = None

    @property
    def identifier(self) -> str:
        return text(self.entity.get("id"))


def text(value: object) -> str:
    """A plain value as text; nothing for none, for lists and for objects."""
    return "" if value is None or isinstance(value, list | dict) else clean.text(str(value))


def grouping(key: str) -> tuple[str, ...]:
    """The dimensions of an answer by its key (`agency,planEntity:SOU`, or `ou`); () if none of them is entities."""
    if key.upper() in LEVELS:
        return (_ENTITY + key.upper(),)
    parts = tuple(part.strip() for part in key.split(","))
    known = {*_NESTED, *(_ENTITY + level for level in LEVELS)}
    whole = set(parts) <= known and sum(part.startswith(_ENTITY) for part in parts) == 1
    return parts if whole else ()


@dataclass(slots=True)
class Walk:
    """Goes through answers; what does not have their shape is a finding."""

    source: Source
    found: list[Told] = field(default_factory=list)

    def answer(self, key: str, items: object) -> None:
        """One answer by the grouping that was asked."""
        self.found += self._under(items, grouping(key), Told("", {}), key)

    def bare(self, items: list[Any]) -> None:
        """An answer by itself, which does not say what was asked. Raises Refused where its entries do not tell."""
        first = next((one for one in items if isinstance(one, dict)), {})
        outer = _outer(items) if "planEntities" in first else ""
        entities = [one for item in items for one in self._entries(item, "planEntities", "answer")] if outer else items
        level = _level([one for one in entities if isinstance(one, dict)])
        self.answer(f"{outer},{_ENTITY}{level}" if outer else _ENTITY + level, items)

    def _under(self, items: object, dimensions: tuple[str, ...], so_far: Told, place: str) -> Iterator[Told]:
        dimension, deeper = dimensions[0], dimensions[1:]
        for number, item in enumerate(self._listed(items, place), start=1):
            if not isinstance(item, dict):
                self.source.find(f"{place} {number}", "an object was expected: not read")
                continue
            one = _with(so_far, dimension, item)
            if one.level:
                yield one
            if deeper:
                names = _NESTED.get(deeper[0], ("planEntities",))
                nested: object = next((item[name] for name in names if name in item), [])
                yield from self._under(nested, deeper, one, f"{place} {text(item.get('id')) or number}")

    def _listed(self, items: object, place: str) -> list[Any]:
        if isinstance(items, list):
            return items
        if items:
            self.source.find(place, "a list was expected: not read")
        return []

    def _entries(self, item: object, key: str, place: str) -> list[Any]:
        return self._listed(item.get(key), place) if isinstance(item, dict) else []


def _with(so_far: Told, dimension: str, item: dict[str, Any]) -> Told:
    """What is known after one more step down."""
    metrics = item.get("metrics") if isinstance(item.get("metrics"), list) else []
    if dimension.startswith(_ENTITY):
        whole = not so_far.goals and not so_far.partners
        listed = item.get("sdgs")
        goals = tuple(_goal(one) for one in listed) if isinstance(listed, list) else ()
        level = dimension.removeprefix(_ENTITY)
        return replace(so_far, level=level, entity=item, goals=so_far.goals + goals, metrics=metrics if whole else None)
    if dimension == "agency":
        return replace(so_far, agency=text(item.get("name")) or text(item.get("short")), metrics=metrics)
    if dimension == "sdg":
        return replace(so_far, goals=(*so_far.goals, _goal(item)), metrics=None)
    return replace(so_far, partners=(*so_far.partners, text(item.get("name"))), metrics=None)


def _goal(one: object) -> str:
    """The number of a goal, told as such or as an object; nothing for money of no goal."""
    return text(one.get("id") if isinstance(one, dict) else one)


def _outer(items: list[Any]) -> str:
    """What entities are told under. Raises Refused if nothing tells."""
    inside = [one for one in items if isinstance(one, dict)]
    if any(agencies.agency(text(one.get("name"))) for one in inside):
        return "agency"
    if all("short" in one and "properties" in one for one in inside):
        return "sdg"
    raise Refused(f"an answer of UN INFO's API that does not say what its entries are grouped by: {_ADVICE}")


def _level(entities: list[dict[str, Any]]) -> str:
    """The one level of these entities: the highest has no parents, the others' names begin with it."""
    if entities and not any(one.get("parentId") for one in entities):
        return "SP"
    votes = {level for one in entities for level in _named(one)}
    if len(votes) == 1:
        return votes.pop()
    raise Refused(f"an answer of UN INFO's API that does not say of which level its entries are: {_ADVICE}")


def _named(entity: dict[str, Any]) -> Iterator[str]:
    """The level that an entity's own name or its parent's tells: `OU2.1 …` as a parent makes it a sub-output."""
    own, parent = _BEGINS.match(text(entity.get("name"))), _BEGINS.match(text(entity.get("parentName")))
    if parent and parent.lastgroup in LEVELS[:-1]:
        yield LEVELS[LEVELS.index(parent.lastgroup) + 1]
    elif own and own.lastgroup:
        yield own.lastgroup


_ADVICE: Final = (
    'take the country with `rightsgraph fetch un-info ISO3`, or keep the answers together as {"workspace": …, '
    '"planEntity:OU": […], "agency,planEntity:SOU": […]}'
)
