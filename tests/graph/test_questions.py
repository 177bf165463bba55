"""The question library is complete, and parameters can only be terms."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.parameters import KINDS, Parameter
from graph.questions import ASKERS, NoQuestion, Question, library, question

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
    assert all(
        parameter.description and parameter.kind in KINDS and parameter.example for parameter in entry.parameters
    )
    assert set(entry.askers) <= set(ASKERS)


@pytest.mark.parametrize("entry", QUESTIONS, ids=names)
def test_every_parameter_has_its_slot(entry: Question) -> None:
    for parameter in entry.parameters:
        assert f"VALUES ?{parameter.name} {{ UNDEF }}" in entry.text
        assert f"VALUES ?{parameter.name} {{ UNDEF }}" not in entry.fill({parameter.name: parameter.example})


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


def test_the_twenty_five_questions_of_the_field_are_all_asked() -> None:
    assert {number for entry in QUESTIONS for number in entry.competency} == set(range(1, 26))


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("state", "vnm", "<https://w3id.org/rightsgraph/id/state/VNM>"),
        ("state", "Viet Nam", "<https://w3id.org/rightsgraph/id/state/VNM>"),
        ("symbol", "A/HRC/ 12/11", '"A/HRC/12/11"'),
        ("paragraph", "para. 99.78", '"99.78"'),
        ("sdg", "SDG 4.5", "<http://metadata.un.org/sdg/4.5>"),
        ("targets", "4.5, 16", "<http://metadata.un.org/sdg/4.5> <http://metadata.un.org/sdg/16>"),
        ("words", "language, bilingual", '"language" "bilingual"'),
        ("words", ",", '","'),
        ("cycle", "3", '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("date", "2026-11-24", '"2026-11-24"^^<http://www.w3.org/2001/XMLSchema#date>'),
    ],
)
def test_a_value_is_read_as_its_kind_says(kind: str, value: str, term: str) -> None:
    assert Parameter("p", kind, "what it means").term(value) == term


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("state", "Atlantis"),
        ("state", "XXX"),
        ("symbol", "twelve"),
        ("paragraph", "the last"),
        ("sdg", "18"),
        ("sdg", "4.5.6"),
        ("targets", "4.5, x"),
        ("cycle", "5"),
        ("number", "-1"),
        ("date", "24 November"),
        ("text", "  "),
    ],
)
def test_a_value_of_another_kind_is_refused_in_a_sentence(kind: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+ \w+"):
        Parameter("p", kind, "what it means").term(value)
