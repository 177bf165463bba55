"""The search page: what is found and why, what narrows it, and that no address breaks it."""

import csv
import json
import re
from io import StringIO

import pytest
from flask.testing import FlaskClient

from tests.webui.story import CERD, REPORT
from tests.webui.test_pages import PAGE, read


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.text)


def test_hits_stand_with_kind_position_and_the_words_marked(client: FlaskClient) -> None:
    text = page(client, "/search?q=bilingual+tongue&kind=Recommendation")
    assert f"{REPORT}, para. 99.80" in text
    assert "<mark>bilingual</mark> education in the mother <mark>tongue</mark>" in text
    assert "Noted" in text
    assert "in the text that United Nations gives" in text


def test_all_words_must_occur_in_any_case_and_ending(client: FlaskClient) -> None:
    assert f"{REPORT}, para. 99.78" in read(client, "/search?q=MINORITIES+language+press")
    assert "Nothing here holds" in read(client, "/search?q=minority+languages+unicorn")


def test_programmes_are_found_beside_passages(client: FlaskClient) -> None:
    words = read(client, "/search?q=bilingual")
    assert f"{REPORT}, para. 99.80" in words
    assert "Mother tongue bilingual education" in words


def test_a_state_in_the_address_narrows_the_search(client: FlaskClient) -> None:
    assert "Nothing here holds" in read(client, "/search?q=bilingual&state=FRA")
    assert f"{REPORT}, para. 99.80" in read(client, "/search?q=bilingual&state=vnm")


def test_a_state_among_the_words_is_offered(client: FlaskClient) -> None:
    text = page(client, "/search?q=bilingual+Viet+Nam")
    assert '<a href="/search?q=bilingual&amp;state=VNM">Search “bilingual” in what concerns Viet Nam</a>' in text


def test_facets_lead_to_narrower_searches_and_back(client: FlaskClient) -> None:
    wide = page(client, "/search?q=minority+OR+minorities")
    assert re.search(
        r'<a href="/search\?q=minority\+OR\+minorities&amp;family=upr">Universal Periodic Review</a>', wide
    )
    narrow = page(client, "/search?q=minority+OR+minorities&family=upr")
    assert f"{CERD}, para. 12" not in narrow
    assert re.search(
        r'<strong>Universal Periodic Review</strong>.*?<a href="/search\?q=minority\+OR\+minorities">Remove', narrow
    )


@pytest.mark.parametrize("words", [f"{CERD} 12", f"{CERD}, para. 12", f"{CERD.lower()} paragraph 12", f"{CERD} § 12"])
def test_a_symbol_and_a_paragraph_find_the_passage(client: FlaskClient, words: str) -> None:
    found = json.loads(client.get("/search", query_string={"q": words, "format": "json"}).text)
    assert [hit["name"] for hit in found["hits"]] == [f"{CERD}, para. 12"]


def test_the_hits_come_as_csv_and_as_json(client: FlaskClient) -> None:
    answer = client.get("/search?q=bilingual&format=csv")
    assert answer.mimetype == "text/csv"
    rows = list(csv.DictReader(StringIO(answer.text)))
    told = json.loads(client.get("/search?q=bilingual&format=json").text)
    assert [row["iri"] for row in rows] == [hit["iri"] for hit in told["hits"]]
    assert len(rows) == told["total"] > 1


def test_what_cannot_be_read_is_told_and_its_words_are_found(client: FlaskClient) -> None:
    words = read(client, "/search?q=%22bilingual")
    assert "A quotation mark stands alone" in words
    assert "Mother tongue bilingual education" in words


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("kind=Dragon", "There is no kind called “Dragon”"),
        ("state=QQQ", "There is no State called “QQQ”"),
        ("since=soon", "“soon” is no year"),
        ("position=maybe", "There is no position called “maybe”"),
    ],
)
def test_a_filter_that_nothing_is_called_is_told(client: FlaskClient, query: str, note: str) -> None:
    assert note in read(client, f"/search?q=bilingual&{query}")


def test_years_narrow_the_search(client: FlaskClient) -> None:
    assert f"{REPORT}, para. 99.80" in read(client, "/search?q=bilingual&since=2009&until=2009")
    assert f"{REPORT}, para. 99.80" not in read(client, "/search?q=bilingual&since=2010")


@pytest.mark.parametrize("words", ['"} DELETE', "\\", "?s ?p ?o", "'); --", "\x00", "a" * 5000, "'''", "(" * 900, "-"])
def test_no_words_break_the_page(client: FlaskClient, words: str) -> None:
    assert client.get("/search", query_string={"q": words}, headers=PAGE).status_code == 200


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999", "9" * 40, "²"])
def test_no_page_number_breaks_the_page(client: FlaskClient, number: str) -> None:
    assert f"{REPORT}" in page(client, f"/search?q=minority&page={number}")


def test_a_search_that_takes_too_long_says_so_and_keeps_the_form(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.text import TooSlow

    def slow(*_: object) -> None:
        raise TooSlow("this search took longer than the 2 seconds it may")

    monkeypatch.setattr("webui.search.search", slow)
    text = page(client, "/search?q=bilingual", status=503)
    assert "This took too long: this search took longer than the 2 seconds it may" in text
    assert 'value="bilingual"' in text


def test_the_time_of_a_search_is_a_limit_by_name(client: FlaskClient) -> None:
    assert re.search(r"search_seconds\s+2\.0", read(client, "/limits"))


def test_the_empty_page_tells_how_to_search(client: FlaskClient) -> None:
    assert "How to search" in read(client, "/search")
