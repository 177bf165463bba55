"""The vocabulary is complete, consistent, and its data files are clean."""

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import owlready2
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

import ontology
from graph import records, terms
from graph.terms import NS

RG = rdflib.Namespace(NS)
VOCABULARIES = ontology.vocabularies()


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(data=(ontology.root() / "rightsgraph.ttl").read_text("utf-8"), format="turtle")


def test_every_term_has_a_label_a_definition_and_an_example(vocabulary: rdflib.Graph) -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in vocabulary.subjects(RDF.type, kind):
            if str(term).startswith(NS):
                assert (term, RDFS.label, None) in vocabulary, term
                assert (term, SKOS.definition, None) in vocabulary, term
                assert (term, SKOS.example, None) in vocabulary, term


def test_every_term_that_the_code_writes_is_defined(vocabulary: rdflib.Graph) -> None:
    """`rg("…")` in the code, classes named to `typed`, and the values of the records' own lists."""
    root = Path(terms.__file__).parent
    used = set()
    for path in root.rglob("*.py"):
        text = path.read_text("utf-8")
        used |= set(re.findall(r'\brg\("(\w+)"\)', text))
        for names in re.findall(r"typed\(\w+, ([^)]*)\)", text):
            used |= set(re.findall(r'"(\w+)"', names))
    for kinds in (records.DocumentKind, records.PassageKind, records.Position, records.Level, records.Relation):
        used |= {one.value for one in kinds}
    used |= {one.value for one in records.Basis}
    missing = sorted(name for name in used if not any(vocabulary.predicate_objects(RG[name])))
    assert missing == []


def test_every_term_that_a_question_uses_is_defined(vocabulary: rdflib.Graph) -> None:
    import queries

    used = {name for entry in queries.texts() for name in re.findall(r"\brg:(\w+)", entry.read_text("utf-8"))}
    assert sorted(name for name in used if not any(vocabulary.predicate_objects(RG[name]))) == []


@pytest.fixture
def java(need: Callable[[str], None]) -> None:
    """HermiT is a Java program that owlready2 carries."""
    if shutil.which("java") is None:
        need("Java, which the reasoner HermiT runs on, is not installed")


@pytest.mark.usefixtures("java")
def test_the_ontology_is_consistent_and_no_class_is_empty_by_definition(tmp_path: Path) -> None:
    """HermiT, through owlready2, over the ontology and every code list."""
    whole = rdflib.Graph()
    for data in (ontology.root() / "rightsgraph.ttl", *VOCABULARIES):
        whole.parse(data=data.read_text("utf-8"), format="turtle")
    target = tmp_path / "whole.nt"
    whole.serialize(target, format="nt", encoding="utf-8")
    world = owlready2.World()
    loaded = world.get_ontology(target.as_uri()).load()
    with loaded:  # HermiT knows no calendar days (xsd:date): they take no part in any axiom
        owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0, ignore_unsupported_datatypes=True)
    assert list(world.inconsistent_classes()) == []


@pytest.mark.usefixtures("java")
def test_the_reasoner_would_notice_a_contradiction(tmp_path: Path) -> None:
    whole = rdflib.Graph().parse(data=(ontology.root() / "rightsgraph.ttl").read_text("utf-8"), format="turtle")
    both = rdflib.URIRef("http://example.org/both")
    whole.add((both, RDF.type, RG.Recommendation))
    whole.add((both, RDF.type, RG.Pledge))
    target = tmp_path / "broken.nt"
    whole.serialize(target, format="nt", encoding="utf-8")
    world = owlready2.World()
    loaded = world.get_ontology(target.as_uri()).load()
    with loaded, pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        owlready2.sync_reasoner_hermit(world, infer_property_values=False, debug=0)


@pytest.mark.parametrize("vocabulary_file", VOCABULARIES, ids=lambda entry: entry.name)
def test_a_code_list_has_no_stray_blanks_and_no_blank_nodes(vocabulary_file: Path) -> None:
    for quad in ox.parse(vocabulary_file.read_bytes(), format=ox.RdfFormat.TURTLE):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)
        if isinstance(quad.object, ox.Literal):
            assert quad.object.value == quad.object.value.strip() != ""


@pytest.mark.parametrize("vocabulary_file", VOCABULARIES, ids=lambda entry: entry.name)
def test_a_concept_has_one_label_per_language(vocabulary_file: Path) -> None:
    seen = set()
    for quad in ox.parse(vocabulary_file.read_bytes(), format=ox.RdfFormat.TURTLE):
        if quad.predicate.value == str(SKOS.prefLabel) and isinstance(quad.object, ox.Literal):
            key = (quad.subject, quad.object.language)
            assert key not in seen, key
            seen.add(key)


def test_every_mapping_of_a_crosswalk_names_concepts_that_exist() -> None:
    known = set()
    for entry in VOCABULARIES:
        known |= {str(quad.subject)[1:-1] for quad in ox.parse(entry.read_bytes(), format=ox.RdfFormat.TURTLE)}
    for table in (ontology.root() / "crosswalks").iterdir():
        if table.name.endswith(".tsv"):
            lines = (line for line in table.read_text("utf-8").splitlines() if not line.startswith("#"))
            for row in csv.DictReader(lines, delimiter="\t"):
                prefix, _, local = row["object_id"].partition(":")
                iri = terms.PREFIXES[prefix] + local if prefix in terms.PREFIXES else row["object_id"]
                assert iri in known, f"{table.name}: {row['object_id']}"
