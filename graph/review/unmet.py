"""Decisions that meet no link of a build: what they decide on is not there (any more)."""

from collections.abc import Iterable, Iterator

from graph.review.decision import LinkKey, link_key
from graph.review.decisions import FILE, Decisions
from graph.review.ends import shown
from graph.source import Finding
from graph.store.asking import Asker
from graph.terms import RDF, rg

_AT_ONCE = 500

_LINKS = """
SELECT DISTINCT ?subject ?predicate ?object WHERE {{
  VALUES (?subject ?predicate ?object) {{ {ends} }}
  ?link <{rdf}subject> ?subject ; <{rdf}predicate> ?predicate ; <{rdf}object> ?object ; a <{link}> .
}}
"""


def unmet(asker: Asker, decisions: Decisions) -> list[Finding]:
    """A finding for each link that people decided on and the build does not hold: the decision waits."""
    there = _there(asker, list(decisions.by_link))
    return [
        Finding(FILE, history.last.place or "line", _reason(link))
        for link, history in decisions.by_link.items()
        if link not in there
    ]


def _reason(link: LinkKey) -> str:
    subject, predicate, object_ = link
    named = f"{shown(subject)} {predicate.removeprefix(rg(''))} {shown(object_)}"
    return f"decides on a link that this build does not hold ({named}): the ends are misspelt, or it is not found anew"


def _there(asker: Asker, links: list[LinkKey]) -> set[LinkKey]:
    """Which of the links a build holds, asked for in parts: a query has a longest text."""
    found: set[LinkKey] = set()
    for start in range(0, len(links), _AT_ONCE):
        query = _LINKS.format(ends=" ".join(_both(links[start : start + _AT_ONCE])), rdf=RDF, link=rg("Link"))
        for subject, predicate, object_ in asker.select(query).rows:
            if subject and predicate and object_:
                found.add(link_key(subject.value, predicate.value, object_.value))
    return found


def _both(links: Iterable[LinkKey]) -> Iterator[str]:
    """Each link in both directions: whichever way the build holds a symmetric one."""
    for subject, predicate, object_ in links:
        yield f"(<{subject}> <{predicate}> <{object_}>)"
        yield f"(<{object_}> <{predicate}> <{subject}>)"
