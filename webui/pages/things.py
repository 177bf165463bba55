"""Every thing at its own address: a page for people, RDF for programs."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from graph.store.asking import Request
from webui import positions
from webui.asker import asker, current_build, filled, iri, select
from webui.assessments import assessments
from webui.at_work import at_work
from webui.briefs import brief
from webui.cards import Card, cards
from webui.cite import MEDIA, citation
from webui.downloads import file
from webui.facts import Facts, facts, mentions, shown
from webui.groups import by_year, gaps, glance, programmes, recommending
from webui.links import HEADINGS, links
from webui.money import money
from webui.named import named
from webui.negotiation import wish
from webui.neighbours import neighbours, paragraphs
from webui.paging import page
from webui.places import iri_of
from webui.shared import shared
from webui.sheets import sheet, sheet_of_links
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
      VALUES ?thing { UNDEF } ?card rg:theme|rg:affectedGroup|rg:sdg|rg:sector ?thing } LIMIT 100 }"""


@things.get("/<any(id, ns, vocab, sdg):space>/<path:path>")
def thing(space: str, path: str) -> AnyResponse:
    """A thing's page, or its description in RDF. Raises Refusal, Unacceptable."""
    try:
        subject = iri_of(path, space)
    except ValueError:
        abort(404, "A thing has a name.")
    form = request.args.get("format", "")
    if form in MEDIA:
        return _cited(subject, form)
    if form == "csv":
        return _sheet(subject)
    wanted = wish(request.accept_mimetypes, form)
    if not wanted.page:
        return _described(subject, "application/ld+json" if wanted.json else wanted.graph)
    known = _known(subject)
    if "State" in known.types and known.one("notation"):
        return redirect(f"/state/{known.one('notation')}", code=303)
    answer = make_response(_page(known))
    answer.headers["Vary"] = "Accept"
    return answer


def _known(subject: str) -> Facts:
    known = facts(subject)
    if not known:
        abort(404, f"This build knows nothing by the name {subject}.")
    return known


def _cited(subject: str, form: str) -> Response:
    """A citation for a reference manager."""
    known = _known(subject)
    found = citation(_card(known), known)
    if found is None:
        abort(406, "Only a passage with a symbol and a paragraph can be cited so.")
    answer = make_response(found.told(form))
    answer.content_type = f"{MEDIA[form]}; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.key}.{"bib" if form == "bibtex" else form}"'
    return answer


def _sheet(subject: str) -> Response:
    """The members of a group, the passages of a document, or the links of any other thing, as a table."""
    known = _known(subject)
    if "Group" in known.types:
        return file(sheet("group", _cards(_MEMBERS, known)), "csv")
    if "Document" in known.types:
        return file(sheet("document", _cards(_PASSAGES, known)), "csv")
    return file(sheet_of_links(links(known.iri, most=None)), "csv")


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
    card = _card(known)
    found = links(known.iri)
    working = [listed for listed in found if listed.heading == _WORKING]
    return render_template(
        "passage.html",
        card=card,
        known=known,
        history=positions.history(known.iri, final),
        assessed=assessments(known.iri),
        tags_found=tags(known.iri),
        groups=_cards(_GROUPS, known),
        works_found=at_work(link for listed in working for link in listed.found),
        work_count=sum(listed.total for listed in working),
        links_found=[*(listed for listed in found if listed.heading != _WORKING), *named(known.iri)],
        drawn=bool(found),
        table_rows=shown(known, _SHOWN_ABOVE),
        neighbours=neighbours(known.iri, known.one("document")),
        citation=citation(card, known),
    )


_WORKING = HEADINGS["contributesTo", "in"]
_SHOWN_ABOVE = (
    *("text", "summary", "wording", "paragraph", "document", "state", "mechanism", "position", "positionRecord"),
    *("recommendingState", "theme", "affectedGroup", "sdg", "section"),
    *("reinforces", "repeats", "sameAsk", "contributesTo", "reportsOn", "cites", "groupedWith", "names"),
)


def _group(known: Facts) -> str:
    members = _cards(_MEMBERS, known)
    works = programmes(known.iri)
    if request.args.get("view") == "brief":
        told = brief(_card(known), known, members)
        return render_template(
            "brief.html",
            known=known,
            brief=told,
            works=works,
            gaps=gaps(members, works),
            glance=glance(known, members),
            recommending=recommending(members),
            build=current_build().name,
        )
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
        shared=shared(members, known.label("state")),
        works_found=works,
        gaps=gaps(members, works),
        recommending=recommending(members),
        years=by_year(members),
    )


def _document(known: Facts) -> str:
    passages = page(paragraphs(known.iri), request.args.get("page", "1"))
    return render_template(
        "document.html",
        card=_card(known),
        known=known,
        passages=passages,
        cards=_of([name for name, _ in passages.shown]),
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
        parts=page(_cards(_PARTS, known), request.args.get("page", "1")),
        tagged=_cards(_TAGGED, known),
        mentions=mentions(known.iri),
    )


def _card(known: Facts) -> Card:
    found: list[Card] = cards("VALUES ?card { UNDEF }", {"card": [iri(known.iri)]})
    return found[0] if found else Card(known.iri)


def _cards(finder: str, known: Facts) -> list[Card]:
    return cards(finder, {"thing": [iri(known.iri)]})


def _of(names: Sequence[str]) -> list[Card]:
    """The cards of things, in their order."""
    found: dict[str, Card] = {}
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        found |= {card.iri: card for card in cards("VALUES ?card { UNDEF }", {"card": map(iri, some)})}
    return [found.get(name, Card(name)) for name in names]


_AT_ONCE = 50
