"""The two sides of a link as a build tells them: who speaks, where, in what words, and which words both use."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

import pyoxigraph as ox

from graph.review.ends import shown
from graph.review.explained import Origin, Side
from graph.store.asking import Asker, Term
from graph.terms import PREFIXES, rg

PROLOGUE: Final = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
_QUERY = """
SELECT DISTINCT ?thing ?name ?value WHERE {{
  VALUES ?thing {{ {things} }}
  {{ VALUES (?property ?name) {{ (rg:text "text") (rg:summary "summary") (dcterms:title "title") (rdfs:label "label")
      (skos:prefLabel "label") (rg:description "description") (rg:paragraph "paragraph") (rg:symbol "symbol") }}
    ?thing ?property ?value }}
  UNION {{ ?thing rg:document ?of . ?of rg:symbol ?value BIND("symbol" AS ?name) }}
  UNION {{ ?thing rg:document ?of . ?of dcterms:title ?value BIND("document" AS ?name) }}
  UNION {{ ?thing rg:mechanism ?of . ?of skos:prefLabel ?value FILTER(LANG(?value) = "en") BIND("mechanism" AS ?name) }}
  UNION {{ ?thing rg:recommendingState ?of . ?of skos:prefLabel ?value FILTER(LANG(?value) = "en")
           BIND("recommending" AS ?name) }}
  UNION {{ ?thing rg:implementer ?of . ?of rdfs:label ?value BIND("implementer" AS ?name) }}
}}
"""
_ORIGINS = """
SELECT DISTINCT ?thing ?file ?place ?official WHERE {{
  VALUES ?thing {{ {things} }}
  GRAPH ?graph {{ ?thing rg:place ?place }}
  ?graph rg:file ?file OPTIONAL {{ ?graph rg:official ?official }}
}}
"""
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")
_QUOTED = 3
"""A quote of fewer characters marks nothing."""

Told = Mapping[str, list[Term]]
"""What is told of one thing → its values."""


def sides(asker: Asker, iris: Iterable[str]) -> dict[str, Side]:
    """IRI → the thing as one side of a link; nothing is shared yet. Raises Refusal."""
    wanted = sorted(set(iris))
    things = " ".join(str(ox.NamedNode(one)) for one in wanted)
    told: dict[str, dict[str, list[Term]]] = {one: defaultdict(list) for one in wanted}
    for thing, name, value in asker.select(PROLOGUE + _QUERY.format(things=things)).rows:
        if thing and name and value:
            told[thing.value][name.value].append(value)
    where = origins(asker, wanted)
    return {one: replace(_side(one, told[one]), origins=where.get(one, ())) for one in wanted}


def origins(asker: Asker, iris: Iterable[str]) -> dict[str, tuple[Origin, ...]]:
    """IRI → the files that state it, each with its place. Raises Refusal."""
    things = " ".join(str(ox.NamedNode(one)) for one in sorted(set(iris)))
    found: dict[str, list[Origin]] = defaultdict(list)
    for row in asker.select(PROLOGUE + _ORIGINS.format(things=things)).dicts():
        found[row["thing"]].append(Origin(row["file"], row["place"], row.get("official") != "false"))
    return {one: tuple(sorted(some, key=lambda at: (at.file, at.place))) for one, some in found.items()}


def _side(iri: str, told: Told) -> Side:
    def one(name: str) -> str:
        best = _best(told.get(name, []))
        return best.value if best else ""

    text, language, cited = _words(told)
    return Side(
        iri=iri,
        name=shown(iri),
        speaker=_speaker(told),
        document=one("symbol"),
        title=one("document") or one("title") or one("label"),
        paragraph=one("paragraph"),
        text=text,
        language=language,
        cited=cited,
    )


def _words(told: Told) -> tuple[str, str, bool]:
    """Text, its language, and whether it is another's account; a programme's is its title and description."""
    for name in ("text", "summary"):
        if best := _best(told.get(name, [])):
            return best.value, best.language, name == "summary"
    titled = _best(told.get("title", [])) or _best(told.get("label", []))
    found = [one for one in (titled, _best(told.get("description", []))) if one]
    return "\n".join(dict.fromkeys(one.value for one in found)), found[0].language if found else "", False


def _speaker(told: Told) -> str:
    mechanism = _best(told.get("mechanism", []))
    states = sorted({one.value for one in told.get("recommending", [])})
    if mechanism:
        return f"{mechanism.value} ({', '.join(states)})" if states else mechanism.value
    return ", ".join(states or sorted({one.value for one in told.get("implementer", [])}))


def _best(values: Iterable[Term]) -> Term | None:
    """The English value, or one without language, or whichever there is."""
    return min(values, key=lambda one: (one.language != "en", bool(one.language), one.value), default=None)


def compared(one: Side, other: Side, quotes: Iterable[str] = ()) -> tuple[Side, Side]:
    """Both sides with the words marked that they share, and what is quoted of either."""
    from graph.link.wording import shared_words  # brings numbers and stemmers: not for who asks for nothing

    told = list(quotes)
    here, there = shared_words(one.text, other.text)
    return _marked(one, here, told), _marked(other, there, told)


def _marked(side: Side, words: frozenset[str], quotes: Iterable[str]) -> Side:
    spans = [found.span() for found in _WORD.finditer(side.text) if found[0] in words]
    for quote in quotes:
        at = side.text.find(quote)
        if at >= 0 and _QUOTED <= len(quote) < len(side.text):
            spans.append((at, at + len(quote)))
    return replace(side, shared=_joined(spans))


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if found and first < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], last)
        else:
            found.append((first, last))
    return tuple(found)


def unheld(asker: Asker, iris: Iterable[str]) -> list[str]:
    """Which of these the build does not hold. Raises Refusal."""
    wanted = list(dict.fromkeys(iris))
    things = " ".join(str(ox.NamedNode(one)) for one in wanted)
    query = f"SELECT DISTINCT ?thing WHERE {{ VALUES ?thing {{ {things} }} ?thing a ?kind }}"
    there = {row[0].value for row in asker.select(query).rows if row[0]}
    return [one for one in wanted if one not in there]


def local(iri: str) -> str:
    """The name of a term of our vocabulary."""
    return iri.removeprefix(rg(""))
