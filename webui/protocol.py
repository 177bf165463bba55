"""SPARQL 1.1 Protocol: what an HTTP request asks for, or why it is none."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Request as HttpRequest

from graph.store.asking import Refusal
from graph.store.limits import Limits

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"

_KNOWN = ("query", "default-graph-uri", "named-graph-uri", "format")
_OF_UPDATES = ("update", "using-graph-uri", "using-named-graph-uri")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its dataset; `query` is empty where a request asks nothing yet, `form` the format by name."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str = ""


def read(request: HttpRequest, limits: Limits) -> Asked:
    """What a GET or POST asks. Raises Refusal with the 4xx that fits."""
    told = _pairs(request.query_string, limits)
    if request.method != "POST":
        return _asked(told)
    kind = request.mimetype
    _only_utf8(request)
    body = request.get_data(cache=False)
    if kind == FORM:
        return _required(_asked([*told, *_pairs(body, limits)]))
    if kind == QUERY:
        return _required(_asked([*told, ("query", _text(body))]))
    if kind == "application/sparql-update":
        raise _read_only()
    raise Refusal(415, f"a query is sent as {FORM} or {QUERY}, not as {kind or 'nothing'!r}")


def _pairs(encoded: bytes, limits: Limits) -> list[tuple[str, str]]:
    """The parameters of a query string or form, in order; only UTF-8 will do."""
    if encoded.count(b"&") >= limits.parameters:
        raise Refusal(413, f"more parameters than parameters ({limits.parameters}) allows")
    try:
        return parse_qsl(encoded.decode("utf-8"), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as fault:
        raise Refusal(400, "the parameters are not UTF-8") from fault


def _asked(told: list[tuple[str, str]]) -> Asked:
    """What the parameters ask; those of other servers (`timeout`, `output`) are left to them."""
    names = [name for name, _ in told]
    if any(name in _OF_UPDATES for name in names):
        raise _read_only()
    values = {known: tuple(value for name, value in told if name == known) for known in _KNOWN}
    for single in ("query", "format"):
        if len(values[single]) > 1:
            raise Refusal(400, f"more than one {single} in one request")
    query = "".join(values["query"])
    if "query" in names and not query.strip():
        raise Refusal(400, "the query is empty")
    return Asked(query, values["default-graph-uri"], values["named-graph-uri"], "".join(values["format"]))


def _required(asked: Asked) -> Asked:
    if not asked.query:
        raise Refusal(400, "no query: send it as `query`")
    return asked


def _only_utf8(request: HttpRequest) -> None:
    charset = request.mimetype_params.get("charset", "utf-8")
    if charset.casefold() not in ("utf-8", "utf8"):
        raise Refusal(415, f"a query is sent in UTF-8, not in {charset}")


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Refusal(400, "the query is not UTF-8") from fault


def _read_only() -> Refusal:
    return Refusal(403, "this endpoint answers queries only; nothing can be changed here")
