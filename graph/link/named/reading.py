"""Reading a text for what it names: the parts of the room brought together."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from graph.link.named.articles import articles
from graph.link.named.finding import mentions
from graph.link.named.named import Kind, Named
from graph.link.named.papers import papers
from graph.link.named.skeleton import skeleton
from graph.link.named.targets import targets
from graph.link.named.vocabulary import Mention, vocabulary
from graph.link.named.words import Words, words

_WORTH_READING = re.compile(
    r"[A-Z]{3}|[Cc]on?v[eé]n|CONVEN|[Cc]ovenant|[Pp]acte?o?\b|[Pp]rotoc|[Ss]tatut|[Ee]statuto|[Cc]omm?it[eté]|[Cc]omité"
    r"|[Rr]apporteu|[Rr]elator|[Ee]xpert|Working Group|Groupe de travail|Grupo de Trabajo|[Rr]epresentative|Charter"
    r"|Charte|Carta|Agreement|Accord|Acuerdo|Treaty|Tratado|Traité|Goal|[Tt]arget|Pact"
)
"""What no text lacks that names something here: the rest is passed over at once."""
_PANEL: Final = re.compile(r"-OP-(?:AC|SC)$")
"""The Committee on the Rights of the Child under a protocol is the same Committee."""


def names(text: str, *, speaker: str = "") -> tuple[Named, ...]:
    """Everything that a text names, in order; English, French and Spanish names are known.

    `speaker` is the IRI of the mechanism whose text it is: "the Convention" of a treaty body is the treaty that it
    watches over, and a body that names itself names nothing new.
    """
    if not _WORTH_READING.search(text):
        return ()
    told = words(text)
    mentioned = mentions(told, speaker)
    found = [
        *_as_named(told, (one for one in mentioned if one.iris)),
        *_as_named(told, articles(skeleton(told, mentioned))),
        *papers(text),
        *targets(text),
    ]
    itself = (speaker, _PANEL.sub("", speaker))
    unique = {(one.iri, one.start): one for one in found if one.iri not in itself}
    return tuple(sorted(unique.values(), key=lambda one: (one.start, one.end, one.iri)))


def instruments(text: str) -> frozenset[str]:
    """The IRIs of the treaties and mechanisms that a text names: quick, for comparing texts."""
    if not _WORTH_READING.search(text):
        return frozenset()
    return frozenset(iri for mention in mentions(words(text)) for iri in mention.iris)


def _as_named(told: Words, mentions: Iterable[Mention]) -> Iterator[Named]:
    known = vocabulary()
    for mention in mentions:
        start, end = told.spans[mention.first][0], told.spans[mention.last - 1][1]
        for iri in mention.iris:
            if iri in known.treaties or "/treaty/ILO-C" in iri:
                kind = Kind.TREATY
            else:
                kind = Kind.ARTICLE if "/article/" in iri else Kind.MECHANISM
            yield Named(kind, iri, told.text[start:end], start, end)
