"""The alignment report: headings, tables and pictures that people, Word and screen readers can use."""

import struct
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from graph.export import export_to
from graph.export.report import write
from graph.export.report_bars import bar
from graph.store.builds import Build
from graph.store.pool import Pool
from tests.graph.export.made_facts import facts


@pytest.fixture
def paper(tmp_path: Path) -> docx.document.Document:
    (tmp_path / "report.json").write_text('{"files": []}', "utf-8")
    write(facts(), Build(tmp_path), tmp_path / "made.docx")
    return docx.Document(str(tmp_path / "made.docx"))


def test_headings_are_headings(paper: docx.document.Document) -> None:
    told = [one.text for one in paper.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert told == [
        "Summary", "Coverage", "Gaps", "Agencies and the human rights marker",
        "Recommendations that mutually reinforce each other", "Method and limits", "Sources",
        "Annex: outcomes, recommendations, mechanisms, goals",
    ]  # fmt: skip


def test_every_table_repeats_its_headings_and_says_what_it_is(paper: docx.document.Document) -> None:
    assert len(paper.tables) >= 8
    for table in paper.tables:
        assert table._tbl.tr_lst[0].find(f".//{qn('w:tblHeader')}") is not None
        assert table._tbl.tblPr.find(qn("w:tblDescription")) is not None


def test_every_picture_is_told_in_words(paper: docx.document.Document) -> None:
    told = [one.get("descr") for one in paper.element.iter(qn("wp:docPr"))]
    assert "supported: of 2 asks 1 with a confirmed, 1 with a stated, 0 with a proposed link, 0 with none" in told
    assert all(told)


def test_pages_are_counted_in_the_footer(paper: docx.document.Document) -> None:
    told = [one.get(qn("w:instr")) for one in paper.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert told == ["PAGE", "NUMPAGES"]


def test_the_annex_stands_on_its_side_with_every_outcome(paper: docx.document.Document) -> None:
    section = paper.sections[-1]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height
    rows = [[cell.text for cell in row.cells] for row in paper.tables[-1].rows]
    assert rows[1] == ["VNM", "1.1 Schools", "1", "A/HRC/1/1: 1, 2", "UPR", "SDG 4"]
    assert rows[2][3] == "no link known"


def test_the_report_of_the_example_is_written_by_its_ending(example: Build, tmp_path: Path) -> None:
    with Pool(example.store) as pool:
        export_to("alignment", pool, example, "VNM", tmp_path / "vnm.docx")
    told = "\n".join(one.text for one in docx.Document(str(tmp_path / "vnm.docx")).paragraphs)
    assert "8 asks addressed to Viet Nam" in told


def test_a_bar_is_a_picture_whose_parts_are_as_long_as_their_numbers() -> None:
    png = bar([1, 0, 1], 4)
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    assert width > 10 * height
    assert bar([0, 0, 0], 0) != png
