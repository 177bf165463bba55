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
_SHORT = 4
"""A keyword no longer than this is a whole word, singular or plural: "roma" is not found in "Romania"."""
_WORD = re.compile(r"(?<!\w)\w")
_REST = re.compile(r"s?(?!\w)")
_PERSONS = "affected-persons.ttl"
_TAGS = (_PERSONS, "sdgs.ttl", "themes.ttl")
"""The vocabularies whose keywords make tags; the others lend their labels."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Keywords by their first letters, each with the concepts it stands for, and every concept's English label."""

    keywords: dict[str, tuple[tuple[str, tuple[str, ...]], ...]]
    names: dict[str, str]

    def find(self, text: str) -> dict[str, tuple[str, ...]]:
        """The concepts whose keywords begin at a word of the text, each with the keywords found."""
        return self.find_folded(fold(text))

    def find_folded(self, plain: str) -> dict[str, tuple[str, ...]]:
        """The same for a text that is folded already."""
        found: dict[str, set[str]] = defaultdict(set)
        for word in _WORD.finditer(plain):
            start = word.start()
            for keyword, concepts in self.keywords.get(plain[start : start + _STEM], ()):
                if _stands(plain, keyword, start):
                    for concept in concepts:
                        found[concept].add(keyword)
        return {concept: tuple(sorted(words)) for concept, words in sorted(found.items())}

    def name(self, concept: str) -> str:
        """A concept's label, or the end of its IRI where the vocabulary has none."""
        return self.names.get(concept) or concept.rsplit("/", 1)[-1].replace("-", " ")


def _stands(plain: str, keyword: str, start: int) -> bool:
    if not plain.startswith(keyword, start):
        return False
    return len(keyword) > _SHORT or _REST.match(plain, start + len(keyword)) is not None


@cache
def lexicon() -> Lexicon:
    """Themes, groups of persons and goals."""
    return _read(*_TAGS)


@cache
def matters() -> Lexicon:
    """The concrete matters that asks are about, finer than themes: for comparing, no tags are made of them."""
    return _read("matters.ttl")


@cache
def measures() -> Lexicon:
    """The kinds of measure that asks ask for."""
    return _read("measures.ttl")


@cache
def persons() -> Lexicon:
    """The groups of persons whom asks and programmes name."""
    return _read(_PERSONS)


@cache
def above() -> dict[str, str]:
    """Matter → the matter that it is a part of (`skos:broader`)."""
    found = ox.parse((ontology.root() / "vocab" / "matters.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    return {
        quad.subject.value: quad.object.value
        for quad in found
        if quad.predicate.value == SKOS + "broader"
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    }


def _read(*sources: str) -> Lexicon:
    """The keywords (`skos:hiddenLabel`) of some vocabularies, the labels of all."""
    keywords: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for vocabulary, subject, predicate, value in _said():
        if predicate == SKOS + "hiddenLabel" and vocabulary in sources:
            keywords[subject].add(fold(value))
        elif predicate == SKOS + "prefLabel":
            names[subject] = value
    return Lexicon(_by_stem(keywords), names)


@cache
def _said() -> tuple[tuple[str, str, str, str], ...]:
    """(vocabulary, subject, predicate, text) of every keyword in any language and every English label."""
    return tuple(
        (vocabulary.name, quad.subject.value, quad.predicate.value, quad.object.value)
        for vocabulary in ontology.vocabularies()
        for quad in ox.parse(vocabulary.read_bytes(), format=ox.RdfFormat.TURTLE)
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
        if quad.predicate.value == SKOS + "hiddenLabel" or quad.object.language in ("en", None)
    )


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
