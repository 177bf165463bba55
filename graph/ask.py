"""Asking from the command line: a named question or a file, answered in the format asked for."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from graph.questions import question
from graph.report import table
from graph.store.asking import Asker, Refusal, Request

FORMATS: Final = {
    "table": None,
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "turtle": "text/turtle",
    "nquads": "application/n-quads",
}
"""Name of a format → media type of the answer; a table is for reading."""


class Unanswered(Exception):
    """The query was refused or failed; the message says why and which limit or part is to blame."""


def text_of(name: str, parameters: Iterable[str]) -> str:
    """The SPARQL text of a named question with its parameters, or of a `.rq` file.

    Raises NoQuestion, ValueError for a parameter that is not `name=value`, OSError for an unreadable file.
    """
    values = dict(_pair(parameter) for parameter in parameters)
    path = Path(name)
    if path.suffix in (".rq", ".sparql"):
        if values:
            raise ValueError("parameters belong to named questions; a file is run as it is")
        return path.read_text("utf-8")
    return question(name).fill(values)


def _pair(parameter: str) -> tuple[str, str]:
    name, equals, value = parameter.partition("=")
    if not equals:
        raise ValueError(f"a parameter is written name=value, not {parameter!r}")
    return name.strip(), value


def answer(asker: Asker, text: str, form: str) -> str:
    """The answer as text in one of FORMATS. Raises Unanswered."""
    try:
        if form == "table":
            rows = asker.select(text)
            cells = [["" if term is None else term.value for term in row] for row in rows.rows]
            return table(list(rows.columns), cells)
        found = asker.answer(Request(query=text, accept=FORMATS[form] or ""))
    except Refusal as refusal:
        raise Unanswered(str(refusal)) from refusal
    return found.body.decode("utf-8")
