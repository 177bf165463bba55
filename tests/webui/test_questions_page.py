"""Questions by who asks; a question's form, its answer, and plain sentences for wrong values."""

import pytest
from flask.testing import FlaskClient

from graph.questions import library


def test_every_question_stands_under_who_asks_it_and_keeps_the_state_chosen(client: FlaskClient) -> None:
    told = client.get("/questions?state=VNM").text
    assert "For the UN country team" in told
    for one in library():
        assert f'href="/questions/{one.name}?state=VNM"' in told


def test_words_leave_the_questions_that_hold_them(client: FlaskClient) -> None:
    told = client.get("/questions?q=MINISTRY").text
    assert "24_who_is_responsible" in told
    assert "01_positions" not in told
    assert "No question holds these words" in client.get("/questions?q=xyzzy").text


@pytest.mark.parametrize("name", [one.name for one in library()])
def test_every_question_is_answered_on_its_page(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/questions/{name}?ask=yes&state=VNM")
    assert answer.status_code == 200
    assert 'role="alert"' not in answer.text
    assert len(answer.data) < 150_000


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("01?ask=yes&state=Atlantis", "is no State known here"),
        ("28?ask=yes&target=99", "is no goal or target of the SDGs"),
        ("21?ask=yes&cycle=9", "is no cycle of the review"),
        ("25?ask=yes&from=soon", "is no day"),
    ],
)
def test_a_wrong_value_gives_a_plain_sentence_and_no_answer(client: FlaskClient, address: str, words: str) -> None:
    told = client.get(f"/questions/{address}").text
    assert words in told
    assert "<table" not in told


def test_the_values_that_the_build_knows_are_offered(client: FlaskClient) -> None:
    told = client.get("/questions/08").text
    assert '<option value="UNICEF">' in told


def test_positions_are_words_and_recommendations_are_links_with_their_citation(client: FlaskClient) -> None:
    told = client.get("/questions/01?ask=yes&state=VNM").text
    assert 'class="badge position noted"' in told
    assert '<a href="/id/document/A/HRC/12/11/para/99.78">A/HRC/12/11, para. 99.78</a>' in told
