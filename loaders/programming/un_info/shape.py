"""The shape of a country's file: what JSON gives becomes typed here, and what does not fit becomes a finding.

`{workspace_id, name, totals, sdgs, projects: [{id, agency, …}], framework: [{id, …, children: […]}]}`
"""

import io
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

import ijson

from graph import clean
from graph.source import Refused, Source

KINDS: Final = ("required", "available", "spent")
KEYS: Final = frozenset(("workspace_id", "name", "totals", "sdgs", "projects", "framework"))
_NODE: Final = frozenset(("id", "code", "name", "description", *KINDS))
_ROW: Final = frozenset(("id", "agency", "name", "description", "start", "end", "outcome", "sdg", *KINDS))
_IGNORED: Final = frozenset(("code", "children"))
"""A sub-output's code is its workspace's own and unlike the framework's (`UNOPS/NCRP 3.2.2`); it has no parts."""
_HEAD: Final = 65_536
_DEEPEST: Final = 20
"""UN INFO has four levels; a file that goes deeper than this means harm."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A node of the framework or a sub-output: its place, its texts by key, its parts. An absent text is empty."""

    place: str
    texts: dict[str, str]
    children: tuple["Entry", ...] = ()

    def __getitem__(self, key: str) -> str:
        return self.texts.get(key, "")


@dataclass(frozen=True, slots=True)
class Workspace:
    """One country's file; `totals` are the whole workspace's amounts by kind, as text.

    `states` are those that the file names as its own; None where only the name tells.
    """

    identifier: str
    name: str
    totals: dict[str, str]
    framework: tuple[Entry, ...]
    projects: tuple[Entry, ...]
    states: tuple[str, ...] | None = None


def keys(source: Source) -> set[str]:
    """The keys of the outermost object as far as its first 64 kB show them; none if it is no object. Never raises."""
    head = source.head(_HEAD).removeprefix(b"\xef\xbb\xbf")
    found: set[str] = set()
    if head.lstrip().startswith(b"{"):
        with suppress(ijson.JSONError, UnicodeError):  # cut in the middle: what was seen tells
            for prefix, event, value in ijson.parse(io.BytesIO(head)):
                if (prefix, event) == ("", "map_key"):
                    found.add(value)
    return found


def read(source: Source) -> Workspace:
    """The file's contents. Raises Refused if it is no JSON or no workspace."""
    try:
        told = json.loads(source.content(), parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as fault:
        raise Refused(f"not valid JSON ({fault}): download it again") from fault
    if not isinstance(told, dict) or not _text(told.get("name")) or not _text(told.get("workspace_id")):
        raise Refused("no country workspace of UN INFO: it has no name or no workspace_id")
    door = _Door(source)
    totals = told.get("totals")
    found = Workspace(
        identifier=_text(told["workspace_id"]),
        name=_text(told["name"]),
        totals={key: _text(value) for key, value in totals.items()} if isinstance(totals, dict) else {},
        framework=tuple(door.entries(told.get("framework"), "framework node", _NODE)),
        projects=tuple(door.entries(told.get("projects"), "project", _ROW)),
    )
    door.unknown.update(f"the file's {key!r}" for key in told.keys() - KEYS)
    door.close()
    return found


@dataclass(slots=True)
class _Door:
    """Where JSON becomes entries; keys that nobody knows are counted and told once."""

    source: Source
    unknown: Counter[str] = field(default_factory=Counter)

    def entries(self, told: Any, what: str, known: frozenset[str], depth: int = 0) -> Iterator[Entry]:
        """The objects of a list, each with its id; those without one are findings."""
        if told is None:
            return
        if not isinstance(told, list) or depth > _DEEPEST:
            self.source.find(what, f"a list no deeper than {_DEEPEST} levels was expected: not read")
            return
        for number, one in enumerate(told, start=1):
            if not isinstance(one, dict) or not _text(one.get("id")):
                self.source.find(f"{what} {number}", "it has no id, so nothing can name it: not read")
                continue
            plain = {key: value for key, value in one.items() if not isinstance(value, list | dict)}
            self.unknown.update(f"{what}'s {key!r}" for key in one.keys() - (plain.keys() & known) - _IGNORED)
            parts = tuple(self.entries(one.get("children"), what, known, depth + 1))
            yield Entry(f"{what} {_text(one['id'])}", {key: _text(plain[key]) for key in plain}, parts)

    def close(self) -> None:
        for name, count in sorted(self.unknown.items()):
            self.source.find("keys", f"{name} is not known of UN INFO: not read ({count} times)")


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, list | dict) else clean.text(str(value))
