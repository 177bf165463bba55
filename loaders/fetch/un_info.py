"""UN INFO of one State: its workspace and finance overview, side by side in one file just as the API gives them.

The file: `{"workspace": …, "planEntity:SP": […], "planEntity:OC": […], "planEntity:OU": […],
"agency,planEntity:SOU": […]}`, the keys being the `grouping` that was asked (`agency,planEntity:SOU` is sub-outputs
inside agencies). `GET planEntity/finance/overview?workspaceIds=&grouping=` and its groupings are documented; that
`POST workspace/search {"limit": …}` answers `{"results": [{"id": …, "countries": [{"name": …}]}]}` is known from what
others wrote who used it. No year is asked for: some workspaces answer nothing to a year.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from graph import states
from graph.clean import Unclear
from loaders.fetch.answers import judge
from loaders.fetch.download import Tell, check_size
from loaders.fetch.faults import Failed
from loaders.fetch.kinds import HEAD, seen_as
from loaders.fetch.patience import patiently
from loaders.fetch.places import Place
from loaders.fetch.polite import Visitor

GROUPINGS: Final = (("planEntity:SP",), ("planEntity:OC",), ("planEntity:OU",), ("agency", "planEntity:SOU"))
"""Priorities, outcomes, outputs, and sub-outputs by agency."""
_MOST: Final = 1000
"""Workspaces asked for; there are about 160."""


def overview(visitor: Visitor, place: Place, state: str, tell: Tell) -> bytes:
    """The file's contents. Raises Failed."""
    told: dict[str, object] = {}
    read = _Reader(visitor, place, tell)
    workspace = _workspace(read(f"{place.address}/workspace/search", {"limit": _MOST}), place, state)
    told["workspace"] = workspace
    for grouping in GROUPINGS:
        parts = [("workspaceIds", str(workspace["id"])), *(("grouping", one) for one in grouping)]
        told[",".join(grouping)] = read(f"{place.address}/planEntity/finance/overview?{urlencode(parts)}")
    if not any(told[",".join(grouping)] for grouping in GROUPINGS):
        raise Failed(
            f"{place.host} has workspace {workspace['id']} for {state}, but nothing in it: there is none to read"
        )
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _workspace(told: Any, place: Place, state: str) -> dict[str, Any]:
    """The one workspace that serves a State. Raises Failed if there is none, or several."""
    if not isinstance(told, dict) or not isinstance(told.get("results"), list):
        raise Failed(f"{place.host} lists its workspaces in a way that is not known: {place.missing}")
    found = [one for one in told["results"] if isinstance(one, dict) and one.get("id") and state in _states(one)]
    if len(found) != 1:
        many = ", ".join(str(one["id"]) for one in found) or "none"
        raise Failed(f"{place.host} has not one workspace for {state} but {many}: look at https://uninfo.org")
    return found[0]


def _states(workspace: dict[str, Any]) -> Iterator[str]:
    """The States of a workspace; territories and regions have no code of ours and are nobody's here."""
    countries = workspace.get("countries")
    for country in countries if isinstance(countries, list) else []:
        try:
            yield states.state(str(country["name"]))
        except (Unclear, TypeError, KeyError):
            continue


@dataclass(slots=True)
class _Reader:
    """Reads one answer after the other and tells how many bytes came in all."""

    visitor: Visitor
    place: Place
    tell: Tell
    came: int = 0

    def __call__(self, address: str, form: dict[str, int] | None = None) -> Any:
        """What an address answers, as JSON. Raises Failed."""
        body, content_type = patiently(self.visitor, lambda: self._body(address, form))
        try:
            return json.loads(body) if body.strip() else []
        except (ValueError, RecursionError) as fault:
            came = seen_as(body[:HEAD], content_type)
            raise Failed(f"{self.place.host} gives {came} instead of JSON: {self.place.missing}") from fault

    def _body(self, address: str, form: dict[str, int] | None) -> tuple[bytes, str]:
        found = bytearray()
        with self.visitor.visit(address, form=form) as answer:
            judge(answer, self.place)
            for chunk in self.visitor.body(answer):
                found += chunk
                self.came += len(chunk)
                self.tell(self.place.label, self.came, None)
                check_size(self.place, len(found))
        return bytes(found), answer.headers.get("Content-Type", "")
