"""The floor of tagging: keywords of the SKOS vocabularies, found in a text at the beginning of words."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

import ontology
from graph.states import fold
from graph.terms import SKOS

_STEM = 3
"""Keywords are looked up by so many first letters."""
_WORD = re.compile(r"(?<!\w)\w")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Keywords by their first letters, each with the concepts it stands for, and every concept's English label."""

    keywords: dict[str, tuple[tuple[str, tuple[str, ...]], ...]]
    names: dict[str, str]

    def find(self, text: str) -> dict[str, tuple[str, ...]]:
        """The concepts whose keywords begin at a word of the text, each with the keywords found."""
        plain = fold(text)
        found: dict[str, set[str]] = defaultdict(set)
        for word in _WORD.finditer(plain):
            start = word.start()
            for keyword, concepts in self.keywords.get(plain[start : start + _STEM], ()):
                if plain.startswith(keyword, start):
                    for concept in concepts:
                        found[concept].add(keyword)
        return {concept: tuple(sorted(words)) for concept, words in sorted(found.items())}

    def name(self, concept: str) -> str:
        """A concept's label, or the end of its IRI where the vocabulary has none."""
        return self.names.get(concept) or concept.rsplit("/", 1)[-1].replace("-", " ")


@cache
def lexicon() -> Lexicon:
    """Keywords (`skos:hiddenLabel`) and labels of every vocabulary."""
    keywords: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for vocabulary in ontology.vocabularies():
        for quad in ox.parse(vocabulary.read_bytes(), format=ox.RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.Literal):
                continue
            if quad.predicate.value == SKOS + "hiddenLabel":
                keywords[subject.value].add(fold(value.value))
            elif quad.predicate.value == SKOS + "prefLabel" and value.language in ("en", None):
                names[subject.value] = value.value
    return Lexicon(_by_stem(keywords), names)


def _by_stem(keywords: dict[str, set[str]]) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Concept → keywords turned round: first letters → (keyword, concepts). Raises ValueError for a short keyword."""
    concepts: dict[str, set[str]] = defaultdict(set)
    for concept, words in keywords.items():
        for word in words:
            if len(word) < _STEM:
                raise ValueError(f"the keyword {word!r} of {concept} is too short to mean anything")
            concepts[word].add(concept)
    stems: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for word in sorted(concepts):
        stems[word[:_STEM]].append((word, tuple(sorted(concepts[word]))))
    return {stem: tuple(entries) for stem, entries in stems.items()}
