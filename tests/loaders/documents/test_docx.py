"""A Word file's tables and running heads, and what is no Word file."""

from pathlib import Path

import pytest

from graph.source import Refused, Source
from loaders.documents import docx
from tests.loaders.documents.word import word, zipped


def test_rows_cells_and_paragraphs_come_in_order(tmp_path: Path) -> None:
    source = word(tmp_path / "a.docx", [["one & two", "first\nsecond"], ["merged"]], title="Title", head="Head")
    assert docx.is_docx(source)
    assert docx.rows(source) == [(("one & two",), ("first", "second")), (("merged",),)]
    assert docx.paragraphs(source) == ["Title"]
    assert docx.headers(source) == ["Head"]


def test_an_empty_cell_holds_no_paragraph(tmp_path: Path) -> None:
    assert docx.rows(word(tmp_path / "a.docx", [["", "x"]])) == [((), ("x",))]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"%PDF-1.7", zipped({"xl/workbook.xml": "<a/>"})])
def test_another_file_is_no_word_file_and_nothing_is_raised(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    assert not docx.is_docx(Source.of(tmp_path / "a.docx"))


@pytest.mark.parametrize("xml", ["<w:document", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", ""])
def test_a_document_part_that_is_no_safe_xml_is_refused(tmp_path: Path, xml: str) -> None:
    (tmp_path / "a.docx").write_bytes(zipped({"word/document.xml": xml}))
    with pytest.raises(Refused):
        docx.rows(Source.of(tmp_path / "a.docx"))
