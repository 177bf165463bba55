"""How alike two texts are worded: rare words count, words of routine and a State's own frequent words hardly do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.link.wording import Background, Wording, shared_words, stems


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lighthouses and the lighthouse", ["lighthous", "lighthous"]),
        ("Take further measures to ensure that", []),
        ("ÉCOLES, écoles", ["ecol", "ecol"]),
        ("be 12 or 4th b2b", []),
        ("", []),
    ],
)
def test_stems_are_of_words_that_tell_texts_apart(text: str, told: list[str]) -> None:
    assert stems(text) == told


def alike(one: str, other: str, beside: list[str], background: Background | None = None) -> float:
    texts = [one, other, *beside]
    wording = Wording.of(texts, background) if background else Wording.of(texts)
    rows = wording.matrix([one, other])
    return float((rows[0] @ rows[1].T).toarray()[0, 0])


TREES = ("amber", "birch", "cedar", "dates", "elms", "figs", "gum", "hazel", "iris", "jute")
BESIDE = [f"Lighthouse {word}" for word in TREES]


def test_a_rare_word_in_common_makes_more_alike_than_a_frequent_one() -> None:
    assert alike("volcano lighthouse", "volcano pear", BESIDE) > 3 * alike("lighthouse plum", "lighthouse pear", BESIDE)


def test_what_every_text_of_a_state_names_counts_little() -> None:
    """The State's own name is in every text: it is no likeness."""
    named = [f"Ruritania {word}" for word in TREES]
    often = alike("Ruritania plum", "Ruritania pear", named)
    assert often < 0.2
    assert alike("Ruritania plum", "Ruritania pear", ["amber", "birch", "cedar"] * 4) > 2 * often


def test_what_the_coded_texts_of_a_workspace_hold_often_counts_little_in_every_state() -> None:
    common = Background.of([["lighthous"]] * 90 + [["volcano"]] + [["pear"]] * 9)
    one, other = "lighthouse plum", "lighthouse cherry"
    assert alike(one, other, ["amber"], common) < alike("volcano plum", "volcano cherry", ["amber"], common)
    assert alike(one, other, ["amber"], common) < alike(one, other, ["amber"])


def test_a_thing_is_the_rarer_the_fewer_hold_it() -> None:
    told = Background(1000, {"often": 900, "seldom": 10})
    rarity = told.rarity(("often", "seldom", "never"), np.array([2, 2, 2]), 100)
    assert 0 < rarity[0] < rarity[1] < rarity[2]
    here = Background(1000, {}).rarity(("here", "there"), np.array([90, 2]), 100)
    assert here[0] < here[1]


def test_the_two_texts_of_a_pair_do_not_make_a_thing_common() -> None:
    one, two, three = Background(0, {}).rarity(("one", "two", "three"), np.array([1, 2, 3]), 10)
    assert one == two > three


def test_nothing_is_rare_among_no_texts() -> None:
    assert Background.of([]).texts == 0
    assert Wording.of([]).matrix([]).shape == (0, 0)
    assert Wording.of(["", "…"]).matrix(["", "words"]).nnz == 0


def test_a_background_counts_texts_and_not_occurrences() -> None:
    told = Background.of([["pear", "pear"], ["pear", "plum"], []])
    assert (told.texts, dict(told.frequency)) == (3, {"pear": 2, "plum": 1})


def test_shared_words_are_told_as_each_text_prints_them() -> None:
    one, other = shared_words("Protecting the Lighthouses of Écoles", "A lighthouse; an ecole PROTECTED")
    assert one == {"Protecting", "Lighthouses", "Écoles"}
    assert other == {"lighthouse", "ecole", "PROTECTED"}
    assert shared_words("Take further measures", "Take further measures") == (frozenset(), frozenset())
    assert shared_words("plum", "pear") == (frozenset(), frozenset())


TEXT = st.text(alphabet=st.sampled_from("abce éÉ-'’ \n"), max_size=60)


@given(TEXT, TEXT)
def test_what_is_shared_is_shared_both_ways_and_stands_in_the_text(one: str, other: str) -> None:
    left, right = shared_words(one, other)
    assert shared_words(other, one) == (right, left)
    assert all(word in one for word in left)
    assert all(word in other for word in right)
    assert {stem for word in left for stem in stems(word)} == set(stems(one)) & set(stems(other))


@given(st.lists(TEXT, min_size=1, max_size=8))
def test_every_text_with_words_is_a_row_of_length_1(texts: list[str]) -> None:
    rows = Wording.of(texts).matrix(texts)
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    assert lengths == pytest.approx([1.0 if stems(text) else 0.0 for text in texts])
