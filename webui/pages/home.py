"""The front page, and the search over everything."""

from flask import Blueprint, make_response, render_template, request
from flask.wrappers import Response

from graph.text import NoIndex, TooSlow
from webui import plain_search, search
from webui.asker import current_build
from webui.files_of_search import FORMATS, as_csv, as_json
from webui.front import front
from webui.look import FAMILIES, all_states
from webui.states import states as known_states

home = Blueprint("home", __name__)


@home.get("/")
def start() -> str:
    """The search box, and States with their counts."""
    table = front(
        current_build(), request.args.get("sort", ""), request.args.get("order", ""), request.args.get("named", "")
    )
    return render_template("home.html", front=table)


@home.get("/search")
def found() -> Response:
    """What holds these words: hits with their reasons, and what would narrow the search. Raises Refusal."""
    asked = search.Asked.read(request.args)
    form = request.args.get("format", "")
    try:
        limit = search.DOWNLOAD if form in FORMATS else search.SIZE
        results = search.results(current_build(), asked, limit) if asked.anything else None
    except NoIndex:
        return _without_index(asked)
    except TooSlow as fault:
        return _page(asked, None, slow=str(fault), status=503)
    if results and form in FORMATS:
        return as_csv(results) if form == "csv" else as_json(results)
    return _page(asked, results)


def _page(asked: search.Asked, results: search.Results | None, slow: str = "", status: int = 200) -> Response:
    page = render_template(
        "search.html",
        words=asked.words,
        asked=asked,
        results=results,
        slow=slow,
        all_states=all_states(),
        kinds=search.KIND_NAMES,
        families={value: name for value, name in FAMILIES.items() if value},
        positions=search.POSITION_NAMES,
    )
    return make_response(page, status)


def _without_index(asked: search.Asked) -> Response:
    """The search of old: slower, without endings, reasons and counts; the page says so."""
    plain = plain_search.search(asked.words, asked.filters.state) if asked.words else None
    page = render_template("plain_search.html", words=asked.words, asked=asked, results=plain, states=known_states())
    return make_response(page)
