"""The question library is complete, and parameters can only be terms."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.questions import NoQuestion, Question, library, question

QUESTIONS = library()


def names(entry: Question) -> str:
    return entry.name


@pytest.mark.parametrize("entry", QUESTIONS, ids=names)
def test_a_question_declares_exactly_the_columns_it_answers(entry: Question) -> None:
    answer = ox.Store().query(entry.text)
    assert isinstance(answer, ox.QuerySolutions)
    assert [variable.value for variable in answer.variables] == [name for name, _ in entry.columns]


@pytest.mark.parametrize("entry", QUESTIONS, ids=names)
def test_a_question_says_in_plain_words_what_it_asks(entry: Question) -> None:
    assert entry.title.endswith((".", "?", ")"))
    assert all(parameter.description and parameter.kind for parameter in entry.parameters)


@pytest.mark.parametrize("entry", QUESTIONS, ids=names)
def test_every_parameter_has_its_slot(entry: Question) -> None:
    for parameter in entry.parameters:
        assert f"VALUES ?{parameter.name} {{ UNDEF }}" in entry.text
        assert f"VALUES ?{parameter.name} {{ UNDEF }}" not in entry.fill({parameter.name: "VNM"})


@given(st.text(min_size=1).filter(lambda text: text.strip() != ""))
def test_no_value_leaves_its_slot(value: str) -> None:
    entry = question("story_of_a_theme")
    word = value.encode("utf-8", "ignore").decode()
    if not word.strip():
        return
    filled = entry.fill({"word": word})
    store = ox.Store()
    assert isinstance(store.query(filled), ox.QuerySolutions)


def test_an_unknown_question_or_parameter_is_named_with_those_there_are() -> None:
    with pytest.raises(NoQuestion, match="01_positions"):
        question("nothing")
    with pytest.raises(ValueError, match="it has: state"):
        question("positions").fill({"country": "VNM"})


def test_there_are_at_least_ten_questions_and_their_numbers_are_their_own() -> None:
    numbers = [entry.number for entry in QUESTIONS]
    assert len(numbers) >= 10
    assert len(set(numbers)) == len(numbers)
