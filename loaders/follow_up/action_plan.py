"""A national action or implementation plan (XLSX, CSV) in its template: one row, one action for its recommendations.

A plan is named by its State, first year and title (`SVN/plan/2025/rights-for-all`), for a State may have several of one
year; without a title it is called after its file. An action is named by its number, or else by its words; a row that
repeats it adds recommendations and another indicator, nothing else. Cells that are merged down hold for every row they
stand beside.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from graph import terms
from graph.clean import Unclear
from graph.records import Action, ActionKey, Basis, Indicator, Measure, Money, Plan, Record, Value
from graph.source import Loader, Severity, Source
from loaders.documents.cells import Cells
from loaders.documents.language import language
from loaders.documents.named_asks import links
from loaders.follow_up.review import review, whose
from loaders.follow_up.templates import ACTION_PLAN

_MEASURES: Final = {"Baseline": Measure.BASELINE, "Target": Measure.TARGET, "Actual": Measure.ACTUAL}


def recognise(source: Source) -> bool:
    """By its headings: those that the template cannot do without."""
    return ACTION_PLAN.matches(source)


def load(source: Source) -> Iterator[Record]:
    """The plans, their actions with indicators, and a link from each action to what it answers."""
    seen = _Seen(source)
    for cells in ACTION_PLAN.rows(source):
        try:
            yield from seen.row(cells)
        except Unclear as fault:
            cells.find(str(fault))


@dataclass(slots=True)
class _Seen:
    """The plans and actions of the rows before."""

    source: Source
    plans: dict[str, Plan] = field(default_factory=dict)
    actions: dict[ActionKey, str] = field(default_factory=dict)
    indicators: Counter[ActionKey] = field(default_factory=Counter)

    def row(self, cells: Cells) -> Iterator[Record]:
        """Raises Unclear for a row without an action, or whose number an earlier one has."""
        title = cells.text("Action")
        if not title:
            raise Unclear("a row needs an action: it is not read")
        states = whose(cells)
        plan = self._plan(cells, states)
        if plan.identifier not in self.plans:
            self.plans[plan.identifier] = plan
            yield plan
        key = ActionKey(plan.identifier, cells.text("No.") or terms.digest(title))
        if self.actions.setdefault(key, title) != title:
            raise Unclear(f"an earlier row has the number {key.local!r} for another action: this row is not read")
        if key not in self.indicators:
            self.indicators[key] = 0
            yield _action(cells, key, states)
        yield from self._indicator(cells, key)
        if not cells.text("Recommendation"):
            self.source.find(cells.place, "the action names no recommendation", Severity.NOTE)
        found = review(cells, states)
        yield from links(cells, key, "Recommendation", review=found, basis=Basis.STATE_REPORT)

    def _plan(self, cells: Cells, states: tuple[str, ...]) -> Plan:
        title, start = cells.text("Plan"), cells.day("Plan start", 1, 1)
        if not title:
            title = PurePosixPath(self.source.name).stem
        year = (str(start.year),) if start else ()
        made = Plan(
            identifier="/".join((*(states if len(states) == 1 else ()), "plan", *year, terms.slug(title))),
            states=states,
            title=title,
            language=language([title]),
            start=start,
            end=cells.day("Plan end", 12, 31),
            place=cells.place,
        )
        known = self.plans.get(made.identifier)
        if known and known.end != made.end:
            cells.find(f"the plan {made.identifier} has another end on {known.place}: that is kept")
        return known or made

    def _indicator(self, cells: Cells, key: ActionKey) -> Iterator[Indicator]:
        title = cells.text("Indicator")
        values = tuple(Value(measure, cells.text(name)) for name, measure in _MEASURES.items() if cells.text(name))
        if title:
            self.indicators[key] += 1
            yield Indicator(
                owner=key,
                local=str(self.indicators[key]),
                title=title,
                language=language([title]),
                unit=cells.text("Unit"),
                source=cells.text("Means of verification"),
                values=values,
                place=cells.place,
            )
        elif values:
            cells.find("a baseline, target or actual value without an indicator: not read")


def _action(cells: Cells, key: ActionKey, states: tuple[str, ...]) -> Action:
    start, deadline = cells.day("Start", 1, 1), cells.day("Deadline", 12, 31)
    if start and deadline and deadline < start:
        cells.find(f"its deadline {deadline} is before its start {start}")
    if len(states) > 1:
        cells.find("State: several are named, and an action is one State's: it is read without")
    texts = [cells.text("Action"), cells.text("Description")]
    return Action(
        key=key,
        state=states[0] if len(states) == 1 else None,
        title=texts[0],
        description=texts[1],
        language=language(texts),
        responsible=tuple(cells.several("Responsible")),
        partners=tuple(cells.several("Partners")),
        start=start,
        deadline=deadline,
        cost=_cost(cells, start, deadline),
        status=cells.text("Status"),
        evidence=cells.text("Evidence"),
        place=cells.place,
    )


def _cost(cells: Cells, start: date | None, deadline: date | None) -> tuple[Money, ...]:
    told = cells.amount("Cost")
    return (Money(*told, "cost", start, deadline),) if told else ()


LOADER = Loader(
    name="follow_up.action_plan",
    title="National action or implementation plan",
    publisher="the State or whoever keeps the plan",
    licence="as whoever keeps the plan says",
    gives="actions, who is responsible, indicators, cost, status, the recommendations they answer",
    leaves="columns that the template does not have (each is a finding)",
    recognise=recognise,
    load=load,
)
