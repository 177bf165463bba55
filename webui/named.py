"""What a thing names in its own words, and what names it: a treaty is named by thousands, so a few and their count."""

from webui.asker import iri, records
from webui.cards import cards
from webui.links import HEADINGS, Listed, described

FEW = 10
"""Of those that name a thing, so many are shown."""
MANY = 200
"""Of what a thing names."""

_COUNT = """
SELECT (COUNT(DISTINCT ?link) AS ?count) WHERE {
  VALUES ?thing { UNDEF }
  ?link rdf:%s ?thing ; rdf:predicate rg:names ; a rg:Link
}
"""
_SOME = """
    { SELECT DISTINCT ?link ?card WHERE {
        VALUES ?thing { UNDEF }
        ?link rdf:%s ?thing ; rdf:predicate rg:names ; rdf:%s ?card ; a rg:Link
    } ORDER BY STR(?card) STR(?link) LIMIT %d }
"""


def named(thing: str) -> list[Listed]:
    """What it names, and what names it. Raises Refusal."""
    found = (_listed(thing, "out", "subject", "object", MANY), _listed(thing, "in", "object", "subject", FEW))
    return [one for one in found if one.total]


def _listed(thing: str, towards: str, here: str, there: str, most: int) -> Listed:
    told = {"thing": [iri(thing)]}
    total = int(records(_COUNT % here, told)[0]["count"])
    heading = HEADINGS["names", towards]
    if not total:
        return Listed(heading, [], 0, drawn=False)
    some = _SOME % (here, there, most)
    others = {card.iri: card for card in cards(some, told)}
    links = sorted(described(some, thing, told, others), key=lambda link: (link.status == "rejected", link.other.order))
    return Listed(heading, links, total, drawn=False)
