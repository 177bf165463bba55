"""IMPACT OSS (impactoss.org, the tool behind several national tracking databases): its lists as CSV.

Headings are those of the tool's own tables and import forms (github.com/impactoss, impactoss-server `recommendations`,
`measures`, and impactoss-client `MEASURE_SHAPE` and `RecommendationImport`; read 2026-11-24):

* recommendations: `reference, title, description, accepted, response` (or `support_level`);
* actions, which the tool calls measures: `title, description, outcome, indicator_summary, target_date,
  target_date_comment`.

Assumed, since each country sets its export up: `recommendations` (or `recommendation_reference`) in the list of actions
names what an action answers, `state` (or `country`) and `cycle` tell whose and which review, `id` numbers a row,
`responsible`, `status` say what they say. Nothing in an export tells the State otherwise: references without a symbol
are then a finding. Lists of indicators and progress reports name what they belong to by numbers of the database alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from graph import terms
from graph.clean import Unclear
from graph.records import (
    Action,
    ActionKey,
    Basis,
    Indicator,
    Key,
    PassageKey,
    Plan,
    Position,
    PositionStated,
    Record,
)
from graph.source import Loader, Refused, Severity, Source
from loaders.documents import sheets
from loaders.documents.cells import Cells
from loaders.documents.language import language
from loaders.documents.named_asks import asks, links
from loaders.follow_up.review import review, whose

_NAMES: Final = {
    "country": "state",
    "upr_cycle": "cycle",
    "recommendation_reference": "recommendations",
    "recommendation_references": "recommendations",
    "support_level": "accepted",
    "responsible_agency": "responsible",
    "agencies": "responsible",
}
"""Other headings → ours."""
_RECOMMENDATIONS: Final = frozenset(("reference", "title", "accepted"))
_ACTIONS: Final = frozenset(("title", "target_date", "indicator_summary"))
_OTHERS: Final = {
    "indicators": frozenset(("title", "frequency_months", "start_date")),
    "progress reports": frozenset(("title", "indicator_id", "due_date_id")),
}
_READ: Final = {
    _RECOMMENDATIONS: frozenset(("reference", "title", "description", "accepted", "response", "state", "cycle", "id")),
    _ACTIONS: frozenset(
        (
            "id", "title", "description", "outcome", "indicator_summary", "target_date", "target_date_comment",
            "recommendations", "state", "cycle", "responsible", "status",
        )
    ),
}  # fmt: skip
_IGNORED: Final = frozenset(
    (
        "created_at", "updated_at", "draft", "last_modified_user_id", "created_by_id", "updated_by_id", "framework_id",
        "is_archive", "private", "notify",
    )
)  # fmt: skip
"""The database's own affairs."""
_POSITIONS: Final = {
    "true": Position.SUPPORTED,
    "accepted": Position.SUPPORTED,
    "supported": Position.SUPPORTED,
    "in full": Position.SUPPORTED,
    "false": Position.NOTED,
    "noted": Position.NOTED,
    "not accepted": Position.NOTED,
    "in part": Position.PARTLY_SUPPORTED,
    "partially supported": Position.PARTLY_SUPPORTED,
}


def recognise(source: Source) -> bool:
    """By the headings of one of its tables, in whatever order. Never raises."""
    return _table(source) is not None


def load(source: Source) -> Iterator[Record]:
    """Positions on recommendations, or actions with what they answer. Raises Refused for its other lists."""
    table = _table(source)
    if table not in _READ:
        name = next((name for name, needed in _OTHERS.items() if needed == table), "a list")
        raise Refused(
            f"IMPACT OSS, {name}: its rows name what they belong to by numbers of the database alone; export actions "
            "and recommendations, or fill in templates/action-plan.xlsx"
        )
    for heading in sheets.headings(source):
        if heading and _name(heading) not in _READ[table] | _IGNORED:
            source.find("headings", f"the column {heading!r} is not known of IMPACT OSS: it is not read")
    actions = _Actions(source)
    for row in sheets.rows(source):
        cells = Cells(source, row.place, {_name(heading): cell for heading, cell in row.cells.items()})
        try:
            yield from actions.row(cells) if table == _ACTIONS else _recommendation(cells)
        except Unclear as fault:
            cells.find(str(fault))


