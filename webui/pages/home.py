"""The front page: every State with its counts, and the search."""

from flask import Blueprint, render_template, request

from webui import search
from webui.states import states

home = Blueprint("home", __name__)


@home.get("/")
def front() -> str:
    """States and the search box."""
    return render_template("home.html", states=states())


@home.get("/search")
def found() -> str:
    """Passages and programmes that hold every word, or that a symbol names."""
    words = request.args.get("q", "").strip()
    state = request.args.get("state", "").strip().upper()
    results = search.search(words, state) if words else None
    return render_template("search.html", words=words, state=state, results=results, states=states())
