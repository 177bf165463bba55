"""OHCHR's thematic list goes out and comes back: filled cells, and every other byte as it was."""

import zipfile
from pathlib import Path

import docx
import pytest

from graph.export.thematic import fill
from graph.export.thematic_cells import rows
from graph.export.unwritable import Unwritable
from graph.source import Source
from loaders.upr.thematic_list_rows import entries

HEADINGS = ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation")
KEYS = {("A/HRC/28/15", "115.1"): ["One & <two>", "three"], ("A/HRC/28/15", "115.2"): ["not wanted"]}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    document = docx.Document()
    table = document.add_table(rows=0, cols=4)
    lines = [
        HEADINGS,
        ("Theme: Schools", "", "", ""),
        ("115.1 Open schools (Peru) Source of position: A/HRC/28/15/Add.1 - Para. 3", "Supported", "- Schools", ""),
        ("115.2 Pay teachers (Chad) Source of position: A/HRC/28/15/Add.1", "Noted", "- Schools", "by a person"),
        ("115. 3 Heat rooms (Mali) Source of position: A/ HRC/28/15", "Noted", "- Schools", ""),
        ("No number", "Noted", "- Schools", ""),
    ]
    for line in lines:
        for cell, text in zip(table.add_row().cells, line, strict=True):
            cell.text = text
    document.save(str(tmp_path / "list.docx"))
    return tmp_path / "list.docx"


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_empty_cells_are_filled_and_what_a_person_wrote_stays(made: Path, tmp_path: Path) -> None:
    done = fill(made, tmp_path / "out.docx", KEYS)
    assert done.filled == (("A/HRC/28/15", "115.1"),)
    assert done.kept == (("A/HRC/28/15", "115.2"),)
    assert done.unknown == (("A/HRC/28/15", "115.3"),)
    assert any("No number" in row for row in done.unread)
    table = docx.Document(str(tmp_path / "out.docx")).tables[0]
    assert table.rows[2].cells[3].text == "One & <two>\nthree"
    assert table.rows[3].cells[3].text == "by a person"
    before, after = parts(made), parts(tmp_path / "out.docx")
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


def test_nothing_to_tell_leaves_every_byte_of_the_text(made: Path, tmp_path: Path) -> None:
    fill(made, tmp_path / "out.docx", {})
    assert parts(made) == parts(tmp_path / "out.docx")


def test_what_is_filled_in_looks_like_the_positions_beside_it(made: Path, tmp_path: Path) -> None:
    document = docx.Document(str(made))
    document.tables[0].rows[2].cells[1].paragraphs[0].runs[0].font.name = "Times New Roman"
    document.save(str(made))
    fill(made, tmp_path / "out.docx", KEYS)
    cell = docx.Document(str(tmp_path / "out.docx")).tables[0].rows[2].cells[3]
    assert cell.paragraphs[0].runs[-1].font.name == "Times New Roman"


def test_taking_out_what_was_written_gives_the_old_text(made: Path, tmp_path: Path) -> None:
    fill(made, tmp_path / "out.docx", KEYS)
    old, new = (parts(path)["word/document.xml"] for path in (made, tmp_path / "out.docx"))
    start = new.index(b'<w:r><w:t xml:space="preserve">One')
    end = new.index(b"</w:r>", start) + len(b"</w:r>")
    assert new[:start] + new[end:] == old


def test_a_list_without_the_column_is_refused(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(rows=1, cols=3).rows[0].cells[0].text = "Recommendation"
    document.save(str(tmp_path / "four.docx"))
    with pytest.raises(Unwritable, match="no column for assessments"):
        fill(tmp_path / "four.docx", tmp_path / "out.docx", KEYS)


def test_the_list_itself_is_never_written_over(made: Path) -> None:
    with pytest.raises(Unwritable, match="name another file"):
        fill(made, made, KEYS)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(Unwritable, match="no DOCX"):
        fill(tmp_path / "bad.docx", tmp_path / "out.docx", KEYS)


def test_entities_are_never_opened() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b">]><w:document xmlns:w="http://schemas.openxmlformats.org/'
    with pytest.raises(Unwritable, match="document type"):
        rows(bomb + b'wordprocessingml/2006/main"/>')


def test_real_lists_come_back_through_their_loader_with_exactly_the_cells_filled(
    shared_data: Path, tmp_path: Path
) -> None:
    for path in sorted((shared_data / "ohchr-thematic-lists").glob("*.docx")):
        before = list(entries(Source.of(path, path.parent, None)))
        assert len(before) > 100
        chosen = before[::7]
        keys = {(one.source_symbol.removesuffix("/Add.1"), one.paragraph): ["done", one.paragraph] for one in chosen}
        done = fill(path, tmp_path / path.name, keys)
        assert set(done.filled) == keys.keys()
        assert len(done.filled) + len(done.unknown) == len(before)
        after = list(entries(Source.of(tmp_path / path.name, tmp_path, None)))
        told = {one.paragraph: one.assessment for one in after if one.assessment}
        assert told == {paragraph: f"done {paragraph}" for _, paragraph in keys}
        old, new = parts(path), parts(tmp_path / path.name)
        assert [name for name in old if old[name] != new[name]] == ["word/document.xml"]
