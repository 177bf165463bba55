"""A DOCX report being written: real headings, tables whose headings repeat, pictures with words, pages counted."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from graph.export.workbook import clean

_INK: Final = RGBColor(0x1F, 0x38, 0x64)
_GREY: Final = RGBColor(0x55, 0x55, 0x55)
_SHORT, _LONG = Cm(21), Cm(29.7)
_MARGIN: Final = Cm(2)


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG for a table's cell, and what it shows in words."""

    png: bytes
    words: str


class Paper:
    """One A4 document in British English. Its text holds no control character."""

    def __init__(self, title: str, subtitle: str) -> None:
        self._document = Document()
        self._document.core_properties.title = clean(title)[:255]
        self._document.core_properties.author = "rightsgraph"
        self._document.core_properties.language = "en-GB"
        self._styled()
        section = self._document.sections[0]
        section.page_width, section.page_height = _SHORT, _LONG
        self._margins(section)
        self._footer(section, title)
        self._document.add_heading(clean(title), 0)
        self._document.add_paragraph(clean(subtitle), style="Subtitle")

    def heading(self, text: str, level: int = 1) -> None:
        self._document.add_heading(clean(text), level)

    def say(self, *sentences: str) -> None:
        """A paragraph."""
        self._document.add_paragraph(clean(" ".join(sentence for sentence in sentences if sentence)))

    def points(self, points: Iterable[tuple[str, str]]) -> None:
        """A list, each point begun by its name in bold."""
        for name, text in points:
            paragraph = self._document.add_paragraph(style="List Bullet")
            paragraph.add_run(clean(f"{name}. ")).bold = True
            paragraph.add_run(clean(text))

    def listed(self, points: Iterable[str]) -> None:
        """A list of plain points."""
        for text in points:
            self._document.add_paragraph(clean(text), style="List Bullet").paragraph_format.space_after = Pt(2)

    def said(self, text: str, cite: str) -> None:
        """Words, and after them, smaller, where they stand."""
        paragraph = self._document.add_paragraph(clean(text) + " ")
        paragraph.paragraph_format.space_after = Pt(3)
        self._fine(paragraph, cite)

    def small(self, text: str) -> None:
        """A paragraph in small letters."""
        self._fine(self._document.add_paragraph(), text)

    def page(self) -> None:
        """What follows begins on a new page."""
        self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def table(
        self, caption: str, columns: Sequence[tuple[str, float]], rows: Iterable[Sequence[str | int | Picture]]
    ) -> None:
        """A table with its caption above; widths are in centimetres; numbers stand to the right."""
        self._document.add_paragraph(clean(caption), style="Caption").paragraph_format.keep_with_next = True
        table = self._document.add_table(rows=1, cols=len(columns), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        _described(table, caption)
        for cell, (heading, _) in zip(table.rows[0].cells, columns, strict=True):
            cell.paragraphs[0].add_run(clean(heading)).bold = True
            _shaded(cell)
        _marked(table.rows[0], "w:tblHeader")
        for row in rows:
            added = table.add_row()
            _marked(added, "w:cantSplit")
            for cell, value in zip(added.cells, row, strict=True):
                self._fill(cell.paragraphs[0], value)
        for column, (_, width) in zip(table.columns, columns, strict=True):
            column.width = Cm(width)
            for cell in column.cells:
                cell.width = Cm(width)
        self._document.add_paragraph()

    def turn(self) -> None:
        """What follows stands on pages on their side."""
        section = self._document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = _LONG, _SHORT
        self._margins(section)

    def save(self, path: Path) -> None:
        """Raises OSError."""
        self._document.save(str(path))

    def _fill(self, paragraph: Any, value: str | int | Picture) -> None:
        if isinstance(value, Picture):
            shape = paragraph.add_run().add_picture(io.BytesIO(value.png), width=Cm(4.2))
            shape._inline.docPr.set("descr", clean(value.words))
        elif isinstance(value, int):
            paragraph.add_run(f"{value:,}")
            paragraph.alignment = 2
        else:
            paragraph.add_run(clean(value))
        paragraph.paragraph_format.space_after = Pt(1)
        for run in paragraph.runs:
            run.font.size = Pt(9)

    def _fine(self, paragraph: Any, text: str) -> None:
        run = paragraph.add_run(clean(text))
        run.font.size, run.font.color.rgb = Pt(8.5), _GREY
        paragraph.paragraph_format.space_after = Pt(3)

    def _styled(self) -> None:
        styles = self._document.styles
        for name, size in (("Normal", 10.5), ("Caption", 9.5), ("Title", 22), ("Heading 1", 15), ("Heading 2", 12)):
            styles[name].font.name = "Calibri"
            styles[name].font.size = Pt(size)
        for name in ("Title", "Heading 1", "Heading 2", "Subtitle", "Caption"):
            styles[name].font.color.rgb = _INK
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "en-GB")
        styles["Normal"].element.get_or_add_rPr().append(language)

    def _margins(self, section: Any) -> None:
        section.left_margin = section.right_margin = _MARGIN
        section.top_margin = section.bottom_margin = _MARGIN

    def _footer(self, section: Any, title: str) -> None:
        paragraph = section.footer.paragraphs[0]
        paragraph.add_run(f"{clean(title)} · page ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        _field(paragraph, "NUMPAGES")
        for run in paragraph._p.iter(qn("w:r")):
            _small(run)


def _field(paragraph: Any, instruction: str) -> None:
    """A number that the reader's program works out."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _small(run: Any) -> None:
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), "16")  # half points
    run.get_or_add_rPr().append(size)


def _marked(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _described(table: Any, words: str) -> None:
    """What a screen reader says of a table."""
    for name in ("w:tblCaption", "w:tblDescription"):
        told = OxmlElement(name)
        told.set(qn("w:val"), clean(words)[:255])
        table._tbl.tblPr.append(told)


def _shaded(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "DCE6F1")
    cell._tc.get_or_add_tcPr().append(shade)
    for run in cell.paragraphs[0].runs:
        run.font.size = Pt(9)
