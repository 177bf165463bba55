"""A file of decisions is read as people and their spreadsheets leave it; each line decides or is told."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import terms
from graph.review.cells import guarded, plain
from graph.review.decisions import Decisions
from graph.review.reading import read
from graph.source import Severity

HEADING = "day,who,decision,subject,relation,object,why"
GOOD = "2026-11-24,A. Person,reject,A/HRC/12/11 99.78,reinforces,CERD/C/VNM/CO/10-14 12,another ask"


def file(tmp_path: Path, *lines: str, end: str = "\n", encoding: str = "utf-8") -> Path:
    path = tmp_path / "decisions.csv"
    path.write_bytes((end.join(lines) + end).encode(encoding))
    return path


def bad(tmp_path: Path, line: str) -> str:
    """What is told of a line that stands between two good ones, which both decide."""
    other = GOOD.replace("99.78", "99.79")
    lines, findings = read(file(tmp_path, HEADING, GOOD, line, other))
    assert [one.place for one in lines] == ["row 2", "row 4"]
    assert [one.place for one in findings] == ["row 3"]
    assert findings[0].severity is Severity.WARNING
    return findings[0].reason


def test_an_absent_file_decides_nothing(tmp_path: Path) -> None:
    assert Decisions.read(tmp_path / "decisions.csv") == Decisions()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_form_of_a_spreadsheet_says_the_same(tmp_path: Path, end: str, encoding: str, separator: str) -> None:
    lines = [HEADING, "", GOOD, ",,,,,,", GOOD.replace("99.78", "99.79")]
    told = [line.replace(",", separator) for line in lines]
    decided, findings = read(file(tmp_path, *told, end=end, encoding=encoding))
    assert findings == ()
    assert [(one.place, one.who, one.status) for one in decided] == [
        ("row 3", "A. Person", "rejected"),
        ("row 5", "A. Person", "rejected"),
    ]
    assert decided[0].subject == terms.passage("A/HRC/12/11", "99.78")


def test_the_line_that_tells_excel_its_separator_is_no_heading(tmp_path: Path) -> None:
    lines, findings = read(file(tmp_path, "sep=;", HEADING.replace(",", ";"), GOOD.replace(",", ";")))
    assert (len(lines), findings) == (1, ())


def test_columns_may_stand_in_any_order_and_one_too_many_is_told(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        "Why;object;relation;subject;Decision;WHO;day;mood",
        "read both;A/HRC/12/11 1;repeats;A/HRC/12/11 2;Confirm;A. Person;2026-11-24;glad",
    )
    lines, findings = read(path)
    assert (lines[0].decision, lines[0].why) == ("confirm", "read both")
    assert [(one.place, one.reason) for one in findings] == [("heading", "the column 'mood' is not read")]


@pytest.mark.parametrize("before", ["", "\n", ";;;;\n\n", ",,,,,,\n"])
@pytest.mark.parametrize("spare", ["", "no,"])
def test_blank_lines_before_the_heading_and_a_nameless_first_column_move_nothing(
    tmp_path: Path, before: str, spare: str
) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(f"{before}{spare and ','}{HEADING},,\n{spare}{GOOD},,\n", "utf-8")
    lines, findings = read(path)
    assert [(line.who, line.why) for line in lines] == [("A. Person", "another ask")]
    assert [one.reason for one in findings] == (["a column without a name is not read"] if spare else [])


@pytest.mark.parametrize("content", [b"", b"\n\n", b"day,who,decision,subject,relation,object\n", b"\x00\xff\xfe"])
def test_a_file_without_a_whole_heading_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(content)
    lines, findings = read(path)
    assert lines == ()
    assert [one.severity for one in findings] == [Severity.REFUSED]
    assert "heading" in findings[0].reason


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2026-11-24", "2026-02-30", "not a day"),
        ("2026-11-24", "5/11/2026", "two days"),
        ("reject", "deny", "none of confirm, add, reject, reopen"),
        ("reinforces", "supports", "none of reinforces"),
        ("CERD/C/VNM/CO/10-14 12", "that paragraph", "not a document symbol"),
        ("CERD/C/VNM/CO/10-14 12", "A/HRC/12/11 99.78", "these are one"),
        ("A. Person", "", "a name (who) and a reason (why)"),
        ("another ask", "  ", "why missing"),
        (",another ask", "", "why missing"),
        ("another ask", "one, two", "put a text that holds the separator in quotes"),
        ("another ask", '"another" ask', "quotation marks do not match"),
    ],
)
def test_a_bad_line_is_told_with_its_row_and_the_others_decide(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert words in bad(tmp_path, GOOD.replace(old, new))


def test_a_line_that_is_no_utf_8_spoils_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    spoilt = GOOD.replace("A. Person", "José").replace("99.78", "99.80").encode("cp1252")
    path.write_bytes(b"\n".join((HEADING.encode(), GOOD.encode(), spoilt, b"")))
    lines, findings = read(path)
    assert len(lines) == 1
    assert "CSV UTF-8" in findings[0].reason


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    lines, findings = read(file(tmp_path, HEADING, GOOD, GOOD.replace("another ask", '"another ask'), GOOD))
    assert len(lines) == 1
    assert [(one.place, "never closed" in one.reason) for one in findings] == [("row 3", True)]


def test_the_same_line_twice_counts_once_and_is_told(tmp_path: Path) -> None:
    lines, findings = read(file(tmp_path, HEADING, GOOD, GOOD))
    assert len(lines) == 1
    assert (findings[0].place, findings[0].reason) == ("row 3", "says again what row 2 says")
    assert findings[0].severity is Severity.NOTE


def test_who_changes_their_mind_and_back_again_is_heard(tmp_path: Path) -> None:
    confirmed = GOOD.replace("reject", "confirm")
    decisions = Decisions.read(file(tmp_path, HEADING, confirmed, GOOD, confirmed))
    (history,) = decisions.by_link.values()
    assert [line.decision for line in history.lines] == ["confirm", "reject", "confirm"]


def test_a_day_that_lies_ahead_counts_and_is_told(tmp_path: Path) -> None:
    path = file(tmp_path, HEADING, GOOD)
    assert read(path, today=date(2026, 11, 23))[1] == ()  # it is tomorrow already, somewhere
    lines, findings = read(path, today=date(2026, 11, 22))
    assert len(lines) == 1
    assert "lies ahead" in findings[0].reason


def test_a_day_as_central_europe_writes_it_is_read(tmp_path: Path) -> None:
    lines, _ = read(file(tmp_path, HEADING, GOOD.replace("2026-11-24", "05.11.2026")))
    assert lines[0].day == date(2026, 11, 5)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(HEADING.encode() + b"\n" + content)
    read(path)
    path.write_bytes(content)
    read(path)


@given(st.text())
def test_a_guarded_cell_says_what_it_said(text: str) -> None:
    assert plain(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
