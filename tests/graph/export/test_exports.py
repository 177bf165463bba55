"""The exports of the bundled example: complete, readable by other programs, and harmless."""

import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import openpyxl
import pyoxigraph as ox
import pytest

from graph.export import KINDS, Unwritable, export_to
from graph.export.workbook import Workbook, clean
from graph.store.builds import Build
from graph.store.pool import Pool


@pytest.fixture(scope="module")
def pool(example: Build) -> Iterator[Pool]:
    with Pool(example.store) as opened:
        yield opened


def write(kind: str, pool: Pool, build: Build, out: Path, state: str | None = None) -> Path:
    export_to(kind, pool, build, state, out)
    return out


def test_the_workbook_shows_every_recommendation_with_blanks(pool: Pool, example: Build, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write("alignment", pool, example, tmp_path / "a.xlsx"), read_only=False)
    assert book.sheetnames == [
        "Cover", "Summary", "Matrix", "Programmes", "Gaps", "Groups", "Evidence", "Sources",
    ]  # fmt: skip
    rows = list(book["Matrix"].iter_rows(min_row=3, values_only=True))
    count = pool.select(
        "PREFIX rg: <https://w3id.org/rightsgraph/ns#> "
        "SELECT (COUNT(DISTINCT ?ask) AS ?n) WHERE { ?ask a rg:Recommendation ; rg:document ?report }"
    ).rows[0][0]
    assert count is not None
    assert len(rows) == int(count.value)
    assert any(not any(row[5:]) for row in rows)
    assert any("S" in row[5:] for row in rows)
    assert book["Matrix"].freeze_panes == "C3"


def test_the_matrix_of_one_state_holds_no_other(pool: Pool, example: Build, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write("alignment", pool, example, tmp_path / "a.xlsx", "VNM"))
    assert {row[0] for row in book["Matrix"].iter_rows(min_row=3, values_only=True)} == {"VNM"}


def test_gaps_go_both_ways(pool: Pool, example: Build, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write("alignment", pool, example, tmp_path / "a.xlsx"))
    kinds = {row[0] for row in book["Gaps"].iter_rows(min_row=3, values_only=True)}
    assert kinds >= {"Supported, and no programme is known", "Serves no ask that is known"}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =cmd", "http://x.org", "007"])
def test_no_cell_from_data_is_ever_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.xlsx"
    with Workbook(path) as book:
        book.table("Sheet", ((text, 10), ("b", 10)), [(text, text)], text)
        book.text("Cover", text, [(text, text)])
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                assert cell.value in (None, text, "b")


def test_what_no_cell_can_hold_is_taken_out_or_cut_with_a_mark() -> None:
    assert clean("a\x00b\x0bc") == "abc"
    assert clean("x" * 40_000).endswith(" […]")


def test_a_dump_is_sorted_and_holds_the_whole_build(pool: Pool, example: Build, tmp_path: Path) -> None:
    lines = write("dump", pool, example, tmp_path / "d.nq").read_text("utf-8").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == sum(len(path.read_text("utf-8").splitlines()) for path in example.quads())


def test_trig_holds_the_same_statements(pool: Pool, example: Build, tmp_path: Path) -> None:
    nq = write("dump", pool, example, tmp_path / "d.nq").read_bytes()
    trig = write("dump", pool, example, tmp_path / "d.trig").read_bytes()
    one = {str(quad) for quad in ox.parse(nq, format=ox.RdfFormat.N_QUADS)}
    other = {str(quad) for quad in ox.parse(trig, format=ox.RdfFormat.TRIG)}
    assert len(one ^ other) <= 2 * sum("XMLSchema#decimal" in line for line in one)


def test_the_network_is_read_by_other_programs(pool: Pool, example: Build, tmp_path: Path) -> None:
    graph = nx.read_graphml(write("network", pool, example, tmp_path / "n.graphml"))
    assert graph.number_of_edges() > 0
    assert all(data["label"] for _, data in graph.nodes(data=True))


def test_the_network_page_asks_no_server_for_anything(pool: Pool, example: Build, tmp_path: Path) -> None:
    page = write("network", pool, example, tmp_path / "n.html").read_text("utf-8")
    markup = re.sub(r"<script>.*?</script>|<style>.*?</style>", "", page, flags=re.DOTALL)
    assert not re.search(r"(?:src|href)\s*=", markup)
    assert "A/HRC/12/11" in page


def test_what_cannot_be_written_says_what_can(pool: Pool, example: Build, tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match=r"\.xlsx"):
        export_to("alignment", pool, example, None, tmp_path / "a.pdf")
    with pytest.raises(Unwritable, match="ZZZ"):
        export_to("alignment", pool, example, "ZZZ", tmp_path / "a.xlsx")
    with pytest.raises(Unwritable, match="no folder"):
        export_to("dump", pool, example, None, tmp_path / "none" / "d.nq")
    assert set(KINDS) == {"alignment", "dump", "network"}
