"""How the graph is asked, wherever it is kept: one protocol for workers here and for servers elsewhere."""

from dataclasses import dataclass
from typing import Literal, Protocol

Kind = Literal["uri", "literal", "bnode"]


@dataclass(frozen=True, slots=True)
class Term:
    """One value of an answer, named as SPARQL's JSON results name it."""

    value: str
    kind: Kind = "uri"
    datatype: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a SELECT: column names, and a tuple per row with None where a column is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    truncated: bool = False

    def dicts(self) -> list[dict[str, str]]:
        """Rows as plain text by column, unbound columns left out."""
        return [
            {name: term.value for name, term in zip(self.columns, row, strict=True) if term is not None}
            for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class Request:
    """A query as SPARQL 1.1 Protocol tells it: its dataset, its base, and the media type wanted.

    An empty dataset means the union of all graphs, unless the query names one itself. `accept` is for rows and
    truths, and for graphs too unless `graph_accept` tells another. `download` allows more rows than a page shows.
    """

    query: str
    accept: str = "application/sparql-results+json"
    graph_accept: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    base: str = ""
    download: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, or one cut at the row limit and marked so; never half a body."""

    body: bytes
    media_type: str
    truncated: bool = False


class Refusal(Exception):
    """A query was not answered. `status` is the HTTP status it means, `retry_after` seconds where it may help."""

    def __init__(self, status: int, message: str, retry_after: int | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


class Asker(Protocol):
    """Whatever answers queries. Every method raises Refusal."""

    def select(self, query: str) -> Rows:
        """The rows of a SELECT of ours."""

    def answer(self, request: Request) -> Answer:
        """Any query, in a media type of SPARQL 1.1."""
