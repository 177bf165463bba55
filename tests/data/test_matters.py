"""Matters and measures: each has keywords that mean something, and a matter is a part of one that exists."""

from collections import Counter

import pyoxigraph as ox
import pytest

import ontology
from graph import terms
from graph.link import features, read
from graph.link.features import FEATURES
from graph.link.lexicon import above, matters, measures
from graph.states import fold

FILES = ("matters.ttl", "measures.ttl")
LANGUAGES = {"en", "es", "fr", "pt"}


def quads(file: str) -> list[ox.Quad]:
    return list(ox.parse((ontology.root() / "vocab" / file).read_bytes(), format=ox.RdfFormat.TURTLE))


def said(file: str, property_name: str) -> list[tuple[str, ox.Literal]]:
    """(concept, text) of each literal of a SKOS property."""
    return [
        (quad.subject.value, quad.object)
        for quad in quads(file)
        if quad.predicate.value == terms.SKOS + property_name
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal)
    ]


def concepts(file: str) -> set[str]:
    return {
        quad.subject.value
        for quad in quads(file)
        if quad.object == ox.NamedNode(terms.SKOS + "Concept") and isinstance(quad.subject, ox.NamedNode)
    }


@pytest.mark.parametrize("file", FILES)
def test_every_concept_has_one_label_one_scheme_and_keywords(file: str) -> None:
    known = concepts(file)
    assert len(known) > 20
    labelled = Counter(concept for concept, _ in said(file, "prefLabel"))
    assert labelled == Counter(known)
    assert {concept for concept, _ in said(file, "hiddenLabel")} == known
    schemes = {
        (quad.subject.value, quad.object.value)
        for quad in quads(file)
        if quad.predicate.value == terms.SKOS + "inScheme"
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    }
    assert schemes == {(concept, concept.rsplit("/", 1)[0]) for concept in known}


@pytest.mark.parametrize("file", FILES)
def test_no_two_concepts_have_one_label(file: str) -> None:
    labels = Counter(fold(text.value) for _, text in said(file, "prefLabel"))
    assert [label for label, count in labels.items() if count > 1] == []


@pytest.mark.parametrize("file", FILES)
def test_keywords_are_small_trimmed_three_letters_at_least_and_say_their_language(file: str) -> None:
    for concept, text in said(file, "hiddenLabel"):
        assert text.value == text.value.casefold().strip(), concept
        assert "  " not in text.value, concept
        assert len(fold(text.value)) >= 3, (concept, text.value)
        assert text.language in LANGUAGES, (concept, text.value)


def test_the_keywords_of_a_measure_are_unique_when_folded() -> None:
    counted = Counter((concept, fold(text.value)) for concept, text in said("measures.ttl", "hiddenLabel"))
    assert [one for one, count in counted.items() if count > 1] == []


def test_every_whole_exists_and_none_is_a_part_of_itself() -> None:
    known = concepts("matters.ttl")
    assert above()
    assert {*above(), *above().values()} <= known
    for matter in above():
        path = [matter]
        while path[-1] in above():
            path.append(above()[path[-1]])
            assert len(path) == len(set(path)), path


def test_a_matter_is_a_part_of_one_whole_at_most() -> None:
    told = [quad for quad in quads("matters.ttl") if quad.predicate.value == terms.SKOS + "broader"]
    assert len(told) == len(above())


@pytest.mark.parametrize("file", FILES)
def test_every_concept_is_found_by_each_of_its_keywords(file: str) -> None:
    lexicon = matters() if file == "matters.ttl" else measures()
    missed = [
        (concept, text.value)
        for concept, text in said(file, "hiddenLabel")
        if concept not in lexicon.find(f"so, {text.value} there")
    ]
    assert missed == []


def test_measures_that_the_linker_knows_by_name_exist() -> None:
    known = concepts("measures.ttl")
    named = read.JOINS | read.GENERAL | read.ABROAD | features._STEPS | features._LAWS
    assert named <= known
    assert len(FEATURES) == len(set(FEATURES))
