"""The matrix of recommendations and agencies' projects: blanks shown, nothing live in it."""

import csv
from pathlib import Path

import openpyxl
import pytest

from graph.export.matrix import csv_cell, write
from graph.review.cells import plain
from graph.store.builds import Build
from tests.graph.export.made_facts import facts


@pytest.fixture
def build(tmp_path: Path) -> Build:
    (tmp_path / "report.json").write_text('{"files": []}', "utf-8")
    return Build(tmp_path)


def test_rows_are_recommendations_and_columns_are_the_projects_of_agencies(build: Build, tmp_path: Path) -> None:
    write(facts(), build, tmp_path / "m.xlsx")
    book = openpyxl.load_workbook(tmp_path / "m.xlsx")
    _, headings, *rows = book["Matrix"].iter_rows(values_only=True)
    assert headings[7:] == ("UNDP: Courts", "UNDP: Roads", 'UNICEF, UNESCO: =HYPERLINK("http://x")')
    told = {str(row[1]): row[4:] for row in rows}
    assert told["A/HRC/1/1, para. 1"] == ("supported", 1, 0, None, None, "S")
    assert told["A/HRC/1/1, para. 2"] == ("supported", 1, 0, None, None, "C")
    assert told["A/HRC/1/1, para. 3"] == ("noted", 0, 0, None, None, None), "rejected links are no links"
    assert told["A/HRC/1/1, para. 10"] == ("none stated", 1, 0, None, "0.55", None)
    assert book["Matrix"].freeze_panes == "C3"
    assert [row[0] for row in book["Projects"].iter_rows(min_row=3, values_only=True)] == [
        "UNDP",
        "UNDP",
        "UNICEF, UNESCO",
    ]


def test_the_csv_says_the_same_and_spreadsheets_read_its_letters(build: Build, tmp_path: Path) -> None:
    write(facts(), build, tmp_path / "m.csv")
    assert (tmp_path / "m.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as stream:
        headings, *rows = csv.reader(stream)
    assert [len(row) for row in rows] == [len(headings)] * 5
    assert rows[3][1:2] + rows[3][4:] == ["A/HRC/1/1, para. 10", "none stated", "1", "0", "", "0.55", ""]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "  =cmd", "＠x", "'=1"])
def test_no_cell_of_the_csv_is_live(text: str) -> None:
    told = str(csv_cell(text))
    assert told.startswith("'")
    assert plain(told) == text or told[1:] == text


@pytest.mark.parametrize("text", ["A/HRC/12/11", "to ensure", "", "O'Neill", "3 − 1"])
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert csv_cell(text) == text
