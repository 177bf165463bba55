"""Code lists and crosswalks: every label seen in real files stands on the hub of themes and persons."""

import csv
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

import ontology
from graph import terms
from graph.link.crosswalk import crosswalk
from graph.records import ListedRecommendation, Passage
from graph.source import Source
from loaders.upr import thematic_list, upr_info

HUBS = {"uhri-theme": "themes.ttl", "uhri-person": "affected-persons.ttl"}
NO_THEME = {"Other", "General"}
"""UPR Info's issues that name no subject."""
NO_WORDS = {
    "General framework of implementation",
    "Persons deprived of liberty: concept of places of deprivation of liberty",
    "Persons with disabilities: protection and safety in situations of risk",
    "Research & other measures of implementation",
    "Specific legal concepts that relates to persons or groups",
    "Universal or cross-cutting issues",
}
"""Labels too general for any keyword to tell."""


def concepts(file: str) -> dict[str, str]:
    """IRI → label."""
    data = (ontology.root() / "vocab" / file).read_bytes()
    return {
        str(quad.subject).strip("<>"): quad.object.value
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == terms.SKOS + "prefLabel" and isinstance(quad.object, ox.Literal)
    }


ON_HUB = {iri for file in HUBS.values() for iri in concepts(file)}


@pytest.mark.parametrize(("scheme", "file"), [*HUBS.items(), ("upr-info-issue", "upr-info-issues.ttl")])
def test_a_concept_is_named_by_its_label(scheme: str, file: str) -> None:
    found = concepts(file)
    assert found
    assert {iri: terms.concept(scheme, label) for iri, label in found.items()} == {iri: iri for iri in found}


@pytest.mark.parametrize("file", HUBS.values())
def test_every_hub_concept_has_keywords_in_small_letters(file: str) -> None:
    words: Counter[str] = Counter()
    for quad in ox.parse((ontology.root() / "vocab" / file).read_bytes(), format=ox.RdfFormat.TURTLE):
        if quad.predicate.value == terms.SKOS + "hiddenLabel" and isinstance(quad.object, ox.Literal):
            assert quad.object.value == quad.object.value.casefold().strip()
            words[str(quad.subject).strip("<>")] += 1
    assert {label for iri, label in concepts(file).items() if not words[iri]} <= NO_WORDS


def test_every_mapping_leads_to_the_hub() -> None:
    assert {hub for hubs in crosswalk().values() for hub in hubs} <= ON_HUB


def test_a_list_that_uses_uhri_s_own_labels_is_mapped_whole() -> None:
    labels = concepts(HUBS["uhri-theme"]).values()
    assert [label for label in labels if terms.concept("ohchr-theme", label) not in crosswalk()] == []


def test_every_issue_of_upr_info_is_known_and_mapped(shared_data: Path) -> None:
    issues = {
        tag.label
        for file in sorted((shared_data / "upr-info").glob("recommendations-*.csv"))
        for ask in upr_info.load(Source.of(file))
        if isinstance(ask, ListedRecommendation)
        for tag in ask.tags
    }
    assert issues == set(concepts("upr-info-issues.ttl").values())
    assert {issue for issue in issues if terms.concept("upr-info-issue", issue) not in crosswalk()} == NO_THEME


def test_every_label_of_ohchr_s_lists_is_on_the_hub(shared_data: Path) -> None:
    tags = {
        tag
        for file in sorted((shared_data / "ohchr-thematic-lists").glob("*.docx"))
        for passage in thematic_list.load(Source.of(file))
        if isinstance(passage, Passage)
        for tag in passage.tags
    }
    assert len(tags) > 100
    lost = [tag for tag in tags if not {terms.concept(tag.scheme, tag.label)} & (ON_HUB | crosswalk().keys())]
    assert lost == []


@pytest.mark.parametrize(
    ("file", "scheme"), [("themes.csv", "uhri-theme"), ("affected-persons-seen.csv", "uhri-person")]
)
def test_every_label_of_uhri_is_on_the_hub(shared_data: Path, file: str, scheme: str) -> None:
    with (shared_data / "uhri" / "code-lists" / file).open(encoding="utf-8-sig", newline="") as stream:
        labels = [row[0].strip() for row in csv.reader(stream)][1:]
    assert [label for label in labels if terms.concept(scheme, label) not in ON_HUB | crosswalk().keys()] == []
