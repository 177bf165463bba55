"""Keywords are found at the beginning of words, short ones as whole words, in whatever case and accents."""

import pytest

from graph.link.lexicon import Lexicon, lexicon, matters, measures, persons

WORD = ("hiv", ("urn:virus",)), ("hivernage", ("urn:winter",))
MADE = Lexicon(
    {"hiv": WORD, "roa": (("road", ("urn:ways",)),), "clé": (), "cle": (("cle des", ("urn:key",)),)},
    {"urn:ways": "Roads"},
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("roads of stone", {"urn:ways": ("road",)}),
        ("ROAD, works", {"urn:ways": ("road",)}),
        ("roadside inns", {}),
        ("a broad way", {}),
        ("cross-road", {"urn:ways": ("road",)}),
        ("hiv", {"urn:virus": ("hiv",)}),
        ("hive", {}),
        ("l'hivernage", {"urn:winter": ("hivernage",)}),
        ("hivernages", {"urn:winter": ("hivernage",)}),
        ("la Clé des champs", {"urn:key": ("cle des",)}),
        ("", {}),
        ("ro", {}),
    ],
)
def test_a_short_keyword_is_a_whole_word_and_a_long_one_begins_a_word(
    text: str, found: dict[str, tuple[str, ...]]
) -> None:
    assert MADE.find(text) == found


def test_what_has_no_label_is_named_by_its_iri() -> None:
    assert MADE.name("urn:ways") == "Roads"
    assert MADE.name("https://example.org/vocab/far-away") == "far away"


@pytest.mark.parametrize(
    ("text", "found"), [("Roma children", True), ("the Romas", True), ("an aroma", False), ("romantic", False)]
)
def test_roma_are_found_and_not_what_only_sounds_so(text: str, found: bool) -> None:
    assert any(iri.endswith("roma-gypsies-sinti-travellers") for iri in persons().find(text)) is found


@pytest.mark.parametrize("text", ["a bank", "abandoned", "a band", "bandits", "banana"])
def test_a_ban_is_not_found_in_other_words(text: str) -> None:
    assert not any(iri.endswith("/prohibit") for iri in measures().find(text))
    assert any(iri.endswith("/prohibit") for iri in measures().find("ban " + text))


def test_each_lexicon_tells_of_its_own_vocabulary_only() -> None:
    everything = "Train women on the death penalty; abolish child labour; drinking water for Roma"
    for told, part in ((matters(), "/matter/"), (measures(), "/measure/"), (persons(), "/uhri-person/")):
        found = told.find(everything)
        assert found
        assert all(part in iri for iri in found)
    assert not any("/matter/" in iri or "/measure/" in iri for iri in lexicon().find(everything))


def test_every_concept_that_is_found_has_a_label() -> None:
    for told in (matters(), measures(), persons()):
        concepts = {iri for entries in told.keywords.values() for _, iris in entries for iri in iris}
        assert concepts <= told.names.keys()
