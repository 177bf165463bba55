"""Lists of country visits: requested, accepted and done are dated facts; standing invitations too."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from graph.records import Record, StandingInvitation, Visit, VisitNotice
from graph.source import Source
from loaders.documents import days
from loaders.identify import identify
from loaders.special_procedures import visits_list

HEADINGS = [
    "Country",
    "Special Procedures mandate",
    "Visit status",
    "Visit dates",
    "Report symbol",
    "Standing invitation",
]
ROWS = [
    ["Viet Nam", "SR on the right to education", "Completed", "5-15 July 2030", "A/HRC/96/45/Add.2", "No"],
    ["Viet Nam", "Special Rapporteur on torture", "Requested", "2008, reminders 2010 and March 2012", "", ""],
    ["Peru", "WG on arbitrary detention", "Agreed", "second half of 2034", "", "9 April 2002"],
    ["Peru", "IE on minority issues", "Postponed", "Sept. 2031", "", "9 April 2002"],
    ["Slovenia", "SR on the right to food", "Cancelled", "12 Dec. 2032", "", "Yes"],
]  # fmt: skip


def as_csv(path: Path, rows: list[list[str]], headings: list[str] = HEADINGS) -> Source:
    lines = [",".join(f'"{cell}"' for cell in row) for row in (headings, *rows)]
    path.write_text("\n".join(lines), "utf-8")
    return Source.of(path)


def as_page(path: Path, rows: list[list[str]], headings: list[str] = HEADINGS) -> Source:
    told = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    head = "".join(f"<th>{heading}</th>" for heading in headings)
    menu = "<table><tr><td>Home</td></tr></table><script>document.write('<table>')</script>"
    path.write_text(f"<!DOCTYPE html><html><body>{menu}<table><tr>{head}</tr>{told}</table></body></html>", "utf-8")
    return Source.of(path)


def as_workbook(path: Path, rows: list[list[str]], headings: list[str] = HEADINGS) -> Source:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (headings, *rows):
        book.active.append(row)
    book.save(path)
    return Source.of(path)


FORMS = [(as_csv, "v.csv"), (as_page, "v.html"), (as_workbook, "v.xlsx")]


def records(source: Source) -> list[Record]:
    assert [one.name for one in identify(source)] == [visits_list.LOADER.name]
    return list(visits_list.load(source))


@pytest.mark.parametrize(("form", "name"), FORMS, ids=[name for _, name in FORMS])
def test_every_step_is_a_notice_dated_as_exactly_as_the_list_tells(tmp_path: Path, form: type, name: str) -> None:
    source = form(tmp_path / name, ROWS)
    found = records(source)
    notices = [(one.state, one.mandate, one.step.value, one.when) for one in found if isinstance(one, VisitNotice)]
    assert notices == [
        ("VNM", "SR Education", "done", "2030-07-05"),
        ("VNM", "SR Torture", "requested", "2008"),
        ("VNM", "SR Torture", "reminded", "2010"),
        ("VNM", "SR Torture", "reminded", "2012-03"),
        ("PER", "WG Arbitrary detention", "accepted", "2034"),
        ("PER", "SR Minorities", "postponed", "2031-09"),
        ("SVN", "SR Food", "cancelled", "2032-12-12"),
    ]
    invitations = [(one.state, one.since) for one in found if isinstance(one, StandingInvitation)]
    assert invitations == [("PER", "2002-04-09"), ("SVN", "")]
    assert source.findings == []


def test_a_visit_done_is_one_with_its_days_and_report(tmp_path: Path) -> None:
    [visit] = [one for one in records(as_csv(tmp_path / "v.csv", ROWS)) if isinstance(one, Visit)]
    assert (visit.state, visit.mandate, visit.report) == ("VNM", "SR Education", "A/HRC/96/45/Add.2")
    assert (visit.start, visit.end) == (date(2030, 7, 5), date(2030, 7, 15))


def test_first_and_last_day_may_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    headings = ["State", "Mandate", "Mandate holder", "Status", "Start date", "End date"]
    rows = [["Peru", "SR Food", "Jo Field", "Visit undertaken", "2030-05-02", "2030-05-09"]]
    [notice, visit] = records(as_csv(tmp_path / "v.csv", rows, headings))
    assert isinstance(notice, VisitNotice)
    assert isinstance(visit, Visit)
    assert (notice.when, visit.holder, visit.start, visit.end) == (
        "2030-05-02", "Jo Field", date(2030, 5, 2), date(2030, 5, 9),
    )  # fmt: skip


def test_a_visit_whose_days_are_not_told_is_a_notice_only(tmp_path: Path) -> None:
    rows = [["Peru", "SR Food", "Completed", "May 2030", "", ""]]
    assert [type(one) for one in records(as_csv(tmp_path / "v.csv", rows))] == [VisitNotice]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["Atlantis", "SR Food", "Requested", "2030", "", ""], "no State is called 'Atlantis'"),
        (["Peru", "SR on apple trees", "Requested", "2030", "", ""], "no mandate is called"),
        (["Peru", "SR Food", "Dreamt of", "2030", "", ""], "does not say what step"),
        (["Peru", "", "", "", "", "perhaps"], "neither a date nor a yes"),
    ],
)
def test_what_is_not_known_is_a_finding_and_the_other_rows_are_read(
    tmp_path: Path, row: list[str], reason: str
) -> None:
    source = as_csv(tmp_path / "v.csv", [row, *ROWS])
    assert len([one for one in records(source) if isinstance(one, VisitNotice)]) == 7
    assert [finding.place for finding in source.findings if reason in finding.reason] == ["row 2"]


def test_a_column_that_is_not_read_is_a_finding(tmp_path: Path) -> None:
    source = as_csv(tmp_path / "v.csv", [[*row, "blue"] for row in ROWS], [*HEADINGS, "Colour"])
    records(source)
    assert any("Colour" in finding.reason for finding in source.findings)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("from 28 November to 9 December 2016", "2016-11-28"),
        ("31 February 2016", "2016-02"),
        ("Oct 2012", "2012-10"),
        ("25/07/2010", "2010-07-25"),
        ("05/07/2010", "2010"),
        ("2010-07", "2010-07"),
        ("2010-13", "2010"),
        ("soon", ""),
        ("del 2 al 9 de mayo de 2033", "2033-05-02"),
        ("1er mars 2012", "2012-03-01"),
    ],
)
def test_a_time_is_kept_as_exact_as_it_is_told(text: str, when: str) -> None:
    assert days.when(text) == when


@pytest.mark.parametrize(
    "content", ["<html><table><tr><td>", "<html>" + "<table>" * 500, "<table><td>Country<td>Status"]
)
def test_hostile_pages_are_nobodys_and_never_a_crash(tmp_path: Path, content: str) -> None:
    path = tmp_path / "v.html"
    path.write_text(content, "utf-8")
    assert not visits_list.recognise(Source.of(path))
