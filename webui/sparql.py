"""The SPARQL 1.1 endpoint, read-only: the protocol for programs, a form for people."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from graph.store.asking import Answer, Refusal, Request
from graph.terms import PREFIXES
from graph.vocabulary import vocabulary
from webui import description, protocol
from webui.asker import asker, limits
from webui.assets import drawn_by, edited_by
from webui.examples import STARTER, examples
from webui.negotiation import GRAPHS, JSON, TURTLE, wish
from webui.places import SPACES

_DOWNLOADS = {
    "rows": ("csv", "tsv", "json", "xml"),
    "truth": ("json", "xml"),
    "graph": ("turtle", "ntriples", "rdfxml", "jsonld"),
    "refusal": (),
}

sparql = Blueprint("sparql", __name__)


@sparql.route("/sparql", methods=["GET", "POST"], strict_slashes=False)
def endpoint() -> Response:
    """Answer a query, show the form, or describe the service. Raises Refusal, Unacceptable."""
    asked = protocol.read(request, limits())
    wanted = wish(request.accept_mimetypes, asked.form)
    if wanted.page:
        return _page(asked)
    if not asked.query:
        return _description(wanted.graph)
    return _answered(
        asker().answer(_request(asked, wanted.rows, wanted.graph)),
    )


@sparql.get("/sparql/vocabulary")
def terms() -> Response:
    """What the editor completes: prefixes, classes and properties with their definitions, as JSON."""
    answer = jsonify(vocabulary() | {"spaces": SPACES})
    answer.headers["Cache-Control"] = "public, max-age=3600"
    return answer


def _request(asked: protocol.Asked, rows: str, graph: str) -> Request:
    return Request(
        query=asked.query,
        accept=rows,
        graph_accept=graph,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        base=request.base_url,
    )


def _answered(found: Answer) -> Response:
    answer = make_response(found.body)
    answer.content_type = (
        f"{found.media_type}; charset=utf-8" if found.media_type.startswith("text/") else found.media_type
    )
    answer.headers["Vary"] = "Accept"
    answer.headers["Cache-Control"] = "no-cache"
    if found.truncated:
        answer.headers["X-Truncated"] = "true"
    return answer


def _description(media: str) -> Response:
    """SPARQL 1.1 Service Description, for whoever asks for RDF by name and no query."""
    named = any(GRAPHS.get(kind) == media and kind != "*/*" for kind, _ in request.accept_mimetypes)
    if not named:
        raise Refusal(400, "no query: send it as `query`")
    answer = make_response(description.describe(request.base_url, media))
    answer.content_type = media
    return answer


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as a page shows it: a table, a truth or a graph as text; or the reason there is none."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[dict[str, str] | None, ...], ...] = ()
    truth: bool | None = None
    graph: str = ""
    truncated: bool = False
    refusal: Refusal | None = None

    @property
    def kind(self) -> str:
        if self.refusal:
            return "refusal"
        if self.truth is not None:
            return "truth"
        return "graph" if self.graph else "rows"


def _address(asked: protocol.Asked, form: str) -> str:
    """Where the same question is answered in a format."""
    told = [("query", asked.query), ("format", form)]
    told += [("default-graph-uri", graph) for graph in asked.default_graphs]
    told += [("named-graph-uri", graph) for graph in asked.named_graphs]
    return "/sparql?" + urlencode(told)


def _page(asked: protocol.Asked) -> Response:
    shown = _shown(asked) if asked.query else None
    status = shown.refusal.status if shown and shown.refusal else 200
    page = render_template(
        "sparql.html",
        asked=asked,
        starter=STARTER,
        shown=shown,
        prefixes=PREFIXES,
        examples=examples(),
        limits=limits(),
        downloads=[(name, _address(asked, name)) for name in _DOWNLOADS[shown.kind]] if shown else [],
        permalink=_address(asked, "html"),
        edited_by=edited_by(),
        drawn_by=drawn_by(),
    )
    answer = make_response(page, status)
    if shown and shown.truncated:
        answer.headers["X-Truncated"] = "true"
    if shown and shown.refusal and shown.refusal.retry_after:
        answer.headers["Retry-After"] = str(shown.refusal.retry_after)
    answer.headers["Vary"] = "Accept"
    return answer


def _shown(asked: protocol.Asked) -> Shown:
    try:
        found = asker().answer(_request(asked, JSON, TURTLE))
    except Refusal as refusal:
        return Shown(refusal=refusal)
    if found.media_type == TURTLE:
        return Shown(graph=found.body.decode("utf-8") or "# no triples", truncated=found.truncated)
    told: dict[str, Any] = json.loads(found.body)
    if "boolean" in told:
        return Shown(truth=bool(told["boolean"]))
    columns = tuple(told["head"]["vars"])
    rows = tuple(tuple(row.get(name) for name in columns) for row in told["results"]["bindings"])
    return Shown(columns=columns, rows=rows, truncated=found.truncated)
