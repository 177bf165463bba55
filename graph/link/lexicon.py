"""The floor of tagging: keywords of the SKOS vocabularies, found in a text at the beginning of words."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

import ontology
from graph.states import fold
from graph.terms import SKOS


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Concept IRI → the pattern of its keywords, and its English label."""

    patterns: dict[str, re.Pattern[str]]
    names: dict[str, str]

    def find(self, text: str) -> dict[str, tuple[str, ...]]:
        """The concepts whose keywords a text holds, each with the keywords found."""
        plain = fold(text)
        found = {concept: pattern.findall(plain) for concept, pattern in self.patterns.items()}
        return {concept: tuple(sorted(set(words))) for concept, words in found.items() if words}

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
    return Lexicon({concept: _pattern(words) for concept, words in sorted(keywords.items())}, names)


def _pattern(words: set[str]) -> re.Pattern[str]:
    """Any of the keywords where a word begins: "educat" finds "education" and "educating"."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + ")")
