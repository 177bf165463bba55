"""A country sheet: each row an entry with all its cells; what cannot be read is told by sheet, row and column."""

import csv
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from graph.country.book import explained, tables, workbook
from graph.country.column import Kind
from graph.country.kinds import KINDS
from graph.records import Entry, Money, PassageKey, Record, ReviewKey, Visit
from graph.source import Refused, Severity, Source
from loaders.country_sheet import load as country_sheet
from loaders.identify import identify
from loaders.read import read as read_folder

Fill = Callable[..., Source]
MEMBER = {"Body": "A committee", "Member": "Ministry of Example", "Role": "chair", "Source": "A letter"}
REVIEW = {"State": "Viet Nam", "Cycle": 3, "Source": "A report"}
ASSIGNED = {"State": "VNM", "Cycle": "3", "Responsible": "Ministry of Example", "Source": "A decree"}


def read(source: Source) -> list[Record]:
    assert [loader.name for loader in identify(source)] == ["country_sheet"]
    return list(country_sheet.load(source))


def entries(source: Source) -> list[Entry]:
    return [one for one in read(source) if isinstance(one, Entry)]


def reasons(source: Source, severity: Severity = Severity.WARNING) -> list[str]:
    return [f"{one.place}: {one.reason}" for one in source.findings if one.severity == severity]


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_examples_of_every_sheet_are_read_whole(kind: Kind, fill: Fill) -> None:
    source = fill({kind.file: [{column.name: column.example for column in kind.columns}]})
    (entry,) = entries(source)
    assert source.findings == []
    assert entry.kind == kind.file
    assert entry.place == f"sheet {kind.title}, row 3"
    told = {name for name, _ in entry.cells}
    assert told == {column.name for column in kind.columns if column.example and column.name != "Currency"}


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_each_sheet_is_read_the_same_as_a_csv_file(kind: Kind, fill: Fill, tmp_path: Path) -> None:
    cells = {column.name: column.example for column in kind.columns}
    path = tmp_path / "made.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, [column.name for column in kind.columns])
        writer.writeheader()
        writer.writerow({column.name: explained(column) for column in kind.columns})
        writer.writerow(cells)
    source = Source.of(path)
    (told,) = entries(source)
    assert source.findings == []
    (same,) = entries(fill({kind.file: [cells]}))
    assert (told.kind, told.cells, told.place) == (same.kind, same.cells, "row 3")


def test_headings_may_be_french_or_spanish_and_columns_in_any_order(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Fuente,A la date du,Rol,x\n", "utf-8")
    assert identify(Source.of(path)) == []
    path.write_text("Fuente,A fecha de,Función,Miembro,Órgano\nCarta,2026-05-03,chair,Ministry,Committee\n", "utf-8")
    (entry,) = entries(Source.of(path))
    assert entry.cells == (
        ("Body", ("Committee",)), ("Member", ("Ministry",)), ("Role", ("chair",)), ("Source", ("Carta",)),
        ("As of", (date(2026, 5, 3),)),
    )  # fmt: skip


def test_a_day_is_read_where_it_can_mean_one_day_alone(fill: Fill) -> None:
    days = ("2026-11-24", "24/11/2026", "24 November 2026", datetime(2026, 11, 24), "07/07/2026")  # noqa: DTZ001
    rows = [
        {**REVIEW, "Cycle": 1 + n % 4, "State": "VNM" if n < 4 else "MOZ", "Adopted": d} for n, d in enumerate(days)
    ]
    found = entries(fill({"reviews": rows}))
    assert [one.one("Adopted") for one in found] == [*[date(2026, 11, 24)] * 4, date(2026, 7, 7)]


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("05/07/2026", "may be two days"),
        ("31/02/2026", "not a day"),
        ("07/13/2026", "not a day"),
        ("2026", "not a day"),
        ("soon", "not a day"),
    ],
)
def test_an_unclear_day_is_told_and_the_rest_of_the_row_is_read(fill: Fill, cell: str, why: str) -> None:
    source = fill({"reviews": [{**REVIEW, "Adopted": cell}]})
    (entry,) = entries(source)
    assert entry.one("Adopted") is None
    (told,) = reasons(source)
    assert told.startswith("sheet Reviews, row 3, column G: Adopted: ")
    assert why in told
    assert cell in told


