"""One State: at a glance, its asks, its groups, its programmes, its documents, its themes and its timeline."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from flask import Blueprint, abort, current_app, render_template, request
from werkzeug.wrappers import Response

from webui import states
from webui.downloads import taken
from webui.paging import Paged, page
from webui.state import sheets
from webui.state.answers import answers
from webui.state.asks import asks as asks_to
from webui.state.checklist import checklist
from webui.state.coverage import coverage
from webui.state.frameworks import frameworks, results
from webui.state.groups import groups as groups_of
from webui.state.heat import TOP, heat
from webui.state.listed import ask_cards, choices, programme_cards, projects
from webui.state.listed import documents as listed_documents
from webui.state.narrow import Narrowing
from webui.state.papers import papers
from webui.state.phase import phase
from webui.state.programmes import agency_names
from webui.state.shelf import shelf
from webui.state.timeline import events, years

country = Blueprint("country", __name__, url_prefix="/state/<iso3>")

T = TypeVar("T")

GROUPS = 6
"""Groups that the page of a State shows."""
EVENTS = 40
"""Events that the page of a State shows; the timeline shows all."""
RESULTS = 200
"""Results of frameworks that the page of programmes shows."""


@country.get("")
def glance(iso3: str) -> Response | str:
    """Phase and next dates, answers, themes, groups, programmes, timeline, documents and the checklist."""
    state = _known(iso3)
    today = _today()
    if file := taken(lambda: sheets.glance(state.iso3, today)):
        return file
    happened = events(state.iso3)
    return render_template(
        "state.html",
        state=state,
        tab="glance",
        asks=len(asks_to(state.iso3)),
        phase=phase(state.iso3, today),
        answers=answers(state.iso3),
        heat=heat(state.iso3),
        top=TOP,
        groups=groups_of(state.iso3)[:GROUPS],
        group_count=len(groups_of(state.iso3)),
        coverage=coverage(state.iso3),
        years=years(happened[:EVENTS]),
        event_count=len(happened),
        shelf=shelf(state.iso3, today),
        documents=listed_documents(state.iso3, today).counts,
        checklist=checklist(state.iso3, today),
    )


@country.get("/asks")
def asks(iso3: str) -> Response | str:
    """Recommendations and observations that fit what the address tells; noted ones stand among the others."""
    state = _known(iso3)
    narrowing = Narrowing.read(state.iso3, request.args)
    found, issued = narrowing.narrowed(), {paper.iri: paper.issued for paper in papers(state.iso3)}
    if file := taken(lambda: sheets.asks(state.iso3, ask_cards(found, issued))):
        return file
    paged = _paged(found)
    return render_template(
        "asks.html",
        state=state,
        tab="asks",
        narrowing=narrowing,
        choices=choices(narrowing),
        asks=paged,
        cards=ask_cards(paged.shown, issued),
    )


@country.get("/themes")
def themes(iso3: str) -> Response | str:
    """Every theme by mechanism, in one code list."""
    state = _known(iso3)
    found = heat(state.iso3, request.args.get("scheme", ""))
    if file := taken(lambda: sheets.themes(state.iso3, found)):
        return file
    return render_template("themes.html", state=state, tab="", heat=found)


@country.get("/timeline")
def timeline(iso3: str) -> Response | str:
    """Everything that happened, year by year."""
    state = _known(iso3)
    if file := taken(lambda: sheets.timeline(state.iso3, events(state.iso3))):
        return file
    paged = _paged(events(state.iso3))
    return render_template("timeline.html", state=state, tab="", events=paged, years=years(tuple(paged.shown)))


@country.get("/groups")
def groups(iso3: str) -> Response | str:
    """Groups of asks of different mechanisms that reinforce each other."""
    state = _known(iso3)
    if file := taken(lambda: sheets.groups(state.iso3, groups_of(state.iso3))):
        return file
    return render_template("groups.html", state=state, tab="groups", groups=_paged(groups_of(state.iso3)))


@country.get("/programmes")
def programmes(iso3: str) -> Response | str:
    """Frameworks, their results, and projects by agency, goal and whether an ask is linked."""
    state = _known(iso3)
    found = projects(state.iso3, request.args)
    if file := taken(lambda: sheets.programmes(state.iso3, found.projects, agency_names(state.iso3))):
        return file
    paged = _paged(found.projects)
    all_results = results(state.iso3) if not found.on else ()
    return render_template(
        "programmes.html",
        state=state,
        tab="programmes",
        frameworks=frameworks(state.iso3) if not found.on else (),
        results=all_results[:RESULTS],
        result_count=len(all_results),
        found=found,
        projects=paged,
        cards=programme_cards(paged.shown, agency_names(state.iso3)),
    )


@country.get("/documents")
def documents(iso3: str) -> Response | str:
    """Documents that were read, that are only cited, and those missing, named where a rule names them."""
    state = _known(iso3)
    found = listed_documents(state.iso3, _today(), status=request.args.get("status", ""), of=request.args.get("of", ""))
    if file := taken(lambda: sheets.documents(state.iso3, found)):
        return file
    return render_template("documents.html", state=state, tab="documents", found=found, documents=_paged(found.papers))


def _known(iso3: str) -> states.State:
    coded = iso3.isalpha() and len(iso3) == 3 and iso3.isascii()
    found = states.state(iso3.upper()) if coded else None
    if found is None:
        abort(404, f"Nothing in this build concerns a State with the code {iso3}.")
    return found


def _today() -> date:
    """The day that phases are told for: TODAY of the configuration, for a build that is looked at later, or today."""
    told = current_app.config.get("TODAY")
    return told if isinstance(told, date) else datetime.now(tz=UTC).date()


def _paged(found: Sequence[T]) -> Paged[T]:
    return page(found, request.args.get("page", "1"))
