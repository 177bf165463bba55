"""The language of a text is told by its small words, or not told at all."""

import pytest

from loaders.documents.language import language, voted

TEXTS = {
    "The State and its people work for the rights of all": "en",
    "Les droits des enfants et des familles dans le pays": "fr",
    "Los derechos de los niños y las niñas con el Estado": "es",
    "Os direitos das crianças e dos pais em uma escola do bairro": "pt",
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_language_is_told_by_its_small_words(text: str) -> None:
    assert voted([text], 3 if TEXTS[text] != "pt" else 1) == TEXTS[text]


@pytest.mark.parametrize("text", ["", "COVID-19", "人权", "FSM 35 Coastal Adaptation", "the"])
def test_where_nothing_tells_nothing_is_told(text: str) -> None:
    assert voted([text]) == ""
    assert language([text], "fr") == "fr"


def test_a_margin_asks_for_more() -> None:
    mixed = ["the people of the land and the sea", "los pueblos y las aguas con el mar"]
    assert voted(mixed)
    assert voted(mixed, 3) == ""