def _name(heading: str) -> str:
    plain = re.sub(r"[\s\-]+", "_", heading.strip().casefold().removeprefix("recommendation."))
    plain = re.sub(r"_?[\[(].*", "", plain)  # import forms say "reference [required: text]"
    return _NAMES.get(plain, plain)


def _table(source: Source) -> frozenset[str] | None:
    told = {_name(heading) for heading in sheets.headings(source)}
    return next((needed for needed in (*_READ, *_OTHERS.values()) if needed <= told), None)


def _recommendation(cells: Cells) -> Iterator[Record]:
    """What the State says of one recommendation; the recommendation's own words are left to the report."""
    told = cells.text("accepted")
    abouts: list[Key] = list(asks(cells, "reference", review(cells, whose(cells))))
    position = _POSITIONS.get(told.casefold())
    if told and position is None:
        cells.find(f"accepted: {told!r} is no position that is known: not read")
    elif not told:
        cells.source.find(
            cells.place, "it says nothing of accepted or not: there is no position to read", Severity.NOTE
        )
    for about in abouts if position else ():
        if isinstance(about, PassageKey) and not about.symbol.startswith("A/HRC/"):
            cells.find(f"{about.symbol} is no report of a UPR: there is no position on it")
        elif position:
            yield PositionStated(
                about=about,
                position=position,
                words=f"accepted: {told}",
                remark=cells.text("response"),
                place=cells.place,
            )


@dataclass(slots=True)
class _Actions:
    """The actions of one file, which are one plan's."""

    source: Source
    plans: set[str] = field(default_factory=set)
    titles: dict[ActionKey, str] = field(default_factory=dict)

    def row(self, cells: Cells) -> Iterator[Record]:
        """Raises Unclear for a row without a title, or whose number an earlier one has."""
        title = cells.text("title")
        if not title:
            raise Unclear("an action needs a title: the row is not read")
        named, called = whose(cells), PurePosixPath(self.source.name).stem
        plan = "/".join((*(named[:1] if len(named) == 1 else ()), "impact-oss", called))
        if plan not in self.plans:
            self.plans.add(plan)
            yield Plan(identifier=plan, states=named[:1], title=f"IMPACT OSS, {called}", place="file")
        key = ActionKey(plan, cells.text("id") or terms.digest(title))
        if key in self.titles:
            raise Unclear(f"an earlier row is the action {key.local!r} too: this row is not read")
        self.titles[key] = title
        yield _action(cells, key, named)
        if cells.text("indicator_summary"):
            summary = cells.text("indicator_summary")
            yield Indicator(owner=key, local="summary", title=summary, language=language([summary]), place=cells.place)
        if not cells.text("recommendations"):
            self.source.find(cells.place, "the action names no recommendation", Severity.NOTE)
        found = review(cells, named)
        yield from links(cells, key, "recommendations", review=found, basis=Basis.STATE_REPORT)


def _action(cells: Cells, key: ActionKey, named: tuple[str, ...]) -> Action:
    parts = [cells.text(name) for name in ("description", "outcome", "target_date_comment")]
    title = cells.text("title")
    return Action(
        key=key,
        state=named[0] if len(named) == 1 else None,
        title=title,
        description="\n".join(filter(None, parts)),
        language=language([title, *parts]),
        responsible=tuple(cells.several("responsible")),
        deadline=cells.day("target_date", 12, 31),
        status=cells.text("status"),
        place=cells.place,
    )


LOADER = Loader(
    name="follow_up.impact_oss",
    title="IMPACT OSS, list of recommendations or actions",
    publisher="the State whose tracking database it is",
    licence="as the State says",
    gives="positions; actions with what they answer",
    leaves="the database's own affairs (who changed what when)",
    recognise=recognise,
    load=load,
)
