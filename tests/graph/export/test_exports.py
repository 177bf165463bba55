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
    assert set(KINDS) >= {"alignment", "dump", "matrix", "network"}


@pytest.mark.parametrize(("name", "form"), [("d.trig", ox.RdfFormat.TRIG), ("d.jsonld", ox.RdfFormat.JSON_LD)])
def test_a_dump_in_another_format_holds_the_same_quads(
    pool: Pool, example: Build, tmp_path: Path, name: str, form: ox.RdfFormat
) -> None:
    told = set(ox.parse(write("dump", pool, example, tmp_path / name).read_bytes(), format=form))
    plain = write("dump", pool, example, tmp_path / "d.nq").read_bytes()
    assert told == set(ox.parse(plain, format=ox.RdfFormat.N_QUADS))
