"""The question library: each question with its parameters as a form, its SPARQL and its answer."""

from urllib.parse import urlencode

from flask import Blueprint, abort, render_template, request

from graph.questions import NoQuestion, Question, library, question
from graph.store.asking import Refusal, Rows
from webui.asker import asker
from webui.states import states

questions = Blueprint("questions", __name__, url_prefix="/questions")


@questions.get("")
def all_questions() -> str:
    """Every question in plain words."""
    return render_template("questions.html", questions=library())


@questions.get("/<name>")
def one(name: str) -> str:
    """One question; with `ask` in the address, its answer."""
    try:
        found = question(name)
    except NoQuestion:
        abort(404, f"There is no question called {name}.")
    given = {parameter.name: request.args.get(parameter.name, "").strip() for parameter in found.parameters}
    text, fault = _filled(found, given)
    answer: Rows | None = None
    if "ask" in request.args and not fault:
        try:
            answer = asker().select(text)
        except Refusal as refusal:
            fault = str(refusal)
    return render_template(
        "question.html",
        question=found,
        given=given,
        text=text,
        answer=answer,
        fault=fault,
        states=states(),
        downloads=[
            (form, "/sparql?" + urlencode({"query": text, "format": form})) for form in ("csv", "tsv", "json", "xml")
        ],
        open_in="/sparql?" + urlencode({"query": text, "format": "html"}),
    )


def _filled(found: Question, given: dict[str, str]) -> tuple[str, str]:
    """The question's text with its parameters, and what is wrong with them."""
    try:
        return found.fill({name: value for name, value in given.items() if value}), ""
    except ValueError as fault:
        return found.text, str(fault)
