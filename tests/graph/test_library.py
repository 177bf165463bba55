"""The graph API for people: rdflib over the embedded store."""

import rdflib
from rdflib.namespace import RDF

from graph.library import dataset
from graph.store.builds import Build
from graph.terms import NS, passage


def test_a_build_is_an_rdflib_dataset(example: Build) -> None:
    opened = dataset(example)
    ask = rdflib.URIRef(passage("A/HRC/12/11", "99.78"))
    assert (ask, RDF.type, rdflib.URIRef(NS + "Recommendation")) in opened
    assert len(list(opened.subjects(RDF.type, rdflib.URIRef(NS + "Recommendation")))) >= 17
