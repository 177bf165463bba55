"""A Word file → blocks: paragraphs in order with their automatic numbers, heading styles and footnote marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from graph import clean
from graph.source import Refused, Source
from loaders.documents import archive, docx, markup
from loaders.documents.blocks import Block
from loaders.documents.docx import W
from loaders.documents.numbering import Numbering, whole
from loaders.documents.pdf import SUPERSCRIPTS

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UN_STYLE = re.compile(r"_?\s*_?H_?(Ch|1|23|4|56)_?G?", re.I)
_UN_LEVELS: Final = {"ch": 1, "1": 2, "23": 3, "4": 4, "56": 5}
_HEADING = re.compile(r"heading ?(\d)|(?:Titre|Ttulo|Título) ?(\d)", re.I)
_NOTES: Final = (("footnoteReference", "word/footnotes.xml"), ("endnoteReference", "word/endnotes.xml"))


@dataclass(frozen=True, slots=True)
class Word:
    """The text of a Word file; notes by the number their marks have in the text."""

    blocks: tuple[Block, ...]
    notes: dict[int, str]


def read(source: Source) -> Word:
    """The text in order, table cells too. Raises Refused."""
    reader = _Reader(source)
    blocks = tuple(reader.blocks(docx.document(source)))
    return Word(blocks, reader.notes)


@dataclass(slots=True)
class _Reader:
    source: Source
    notes: dict[int, str] = field(default_factory=dict)
    _texts: dict[tuple[str, str], str] = field(default_factory=dict)
    _levels: dict[str, int] = field(default_factory=dict)
    _numbering: Numbering = field(default_factory=Numbering)

    def __post_init__(self) -> None:
        names = archive.members(self.source)
        for reference, member in _NOTES:
            if member in names:
                for note in markup.tree(archive.member(self.source, member)):
                    self._texts[reference, note.get(W + "id", "")] = clean.text(self._text(note))
        styles = self._optional(names, "word/styles.xml")
        self._numbering = Numbering.of(self._optional(names, "word/numbering.xml"), styles)
        self._levels = dict(_levels(styles)) if styles is not None else {}

    def _optional(self, names: frozenset[str], member: str) -> etree._Element | None:
        """A part of the file that it may lack; one that cannot be read is a finding."""
        if member not in names:
            return None
        try:
            return markup.tree(archive.member(self.source, member))
        except Refused as refusal:
            self.source.find(member, f"not read, so numbers and headings may be missed: {refusal}")
            return None

    def blocks(self, document: etree._Element) -> Iterator[Block]:
        for number, paragraph in enumerate(document.iter(W + "p"), start=1):
            if _inside(paragraph, _FALLBACK):
                continue
            label = self._numbering.label(paragraph)
            text = clean.text(f"{label} {self._text(paragraph)}")
            if text and text != label:
                yield Block(
                    text,
                    f"paragraph {number} of the file",
                    level=self._level(paragraph),
                    row=_inside(paragraph, W + "tc"),
                )

    def _text(self, paragraph: etree._Element) -> str:
        return "".join(self._piece(node) for node in paragraph.iter() if isinstance(node.tag, str))

    def _piece(self, node: etree._Element) -> str:
        match str(node.tag).removeprefix(W):
            case "t":
                return node.text or ""
            case "tab" | "br" | "cr":
                return " "
            case "noBreakHyphen":
                return "-"
            case "footnoteReference" | "endnoteReference" as reference:
                return self._mark(reference, node.get(W + "id", ""))
        return ""

    def _mark(self, reference: str, identity: str) -> str:
        text = self._texts.get((reference, identity))
        if text is None:
            return ""
        self.notes[len(self.notes) + 1] = text
        return str(len(self.notes)).translate(SUPERSCRIPTS)

    def _level(self, paragraph: etree._Element) -> int:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._levels.get(style.get(W + "val", ""), 0) if style is not None else 0


def _inside(node: etree._Element, tag: str) -> bool:
    return next(node.iterancestors(tag), None) is not None


def _levels(styles: etree._Element) -> Iterator[tuple[str, int]]:
    """Style → level of heading: the UN's own templates (`_ H_1_G`), Word's headings, or an outline level."""
    for style in styles.iter(W + "style"):
        identity = style.get(W + "styleId", "")
        named = style.find(W + "name")
        level = _level_of((identity, named.get(W + "val", "") if named is not None else ""))
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        if not level and outline is not None:
            level = whole(outline.get(W + "val", ""), 9) + 1
        if 0 < level < 10:
            yield identity, level


def _level_of(names: tuple[str, str]) -> int:
    for name in names:
        plain = re.sub(r"[\s_]", "", name)
        own = _UN_STYLE.fullmatch(plain)
        if own:
            return _UN_LEVELS[own[1].casefold()]
        common = _HEADING.fullmatch(plain)
        if common:
            return int(common[1] or common[2])
    return 0
