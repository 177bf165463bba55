"""The implementation plan goes out and comes back: no difference where nothing was edited, else exactly the edits."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from typer.testing import CliRunner

from graph.export import plan_book
from graph.export.plan_columns import NUMBER, READ, SHOWN, STATUSES, TOLD, Row, begun, told
from graph.export.plan_commands import app
from graph.export.plan_compare import compare
from graph.export.plan_file import CHANGES, apply, kept, place
from graph.export.plan_read import read
from graph.export.plan_rows import rows
from graph.export.unwritable import Unwritable
from graph.source import Source
from loaders.follow_up.action_plan import load
from loaders.follow_up.templates import ACTION_PLAN
from tests.graph.export.made_facts import facts

EDITED = [name for name, _ in SHOWN if name not in (*TOLD, NUMBER)]


def plan() -> list[Row]:
    return rows(facts(), [], {"UPR": "2027-05: mid-term report"})


def exported(folder: Path, made: list[Row] | None = None) -> Path:
    path = folder / "plan.xlsx"
    plan_book.write(plan() if made is None else made, path)
    return path


def edit(path: Path, cells: dict[tuple[str, str], str]) -> None:
    """Write into (number, column) as a person does, with another library."""
    book = openpyxl.load_workbook(path)
    sheet = book[plan_book.SHEET]
    headings = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for (number, column), value in cells.items():
            if row[headings.index(NUMBER)].value == number:
                cell = row[headings.index(column)]
                cell.value = value or None
                if value:
                    cell.data_type = "s"
    book.save(path)


def test_the_columns_are_those_that_a_build_reads() -> None:
    assert ACTION_PLAN.names == READ
    assert set(READ) | {"Cluster", *TOLD} == {name for name, _ in SHOWN}
    assert next(one.choices for one in ACTION_PLAN.columns if one.name == "Status") == STATUSES


def test_every_recommendation_has_a_row_noted_ones_too_clustered_by_group() -> None:
    made = plan()
    assert sorted(row[NUMBER] for row in made) == [
        "A/HRC/1/1 1", "A/HRC/1/1 10", "A/HRC/1/1 2", "A/HRC/1/1 3", "CERD/C/VNM/CO/1 7",
    ]  # fmt: skip
    assert [row["Cluster"] for row in made][:2] == ["Courts for all"] * 2
    assert {row["Position"] for row in made} >= {"supported", "noted", "none stated"}
    assert made[0]["Reporting opportunity"] == "2027-05: mid-term report"


def test_nothing_edited_is_no_difference(tmp_path: Path) -> None:
    compared = compare(read(exported(tmp_path)), [])
    assert compared.differences == ()
    assert compared.aside == ()


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    edits=st.dictionaries(
        st.tuples(st.sampled_from([row[NUMBER] for row in plan()]), st.sampled_from(EDITED)),
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=30),
        max_size=6,
    ),
    turned=st.booleans(),
)
def test_exactly_the_edits_come_back_and_applying_leaves_none(
    tmp_path: Path, edits: dict[tuple[str, str], str], *, turned: bool
) -> None:
    path = exported(tmp_path)
    edit(path, edits)
    if turned:
        book = openpyxl.load_workbook(path)
        sheet = book[plan_book.SHEET]
        lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for at, line in enumerate(reversed(lines), start=2):
            for column, value in enumerate(line, start=1):
                cell = sheet.cell(at, column)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
        book.save(path)
    before = {row[NUMBER]: row for row in plan()}
    expected = {
        (number, column, told(value))
        for (number, column), value in edits.items()
        if told(value) != before[number].get(column, "")
    }
    came = read(path)
    compared = compare(came, [])
    assert {(one.number, one.column, one.new) for one in compared.differences} == expected
    assert {one.kind for one in compared.differences} <= {"changed"}
    target = place(tmp_path, "VNM")
    target.parent.mkdir(exist_ok=True)
    target.unlink(missing_ok=True)
    apply(target, compared, came.baseline or (), "A. Person", path.name)
    filled = {number for number, column, value in expected if begun({column: value})}
    held = {row[NUMBER]: row for row in kept(target)}
    assert filled <= held.keys()
    assert all(held[number].get(column, "") == value for number, column, value in expected if number in held)


def test_rows_added_get_a_number_and_rows_deleted_are_told_and_stay(tmp_path: Path) -> None:
    first = exported(tmp_path)
    edit(first, {("A/HRC/1/1 1", "Action"): "Train teachers"})
    target = place(tmp_path, "VNM")
    target.parent.mkdir()
    came = read(first)
    apply(target, compare(came, []), came.baseline or (), "A", "plan.xlsx")
    again = exported(tmp_path, rows(facts(), kept(target), {}))
    book = openpyxl.load_workbook(again)
    sheet = book[plan_book.SHEET]
    column = [cell.value for cell in sheet[1]].index(NUMBER) + 1
    gone = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, column).value == "A/HRC/1/1 1")
    sheet.delete_rows(gone)
    names = [cell.value for cell in sheet[1]]
    sheet.cell(sheet.max_row + 1, names.index("Action") + 1, "Open a school")
    book.save(again)
    came = read(again)
    compared = compare(came, kept(target))
    assert {one.kind for one in compared.differences} == {"added", "deleted"}
    assert [(one.number, one.new) for one in compared.differences if one.kind == "added"] == [("N1", "Open a school")]
    apply(target, compared, came.baseline or (), "A", "plan.xlsx")
    assert {row[NUMBER] for row in kept(target)} == {"A/HRC/1/1 1", "N1"}
    apply(target, compare(came, kept(target)), came.baseline or (), "A", "plan.xlsx", delete=True)
    assert "A/HRC/1/1 1" not in {row[NUMBER] for row in kept(target)}


def test_columns_that_people_add_are_kept_sheets_and_comments_are_told(tmp_path: Path) -> None:
    path = exported(tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book[plan_book.SHEET]
    sheet.cell(1, sheet.max_column + 1, "Focal point")
    sheet.cell(2, sheet.max_column, "Ms A")
    sheet.cell(2, 1).comment = Comment("Who pays?", "A")
    book.create_sheet("Notes")["A1"] = "mine"
    book.save(path)
    came = read(path)
    compared = compare(came, [])
    assert [(one.column, one.new) for one in compared.differences] == [("Focal point", "Ms A")]
    assert any("Notes" in line for line in compared.aside)
    assert any("Who pays?" in line and "A2" in line for line in compared.aside)
    target = place(tmp_path, "VNM")
    target.parent.mkdir()
    apply(target, compared, came.baseline or (), "A", path.name)
    again = exported(tmp_path, rows(facts(), kept(target), {}))
    assert "Focal point" in read(again).columns
    assert compare(read(again), kept(target)).differences == ()


def test_what_another_changed_since_is_a_conflict_and_left(tmp_path: Path) -> None:
    path = exported(tmp_path)
    number = "A/HRC/1/1 1"
    target = place(tmp_path, "VNM")
    target.parent.mkdir()
    edit(path, {(number, "Action"): "One"})
    came = read(path)
    apply(target, compare(came, []), came.baseline or (), "A", "one.xlsx")
    edit(path, {(number, "Action"): "Two"})
    compared = compare(read(path), kept(target))
    assert [(one.kind, one.new, one.now) for one in compared.differences] == [("conflict", "Two", "One")]
    assert apply(target, compared, came.baseline or (), "B", "two.xlsx") == ()
    assert kept(target)[0]["Action"] == "One"


def test_the_plan_that_was_taken_over_is_read_by_the_next_build(tmp_path: Path) -> None:
    path = exported(tmp_path)
    number = "A/HRC/1/1 3"
    edit(path, {(number, "Action"): "Repair courts", (number, "Responsible"): "Ministry; Court"})
    made = CliRunner().invoke(app, ["apply", str(path), "--folder", str(tmp_path), "--who", "A. Person"])
    assert made.exit_code == 0, made.output
    assert "2 edits taken over" in made.output
    source = Source.of(place(tmp_path, "VNM"), tmp_path, None)
    named = {type(record).__name__: record for record in load(source)}
    assert named["Action"].title == "Repair courts"  # type: ignore[attr-defined]
    assert named["StatedLink"].object.paragraph == "3"  # type: ignore[attr-defined]
    assert "A. Person" in (tmp_path / CHANGES).read_text("utf-8")


def test_diff_tells_row_column_old_and_new_and_changes_nothing(tmp_path: Path) -> None:
    path = exported(tmp_path)
    edit(path, {("A/HRC/1/1 3", "Deadline"): "2028"})
    made = CliRunner().invoke(app, ["diff", str(path), "--folder", str(tmp_path)])
    assert "changed: A/HRC/1/1 3, Deadline" in made.output
    assert "'' → '2028'" in made.output
    assert not place(tmp_path, "VNM").exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"\xff\xfe", "Städte,1\n".encode("latin-1")])
@pytest.mark.parametrize("name", ["plan.xlsx", "plan.csv"])
def test_what_is_no_plan_is_refused_in_words(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Unwritable, match="plan"):
        read(path)


def test_a_formula_of_somebody_stays_text(tmp_path: Path) -> None:
    made = plan()
    made[0]["Action"] = "=1+1"
    sheet = openpyxl.load_workbook(exported(tmp_path, made))[plan_book.SHEET]
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"] == ["s"]
