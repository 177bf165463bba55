"""What a page shows can be taken away as CSV and JSON: all of it, at a lasting address, safe in a spreadsheet."""

import csv
import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webui.downloads import Sheet, file

PAGE = {"Accept": "text/html"}
PAGES = (
    "/state/VNM",
    "/state/VNM/asks",
    "/state/VNM/asks?position=noted",
    "/state/VNM/groups",
    "/state/VNM/programmes",
    "/state/VNM/documents",
    "/state/VNM/documents?status=missing",
    "/state/VNM/themes",
    "/state/VNM/timeline",
    "/state/VNM/alignment",
    "/state/VNM/alignment/links",
    "/state/VNM/alignment/gaps/supported",
    "/sources",
)


def offers(client: FlaskClient, page: str) -> dict[str, str]:
    """Format → address, as the page's links tell."""
    text = client.get(page, headers=PAGE).text
    found = re.findall(r'href="([^"]*[?&](?:amp;)?format=(csv|json)[^"]*)"', text)
    return {form: address.replace("&amp;", "&") for address, form in found}


@pytest.mark.parametrize("page", PAGES)
def test_every_list_offers_the_same_rows_as_csv_and_as_json(client: FlaskClient, page: str) -> None:
    offered = offers(client, page)
    assert set(offered) == {"csv", "json"}
    table, told = (client.get(offered[form]) for form in ("csv", "json"))
    assert table.content_type == "text/csv; charset=utf-8"
    assert told.content_type == "application/json"
    assert "attachment" in table.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert told.json is not None
    assert len(rows) == len(told.json)
    assert not rows or set(rows[0]) == set(told.json[0])


@pytest.mark.parametrize("page", ["/state/VNM", "/state/VNM/asks", "/state/VNM/groups", "/state/VNM/programmes"])
def test_the_tables_of_a_state_are_not_empty(client: FlaskClient, page: str) -> None:
    assert client.get(f"{page}?format=json").json


def test_what_narrows_the_page_narrows_the_file(client: FlaskClient) -> None:
    every = client.get("/state/VNM/asks?format=json").json
    noted = client.get(offers(client, "/state/VNM/asks?position=noted")["json"]).json
    assert every
    assert noted
    assert len(noted) < len(every)
    assert {row["position"] for row in noted} == {"noted"}


def test_a_page_number_does_not_cut_the_file(client: FlaskClient) -> None:
    assert "page=" not in offers(client, "/state/VNM/asks?page=1")["csv"]


@pytest.mark.parametrize("page", PAGES)
def test_a_format_that_no_page_has_is_refused_by_name(client: FlaskClient, page: str) -> None:
    answer = client.get(f"{page}{'&' if '?' in page else '?'}format=exe")
    assert answer.status_code == 406
    assert "exe" in answer.text


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_of_a_csv_is_a_formula(app: Flask, start: str) -> None:
    with app.test_request_context():
        text = file(Sheet("x", ("one",), [(f"{start}cmd|' /C calc'!A0",)]), "csv").get_data(as_text=True)
    assert list(csv.reader(io.StringIO(text)))[1][0].startswith("'")


def test_the_head_of_a_things_page_names_what_programs_read(client: FlaskClient) -> None:
    page = client.get("/id/group/VNM/story", headers=PAGE).text
    found = re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)">', page)
    assert [media for media, _ in found] == ["text/turtle", "application/ld+json"]
    for media, address in found:
        assert client.get(address).content_type.startswith(media)
    assert 'rel="alternate"' not in client.get("/sources", headers=PAGE).text
