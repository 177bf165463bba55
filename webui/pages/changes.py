"""What this build tells otherwise than the one before: State by State, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, abort, render_template, request
from flask.wrappers import Response

from graph.diff.change import COLUMNS, Change, Kind, What, sentence
from graph.diff.kept import Kept, NoChanges, kept
from webui.asker import current_build
from webui.downloads import Sheet, offered, taken
from webui.paging import SIZE, Paged, page_number
from webui.states import states

changes = Blueprint("changes", __name__)

KINDS: Final = {
    Kind.FILE: "Files",
    Kind.DOCUMENT: "Documents",
    Kind.TEXT: "Texts",
    Kind.POSITION: "Positions",
    Kind.PROGRAMME: "Programmes and plans",
    Kind.LINK: "Links",
    Kind.GROUP: "Groups",
    Kind.DECISION: "Decisions",
    Kind.OTHER: "Other records",
}
"""Headings, in the order of the list."""


@dataclass(frozen=True, slots=True)
class Told:
    """The page: `state` and `kind` chosen (or empty), counts as kind → what → how many, and one page of changes.

    `by_state`: alpha-3, name and how many changes, for every State that has any.
    """

    before: str
    now: str
    state: str
    kind: str
    name: str
    counts: dict[str, dict[str, int]]
    by_state: Sequence[tuple[str, str, int]]
    shown: Paged[Change]

    @property
    def fates(self) -> list[str]:
        """What happened to any of them, in the order in which people read it."""
        return [what.value for what in What if any(what.value in some for some in self.counts.values())]


@changes.get("/changes")
def all_changes() -> Response | str:
    """What concerns no one State, or what changed of one; `kind` leaves one kind of change."""
    state, kind = (request.args.get(name, "").strip() for name in ("state", "kind"))
    state = state.upper()
    if kind and kind not in set(Kind):
        abort(404, f"There is no kind of change called {kind[:20]}.")
    names = {one.iso3: one.name for one in states()}
    if state and state not in names:
        abort(404, f"Nothing in this build concerns a State with the code {state[:20]}.")
    try:
        found = kept(current_build())
    except NoChanges:
        return render_template("changes.html", told=None, now=current_build().name)
    name = f"changes-{state or 'every-state'}{f'-{kind}' if kind else ''}".replace(" ", "-")
    file = taken(lambda: Sheet(name, (*COLUMNS, "sentence"), _rows(found, state, kind)))
    if file:
        return file
    told = _told(found, names, state, kind)
    return render_template("changes.html", told=told, now=told.now, kinds=KINDS, sentence=sentence, takings=offered())


def _rows(found: Kept, state: str, kind: str) -> list[tuple[str, ...]]:
    return [(*one.row, sentence(one)) for one in found.window(state, *found.place(state, kind))]


def _told(found: Kept, names: dict[str, str], state: str, kind: str) -> Told:
    start, stop = found.place(state, kind)
    pages = max(1, -(-(stop - start) // SIZE))
    number = page_number(request.args.get("page", "1"), pages)
    first = start + (number - 1) * SIZE
    some = tuple(found.window(state, first, min(first + SIZE, stop)))
    totals = {iso3: sum(sum(told.values()) for told in kinds.values()) for iso3, kinds in found.counts.items() if iso3}
    return Told(
        before=found.before,
        now=current_build().name,
        state=state,
        kind=kind,
        name=names.get(state, ""),
        counts=found.counts.get(state, {}),
        by_state=sorted(
            ((iso3, names.get(iso3, iso3), count) for iso3, count in totals.items()), key=lambda one: one[1]
        ),
        shown=Paged(some, number, pages, stop - start),
    )
