"""Every thing at its own address: a page for people, RDF for programs."""

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from graph.store.asking import Request
from webui import positions
from webui.asker import asker, filled, iri, select
from webui.assessments import assessments
from webui.cards import Card, cards
from webui.facts import Facts, facts, mentions, shown
from webui.groups import glance
from webui.links import links
from webui.money import money
from webui.named import named
from webui.negotiation import wish
from webui.places import iri_of
from webui.tags import tags

things = Blueprint("things", __name__)

_DESCRIBED = """
CONSTRUCT { ?one ?property ?value } WHERE {
  { SELECT DISTINCT ?one WHERE {
      VALUES ?thing { UNDEF }
      { VALUES ?thing { UNDEF } BIND(?thing AS ?one) } UNION { ?thing rg:positionRecord|rg:budget ?one }
      UNION { ?one rdf:subject ?thing } UNION { ?one rdf:object ?thing }
  } }
  ?one ?property ?value
}
"""

_KNOWN = """
SELECT ?property WHERE { VALUES ?thing { UNDEF } ?thing ?property ?value } LIMIT 1
"""

_MEMBERS = "VALUES ?thing { UNDEF } ?thing rg:member ?card"
_GROUPS = "VALUES ?thing { UNDEF } ?card rg:member ?thing ; a rg:Group"
_PASSAGES = "VALUES ?thing { UNDEF } ?card rg:document ?thing ; a rg:Passage"
_PARTS = "VALUES ?thing { UNDEF } ?card rg:partOf ?thing"
_TAGGED = """{ SELECT DISTINCT ?card WHERE {
      VALUES ?thing { UNDEF } ?card rg:theme|rg:affectedGroup|rg:sdg|rg:sector ?thing } LIMIT 200 }"""
_PROGRAMMES = """VALUES ?thing { UNDEF } ?thing rg:member ?ask .
    ?link rdf:object ?ask ; rdf:predicate rg:contributesTo ; rdf:subject ?card ; rg:linkStatus ?status
    FILTER(?status != rg:rejected)"""


@things.get("/<any(id, ns, vocab, sdg):space>/<path:path>")
def thing(space: str, path: str) -> AnyResponse:
    """A thing's page, or its description in RDF. Raises Refusal, Unacceptable."""
    try:
        subject = iri_of(path, space)
    except ValueError:
        abort(404, "A thing has a name.")
    wanted = wish(request.accept_mimetypes, request.args.get("format", ""))
    if not wanted.page:
        return _described(subject, "application/ld+json" if wanted.json else wanted.graph)
    known = facts(subject)
    if not known:
        abort(404, f"This build knows nothing by the name {path}.")
    if "State" in known.types and known.one("notation"):
        return redirect(f"/state/{known.one('notation')}", code=303)
    answer = make_response(_page(known))
    answer.headers["Vary"] = "Accept"
    return answer


def _described(subject: str, media: str) -> Response:
    """The thing, its links and its records; JSON is JSON-LD."""
    told = {"thing": [iri(subject)]}
    if not select(_KNOWN, told).rows:
        abort(404, f"This build knows nothing by the name {subject}.")
    query = filled(_DESCRIBED, told)
    found = asker().answer(Request(query=query, graph_accept=media))
    answer = make_response(found.body)
    answer.content_type = f"{media}; charset=utf-8" if media.startswith("text/") else media
    answer.headers["Vary"] = "Accept"
    if found.truncated:
        answer.headers["X-Truncated"] = "true"
    return answer


def _page(known: Facts) -> str:
    types = known.types
    if "Group" in types:
        return _group(known)
    if "Passage" in types:
        return _passage(known)
    if "Document" in types:
        return _document(known)
    return _other(known)


def _passage(known: Facts) -> str:
    final = known.one("position").rsplit("#", 1)[-1]
    return render_template(
        "passage.html",
        card=_card(known),
        known=known,
        history=positions.history(known.iri, final),
        assessed=assessments(known.iri),
        tags_found=tags(known.iri),
        groups=_cards(_GROUPS, known),
        links_found=[*links(known.iri), *named(known.iri)],
        table_rows=shown(known, _SHOWN_ABOVE),
    )


_SHOWN_ABOVE = (
    *("text", "summary", "wording", "paragraph", "document", "state", "mechanism", "position", "positionRecord"),
    *("recommendingState", "theme", "affectedGroup", "sdg", "section"),
    *("reinforces", "repeats", "sameAsk", "contributesTo", "reportsOn", "cites", "groupedWith", "names"),
)


def _group(known: Facts) -> str:
    members = _cards(_MEMBERS, known)
    families = [
        (family, [card for card in members if card.one("family") == family])
        for family in ("upr", "treatyBodies", "specialProcedures", "")
    ]
    return render_template(
        "group.html",
        card=_card(known),
        known=known,
        glance=glance(known, members),
        families=[(family, some) for family, some in families if some],
        programmes=_cards(_PROGRAMMES, known),
    )


def _document(known: Facts) -> str:
    return render_template(
        "document.html",
        card=_card(known),
        known=known,
        passages=_cards(_PASSAGES, known),
        table_rows=shown(known, ("title", "symbol", "state")),
        links_found=[*links(known.iri), *named(known.iri)],
    )


def _other(known: Facts) -> str:
    return render_template(
        "thing.html",
        card=_card(known),
        known=known,
        table_rows=shown(
            known, ("theme", "affectedGroup", "sdg", "contributesTo", "inScheme", "hiddenLabel", "budget", "names")
        ),
        money=money(known.iri),
        tags_found=tags(known.iri),
        links_found=[*links(known.iri), *named(known.iri)],
        parts=_cards(_PARTS, known),
        tagged=_cards(_TAGGED, known),
        mentions=mentions(known.iri),
    )


def _card(known: Facts) -> Card:
    found: list[Card] = cards("VALUES ?card { UNDEF }", {"card": [iri(known.iri)]})
    return found[0] if found else Card(known.iri)


def _cards(finder: str, known: Facts) -> list[Card]:
    return cards(finder, {"thing": [iri(known.iri)]})
