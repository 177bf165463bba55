"""The code lists of programmes: sectors and goals are those their owners publish, with words of ours to tell them."""

import re
from pathlib import Path

import pyoxigraph as ox
from lxml import etree

import ontology
from graph import terms
from graph.goals import codes
from graph.link.crosswalk import crosswalk
from graph.terms import SKOS


def literals(file: str, predicate: str) -> dict[str, list[str]]:
    """IRI → values of a property."""
    found: dict[str, list[str]] = {}
    for quad in ox.parse((ontology.root() / "vocab" / file).read_bytes(), format=ox.RdfFormat.TURTLE):
        if quad.predicate.value == SKOS + predicate:
            value = quad.object.value if not isinstance(quad.object, ox.Triple) else ""
            found.setdefault(str(quad.subject).strip("<>"), []).append(value)
    return found


def test_every_sector_is_named_by_its_code_and_stands_under_its_category() -> None:
    notations, broader = literals("iati-sectors.ttl", "notation"), literals("iati-sectors.ttl", "broader")
    for iri, (code,) in notations.items():
        assert iri == terms.concept("dac-sector" if len(code) == 5 else "dac-sector-category", code)
        if len(code) == 5:
            assert broader[iri][0] in notations
    assert literals("iati-sectors.ttl", "prefLabel").keys() == notations.keys()


def test_the_sectors_are_those_that_iati_publishes(shared_data: Path) -> None:
    told = {
        item.findtext("code")
        for name in ("Sector", "SectorCategory")
        for item in etree.parse(str(shared_data / "iati" / "codelists" / f"{name}.xml")).iter("codelist-item")
    }
    assert {code for (code,) in literals("iati-sectors.ttl", "notation").values()} == told


def test_every_goal_and_target_has_a_name_of_a_few_words() -> None:
    labels = literals("sdgs.ttl", "prefLabel")
    assert len(labels) == len(codes()) == 186
    for iri, (label,) in labels.items():
        code = iri.rsplit("/", 1)[1]
        assert re.fullmatch(r"Target \S+ – .{4,70}" if "." in code else r".{5,45}", label), label
        assert "." not in code or f" {code} " in label


def test_no_target_carries_the_united_nations_sentence(shared_data: Path) -> None:
    published = ox.Store()
    published.bulk_load(
        path=str(shared_data / "sdg" / "sdg-kos-goals-targets-indicators.ttl"), format=ox.RdfFormat.TURTLE
    )
    sentences = {
        quad.object.value.casefold()
        for quad in published.quads_for_pattern(None, ox.NamedNode(SKOS + "prefLabel"), None)
        if isinstance(quad.object, ox.Literal) and len(quad.object.value) > 60
    }
    for iri, (label,) in literals("sdgs.ttl", "prefLabel").items():
        assert label.split(" – ")[-1].casefold() not in sentences, iri


def test_keywords_of_goals_are_in_small_letters_and_of_one_target_each() -> None:
    seen: dict[str, str] = {}
    for iri, words in literals("sdgs.ttl", "hiddenLabel").items():
        for word in words:
            assert word == word.casefold().strip()
            assert len(word) > 2
            assert seen.setdefault(word, iri) == iri, f"{word!r} stands for {seen[word]} too"
    assert len(seen) > 150


def test_sectors_lead_to_themes_and_only_sectors_that_there_are() -> None:
    mapped = {subject: targets for subject, targets in crosswalk().items() if "/dac-sector" in subject}
    assert len(mapped) > 30
    assert set(mapped) <= set(literals("iati-sectors.ttl", "notation"))
    assert mapped[terms.concept("dac-sector", "15180")] == (terms.concept("uhri-theme", "Violence against women"),)
