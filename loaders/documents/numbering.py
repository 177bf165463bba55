"""Word's automatic numbers: the `17.` or `(a)` that stands before a paragraph and not in its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from loaders.documents.docx import W
from loaders.documents.items import ROMANS

_MOST_LEVELS = 9
_MOST_LETTERS = 26 * 9
"""Beyond it a letter would be written ten times: the figure is shown."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    pattern: str
    """`%1.` or `(%2)`: the figures stand for the levels' counters."""


@dataclass(slots=True)
class Numbering:
    """Counts the paragraphs of each list as Word does; without definitions no paragraph has a label."""

    _levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    _of_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, numbering: etree._Element | None, styles: etree._Element | None) -> "Numbering":
        """From the parts `numbering.xml` and `styles.xml` of a file, either of which it may lack."""
        return cls(
            dict(_levels(numbering)) if numbering is not None else {},
            dict(_styles(styles)) if styles is not None else {},
        )

    def label(self, paragraph: etree._Element) -> str:
        """The label of the next paragraph in order; empty if it has none."""
        properties = paragraph.find(W + "pPr")
        where = _place(properties)
        if where is None and properties is not None:
            style = properties.find(W + "pStyle")
            where = self._of_style.get(style.get(W + "val", "")) if style is not None else None
        if where is None or where not in self._levels:
            return ""
        return self._next(*where)

    def _next(self, identity: str, level: int) -> str:
        here = self._levels[identity, level]
        self._counts[identity, level] = self._counts.get((identity, level), here.start - 1) + 1
        for deeper in range(level + 1, _MOST_LEVELS):
            self._counts.pop((identity, deeper), None)
        label = here.pattern
        for other in range(level + 1):
            told = self._levels.get((identity, other), here)
            label = label.replace(f"%{other + 1}", _figure(self._counts.get((identity, other), told.start), told.kind))
        return "" if here.kind in ("bullet", "none") else label


def _place(properties: etree._Element | None) -> tuple[str, int] | None:
    """(list, level) as paragraph or style properties tell; None if they tell of no list."""
    identity = properties.find(f"{W}numPr/{W}numId") if properties is not None else None
    if properties is None or identity is None:
        return None
    level = properties.find(f"{W}numPr/{W}ilvl")
    told = level.get(W + "val", "0") if level is not None else "0"
    return identity.get(W + "val", ""), whole(told, 0)


def whole(text: str, otherwise: int) -> int:
    """A small whole number, else another: a file may say anything."""
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else otherwise


def _styles(styles: etree._Element) -> Iterator[tuple[str, tuple[str, int]]]:
    for style in styles.iter(W + "style"):
        where = _place(style.find(W + "pPr"))
        if where:
            yield style.get(W + "styleId", ""), where


def _levels(numbering: etree._Element) -> Iterator[tuple[tuple[str, int], _Level]]:
    kinds = {kind.get(W + "abstractNumId", ""): kind for kind in numbering.iter(W + "abstractNum")}
    for number in numbering.iter(W + "num"):
        named = number.find(W + "abstractNumId")
        kind = kinds.get(named.get(W + "val", "")) if named is not None else None
        for level in kind.iter(W + "lvl") if kind is not None else ():
            depth = whole(level.get(W + "ilvl", ""), _MOST_LEVELS)
            if depth < _MOST_LEVELS:
                yield (number.get(W + "numId", ""), depth), _level(level)


def _level(level: etree._Element) -> _Level:
    def told(name: str, otherwise: str) -> str:
        element = level.find(W + name)
        return element.get(W + "val", otherwise) if element is not None else otherwise

    start = told("start", "1")
    return _Level(whole(start, 1), told("numFmt", "decimal"), told("lvlText", ""))


def _figure(number: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter") and 0 < number <= _MOST_LETTERS:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 0 < number <= len(ROMANS):
        return ROMANS[number - 1].upper() if kind == "upperRoman" else ROMANS[number - 1]
    return str(number)
