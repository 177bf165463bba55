"""Reading what the alignment exports tell from the graph, and putting it together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import cast

import pyoxigraph as ox

from graph import terms
from graph.export.alignment_asking import ASKS, ENGLISH, FRAMEWORKS, GROUPS, LINKS, PROGRAMMES, Reader
from graph.export.alignment_filters import Filters
from graph.export.alignment_narrow import narrowed
from graph.export.facts import Ask, Facts, Framework, Group, Link, Programme, Tag, TagKind, natural
from graph.export.unwritable import Unwritable
from graph.store.asking import Asker
from graph.terms import NS


def read(asker: Asker, state: str | None, filters: Filters | None = None) -> Facts:
    """Everything of one State (ISO alpha-3), or of all. Raises Unwritable for a State, framework, agency or theme
    that nothing is known of; Refusal."""
    reader = Reader(asker, state)
    asks = _asks(reader)
    if state and not asks:
        raise Unwritable(f"the build holds nothing addressed to {state}: is it an ISO 3166 alpha-3 code?")
    programmes = _programmes(reader)
    links = tuple(sorted(_links(reader), key=lambda link: (link.relation, link.object, *link.rank)))
    known = asks.keys() | programmes.keys()
    whole = Facts(
        filters=Filters(),
        states=_states(reader),
        every_ask=asks,
        every_programme=programmes,
        asks=asks,
        programmes=programmes,
        frameworks=_frameworks(reader),
        links=links,
        groups=_groups(reader),
        files=_files(reader),
        goals=_goals(reader),
        other_ends=_other_ends(reader, {end for link in links for end in (link.subject, link.object)} - known),
    )
    return narrowed(whole, filters or Filters())


def _states(reader: Reader) -> dict[str, str]:
    """ISO code → name, of the States with asks."""
    query = f"""SELECT DISTINCT ?code ?value WHERE {{ {{ SELECT DISTINCT ?of WHERE {{ {ASKS} }} }}
      ?of skos:notation ?code ; skos:prefLabel ?value FILTER(LANG(?value) = "en") }} ORDER BY ?code"""
    return {row["code"]: row["value"] for row in reader.rows(query).dicts()}


def _asks(reader: Reader) -> dict[str, Ask]:
    base = reader.rows(f"SELECT DISTINCT ?thing ?kind ?code WHERE {{ {ASKS} ?of skos:notation ?code }} ORDER BY ?code")
    mechanism = reader.one(ASKS, "rg:mechanism/skos:notation")
    family = reader.one(ASKS, "rg:mechanism/rg:family/rdfs:label", ENGLISH)
    symbol = reader.one(ASKS, "rg:document/rg:symbol")
    paragraph = reader.one(ASKS, "rg:paragraph")
    words = reader.one(ASKS, "rg:summary") | reader.one(ASKS, "rg:text")
    position = reader.one(ASKS, "rg:position/rdfs:label", ENGLISH)
    recommending = reader.told(ASKS, "rg:recommendingState/skos:prefLabel", 'FILTER(LANG(?value) = "en")')
    tags = _tags(reader, ASKS)
    found = {
        row["thing"]: Ask(
            iri=row["thing"],
            kind="recommendation" if row["kind"] == "recommendation" else "observation",
            state=row["code"],
            mechanism=mechanism.get(row["thing"], ""),
            family=_capital(family.get(row["thing"], "mechanism not told")),
            symbol=symbol.get(row["thing"], ""),
            paragraph=paragraph.get(row["thing"], ""),
            text=words.get(row["thing"], ""),
            position=position.get(row["thing"], ""),
            recommending=tuple(recommending.get(row["thing"], ())),
            tags=tags.get(row["thing"], ()),
        )
        for row in base.dicts()
    }
    return dict(sorted(found.items(), key=lambda pair: _ask_order(pair[1])))


def _ask_order(ask: Ask) -> tuple[object, ...]:
    return ask.state, ask.kind != "recommendation", not ask.symbol, ask.symbol, natural(ask.paragraph), ask.iri


def _programmes(reader: Reader) -> dict[str, Programme]:
    base = reader.rows(f"SELECT DISTINCT ?thing ?kind ?code WHERE {{ {PROGRAMMES} ?of skos:notation ?code }}")
    title = reader.one(PROGRAMMES, "dcterms:title")
    code = reader.one(PROGRAMMES, "rg:code")
    level = reader.one(PROGRAMMES, "rg:level/rdfs:label", ENGLISH)
    parents = reader.told(PROGRAMMES, "rg:partOf")
    frameworks = reader.told(PROGRAMMES, "(rg:framework|rg:partOf/rg:framework)")
    agencies = reader.told(PROGRAMMES, "rg:implementer/rdfs:label")
    start, end = reader.one(PROGRAMMES, "rg:startDate"), reader.one(PROGRAMMES, "rg:endDate")
    marker, money = reader.one(PROGRAMMES, "rg:humanRightsMarker"), _money(reader)
    tags = _tags(reader, PROGRAMMES)
    found = {
        iri: Programme(
            iri=iri,
            kind="project" if kind == "project" else "result",
            state=state,
            title=title.get(iri, ""),
            code=code.get(iri, ""),
            level=level.get(iri, ""),
            parents=tuple(parents.get(iri, ())),
            frameworks=tuple(frameworks.get(iri, ())),
            agencies=tuple(agencies.get(iri, ())),
            start=start.get(iri, ""),
            end=end.get(iri, ""),
            marker=int(marker[iri]) if iri in marker else None,
            money=money.get(iri, {}),
            tags=tags.get(iri, ()),
        )
        for iri, kind, state in ((row["thing"], row["kind"], row["code"]) for row in base.dicts())
    }
    return dict(sorted(found.items(), key=lambda pair: _programme_order(pair[1])))


def _programme_order(programme: Programme) -> tuple[object, ...]:
    return programme.state, programme.kind, natural(programme.code), programme.agencies, programme.title, programme.iri


def _money(reader: Reader) -> dict[str, dict[tuple[str, str], Decimal]]:
    """Programme → sums by currency and kind; a budget is one node, so none counts twice."""
    query = f"""SELECT DISTINCT ?thing ?budget ?amount ?currency ?word WHERE {{ {PROGRAMMES}
      ?thing rg:budget ?budget . ?budget rg:amount ?amount
      OPTIONAL {{ ?budget rg:currency ?currency }} OPTIONAL {{ ?budget rg:moneyKind ?word }} }}"""
    found: dict[str, dict[tuple[str, str], Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for row in reader.rows(query).dicts():
        key = row.get("currency", "currency not told"), row.get("word", "kind not told")
        found[row["thing"]][key] += Decimal(row["amount"])
    return {thing: dict(sums) for thing, sums in found.items()}


def _tags(reader: Reader, things: str) -> dict[str, tuple[Tag, ...]]:
    """A concept counts once, in the first of its spellings."""
    query = f"""SELECT DISTINCT ?thing ?kind ?concept ?label ?code ?scheme WHERE {{
      {{ SELECT DISTINCT ?thing ?property ?concept WHERE {{
        {things} VALUES ?property {{ rg:theme rg:affectedGroup rg:sdg }} ?thing ?property ?concept }} }}
      BIND(STRAFTER(STR(?property), "#") AS ?kind)
      OPTIONAL {{ ?concept skos:prefLabel ?label FILTER(LANG(?label) = "en") }}
      OPTIONAL {{ ?concept skos:notation ?code }}
      OPTIONAL {{ ?concept skos:inScheme ?list OPTIONAL {{ ?list dcterms:title ?scheme }} }} }}"""
    concepts: dict[tuple[str, str], Tag] = {}
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in reader.rows(query).dicts():
        label = row.get("label") or row["concept"].rsplit("/", 1)[-1]
        kind = cast("TagKind", row["kind"])
        tag = Tag(kind, row.get("scheme", ""), label, row["concept"], row.get("code", ""))
        concepts[kind, tag.iri] = min(tag, concepts.get((kind, tag.iri), tag))
        found[row["thing"]].add((kind, tag.iri))
    return {thing: tuple(sorted(concepts[key] for key in keys)) for thing, keys in found.items()}


def _frameworks(reader: Reader) -> dict[str, Framework]:
    base = reader.rows(f"SELECT DISTINCT ?thing ?code WHERE {{ {FRAMEWORKS} ?of skos:notation ?code }}")
    title, name = reader.one(FRAMEWORKS, "dcterms:title"), reader.one(FRAMEWORKS, "rg:identifier")
    found = [
        Framework(iri, title.get(iri, name.get(iri, iri)), name.get(iri, ""), code)
        for iri, code in ((row["thing"], row["code"]) for row in base.dicts())
    ]
    return {one.iri: one for one in sorted(found, key=lambda one: (one.state, one.title, one.iri))}


def _groups(reader: Reader) -> tuple[Group, ...]:
    query = f"""SELECT DISTINCT ?thing ?code ?label ?families ?strength WHERE {{ {GROUPS} ?of skos:notation ?code .
      ?thing rdfs:label ?label ; rg:familyCount ?families ; rg:strength ?strength }}"""
    members = reader.told(GROUPS, "rg:member")
    found: dict[str, Group] = {}
    for row in reader.rows(query).dicts():
        iri = row["thing"]
        one = Group(iri, row["code"], row["label"], int(row["families"]), float(row["strength"]), ())
        found.setdefault(iri, replace(one, members=tuple(members.get(iri, ()))))
    return tuple(sorted(found.values(), key=lambda one: (one.state, -one.families, -one.strength, one.label, one.iri)))


def _links(reader: Reader) -> Iterable[Link]:
    query = f"""SELECT DISTINCT ?thing ?subject ?relation ?object ?basis ?score ?status WHERE {{ {LINKS}
      ?thing rdf:subject ?subject ; rg:basis ?basis ; rg:score ?score ; rg:linkStatus ?status }}"""
    reasons, quotes = reader.told(LINKS, "rg:reason"), reader.told(LINKS, "rg:quote")
    files = reader.told(LINKS, "prov:wasDerivedFrom/rg:file")
    who, when = reader.one(LINKS, "rg:decidedBy"), reader.one(LINKS, "rg:decidedOn")
    why = reader.one(LINKS, "rg:decisionReason")
    for row in reader.rows(query).dicts():
        iri = row["thing"]
        yield Link(
            iri=iri,
            subject=row["subject"],
            relation="reinforces" if row["relation"] == NS + "reinforces" else "contributesTo",
            object=row["object"],
            basis=row["basis"].removeprefix(NS),
            score=float(row["score"]),
            status=row["status"].removeprefix(NS),
            reasons="; ".join(reasons.get(iri, ())),
            quote=" | ".join(quotes.get(iri, ())),
            file=", ".join(files.get(iri, ())),
            who=who.get(iri, ""),
            when=when.get(iri, ""),
            why=why.get(iri, ""),
        )


def _other_ends(reader: Reader, ends: Iterable[str]) -> Mapping[str, str]:
    """Names of ends that are neither asks nor programmes: actions of national plans, for one."""
    wanted = sorted(ends)
    found: dict[str, str] = {}
    for start in range(0, len(wanted), 100):
        some = " ".join(str(ox.NamedNode(end)) for end in wanted[start : start + 100])
        found |= reader.one(f"VALUES ?thing {{ {some} }}", "(dcterms:title|rdfs:label|rg:text|rg:summary)")
    return found


def _goals(reader: Reader) -> dict[str, str]:
    """Number of a goal → its name."""
    iris = {terms.sdg(str(number)): str(number) for number in range(1, 18)}
    things = f"VALUES ?thing {{ {' '.join(str(ox.NamedNode(iri)) for iri in iris)} }}"
    return {iris[iri]: label for iri, label in reader.one(things, "skos:prefLabel", ENGLISH).items()}


def _files(reader: Reader) -> tuple[str, ...]:
    """SHA-256 of every file that tells of an ask, a programme or a link here."""
    query = f"""SELECT DISTINCT ?value WHERE {{
      {{ SELECT DISTINCT ?graph WHERE {{ {{ {ASKS} }} UNION {{ {PROGRAMMES} }} UNION {{ {LINKS} }}
        GRAPH ?graph {{ ?thing rg:place ?place }} }} }} ?graph rg:sha256 ?value }} ORDER BY ?value"""
    return tuple(row["value"] for row in reader.rows(query).dicts())


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
