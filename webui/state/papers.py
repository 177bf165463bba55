"""A State's documents: what each is, whether it was read or is only cited, and where it belongs."""

from dataclasses import dataclass

from graph import terms
from graph.terms import NS
from webui.asker import iri
from webui.cards import natural
from webui.state.kept import kept
from webui.state.told import Facts, told_of

_PAPERS = """
SELECT DISTINCT ?thing ?property ?value WHERE {
  VALUES ?state { UNDEF }
  ?thing rg:state ?state ; a rg:Document .
  ?thing ?property ?value
  FILTER(?property IN (rdf:type, rg:symbol, dcterms:title, dcterms:issued, rg:engagement, rg:readBy))
}
"""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document. `kind` is the local name of its class, empty for one that is only cited; `issued` an ISO day."""

    iri: str
    kind: str
    symbol: str
    title: str
    issued: str
    look: str
    read: bool

    @property
    def status(self) -> str:
        return "read" if self.read else "cited"

    @property
    def base(self) -> str:
        """The symbol without `/Add.1`: of an addendum, the document it adds to."""
        return self.symbol.partition("/Add.")[0]


@kept
def papers(iso3: str) -> tuple[Paper, ...]:
    """A State's documents by symbol. Raises Refusal."""
    told = told_of(_PAPERS, {"state": [iri(terms.state(iso3))]})
    return tuple(sorted((_paper(name, facts) for name, facts in told.items()), key=lambda one: natural(one.symbol)))


def _paper(name: str, facts: Facts) -> Paper:
    kinds = sorted(kind.removeprefix(NS) for kind in facts["type"] if kind.startswith(NS))
    return Paper(
        iri=name,
        kind=next((kind for kind in kinds if kind != "Document"), ""),
        symbol=facts.one("symbol") or terms.symbol_of(name),
        title=facts.one("title"),
        issued=facts.one("issued"),
        look=facts.one("engagement"),
        read=bool(facts["readBy"]),
    )
