"""Mappings between label sets (SSSOM tables): every theme label → the hub of themes."""

import csv
from collections import defaultdict
from functools import cache

import ontology
from graph.terms import BASE, DEFAULT_BASE, PREFIXES

MAPPED = ("skos:exactMatch", "skos:closeMatch", "skos:broadMatch", "skos:narrowMatch")
"""Predicates by which one label stands for another; `skos:relatedMatch` only leads to a goal of the SDGs."""
RELATED = ("skos:relatedMatch",)


@cache
def crosswalk(predicates: tuple[str, ...] = MAPPED) -> dict[str, tuple[str, ...]]:
    """Concept IRI → the concepts that it is mapped to by these predicates, of all `crosswalks/*.tsv`."""
    mapped: dict[str, set[str]] = defaultdict(set)
    tables = (ontology.root() / "crosswalks").iterdir()
    for table in sorted(tables, key=lambda entry: entry.name):
        if not table.name.endswith(".tsv"):
            continue
        lines = (line for line in table.read_text("utf-8").splitlines() if not line.startswith("#"))
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["predicate_id"] in predicates:
                mapped[_expand(row["subject_id"])].add(_expand(row["object_id"]))
    return {subject: tuple(sorted(objects)) for subject, objects in mapped.items()}


def hub(concept: str) -> tuple[str, ...]:
    """The hub concepts that stand for a theme; itself if nothing maps it."""
    return crosswalk().get(concept, (concept,))


def goals(concept: str) -> tuple[str, ...]:
    """The goals of the SDGs whose targets name the same matter as a theme or a group of persons."""
    return crosswalk(RELATED).get(concept, ())


def _expand(name: str) -> str:
    """A full IRI as it is, or a name with one of our prefixes written out."""
    if name.startswith(DEFAULT_BASE):
        return BASE + name.removeprefix(DEFAULT_BASE)
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name
