"""Lists behind numbers: each number of a State's page opens a list of exactly so many, at an address that stays."""

import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.store.builds import Build
from graph.store.pool import Pool
from tests.webui.story import CERD, REPORT, VISIT
from webui.app import create_app
from webui.state.asks import asks
from webui.state.narrow import NAMES, Narrowing, asks_of

PAGE = {"Accept": "text/html"}


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == status, answer.text
    return html.unescape(answer.text)


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def listed(client: FlaskClient, query: str) -> set[str]:
    """The paragraphs that a list of asks shows."""
    return set(re.findall(r'href="/id/document/[^"]+/para/([^"]+)"', page(client, f"/state/VNM/asks?{query}")))


def test_each_number_of_the_page_opens_a_list_of_so_many(client: FlaskClient) -> None:
    text = page(client, "/state/VNM")
    numbers = re.findall(r'<a href="(/state/VNM/asks\?[^"]+)">(\d+)</a>', text)
    assert len(numbers) > 15
    for address, number in set(numbers):
        assert f"{number} ask{'' if number == '1' else 's'} " in words(page(client, address)), address


def test_the_numbers_of_documents_and_programmes_open_lists_of_so_many(client: FlaskClient) -> None:
    text = page(client, "/state/VNM")
    read, cited, missing = (
        int(re.findall(rf"status={status}\">(\d+)", text)[0]) for status in ("read", "cited", "missing")
    )
    for status, count in (("read", read), ("cited", cited), ("missing", missing)):
        assert page(client, f"/state/VNM/documents?status={status}").count("<tr>") == count + 1
    agency = re.findall(r'href="(/state/VNM/programmes\?agency=unicef&asks=yes)">(\d+)<', text)
    assert agency == [("/state/VNM/programmes?agency=unicef&asks=yes", "1")]
    assert "Projects 1" in words(page(client, agency[0][0]))


def test_the_numbers_of_the_checklist_open_lists_of_so_many(client: FlaskClient) -> None:
    text = page(client, "/state/VNM")
    for status, count in re.findall(r"of=reviews&status=(\w+)\">[^<]*: (\d+)", text):
        assert page(client, f"/state/VNM/documents?of=reviews&status={status}").count("<tr>") == int(count) + 1
    for address, count in re.findall(r'<a href="(/state/VNM/asks\?[^"]+)">[^<]*: (\d+)(?: of \d+)?\.', text):
        assert f"{count} ask{'' if count == '1' else 's'} " in words(page(client, address)), address


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("position=noted", {"99.80", "99.81"}),
        ("position=none", set()),
        ("moved=pending-partlySupported", {"99.82"}),
        ("family=specialProcedures", {"85", "87"}),
        ("mechanism=CERD", {"12"}),
        ("mechanism=SR", {"85", "87"}),
        ("mechanism=SR+Minorities", {"85", "87"}),
        ("cycle=1&position=supported", {"99.78", "99.79"}),
        ("cycle=none", set()),
        ("year=2009&position=noted", {"99.80", "99.81"}),
        ("theme=upr-info-issue/minorities&tags=given&family=upr", {"99.78", "99.79", "99.80"}),
        ("persons=uhri-person/minorities&tags=given&family=treatyBodies", {"12"}),
        ("said=assessed", {"99.82"}),
        ("position=nothing-of-the-kind", set()),
    ],
)
def test_a_list_is_narrowed_by_all_that_its_address_tells(client: FlaskClient, query: str, expected: set[str]) -> None:
    assert listed(client, query) == expected


def test_programmes_narrow_a_list_and_a_rejected_link_is_none(client: FlaskClient) -> None:
    with_one, without = listed(client, "programme=yes"), listed(client, "programme=no")
    assert "99.79" in without
    assert with_one | without == listed(client, "")
    assert not with_one & without
    assert listed(client, "agency=unicef") == with_one
    by_how = [listed(client, f"programme={how}") for how in ("confirmed", "stated", "proposed")]
    assert set.union(*by_how) == with_one


def test_what_is_on_can_be_taken_off_one_at_a_time(client: FlaskClient) -> None:
    text = page(client, "/state/VNM/asks?year=2009&position=noted&theme=upr-info-issue/minorities")
    assert "Position: Noted" in words(text)
    assert "Theme: Minorities" in words(text)
    assert 'href="/state/VNM/asks?year=2009&theme=upr-info-issue/minorities"' in text
    assert 'href="/state/VNM/asks?position=noted&year=2009"' in text
    assert 'href="/state/VNM/asks"' in text


