"""Where a State stands in the Universal Periodic Review today, and what comes next."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from graph import calendar
from webui.state.papers import papers
from webui.state.reviews import Engagement, reviews

PRIOR_MONTHS: Final = 12
"""The phase before a review begins so long before it: submissions are due seven to eight months ahead."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date. `what` is a key of the page's words; `stated` tells a day that a source gives from a computed one.

    `exact` tells a day from a month. `iri` is the thing that states it, if any. `done` tells the past.
    """

    what: str
    day: date
    stated: bool
    exact: bool
    source: str
    done: bool
    iri: str = ""

    @property
    def shown(self) -> str:
        """`12 November 2019`, or `June 2025` where only the month is reckoned."""
        written = self.day.strftime("%d %B %Y" if self.exact else "%B %Y")
        return written.lstrip("0")


@dataclass(frozen=True, slots=True)
class Phase:
    """`name` is `prior`, `during`, `after` or `unknown`; `cycle` that of the last review known here.

    `overdue`: by the rule another review has been held since, of which nothing is known here.
    """

    name: str
    cycle: int | None
    last: date | None
    overdue: bool
    milestones: tuple[Milestone, ...]

    def upcoming(self, what: str) -> Milestone | None:
        """The next milestone of a kind that is still to come."""
        return next((one for one in self.milestones if one.what == what and not one.done), None)


@dataclass(frozen=True, slots=True)
class _Review:
    """A review as far as a source dates it."""

    cycle: int
    day: date
    exact: bool
    adopted: date | None
    source: str
    iri: str


def phase(iso3: str, today: date) -> Phase:
    """The phase on a day, from the reviews in the graph and in the UPR calendar. Raises Refusal."""
    dated = _dated(iso3)
    past = [one for one in dated if one.day <= today]
    coming = [one for one in dated if one.day > today]
    last = past[-1] if past else None
    overdue = bool(last and not coming and calendar.next_review_after(last.day) <= today)
    found: list[Milestone] = []
    if last:
        found += _of_the_last(iso3, last, today)
    if coming:
        found += _of_the_next(coming[0].day, today, coming[0])
    elif last and not overdue:
        found += _of_the_next(calendar.next_review_after(last.day), today, None)
    return Phase(
        name=_name(last, found, today, overdue=overdue),
        cycle=last.cycle if last else None,
        last=last.day if last else None,
        overdue=overdue,
        milestones=tuple(sorted(found, key=lambda one: (one.day, one.what))),
    )


def _name(last: _Review | None, found: list[Milestone], today: date, *, overdue: bool) -> str:
    """The phase; with a review that is long past and no later one, nobody can tell."""
    days = {one.what: one.day for one in found}
    if overdue or not found:
        return "unknown"
    if last and today < days["adoption"]:
        return "during"
    if "nextReview" in days and today >= calendar.months_after(days["nextReview"], -PRIOR_MONTHS):
        return "prior"
    return "after" if last else "unknown"


def _dated(iso3: str) -> list[_Review]:
    """Every review that the graph or the calendar dates, oldest first; the graph goes first."""
    known = reviews(iso3)
    found: dict[int, _Review] = {}
    for cycle, number in calendar.reviews(iso3).items():
        session = calendar.sessions()[number]
        if session.start:
            found[cycle] = _Review(cycle, session.start, False, None, f"session {number} in the UPR calendar", "")
    for cycle, review in known.items():
        if review.day:
            found[cycle] = _stated(cycle, review.day, review)
        elif cycle in found:
            old = found[cycle]
            found[cycle] = _Review(cycle, old.day, old.exact, review.adopted, old.source, review.iri)
    return sorted(found.values(), key=lambda one: one.day)


def _stated(cycle: int, day: date, review: Engagement) -> _Review:
    return _Review(
        cycle=cycle,
        day=day,
        exact=review.reviewed is not None,
        adopted=review.adopted,
        source="stated by documents of the review",
        iri=review.iri,
    )


def _of_the_last(iso3: str, last: _Review, today: date) -> list[Milestone]:
    """The review itself, its adoption, and the mid-term report: read, or due."""
    adopted = last.adopted or calendar.adoption_after(last.day)
    told = "stated by documents of the review" if last.adopted else _rule("adoption")
    found = [
        Milestone("review", last.day, True, last.exact, last.source, True, last.iri),
        Milestone(
            "adoption", adopted, last.adopted is not None, last.adopted is not None, told, adopted <= today, last.iri
        ),
    ]
    reports = [paper for paper in papers(iso3) if paper.kind == "MidtermReport" and paper.issued > str(last.day)]
    for paper in reports:
        day = date.fromisoformat(paper.issued)
        found.append(Milestone("midterm", day, True, True, "the report itself", day <= today, paper.iri))
    if not reports:
        due = calendar.midterm_after(adopted)
        found.append(Milestone("midterm", due, False, False, _rule("midterm"), False))
    return found


def _of_the_next(day: date, today: date, stated: _Review | None) -> list[Milestone]:
    """What is due for the next review, and the review."""
    told = stated.source if stated else _rule("nextReview")
    exact = bool(stated and stated.exact)
    return [
        Milestone(what, due, False, False, _rule(what), due <= today)
        for what, due in (
            ("submissions", calendar.submissions_due(day)),
            ("nationalReport", calendar.national_report_due(day)),
        )
    ] + [Milestone("nextReview", day, stated is not None, exact, told, day <= today, stated.iri if stated else "")]


def _rule(what: str) -> str:
    rule = calendar.RULES[what]
    return f"{rule.words} ({rule.source})"
