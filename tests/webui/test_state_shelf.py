"""The shelf names what is missing by the rules of symbols, and never what no rule tells."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webui.story import ADDENDUM, CERD, COMPILATION, REPORT
from webui.state.papers import Paper
from webui.state.shelf import Shelf, Slot, examinations, shelf

TODAY = date(2013, 5, 1)


@pytest.fixture
def found(app: Flask) -> Iterator[Shelf]:
    with app.app_context():
        yield shelf("VNM", TODAY)


def slots(found: Shelf, cycle: int) -> dict[str, Slot]:
    return {slot.what: slot for review in found.reviews if review.cycle == cycle for slot in review.slots}


def cited(symbol: str) -> Paper:
    return Paper(f"https://example.org/{symbol}", "", symbol, "", "", "", read=False)


def test_every_cycle_that_has_begun_has_its_place(found: Shelf) -> None:
    assert [(review.cycle, review.session) for review in found.reviews] == [(2, 18), (1, 5)]


def test_what_was_read_stands_in_its_place(found: Shelf) -> None:
    first, second = slots(found, 1), slots(found, 2)
    assert [paper.symbol for paper in first["report"].papers] == [REPORT]
    assert [paper.symbol for paper in first["addendum"].papers] == [ADDENDUM]
    assert [paper.symbol for paper in second["compilation"].papers] == [COMPILATION]
    assert {slot.status for slot in (first["report"], first["addendum"], second["compilation"])} == {"read"}


def test_the_missing_are_named_where_a_rule_names_them(found: Shelf) -> None:
    first, second = slots(found, 1), slots(found, 2)
    assert first["nationalReport"].named == "A/HRC/WG.6/5/VNM/1"
    assert first["summary"].named == "A/HRC/WG.6/5/VNM/3"
    assert second["nationalReport"].named == "A/HRC/WG.6/18/VNM/1"
    assert (first["councilReport"].named, first["decision"].named) == ("", "")
    assert (second["report"].named, second["addendum"].named) == ("", "")
    assert all(slot.status == "missing" for slot in (first["summary"], second["report"], first["midterm"]))
    assert first["midterm"].symbolless


def test_an_examination_gathers_what_bears_its_number(found: Shelf) -> None:
    assert [(one.body, one.number) for one in found.examinations] == [("CERD", "10-14")]
    states = {slot.what: (slot.status, slot.named) for slot in found.examinations[0].slots}
    assert states == {
        "stateReport": ("missing", "CERD/C/VNM/10-14"),
        "issues": ("missing", "CERD/C/VNM/Q/10-14"),
        "observations": ("cited", CERD),
        "followUp": ("missing", f"{CERD}/Add.1"),
    }


@pytest.mark.parametrize(
    ("symbol", "body", "number", "what"),
    [
        ("CEDAW/C/SVN/4", "CEDAW", "4", "stateReport"),
        ("CEDAW/C/SVN/Q/4", "CEDAW", "4", "issues"),
        ("CEDAW/C/SVN/Q/4/Add.1", "CEDAW", "4", "issues"),
        ("CCPR/C/SVN/QPR/4", "CCPR", "4", "issues"),
        ("E/C.12/SVN/CO/1", "CESCR", "1", "observations"),
        ("CRC/C/SVN/CO/3-4", "CRC", "3-4", "observations"),
        ("CRC/C/OPAC/SVN/CO/1", "CRC-OP-AC", "1", "observations"),
        ("CAT/C/SVN/CO/3/Add.1", "CAT", "3", "followUp"),
        ("CCPR/CO/84/SVN", "CCPR", "", "observations"),
    ],
)
def test_a_treaty_body_s_symbol_tells_its_place(symbol: str, body: str, number: str, what: str) -> None:
    bodies, others = examinations([cited(symbol)], "SVN")
    assert others == ()
    assert [(one.body, one.number) for one in bodies] == [(body, number)]
    assert [slot.what for slot in bodies[0].slots if slot.papers] == [what]


@pytest.mark.parametrize("symbol", ["CERD/C/HRV/CO/8", "CRC/C/15/Add.230", "A/HRC/18/33/Add.2", "A/HRC/7/23", "JS3"])
def test_what_belongs_to_no_examination_of_the_state_is_not_put_into_one(symbol: str) -> None:
    bodies, others = examinations([cited(symbol)], "SVN")
    assert bodies == ()
    assert [paper.symbol for paper in others] == [symbol]


def test_the_page_says_how_to_get_a_missing_one(client: FlaskClient) -> None:
    text = client.get("/state/VNM/documents?status=missing", headers={"Accept": "text/html"}).text
    assert "rightsgraph fetch A/HRC/WG.6/5/VNM/1" in text
    assert "no symbol of its own" in text
    assert "not known" in text
