"""Words: where they begin and end, and what stands for them in the index."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from graph.text.words import folded, stem, stems, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Women's rights", ["Women", "rights"]),
        ("l’éducation", ["l", "éducation"]),
        ("A/HRC/26/17, para. 140.11", ["A", "HRC", "26", "17", "para", "140.11"]),
        ("self-determination", ["self", "determination"]),
        ("4.5 and 10.", ["4.5", "and", "10"]),
        ("人权 and", ["人", "权", "and"]),
        ("__all__", ["all"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(some.text(max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    found = list(tokens(text))
    assert [text[one.start : one.end] for one in found] == [one.word for one in found] == words(text)


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Trafficking", "en", "traffick"),
        ("Trafficking", "", "traffick"),
        ("educación", "es", "es_educ"),
        ("educaciones", "es", "es_educ"),
        ("Réfugiés", "fr", "fr_refugi"),
        ("права", "ru", "un_права"),
        ("140.11", "en", "140.11"),
    ],
)
def test_a_word_is_stemmed_in_its_own_language(word: str, language: str, expected: str) -> None:
    assert stem(word, language) == expected


def test_endings_of_a_word_have_one_stem() -> None:
    assert len(set(stems("traffic trafficking trafficked traffics", "en"))) <= 2
    assert len(set(stems("discriminate discriminated discriminating discrimination", "en"))) == 1


@given(some.text(max_size=40))
def test_stems_hold_nothing_that_the_engine_would_read(text: str) -> None:
    for one in stems(text, "en"):
        assert not set(one) & set("\"'()*^:{}+- \t\n\x00")
        assert folded(one) == one
