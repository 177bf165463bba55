"""Why two things are linked: every link between them with all that the build tells of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import pyoxigraph as ox

from graph.review.ends import shown
from graph.review.explained import Explained, Judged, Origin, Side, ordered
from graph.review.side import PROLOGUE, compared, local, origins, sides, unheld
from graph.store.asking import Asker

_LINKS = """
SELECT DISTINCT ?link WHERE {{
  VALUES (?subject ?object) {{ ({one} {other}) ({other} {one}) }}
  ?link rdf:subject ?subject ; rdf:object ?object ; a rg:Link
}}
"""
_TOLD = """
SELECT DISTINCT ?link ?property ?value WHERE {{ VALUES ?link {{ {links} }} ?link ?property ?value }}
"""
_SOURCES = """
SELECT DISTINCT ?link ?file ?official WHERE {{
  VALUES ?link {{ {links} }}
  ?link prov:wasDerivedFrom ?graph . ?graph rg:file ?file OPTIONAL {{ ?graph rg:official ?official }}
}}
"""
_NAMES = """
SELECT DISTINCT ?term ?name WHERE {{ VALUES ?term {{ {terms} }} ?term rdfs:label ?name FILTER(LANG(?name) = "en") }}
"""
_DECISIONS = """
SELECT DISTINCT ?link ?decision ?day ?who ?word ?why ?next WHERE {{
  VALUES ?link {{ {links} }}
  ?decision rg:decides ?link ; rg:decisionWord ?word ; rg:decidedBy ?who ; rg:decidedOn ?day ; rg:decisionReason ?why
  OPTIONAL {{ ?decision dcterms:isReplacedBy ?next }}
}}
"""
_RANK: Final = {"confirmed": 0, "proposed": 1, "rejected": 2}

Told = Mapping[str, list[str]]
"""Local name of a property → its values."""


def explained(asker: Asker, one: str, other: str) -> tuple[Explained, ...]:
    """Every link between two things (IRIs), either way round: those that stand first, rejected ones last.

    Empty if nothing links them. Raises Refusal.
    """
    ends = {"one": ox.NamedNode(one), "other": ox.NamedNode(other)}
    links = sorted(row[0].value for row in asker.select(PROLOGUE + _LINKS.format(**ends)).rows if row[0])
    if not links:
        return ()
    told = _told(asker, links)
    things = sides(asker, (end for link in told.values() for end in _ends(link)))
    names = _names(asker, (term for link in told.values() for term in link["predicate"] + link["basis"]))
    where, decisions = _origins(asker, links), _decisions(asker, links)
    made = [_explained(link, told[link], things, names, where.get(link, ()), decisions.get(link, ())) for link in links]
    return tuple(sorted(made, key=lambda found: (_RANK.get(found.status, 1), -(found.score or 0), found.link)))


Judge = Callable[[Asker, str, str], tuple[Explained, ...]]
"""Tells what speaks for and against a link that was not made; empty where nothing can be said of the two."""


def _silent(_asker: Asker, _one: str, _other: str) -> tuple[Explained, ...]:
    return ()


def explanation(asker: Asker, one: str, other: str, unlinked: Judge = _silent) -> tuple[tuple[Explained, ...], str]:
    """The links between two things, or why there is none, and a sentence for people where there is none.

    Raises LookupError for ends that the build does not hold, Refusal.
    """
    if absent := unheld(asker, (one, other)):
        names = " and ".join(repr(shown(end)) for end in absent)
        raise LookupError(f"the build does not hold {names}: look for a slip of the pen, or read the document first")
    if links := explained(asker, one, other):
        return links, ""
    nothing = f"no link between {shown(one)} and {shown(other)}: nothing in the build links them"
    return unlinked(asker, one, other), nothing


def _ends(link: Told) -> list[str]:
    return [*link["subject"], *link["object"], *link["evidence"]]


def _told(asker: Asker, links: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for link, property_, value in asker.select(PROLOGUE + _TOLD.format(links=_listed(links))).rows:
        if link and property_ and value:
            found[link.value][property_.value.rsplit("#", 1)[-1]].append(value.value)
    return found


def _names(asker: Asker, terms: Iterable[str]) -> dict[str, str]:
    rows = asker.select(PROLOGUE + _NAMES.format(terms=_listed(terms))).dicts()
    return {row["term"]: row["name"] for row in rows}


def _origins(asker: Asker, links: list[str]) -> dict[str, tuple[Origin, ...]]:
    """Link → the files that state it: with the place where one is told, else by name alone."""
    placed = origins(asker, links)
    found: dict[str, list[Origin]] = defaultdict(list)
    for row in asker.select(PROLOGUE + _SOURCES.format(links=_listed(links))).dicts():
        link, file = row["link"], row["file"]
        known = [at for at in placed.get(link, ()) if at.file == file]
        found[link] += known or [Origin(file, official=row.get("official") != "false")]
    return {link: tuple(sorted(set(some), key=lambda at: (at.file, at.place))) for link, some in found.items()}


def _decisions(asker: Asker, links: Iterable[str]) -> dict[str, tuple[Judged, ...]]:
    """Link → every decision on it, the earliest first: each tells which one replaced it."""
    rows: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in asker.select(PROLOGUE + _DECISIONS.format(links=_listed(links))).dicts():
        rows[row["link"]][row["decision"]] = row
    return {link: tuple(_in_order(some)) for link, some in rows.items()}


def _in_order(rows: dict[str, dict[str, str]]) -> Iterable[Judged]:
    later = {row["next"] for row in rows.values() if "next" in row}
    at = min((name for name in rows if name not in later), default="")
    while at in rows:
        row = rows[at]
        yield Judged(row["day"], row["who"], row["word"], row["why"])
        at = row.get("next", "")


def _explained(
    link: str,
    told: Told,
    things: Mapping[str, Side],
    names: Mapping[str, str],
    where: tuple[Origin, ...],
    decisions: tuple[Judged, ...],
) -> Explained:
    quotes = tuple(sorted(told["quote"]))
    subject, object_ = compared(things[min(told["subject"])], things[min(told["object"])], quotes)
    predicate, basis = min(told["predicate"]), min(told["basis"], default="")
    return Explained(
        link=link,
        subject=subject,
        object=object_,
        relation=local(predicate),
        relation_name=names.get(predicate, local(predicate)),
        basis=local(basis),
        basis_name=names.get(basis, local(basis)),
        score=float(min(told["score"])) if told["score"] else None,
        status=local(min(told["linkStatus"], default="")),
        contested="true" in told["contested"],
        reasons=ordered(told["reason"]),
        quotes=quotes,
        evidence=tuple(things[one] for one in sorted(set(told["evidence"]))),
        origins=where,
        decisions=decisions,
    )


def _listed(iris: Iterable[str]) -> str:
    return " ".join(str(ox.NamedNode(one)) for one in sorted(set(iris)))
