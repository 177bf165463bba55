"""The question library: questions by who asks them; each with its form, its answer, its columns and its SPARQL."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, abort, render_template, request

from graph.parameters import Parameter
from graph.questions import ASKERS, NoQuestion, Question, library, question
from graph.store.asking import Refusal, Rows
from webui.asker import asker, current_build, records, remembered
from webui.states import states

questions = Blueprint("questions", __name__, url_prefix="/questions")

SHOWN = 200
"""Rows of an answer that a page shows; downloads have them all."""

_LABELS = {
    "theme": "?thing rg:theme ?of . ?of skos:prefLabel ?name",
    "persons": "?thing rg:affectedGroup ?of . ?of skos:prefLabel ?name",
    "agency": "?thing rg:implementer ?of . ?of rdfs:label ?name",
    "mechanism": "?of rg:family ?family ; skos:notation ?name",
}
"""Kind of a parameter → what holds the values that a build knows."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a page shows it: what was given, the query, the answer or what is wrong."""

    question: Question
    given: dict[str, str]
    text: str
    answer: Rows | None
    fault: str


@questions.get("")
def all_questions() -> str:
    """Every question in plain words, by who asks it; those that hold what is looked for."""
    words = request.args.get("q", "").strip()
    found = [one for one in library() if words.casefold() in one.title.casefold()]
    by_asker = [(asker_, [one for one in found if asker_ in one.askers]) for asker_ in ASKERS]
    return render_template(
        "questions.html",
        by_asker=[(name, some) for name, some in by_asker if some],
        looked_for=words,
        carried=_carried(),
    )


@questions.get("/<name>")
def one(name: str) -> str:
    """One question; with `ask` in the address, its answer."""
    try:
        found = question(name)
    except NoQuestion:
        abort(404, f"There is no question called {name}.")
    given = {parameter.name: request.args.get(parameter.name, "").strip() for parameter in found.parameters}
    asked = _asked(found, given, wanted="ask" in request.args)
    return render_template(
        "question.html",
        question=found,
        given=given,
        text=asked.text,
        answer=asked.answer,
        fault=asked.fault,
        shown=SHOWN,
        heading=heading,
        states=states(),
        known={parameter.name: _known(parameter) for parameter in found.parameters if parameter.kind in _LABELS},
        label_findings=_label_findings() if 25 in found.competency else {},
        downloads=[
            (form, "/sparql?" + urlencode({"query": asked.text, "format": form})) for form in ("csv", "tsv", "json")
        ],
        open_in="/sparql?" + urlencode({"query": asked.text, "format": "html"}),
        carried=_carried(),
    )


def heading(name: str) -> str:
    """A column or parameter as people read it: `paragraphThere` → `Paragraph there`."""
    words = re.sub(r"(?<=[a-z])([A-Z])", lambda found: " " + found[1].lower(), name)
    return words[:1].upper() + words[1:]


def _asked(found: Question, given: dict[str, str], *, wanted: bool) -> Asked:
    try:
        text = found.fill({name: value for name, value in given.items() if value})
    except ValueError as fault:
        return Asked(found, given, found.text, None, str(fault))
    if not wanted:
        return Asked(found, given, text, None, "")
    try:
        return Asked(found, given, text, asker().select(text), "")
    except Refusal as refusal:
        return Asked(found, given, text, None, str(refusal))


_NAMES = "SELECT DISTINCT ?name WHERE { # labels\n FILTER(LANG(?name) IN ('', 'en')) }"


def _known(parameter: Parameter) -> list[str]:
    """The values that this build knows for a parameter of a kind; empty where they cannot be asked for."""

    def ask() -> list[str]:
        query = _NAMES.replace("# labels", _LABELS[parameter.kind])
        return sorted({row["name"] for row in records(query, {})}, key=str.casefold)

    try:
        return remembered(f"known {parameter.kind}", ask)
    except Refusal:
        return []


def _carried() -> str:
    """The State chosen before, for the addresses of other questions."""
    state = request.args.get("state", "").strip()
    return "?" + urlencode({"state": state}) if state else ""


def _label_findings() -> dict[str, list[str]]:
    """File → what was found odd about its label, from the build's own report."""
    found: dict[str, list[str]] = {}
    try:
        told = current_build().report().get("findings", [])
    except OSError:
        return {}
    for finding in told:
        if any(words in finding["reason"] for words in ("the file says", "label", "belongs to", "was reviewed in")):
            found.setdefault(finding["file"], []).append(finding["reason"])
    return found
