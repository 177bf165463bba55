"""Endnotes that Word knows as such: apart from the text, numbered in order, harmless whatever they say."""

import zipfile
from pathlib import Path

import docx
from docx.oxml.ns import qn
from lxml import etree

from graph.export.endnotes import Endnotes


def test_notes_stand_in_their_own_part_and_the_text_only_refers_to_them(tmp_path: Path) -> None:
    document, notes = docx.Document(), Endnotes()
    for number in (1, 2):
        notes.note(document.add_paragraph(f"Sentence {number}."), f"A/HRC/1/{number} <b>&\x07")
    notes.close(document)
    document.save(str(tmp_path / "n.docx"))
    again = docx.Document(str(tmp_path / "n.docx"))
    assert [one.text for one in again.paragraphs] == ["Sentence 1.", "Sentence 2."]
    references = [one.get(qn("w:id")) for one in again.element.body.iter(qn("w:endnoteReference"))]
    with zipfile.ZipFile(tmp_path / "n.docx") as parts:
        told = etree.fromstring(parts.read("word/endnotes.xml"))
        assert b"endnotes+xml" in parts.read("[Content_Types].xml")
    by_number = {one.get(qn("w:id")): "".join(map(str, one.itertext())).strip() for one in told}
    assert references == ["1", "2"]
    assert [by_number[number] for number in references] == ["A/HRC/1/1 <b>&", "A/HRC/1/2 <b>&"]
