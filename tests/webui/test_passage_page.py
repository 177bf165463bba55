"""A passage's page: its best links first, programmes with money that is not added up, and how it is cited."""

import csv
import io
import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph import terms
from graph.store.builds import Build
from tests.webui.story import CERD, REPORT
from webui.cite import Citation
from webui.links import links
from webui.money import Sum, sums

HERE = f"/id/document/{REPORT}/para/99.78"
PAGE = {"Accept": "text/html"}
CITED = Citation(
    iri=terms.passage("A/HRC/26/6", "143.2"),
    symbol="A/HRC/26/6",
    paragraph="143.2",
    states=("Sweden",),
    title="Report of the Working Group: 50% {more} & more",
    issued="2014-06-26",
    build="0001-abcdef01",
    sources=(),
)


@pytest.fixture
def client(more_app: Flask) -> FlaskClient:
    return more_app.test_client()


def words(client: FlaskClient, address: str) -> str:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == 200, answer.text
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def test_a_passage_is_cited_as_the_un_cites() -> None:
    assert CITED.text == "A/HRC/26/6, para. 143.2 (Sweden)"
    assert replace(CITED, states=()).text == "A/HRC/26/6, para. 143.2"


def test_bibtex_escapes_what_tex_reads_otherwise() -> None:
    told = CITED.bibtex()
    assert told.startswith("@misc{A-HRC-26-6-143.2,\n")
    assert r"title = {Report of the Working Group: 50\% \{more\} \& more}" in told
    assert "year = {2014}" in told
    assert told.count("{") - told.count(r"\{") == told.count("}") - told.count(r"\}")


def test_ris_is_one_record_of_tagged_lines() -> None:
    lines = replace(CITED, title="two\nlines").ris().split("\r\n")
    assert lines[0] == "TY  - RPRT"
    assert "TI  - two lines" in lines
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])


def test_the_page_says_how_to_cite_it_and_what_it_was_read_from(client: FlaskClient, told_more: Build) -> None:
    text = words(client, HERE)
    cite = text[text.index("Cite this") :]
    assert f"{REPORT}, para. 99.78 (Philippines)" in cite
    assert terms.passage(REPORT, "99.78") in cite
    assert told_more.name in cite
    report = next(one for one in told_more.report()["files"] if one["file"] == "report.pdf")
    assert report["sha256"] in cite


@pytest.mark.parametrize(("form", "media", "ending"), [("bibtex", "bibtex", "bib"), ("ris", "research-info", "ris")])
def test_a_citation_is_a_file_for_a_reference_manager(client: FlaskClient, form: str, media: str, ending: str) -> None:
    answer = client.get(f"{HERE}?format={form}")
    assert answer.status_code == 200
    assert media in answer.content_type
    assert answer.headers["Content-Disposition"].endswith(f'99.78.{ending}"')
    assert REPORT in answer.text


def test_what_is_no_passage_cannot_be_cited_as_one(client: FlaskClient) -> None:
    assert client.get("/id/project/VNM-1?format=ris").status_code == 406
    assert client.get("/id/nothing?format=ris").status_code == 404


def test_programmes_stand_with_agencies_period_and_money(client: FlaskClient) -> None:
    text = words(client, HERE)
    table = text[text.index("Programmes that work on it") : text.index("Money is what")]
    assert "Teachers for minority languages" in table
    assert "UNESCO, UNICEF" in table
    assert "1 000 USD budget" in table
    assert "500.5 EUR spent" in table
    assert "1 500" not in table


def test_money_of_one_kind_and_currency_is_summed_and_no_other(more_app: Flask) -> None:
    with more_app.test_request_context():
        found = sums([terms.project("VNM-3"), terms.project("VNM-4")])
    assert found == {terms.project("VNM-3"): [Sum("budget", "USD", "1000"), Sum("spent", "EUR", "500.5")]}


def test_paragraphs_before_and_after_are_one_step_away(client: FlaskClient) -> None:
    text = client.get(f"/id/document/{REPORT}/para/99.80", headers=PAGE).text
    assert f'rel="prev" href="/id/document/{REPORT}/para/99.79"' in text
    assert f'rel="next" href="/id/document/{REPORT}/para/99.81"' in text
    assert 'rel="prev"' not in client.get(HERE, headers=PAGE).text


def test_tags_say_in_words_who_gave_them(client: FlaskClient) -> None:
    text = words(client, HERE)
    assert re.search(r"Minorities upr-info-issue report\.pdf", text)


def test_the_links_are_a_table_to_download(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{HERE}?format=csv").text)))
    mine = [row for row in rows if row["relation"] == "contributesTo"]
    assert {row["other"] for row in mine if row["known"] == "stated"} >= {
        terms.project("VNM-1"),
        terms.project("VNM-3"),
        terms.result("VNM/2012", "output-2.1"),
    }
    assert all(row["thing"] == terms.passage(REPORT, "99.78") for row in rows)


def test_the_best_links_are_read_and_all_are_counted(more_app: Flask) -> None:
    thing = terms.passage(REPORT, "99.78")
    with more_app.test_request_context():
        every, best = links(thing, most=None), links(thing, most=1)
    assert [(one.heading, one.total) for one in best] == [(one.heading, len(one.found)) for one in every]
    assert any(one.total > 1 for one in best)
    for one, all_ in zip(best, every, strict=True):
        assert one.found == all_.found[:1]
        assert one.total == len(one.first) + len(one.folded) + one.left_out


def test_a_rejected_link_stands_last_and_says_so(client: FlaskClient) -> None:
    text = words(client, f"/id/document/{REPORT}/para/99.79")
    table = text[text.index("Programmes that work on it") : text.index("Money is what")]
    assert table.index("Teachers for minority languages") < table.index("rejected by A. Reader")


def test_a_passage_of_a_treaty_body_is_cited_without_states(client: FlaskClient) -> None:
    text = words(client, f"/id/document/{CERD}/para/12")
    assert f"{CERD}, para. 12 For reference managers" in text
