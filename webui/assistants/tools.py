"""The tools themselves: plain functions over one build; every answer says where each of its lines stands."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from graph.clean import Unclear
from graph.questions import library, question
from graph.review.ends import end, shown
from graph.review.explain import explanation
from graph.review.explaining import as_json
from graph.review.links import Held, Wanted, links
from graph.review.side import sides
from graph.store.asking import Asker, Refusal, Request, Rows
from graph.store.builds import Build
from graph.text import Filters, NoIndex, TooSlow, search

MOST: Final = 50
"""Rows, hits or links in one answer: what an assistant can still read. A longer answer says how many there are."""
_REJECTED = "rejected"


class Unanswerable(Exception):
    """A tool was asked for what it cannot answer; the message says what to ask instead."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What can be asked of the build that is current, by whatever answers its queries. Methods raise Unanswerable."""

    build: Callable[[], Build]
    asker: Asker

    def questions(self) -> list[dict[str, Any]]:
        """The named questions: what each asks in plain words, and what it may be told."""
        return [
            {
                "name": one.name,
                "question": one.title,
                "parameters": {parameter.name: parameter.description for parameter in one.parameters},
            }
            for one in library()
        ]

    def ask(self, name: str, parameters: Mapping[str, str] | None = None) -> dict[str, Any]:
        """Answer a named question; `parameters` as `questions` lists them, such as {"state": "VNM"}."""
        try:
            asked = question(name)
            text = asked.fill(parameters or {})
        except (LookupError, ValueError) as fault:
            raise Unanswerable(str(fault)) from fault
        told = _table(_asked(lambda: self.asker.select(text)))
        return {"question": asked.title, "columns": dict(asked.columns), **told}

    def search(self, words: str, state: str = "", kind: str = "", family: str = "", limit: int = 20) -> dict[str, Any]:
        """Search every text. `words` as people write them: "a phrase", OR, -without, prefix*, a UN symbol.

        `state` is an ISO 3166 alpha-3 code; `kind` such as Recommendation, Observation, Project; `family` is upr,
        treatyBodies or specialProcedures.
        """
        filters = Filters(state=state.upper(), kind=kind, family=family)
        found = _asked(lambda: search(self.build(), words, filters, limit=min(max(limit, 1), MOST)))
        hits = [
            {key: value for key, value in asdict(hit).items() if key != "snippets"}
            | {"thing": shown(hit.iri), "found_in": [{"field": one.field, "words": one.text} for one in hit.snippets]}
            for hit in found.hits
        ]
        return {"total": found.total, "trouble": found.trouble, "hits": hits}

    def links(self, thing: str) -> dict[str, Any]:
        """Every link of a passage, project or document: relation, other end, basis, score, status; rejected ones last.

        `thing` as in "A/HRC/26/6 143.2", a path such as "project/VNM-1", or an IRI. Scores are probabilities that a
        computed link is right; `proposed` links wait for a person.
        """
        about = self._end(thing)
        found = sorted(_asked(lambda: links(self.asker, Wanted(about=about))), key=_standing)
        return {"total": len(found), "links": [asdict(one) | _ends(one) for one in found[:MOST]]}

    def explain(self, one: str, other: str) -> dict[str, Any]:
        """Why two things are linked, or why not: both texts, each reason with its weight, sources, decisions."""
        first, second = self._end(one), self._end(other)
        found, message = _asked(lambda: explanation(self.asker, first, second))
        told: dict[str, Any] = json.loads(as_json(found, message))
        return told

    def cite(self, thing: str) -> dict[str, Any]:
        """How to cite a passage or project: who says it, document, paragraph, words, and the files that hold it."""
        about = self._end(thing)
        side = _asked(lambda: sides(self.asker, [about]))[about]
        if not (side.text or side.title or side.document):
            raise Unanswerable(f"this build knows nothing by the name {thing!r}: search for it first")
        told = {key: value for key, value in asdict(side).items() if key != "shared"}
        return told | {"build": self.build().name}

    def sparql(self, query: str) -> dict[str, Any]:
        """Answer a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT, DESCRIBE), read-only and within the limits."""
        answer = _asked(lambda: self.asker.answer(Request(query=query, graph_accept="text/turtle")))
        return {"media_type": answer.media_type, "cut": answer.truncated, "answer": answer.body.decode("utf-8")}

    def _end(self, thing: str) -> str:
        try:
            return end(thing)
        except Unclear as fault:
            raise Unanswerable(str(fault)) from fault


def _asked(ask: Callable[[], Any]) -> Any:
    """What is asked, or in plain words why it is not answered."""
    try:
        return ask()
    except (Refusal, LookupError, NoIndex, TooSlow) as fault:
        raise Unanswerable(str(fault)) from fault


def _table(rows: Rows) -> dict[str, Any]:
    return {"total": len(rows.rows), "cut": rows.truncated or len(rows.rows) > MOST, "rows": rows.dicts()[:MOST]}


def _standing(link: Held) -> tuple[bool, float, str, str]:
    return link.status == _REJECTED, -link.score, link.subject, link.object


def _ends(link: Held) -> dict[str, str]:
    return {"subject_name": shown(link.subject), "object_name": shown(link.object)}
