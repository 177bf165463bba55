"""Why two things are linked: both texts side by side, each reason with what it adds, the source, the decisions."""

from flask import Blueprint, abort, make_response, render_template, request
from flask.wrappers import Response

from graph.clean import Unclear
from graph.review.ends import end
from graph.review.explain import explanation
from graph.review.explaining import as_json
from webui.asker import asker
from webui.places import explain_of
from webui.reviewing.acting import REASONS
from webui.reviewing.standing import history, waiting

explaining = Blueprint("explaining", __name__)

FORMATS = ("", "html", "json")


@explaining.get("/explain")
def explain() -> Response:
    """Two things, named as the link commands name them, and all that links them. Raises Refusal."""
    form = request.args.get("format", "")
    if form not in FORMATS:
        abort(406, f"There is no format {form!r} of this page; there are html and json.")
    one, other = _end("one"), _end("other")
    try:
        found, message = explanation(asker(), one, other)
    except LookupError as fault:
        abort(404, str(fault))
    if form == "json":
        answer = make_response(as_json(found, message))
        answer.content_type = "application/json"
        answer.headers["Content-Disposition"] = 'attachment; filename="explanation.json"'
        return answer
    page = render_template(
        "explain.html",
        one=one,
        other=other,
        found=found,
        message=message,
        json=explain_of(one, other, "json"),
        here=explain_of(one, other),
        history=history,
        unbuilt=waiting,
        suggestions=REASONS,
    )
    return make_response(page)


def _end(name: str) -> str:
    try:
        return end(request.args.get(name, ""))
    except Unclear as fault:
        abort(400, f"{name}: {fault}")
