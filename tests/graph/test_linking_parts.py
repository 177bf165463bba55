"""A text that asks for several things is several asks; praise and report are none."""

import pytest

from graph.link.parts import parts, praises
from graph.link.read import asks
from graph.terms import mechanism

CAT, UPR = mechanism("CAT"), mechanism("UPR")


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Ban caning; open rural clinics", ["Ban caning", "open rural clinics"]),
        ("Open rural clinics. Close secret prisons.", ["Open rural clinics", "Close secret prisons."]),
        ("Ban caning (Chile), and to open clinics (Peru)", ["Ban caning (Chile)", "and to open clinics (Peru)"]),
        ("Ban caning (Chile); open clinics (Peru, Spain)", ["Ban caning (Chile)", "open clinics (Peru, Spain)"]),
        ("Publish the budget (of 2.5 million)", ["Publish the budget (of 2.5 million)"]),
        ("Pay teachers, nurses and judges on time", ["Pay teachers, nurses and judges on time"]),
        ("Ban caning;  ; \n open clinics", ["Ban caning", "open clinics"]),
        ("Heed the law of 3 May (No. 4) Ask again", ["Heed the law of 3 May (No. 4) Ask again"]),
    ],
)
def test_a_text_comes_apart_where_an_ask_ends(text: str, apart: list[str]) -> None:
    assert list(parts(text)) == apart


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_nothing_is_no_part(text: str) -> None:
    assert parts(text) == parts(text, reported=False) == ()
    assert asks(text, CAT) == ()


PRAISE = [
    "The Committee welcomed the new law on domestic violence.",
    "The Committee noted that child labour was forbidden.",
    "The Rapporteur observed that prisons were full.",
    "It noted with appreciation the wells.",
]


@pytest.mark.parametrize("text", PRAISE)
def test_reported_praise_and_mere_report_ask_for_nothing(text: str) -> None:
    assert praises(text)
    assert parts(text) == ()
    assert asks(text, CAT) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Committee welcomed the law but was concerned at child labour.",
        "The Committee noted the lack of wells and urged the State to dig some.",
        "The Rapporteur noted that girls remained out of school.",
        "The Committee recommended more wells.",
        "Prisons were full.",
    ],
)
def test_a_sentence_that_asks_or_is_concerned_is_kept_whatever_it_praises(text: str) -> None:
    assert parts(text) == (text,)


def test_praise_beside_an_ask_is_left_out_and_the_ask_kept() -> None:
    text = "The Committee welcomed the new law on domestic violence. It urged the State to end child labour."
    (told,) = asks(text, CAT)
    assert told.text == "It urged the State to end child labour."


@pytest.mark.parametrize("text", [*PRAISE, "Report that is noted on the rights of migrants"])
def test_imperatives_of_the_review_are_asks_whatever_their_words(text: str) -> None:
    assert parts(text, reported=False) == (text,)


def test_whose_words_they_are_tells_whether_they_are_praise() -> None:
    text = "Acknowledges past torture in prisons"
    assert [one.text for one in asks(text, UPR)] == [text]
    assert asks(text, CAT) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Abolish the death penalty; do so without delay; ban child labour",
            ["Abolish the death penalty; do so without delay", "ban child labour"],
        ),
        (
            "Take these steps at once; abolish the death penalty",
            ["Take these steps at once; abolish the death penalty"],
        ),
        ("Ratify the Convention against Torture; end child labour",
         ["Ratify the Convention against Torture", "end child labour"]),
        ("Listen to migrants; listen to Roma", ["Listen to migrants", "listen to Roma"]),
    ],
)  # fmt: skip
def test_a_part_that_names_nothing_goes_with_the_one_before(text: str, told: list[str]) -> None:
    assert [one.text for one in asks(text, UPR)] == told


@pytest.mark.parametrize("text", ["Good.", "The Committee made a similar recommendation.", "1234 (5)", "***"])
def test_a_text_without_content_gives_no_ask(text: str) -> None:
    assert asks(text, CAT) == ()


def test_words_that_no_vocabulary_names_are_an_ask_if_there_are_enough() -> None:
    assert len(asks("Paint lighthouses bright yellow every summer", UPR)) == 1
