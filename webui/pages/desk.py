"""The review desk: one proposed link at a time, decided by people who are named."""

from datetime import datetime
from typing import NoReturn

from flask import Blueprint, abort, flash, jsonify, make_response, redirect, render_template, request
from werkzeug.wrappers import Response

from graph.clean import Unclear
from graph.review.append import Unrecorded
from graph.review.decision import PAST
from graph.review.listing import TASK_COLUMNS, task_row
from graph.review.printed import printed
from graph.review.record import NoLink
from graph.review.worklist import Task
from webui import states
from webui.accounts.access import needs, our_path, person
from webui.accounts.door import door
from webui.accounts.people import Role
from webui.places import explain_of, short
from webui.reviewing import acting
from webui.reviewing.acting import Overtaken, Wanted
from webui.reviewing.adding import CHOICES, Added
from webui.reviewing.decided import progress
from webui.reviewing.standing import file, standing
from webui.reviewing.view import address, view
from webui.reviewing.work import BANDS, Narrowed, chosen, is_open, key, work

desk = Blueprint("desk", __name__, url_prefix="/desk")

_FORMATS = ("", "html", "csv", "json")


@desk.get("")
def start() -> Response:
    """The desk; where nobody can log in, how to allow it."""
    if not door().open:
        return make_response(render_template("read_only.html", workspace=file() is not None))
    answer: Response = make_response(_desk())
    return answer


@needs(Role.REVIEWER)
def _desk() -> Response | str:
    narrowed = _narrowed()
    if not narrowed.state:
        return render_template("desk_states.html", states=states.states())
    known, decisions = work(narrowed.state), standing()
    tasks = chosen(narrowed, known, decisions)
    wanted = [task for task in tasks if narrowed.contested or is_open(decisions, key(task.link))]
    if form := request.args.get("format", ""):
        return _download(form, wanted)
    return render_template(
        "desk.html",
        narrowed=narrowed,
        known=known,
        bands=BANDS,
        state=states.state(narrowed.state),
        view=view(narrowed, tasks, decisions, request.args),
        progress=progress(decisions, datetime.now().astimezone().date(), len(wanted), len(tasks)),
        last=acting.last_of(_who(), decisions),
        suggestions=acting.REASONS,
        csv=address(narrowed, None) + "&format=csv",
        json=address(narrowed, None) + "&format=json",
    )


@desk.post("/decide")
@needs(Role.REVIEWER)
def decide() -> Response | str:
    """Record one decision and go on; if somebody was faster, show both."""
    told = request.form
    seen = told.get("seen", "0")
    wanted = Wanted(
        word=told.get("decision", ""),
        subject=told.get("subject", ""),
        relation=told.get("relation", ""),
        object=told.get("object", ""),
        why=told.get("why", "").strip(),
        seen=int(seen) if seen.isdecimal() and len(seen) < 7 else 0,
    )
    here, to = our_path(told.get("here", "")), our_path(told.get("next", ""))
    if wanted.word == "reject" and not wanted.why:
        flash("Say why you reject it: others will want to weigh the reason.", "fault")
        return redirect(here, code=303)
    try:
        made = acting.decide(wanted, _who())
    except Overtaken as fault:
        page = render_template("decided_meanwhile.html", wanted=wanted, history=fault.history, here=here, to=to)
        return make_response(page, 409)
    except (Unclear, NoLink, Unrecorded) as fault:
        _refused(fault)
    flash(f"{PAST[made.decision].capitalize()}: {short(made.subject)} – {short(made.object)}.", "done")
    return redirect(to, code=303)


@desk.post("/undo")
@needs(Role.REVIEWER)
def undo() -> Response:
    """Take back one's own last decision: a line that reopens the link."""
    here = our_path(request.form.get("here", ""))
    last = acting.last_of(_who(), standing())
    if last is None or request.form.get("place", "") != last.place:
        flash("There is nothing to take back: the decision is in force no more.", "fault")
        return redirect(here, code=303)
    try:
        acting.undo(last, _who())
    except Overtaken:
        flash("Somebody decided on this link after you: look at it first.", "fault")
    except (Unclear, NoLink, Unrecorded) as fault:
        _refused(fault)
    else:
        flash(f"Taken back: {short(last.subject)} – {short(last.object)} is open again.", "done")
    return redirect(explain_of(last.subject, last.object) if "/explain" in here else here, code=303)


@desk.get("/add")
@needs(Role.REVIEWER)
def adding() -> Response | str:
    """A form for a link that is missing."""
    return _add_form(Added.of(request.args), "")


@desk.post("/add")
@needs(Role.REVIEWER)
def add() -> Response | str:
    """Record the link that a person adds, and show it."""
    told = Added.of(request.form)
    try:
        made = acting.decide(told.wanted(), _who())
    except Overtaken:
        return make_response(_add_form(told, "somebody decided on this link already: look at it first"), 409)
    except (Unclear, NoLink) as fault:
        return make_response(_add_form(told, str(fault)), 400)
    except Unrecorded as fault:
        _refused(fault)
    flash("Added: it counts from the next build.", "done")
    return redirect(explain_of(made.subject, made.object), code=303)


def _add_form(told: Added, fault: str) -> str:
    return render_template("desk_add.html", told=told, choices=CHOICES, fault=fault)


def _download(form: str, tasks: list[Task]) -> Response:
    if form not in _FORMATS:
        abort(406, f"There is no format {form!r} of this page; there are html, csv and json.")
    rows = [task_row(task, {}) for task in tasks]
    if form == "json":
        return jsonify([dict(zip(TASK_COLUMNS, row, strict=True)) for row in rows])
    answer = make_response(printed(TASK_COLUMNS, rows, "csv"))
    answer.content_type = "text/csv; charset=utf-8"
    answer.headers["Content-Disposition"] = 'attachment; filename="worklist.csv"'
    return answer


def _narrowed() -> Narrowed:
    given = {name: request.args.get(name, "").strip() for name in ("state", "relation", "mechanism", "band")}
    known = {state.iso3 for state in states.states()}
    iso3 = given["state"].upper()
    if not iso3 and len(known) == 1:
        iso3 = min(known)
    if iso3 and iso3 not in known:
        abort(404, f"Nothing in this build concerns a State with the code {given['state'][:20]}.")
    return Narrowed(iso3, given["relation"], given["mechanism"], given["band"], request.args.get("contested") == "yes")


def _who() -> str:
    """The name of who is logged in: `needs` has seen to it that there is one."""
    who = person()
    if who is None:
        abort(403)
    return who.name


def _refused(fault: Exception) -> NoReturn:
    abort(400 if not isinstance(fault, Unrecorded) else 503, f"Nothing was recorded: {fault}.")
