"""Recommendations that a publisher names by our identifiers: tags and policy markers of vocabulary 99.

Their `vocabulary-uri` is our list's address. Such a tag is a link that the publisher states: it is kept as that, and
not as a tag.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from graph import asks_list, clean
from graph.clean import Unclear
from graph.records import Basis, ProjectKey, Relation, StatedLink
from graph.source import Source
from loaders.programming.iati.words import name

_KINDS: Final = ("tag", "policy-marker")


def names_an_ask(element: etree._Element) -> bool:
    """Whether a tag or a policy marker takes its code from our list of recommendations."""
    own = element.get("vocabulary") in ("98", "99")
    return own and asks_list.is_ours(element.get("vocabulary-uri") or "")


def links(source: Source, activity: etree._Element, identifier: str, place: str) -> Iterator[StatedLink]:
    """A link to each recommendation that the activity is tagged with, once; what is no code of the list is a finding.

    A policy marker of significance 0 says that the activity does not target it: told, and no link.
    """
    seen = set()
    for element in (one for kind in _KINDS for one in activity.findall(kind) if names_an_ask(one)):
        told = clean.text(element.get("code") or "")
        try:
            key = asks_list.key(told)
        except Unclear as fault:
            source.find(place, f"{element.tag} of vocabulary 99: {fault}")
            continue
        if element.get("significance") == "0":
            source.find(place, f"policy-marker of {told}: not targeted, so no link is made")
        elif key not in seen:
            seen.add(key)
            yield StatedLink(
                subject=ProjectKey(identifier),
                relation=Relation.CONTRIBUTES_TO,
                object=key,
                basis=Basis.CITED_IN_TEXT,
                quote=f"{element.tag} {told}: {name(element)}".rstrip(": "),
                place=place,
            )
