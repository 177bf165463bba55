"""Who decided what: every decision, newest first, conflicts on top."""

from datetime import datetime

from flask import Blueprint, abort, jsonify, make_response, render_template, request
from werkzeug.wrappers import Response

from graph.review.decision import PAST
from webui import states
from webui.paging import page
from webui.reviewing.decided import Wanted, as_csv, decided, progress, told
from webui.reviewing.standing import file, standing
from webui.reviewing.work import relation, work

decisions = Blueprint("decisions", __name__)


@decisions.get("/desk/decisions")
def all_decisions() -> Response:
    """The page; without a filter its CSV holds the rows of `decisions.csv` in their order."""
    given = {name: request.args.get(name, "").strip() for name in ("who", "state", "relation", "decision")}
    standing_now = standing()
    found = decided(standing_now, _wanted(given))
    form = request.args.get("format", "")
    if form == "csv":
        kept = set(found.lines)
        answer = make_response(as_csv(line for line in standing_now.lines if line in kept))
        answer.content_type = "text/csv; charset=utf-8"
        answer.headers["Content-Disposition"] = 'attachment; filename="decisions.csv"'
        return answer
    if form == "json":
        return jsonify([told(line) for line in found.lines])
    if form not in ("", "html"):
        abort(406, f"There is no format {form!r} of this page; there are html, csv and json.")
    body = render_template(
        "decisions.html",
        found=found,
        paged=page(found.lines, request.args.get("page", "1")),
        given={name: word for name, word in given.items() if word},
        states=states.states(),
        words_for=PAST,
        progress=progress(standing_now, datetime.now().astimezone().date(), 0, 0),
        kept=file() is not None,
    )
    return make_response(body)


def _wanted(given: dict[str, str]) -> Wanted:
    iso3 = given["state"].upper()
    if iso3 and iso3 not in {state.iso3 for state in states.states()}:
        abort(404, f"Nothing in this build concerns a State with the code {given['state'][:20]}.")
    things = work(iso3).things if iso3 else None
    return Wanted(given["who"], relation(given["relation"]), given["decision"], things)