def test_an_address_is_the_same_whatever_the_order_it_was_told_in() -> None:
    one = Narrowing.read("VNM", {"year": "2009", "position": "noted", "page": "2", "unknown": "x"})
    other = Narrowing.read("VNM", {"position": "noted", "year": " 2009 "})
    assert one.address == other.address == "/state/VNM/asks?position=noted&year=2009"
    assert asks_of("VNM", {}) == "/state/VNM/asks"


def test_a_page_of_a_list_keeps_what_narrows_it(client: FlaskClient) -> None:
    text = page(client, "/state/VNM/asks?moved=pending-partlySupported&agency=unicef")
    assert '<input type="hidden" name="moved" value="pending-partlySupported">' in text
    assert '<input type="hidden" name="agency" value="unicef">' in text


def test_what_a_stranger_writes_into_an_address_stays_text(client: FlaskClient) -> None:
    for name in NAMES:
        text = client.get(f"/state/VNM/asks?{name}=%22%3E%3Cscript%3E'}}+%00", headers=PAGE)
        assert text.status_code == 200, name
        assert "<script>'" not in text.text, name


def test_asks_are_read_once_for_a_build(app: Flask) -> None:
    with app.app_context():
        first = asks("VNM")
        assert asks("VNM") is first
        assert [ask.iri.rsplit("/document/", 1)[-1] for ask in first] == [
            *(f"{REPORT}/para/99.{number}" for number in range(78, 83)),
            f"{VISIT}/para/85",
            f"{VISIT}/para/87",
            f"{CERD}/para/12",
        ]


def test_an_ask_knows_its_date_and_how_its_position_moved(app: Flask) -> None:
    with app.app_context():
        ask = next(ask for ask in asks("VNM") if ask.iri.endswith("99.82"))
    assert (ask.cycle, ask.year, ask.reported, ask.position) == (1, 2009, "pending", "partlySupported")


def test_programmes_are_narrowed_by_agency_goal_and_asks(client: FlaskClient) -> None:
    assert "Projects 2" in words(page(client, "/state/VNM/programmes"))
    for query in ("agency=undp", "asks=no&agency=undp", "agency=undp&sdg="):
        text = page(client, f"/state/VNM/programmes?{query}")
        assert "Clean water in coastal towns" in text
        assert "Mother tongue" not in words(text)
    text = page(client, "/state/VNM/programmes?sdg=4")
    assert "Mother tongue" in words(text)
    assert "SDG 4" in words(text)
    assert "Clean water" not in words(text)


def test_the_timeline_stands_year_by_year(client: FlaskClient) -> None:
    told = words(page(client, "/state/VNM/timeline"))
    years = ["2012 2012-01-01 Framework: One Plan", "2010 2010-07-05 – 2010-07-15 Visit", "2009 2009-05-08 Universal"]
    assert [told.find(one) >= 0 for one in years] == [True, True, True]
    assert sorted(years, key=told.find) == years


def test_pages_of_real_states_stay_small(example: Build) -> None:
    with Pool(example.store) as pool:
        client = create_app(example, pool).test_client()
        codes = sorted(set(re.findall(r'href="/state/([A-Z]{3})"', page(client, "/"))))
        assert codes
        for code in codes:
            for path in ("", "/asks", "/programmes", "/documents", "/documents?status=missing", "/themes", "/timeline"):
                text = page(client, f"/state/{code}{path}")
                assert len(text.encode()) <= 150_000, (code, path)


def test_each_number_of_a_real_state_opens_a_list_of_so_many(example: Build) -> None:
    with Pool(example.store) as pool:
        client = create_app(example, pool).test_client()
        text = page(client, "/state/VNM")
        numbers = sorted(set(re.findall(r'<a href="(/state/VNM/asks\?[^"]+)">(\d+)</a>', text)))
        assert len(numbers) > 20
        for address, number in numbers[:: max(1, len(numbers) // 20)]:
            assert f"{number} ask{'' if number == '1' else 's'} " in words(page(client, address)), address
