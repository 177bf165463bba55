"""What asks and what is concerned, by the words of committees and experts in three languages."""

import pytest

from loaders.documents import asking


@pytest.mark.parametrize(
    ("sentence", "language", "asks"),
    [
        ("The Committee recommends that the State party plant trees.", "en", True),
        ("It also strongly urges the Government to plant trees.", "en", True),
        ("Recalling its comment No. 9, and noting that trees are old, the Committee calls for planting.", "en", True),
        ("The State party should, in line with art. 5, plant trees.", "en", True),
        ("While noting the efforts made, the State party should plant trees.", "en", True),
        ("The State party is encouraged to plant trees.", "en", True),
        ("The Committee reiterates its previous recommendation (para. 9) that trees be planted.", "en", True),
        ("It would be desirable to plant trees.", "en", True),
        ("The Committee welcomes the new act, which should help trees.", "en", False),
        ("The Committee is concerned that trees that should be watered are dry.", "en", False),
        ("The Committee draws attention to areas in respect of which urgent measures must be taken.", "en", False),
        ("The Committee notes that the State party encourages planters.", "en", False),
        ("The delegation recommends its trees.", "en", False),
        ("Le Comité engage l\u2019État partie à planter des arbres.", "fr", True),
        ("L\u2019État partie devrait planter des arbres.", "fr", True),
        ("Le Comité note que des arbres devraient être plantés.", "fr", False),
        ("El Comité insta al Estado parte a que plante árboles.", "es", True),
        ("El Estado parte debe plantar árboles.", "es", True),
        ("Preocupa al Comité que los árboles deban esperar.", "es", False),
    ],
)  # fmt: skip
def test_a_sentence_asks_or_does_not(sentence: str, language: str, asks: bool) -> None:
    assert asking.asks(sentence, language) is asks


@pytest.mark.parametrize(
    ("text", "concerned"),
    [
        ("The Committee remains seriously concerned about trees.", True),
        ("The Committee notes with concern that trees are dry.", True),
        ("The Committee regrets the lack of water.", True),
        ("The Committee welcomes help for the persons concerned.", False),
        ("Trees concern everybody.", False),
    ],
)
def test_a_text_is_concerned_or_is_not(text: str, concerned: bool) -> None:
    assert asking.concerned(text, "en") is concerned


def test_a_quotation_keeps_its_mark_at_a_sentence_s_end() -> None:
    assert asking.sentences("He said “plant.” They did.") == ["He said “plant.”", "They did."]


def test_abbreviations_end_no_sentence() -> None:
    text = "See art. 5 and para. 3 of No. 4 by Mr. Field. The State should plant."
    assert asking.sentences(text) == ["See art. 5 and para. 3 of No. 4 by Mr. Field.", "The State should plant."]
