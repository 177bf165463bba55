"""Merged cells, further sheets, and workbooks that do not open."""

from pathlib import Path

import pytest
import xlsxwriter

from graph.source import Refused, Source
from loaders.documents import merged


def test_only_cells_below_a_merged_one_take_its_value(tmp_path: Path) -> None:
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("First")
        sheet.write_row(0, 0, ["A", "B"])
        for number in range(1, 6):
            sheet.write(number, 1, f"b{number}")
        sheet.merge_range("A2:A3", "top")
        sheet.merge_range("A5:A6", "low")
    source = Source.of(path)
    assert [(row.cells["A"], row.cells["B"]) for row in merged.rows(source)] == [
        ("top", "b1"), ("top", "b2"), ("", "b3"), ("low", "b4"), ("low", "b5"),
    ]  # fmt: skip
    assert merged.title(source) == "First"


def test_a_csv_has_no_title_and_nothing_merged(tmp_path: Path) -> None:
    path = tmp_path / "made.csv"
    path.write_text("A,B\n1,\n,2\n")
    source = Source.of(path)
    assert merged.title(source) == ""
    assert [row.cells["A"] for row in merged.rows(source)] == ["1", ""]


def test_further_sheets_are_told_if_they_hold_anything(tmp_path: Path) -> None:
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, cell in (("First", "A"), ("Empty", ""), ("More", "x"), ("Known", "x")):
            book.add_worksheet(name).write(0, 0, cell)
    source = Source.of(path)
    merged.tell_other_sheets(source, "Known")
    assert [one.place for one in source.findings] == ["sheet More"]


@pytest.mark.parametrize("content", [b"PK\x03\x04 no archive", b"\xd0\xcf\x11\xe0 no workbook"])
def test_a_workbook_that_does_not_open_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "made.xlsx"
    path.write_bytes(content)
    for read in (merged.title, lambda source: list(merged.rows(source))):
        with pytest.raises(Refused):
            read(Source.of(path))
