"""The alignment workbook of the example and of facts made by hand: whole, equal to the graph, harmless, printable."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from graph.export import Unwritable, export_to
from graph.export.alignment import write
from graph.export.alignment_filters import Filters
from graph.export.alignment_read import read
from graph.export.workbook import MOST_UNITS, Look, Workbook, clean, sheet_name
from graph.store.builds import Build
from graph.store.limits import Limits
from graph.store.pool import Pool
from tests.graph.export.made_facts import facts

SHEETS = [
    "Cover", "Summary", "Charts", "Matrix", "Recommendations", "Gaps", "Agencies", "Human rights marker", "Groups",
    "Evidence", "Method and limits", "Sources",
]  # fmt: skip
PREFIXES = "PREFIX rg: <https://w3id.org/rightsgraph/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "


@pytest.fixture(scope="module")
def pool(example: Build) -> Iterator[Pool]:
    with Pool(example.store) as opened:
        yield opened


@pytest.fixture(scope="module")
def book(pool: Pool, example: Build, tmp_path_factory: pytest.TempPathFactory) -> openpyxl.Workbook:
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    export_to("alignment", pool, example, None, path)
    return openpyxl.load_workbook(path)


@pytest.fixture
def made(tmp_path: Path) -> openpyxl.Workbook:
    (tmp_path / "report.json").write_text('{"files": []}', "utf-8")
    write(facts(), Build(tmp_path), tmp_path / "made.xlsx")
    return openpyxl.load_workbook(tmp_path / "made.xlsx")


def rows(book: openpyxl.Workbook, name: str) -> list[tuple[object, ...]]:
    """Under the note and the headings."""
    return list(book[name].iter_rows(min_row=3, values_only=True))


def number(pool: Pool, pattern: str) -> int:
    return int(pool.select(f"{PREFIXES} SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}").dicts()[0]["n"])


def test_every_sheet_is_there_and_the_cover_says_what_it_is_about(book: openpyxl.Workbook, example: Build) -> None:
    assert book.sheetnames == SHEETS
    cover = {row[0]: row[1] for row in book["Cover"].iter_rows(values_only=True)}
    assert cover["State"] == "Argentina, Mozambique, Viet Nam"
    assert cover["Build"] == example.name
    assert cover["Basis of links"] == "all: confirmed, stated and proposed links"
    assert cover["Links left out"] == 0


def test_every_ask_stands_in_recommendations_with_blanks_where_nothing_serves_it(
    book: openpyxl.Workbook, pool: Pool
) -> None:
    told = rows(book, "Recommendations")
    asks = number(pool, "SELECT DISTINCT ?a WHERE { ?a a rg:Recommendation ; rg:state ?s }")
    assert len({row[1] for row in told}) == asks
    pairs = "SELECT DISTINCT ?p ?a WHERE { ?p rg:contributesTo ?a FILTER NOT EXISTS { ?p a rg:Action } }"
    assert sum(row[8] != "no programme known" for row in told) == number(pool, pairs)
    assert all(not any(row[9:]) for row in told if row[8] == "no programme known")


def test_evidence_holds_every_link_and_both_texts(book: openpyxl.Workbook, pool: Pool) -> None:
    told = rows(book, "Evidence")
    links = "?l rdf:predicate ?p ; a rg:Link FILTER(?p IN (rg:contributesTo, rg:reinforces))"
    assert len(told) == number(pool, links)
    assert all(row[1] and row[4] and row[5] for row in told)
    assert {row[5] for row in told} >= {"similarity", "citedInText"}


def test_the_groups_and_their_asks_are_those_of_the_graph(book: openpyxl.Workbook, pool: Pool) -> None:
    assert len(rows(book, "Groups")) == number(pool, "?g a rg:Group ; rg:member ?ask")
    headings = [cell.value for cell in book["Matrix"][2]]
    assert sum(str(heading).startswith("★") for heading in headings) == number(pool, "?g a rg:Group")


def test_every_table_is_set_up_to_be_read_and_printed(book: openpyxl.Workbook) -> None:
    for name in SHEETS:
        sheet = book[name]
        assert sheet.page_setup.orientation == "landscape", name
        assert "Page" in sheet.oddFooter.right.text, name
        if name not in ("Cover", "Charts", "Method and limits"):
            assert sheet.freeze_panes, name
            assert sheet.auto_filter.ref, name
            assert sheet.print_title_rows == "$2:$2", name
    assert book["Evidence"].sheet_properties.pageSetUpPr.fitToPage
    assert len(book["Charts"]._charts) >= 3
    assert "Alignment" in str(book.properties.title)


def test_the_workbook_of_one_state_and_its_filters_hold_no_other(pool: Pool, example: Build, tmp_path: Path) -> None:
    export_to("alignment", pool, example, "vnm", tmp_path / "a.xlsx", Filters(basis="stated", agency="Unicef"))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert {row[0] for row in rows(book, "Recommendations")} == {"VNM"}
    assert {row[6] for row in rows(book, "Evidence")} == {"stated"}
    cover = {row[0]: row[1] for row in book["Cover"].iter_rows(values_only=True)}
    assert (cover["Agency"], cover["Links left out"]) == ("Unicef", 13)


def test_an_export_without_filters_refuses_them(pool: Pool, example: Build, tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="takes no filters"):
        export_to("dump", pool, example, None, tmp_path / "d.nq", Filters(least=0.5))


def test_half_an_answer_is_never_counted(example: Build) -> None:
    with Pool(example.store, Limits(rows_download=5)) as few, pytest.raises(Unwritable, match="rows_download"):
        read(few, None)


def test_rejected_links_are_kept_as_evidence_and_counted_nowhere(made: openpyxl.Workbook) -> None:
    assert [row[6] for row in rows(made, "Evidence")].count("rejected") == 1
    lines = {(row[0], row[1]): row for row in rows(made, "Summary")}
    assert lines["Position (UPR recommendations)", "noted"][3] == 0


def test_the_marks_of_the_matrix_say_number_and_surest(made: openpyxl.Workbook) -> None:
    told = {str(row[1]).strip(): row[2:] for row in rows(made, "Matrix")}
    assert told["1.1 Schools"] == ("outcome", 2, None, "2 C", None)
    assert told["Projects under no result"] == (None, 1, None, None, "1 P")
    assert told["One Plan"] == (None,) * 5


def test_a_title_like_a_formula_stays_text_wherever_it_stands(made: openpyxl.Workbook) -> None:
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert len(cells) >= 3
    assert all(cell.data_type == "s" and cell.hyperlink is None for cell in cells)


def test_what_a_sheet_cannot_hold_is_cut_and_says_so(tmp_path: Path) -> None:
    with Workbook(tmp_path / "b.xlsx", most_rows=6, most_columns=2) as book:
        assert book.table("Rows", [("a", 9), ("b", 9), ("c", 9)], [(n, "x", "y") for n in range(10)], "Note") == 3
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx")["Rows"]
    assert sheet.cell(1, 1).value == "Note […] 1 more columns do not fit on a sheet: narrow the export."
    assert sheet.cell(6, 1).value == "[…] 7 more rows do not fit on a sheet: narrow the export"
    assert (sheet.max_row, sheet.max_column) == (6, 2)


def test_a_cell_is_cut_at_what_excel_counts() -> None:
    for text in ("x" * 40_000, "𝄞" * 20_000):
        told = clean(text)
        assert len(told.encode("utf-16-le")) // 2 <= MOST_UNITS
        assert told.endswith(" […]")
    assert clean("x" * MOST_UNITS) == "x" * MOST_UNITS


@pytest.mark.parametrize(
    ("name", "told"), [("a/b:[c]*?", "a b  c"), ("", "Sheet"), ("'q'", "q"), ("x" * 40, "x" * 30 + "…")]
)
def test_sheet_names_are_those_excel_takes(name: str, told: str) -> None:
    assert sheet_name(name) == told


def test_an_empty_table_is_still_a_table(tmp_path: Path) -> None:
    with Workbook(tmp_path / "b.xlsx") as book:
        assert book.table("None", [("a", 9), ("b", 9)], [], "Nothing", Look(freeze=2)) == 0
    assert openpyxl.load_workbook(tmp_path / "b.xlsx")["None"]["A2"].value == "a"