@pytest.mark.parametrize(
    ("kind", "cells", "place", "why"),
    [
        ("reviews", {**REVIEW, "Troika": "Bahrain; Atlantis"}, "column E", "Atlantis"),
        ("reviews", {**REVIEW, "Session": "thirty-two"}, "column C", "not a whole number"),
        ("reviews", {**REVIEW, "Decision": "the decision"}, "column H", "not a document symbol"),
        ("members", {**MEMBER, "Role": "king"}, "column C", "'king' is not in the list"),
        ("calendar", {"State": "VNM", "What": "review", "Day": "2026-11-24", "Mechanism": "CROW", "Source": "x"},
         "column C", "no mechanism"),
        ("events", {"Title": "T", "Kind": "press", "First day": "2026-11-24", "Link": "javascript:x", "Source": "x"},
         "column K", "not an address"),
        ("plans-and-assessments", {"Title": "T", "Kind": "study", "Official": "perhaps", "Source": "x"},
         "column J", "neither yes nor no"),
        ("standing-invitations", {"State": "VNM", "Since": "2019-13", "Source": "x"}, "column B", "not a day"),
        ("upr-funds", {"State": "VNM", "Fund": "participation", "Purpose": "P", "Requested": "5", "Source": "x"},
         "column F", "no ISO 4217 currency"),
        ("assignments", {**ASSIGNED, "Recommendation": "38.12; next year"}, "column C", "names no document"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_by_sheet_row_and_column(
    fill: Fill, kind: str, cells: dict[str, object], place: str, why: str
) -> None:
    source = fill({kind: [cells]})
    entries(source)
    told = [one for one in reasons(source) if why in one]
    assert told
    assert told[0].startswith(f"sheet {KINDS[kind].title}, row 3, {place}")


def test_a_row_without_what_it_needs_is_not_read_and_told(fill: Fill) -> None:
    source = fill({"members": [{"Body": "A committee", "Source": "A letter"}, MEMBER]})
    assert [one.place for one in entries(source)] == ["sheet Members, row 4"]
    assert reasons(source) == [
        "sheet Members, row 3, column B: nothing that can be read as Member: the row is not read"
    ]


def test_a_row_on_what_an_earlier_row_tells_of_is_not_read_and_told(fill: Fill) -> None:
    source = fill({"members": [MEMBER, {**MEMBER, "Role": "member"}, {**MEMBER, "Duties": "Other"}]})
    assert len(entries(source)) == 2
    assert reasons(source) == [
        "sheet Members, row 5: row 3 tells of the same thing (Body, Member, Role): this row is not read"
    ]


def test_a_row_without_a_source_is_read_and_noted(fill: Fill) -> None:
    source = fill({"members": [{**MEMBER, "Source": None}]})
    assert len(entries(source)) == 1
    assert reasons(source, Severity.NOTE) == [
        "sheet Members, row 3, column Source: no source: nobody can check the row"
    ]


def test_columns_and_sheets_that_nobody_knows_are_told(fill: Fill, tmp_path: Path) -> None:
    fill({"members": [MEMBER]})
    book = openpyxl.load_workbook(tmp_path / "country.xlsx")
    book["Members"]["K1"], book["Members"]["K3"] = "Shoe size", "42"
    book["Members"]["L3"] = "no heading"
    book["Members"]["M1"] = "Role"
    book.create_sheet("Our own").append(["a", "b"])
    book.create_sheet("Empty")
    book.save(tmp_path / "country.xlsx")
    source = Source.of(tmp_path / "country.xlsx")
    assert len(entries(source)) == 1
    told = reasons(source)
    assert told[0].startswith(
        "sheet Members, row 1, column K: the column 'Shoe size' is not in the template: it is not read (1 cells"
    )
    assert told[1].startswith("sheet Members, row 1, column L: the column '' is not in the template")
    assert told[2].startswith(
        "sheet Members, row 1, column M: the column 'Role' stands there twice: one of them is read"
    )
    assert told[3].startswith("sheet Our own: no sheet of a country sheet is called so")
    assert len(told) == 4


def test_a_sheet_that_lost_a_needed_column_is_told_with_its_rows(fill: Fill, tmp_path: Path) -> None:
    fill({"members": [MEMBER, {**MEMBER, "Role": "member"}]})
    book = openpyxl.load_workbook(tmp_path / "country.xlsx")
    book["Members"]["A1"] = "Group"
    book.save(tmp_path / "country.xlsx")
    source = Source.of(tmp_path / "country.xlsx")
    assert entries(source) == []
    assert "sheet Members, row 1: it has no column Body: its 2 rows are not read" in reasons(source)


def test_a_row_may_stand_where_the_explanations_were(fill: Fill, tmp_path: Path) -> None:
    fill({})
    book = openpyxl.load_workbook(tmp_path / "country.xlsx")
    for number, column in enumerate(KINDS["members"].columns, start=1):
        book["Members"].cell(2, number).value = MEMBER.get(column.name)
    book.save(tmp_path / "country.xlsx")
    (entry,) = entries(Source.of(tmp_path / "country.xlsx"))
    assert entry.place == "sheet Members, row 2"


def test_recommendations_are_named_by_symbol_or_by_their_numbers_in_the_review(fill: Fill) -> None:
    source = fill({"assignments": [{**ASSIGNED, "Recommendation": "38.12; A/HRC/41/7 38.14–16"}]})
    (entry,) = entries(source)
    assert source.findings == []
    assert entry.all("Recommendation") == (
        ReviewKey("VNM", 3, "38.12"), *(PassageKey("A/HRC/41/7", f"38.{n}") for n in (14, 15, 16)),
    )  # fmt: skip


def test_money_has_its_currency_and_says_what_it_is(fill: Fill) -> None:
    cells = {"State": "VNM", "Fund": "participation", "Purpose": "P", "Requested": 40000, "Granted": "30,000.50",
             "Currency": "usd", "Source": "x"}  # fmt: skip
    (entry,) = entries(fill({"upr-funds": [cells]}))
    assert entry.all("Requested") + entry.all("Granted") == (
        Money("40000", "USD", "requested"), Money("30000.50", "USD", "granted"),
    )  # fmt: skip


def test_a_visit_that_took_place_is_a_visit_too(fill: Fill) -> None:
    cells = {"State": "VNM", "Mandate": "SR Minority issues", "Step": "done", "When": "2010-07-05",
             "Last day": "2010-07-15", "Person": "A. Person", "Report": "A/HRC/16/45/Add.2", "Source": "x"}  # fmt: skip
    records = read(fill({"visits": [cells, {**cells, "Step": "accepted", "When": "2009", "Last day": None}]}))
    (visit,) = (one for one in records if isinstance(one, Visit))
    assert (visit.start, visit.end, visit.holder) == (date(2010, 7, 5), date(2010, 7, 15), "A. Person")
    assert len(records) == 3


def test_what_does_not_fit_its_neighbours_is_told_and_read(fill: Fill) -> None:
    source = fill(
        {
            "reviews": [{**REVIEW, "Session": 20, "Troika": "Bahrain; Mexico"}],
            "members": [{**MEMBER, "Start": "2026-05-01", "End": "2025-05-01"}],
        }
    )
    assert len(entries(source)) == 2
    told = " | ".join(reasons(source))
    assert "a troika has three States, not 2" in told
    assert "session 20 belongs to cycle 2, not 3" in told or "not in session 20" in told
    assert "End 2025-05-01 is before Start 2026-05-01" in told


def test_an_untouched_template_tells_nothing_but_that(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook())
    for name, content in tables().items():
        (tmp_path / name).write_bytes(content)
    done = read_folder([tmp_path])
    assert {one.loader.name for one in done.loaded} == {"country_sheet"}
    assert [one.records for one in done.loaded] == [()] * (1 + len(KINDS))
    assert {(one.severity, one.reason) for one in done.findings} == {
        (Severity.NOTE, "an empty template: there is nothing in it to read")
    }


def test_a_workbook_that_is_damaged_is_refused(fill: Fill, tmp_path: Path) -> None:
    fill({"members": [MEMBER]})
    content = (tmp_path / "country.xlsx").read_bytes()
    at = content.index(b"xl/worksheets/sheet6.xml")
    (tmp_path / "country.xlsx").write_bytes(content[: at + 60] + bytes(40) + content[at + 100 :])
    with pytest.raises(Refused):
        list(country_sheet.load(Source.of(tmp_path / "country.xlsx")))
