"""Endnotes of a DOCX: Word keeps them apart from the text, and leaves them out of its count of words when asked."""

from typing import Any, Final

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from graph.export.workbook import clean

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PART: Final = PackURI("/word/endnotes.xml")
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes"
_FIRST: Final = 1
"""Numbers before it are the lines that part the notes from the text, which Word wants."""


class Endnotes:
    """The notes of one document, in their order; `close` puts them into it, once, before it is saved."""

    def __init__(self) -> None:
        self._root = etree.Element(qn("w:endnotes"), nsmap={"w": _W})
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = self._note(number)
            note.set(qn("w:type"), kind)
            run = etree.SubElement(etree.SubElement(note, qn("w:p")), qn("w:r"))
            etree.SubElement(run, qn(f"w:{kind}"))
        self._count = 0

    def note(self, paragraph: Any, text: str) -> None:
        """A number at the end of a paragraph of python-docx, and its note."""
        number = _FIRST + self._count
        self._count += 1
        reference = OxmlElement("w:endnoteReference")
        reference.set(qn("w:id"), str(number))
        run = paragraph.add_run()
        run.font.superscript = True
        run._r.append(reference)
        said = etree.SubElement(self._note(number), qn("w:p"))
        mark = etree.SubElement(said, qn("w:r"))
        raised = etree.SubElement(etree.SubElement(mark, qn("w:rPr")), qn("w:vertAlign"))
        raised.set(qn("w:val"), "superscript")
        etree.SubElement(mark, qn("w:endnoteRef"))
        run_of_text = etree.SubElement(said, qn("w:r"))
        size = etree.SubElement(etree.SubElement(run_of_text, qn("w:rPr")), qn("w:sz"))
        size.set(qn("w:val"), "17")  # half points
        words = etree.SubElement(run_of_text, qn("w:t"))
        words.text = f" {clean(text)}"
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def close(self, document: Document) -> None:
        """Put the notes into the document, numbered 1, 2, 3."""
        told = etree.tostring(self._root, encoding="UTF-8", xml_declaration=True, standalone=True)
        part = Part(_PART, _TYPE, told, document.part.package)
        document.part.relate_to(part, _RELATION)
        shape = OxmlElement("w:endnotePr")
        numbers = OxmlElement("w:numFmt")
        numbers.set(qn("w:val"), "decimal")
        shape.append(numbers)
        document.sections[0]._sectPr.insert(_place(document.sections[0]._sectPr), shape)

    def _note(self, number: int) -> Any:
        note = etree.SubElement(self._root, qn("w:endnote"))
        note.set(qn("w:id"), str(number))
        return note


def _place(section: Any) -> int:
    """Behind the headers and footers of a section: the format wants that order."""
    heads = (qn("w:headerReference"), qn("w:footerReference"), qn("w:footnotePr"))
    return sum(child.tag in heads for child in section)
