"""The front page: each State with its counts, in the order that a heading asks for."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.store.builds import Build
from tests.webui.test_pages import PAGE
from webui.front import front
from webui.states import states


def test_the_index_counts_as_the_store_does(app: Flask, told: Build) -> None:
    with app.test_request_context():
        asked = {one.iso3: one.counts for one in states()}
        for row in front(told).rows:
            of = asked[row.iso3]
            kinds = ("Recommendation", "Observation", "Group", "Project", "Document")
            assert row.counts == tuple(of[kind] for kind in kinds), row.name


@pytest.mark.parametrize(
    ("sort", "order", "told_as"),
    [
        ("", "", ("State", "ascending")),
        ("groups", "", ("Reinforcing groups", "descending")),
        ("name", "down", ("State", "descending")),
    ],
)
def test_a_table_says_by_which_column_it_is_sorted(
    client: FlaskClient, sort: str, order: str, told_as: tuple[str, str]
) -> None:
    text = client.get(f"/?sort={sort}&order={order}", headers=PAGE).text
    found = re.findall(r'<th scope="col" aria-sort="(\w+)"><a href="[^"]+">([^<]+?) <', text)
    assert found == [(told_as[1], told_as[0])]


def test_rows_are_sorted_by_the_column_and_by_name_where_equal(app: Flask, told: Build, monkeypatch) -> None:
    made = {"SVN": {"Document": 2}, "AFG": {"Document": 1}, "BRB": {"Document": 2}}
    monkeypatch.setattr("webui.front.counts", lambda _: made)
    monkeypatch.setattr("webui.front.remembered", lambda _, make: make())
    with app.test_request_context():
        assert [row.iso3 for row in front(told, "documents").rows] == ["BRB", "SVN", "AFG"]
        assert [row.iso3 for row in front(told, "documents", "up").rows] == ["AFG", "BRB", "SVN"]
        assert [row.iso3 for row in front(told).rows] == ["AFG", "BRB", "SVN"]
        assert [row.iso3 for row in front(told, "nonsense", "down").rows] == ["SVN", "BRB", "AFG"]
        assert front(told).totals[-1] == 5


def test_a_state_is_found_by_the_beginning_of_its_name_or_by_its_code(client: FlaskClient) -> None:
    for told in ("viet", "NAM", "vnm"):
        page = client.get(f"/?named={told}", headers={"Accept": "text/html"}).text
        assert "/state/VNM" in page, told
    page = client.get("/?named=zzz", headers={"Accept": "text/html"}).text
    assert "/state/VNM" not in page
    assert "No State here has such a name." in page
