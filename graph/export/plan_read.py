"""Reading back an implementation plan that people have edited, as a workbook or CSV: rows, and what is left aside."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from graph.export.plan_book import ADVICE, BASELINE
from graph.export.plan_columns import NUMBER, Row, told
from graph.export.unwritable import Unwritable
from graph.review.cells import plain

_LARGEST: Final = 100_000_000
_COMMENTS: Final = re.compile(r"xl/(?:comments|threadedComments)[\w/]*\.xml")
_NO_PLAN: Final = "{} has no table with the columns No. and Action: is it an implementation plan?"
_CORE: Final = "docProps/core.xml"


@dataclass(frozen=True, slots=True)
class Edited:
    """A plan as it came back: its rows with the place of each, its columns, and the rows as they were exported.

    `baseline` is None where the file does not hold it (a CSV). `who` saved it last, as the file says. `aside` tells,
    in words, what the file holds beside and what is not applied: sheets, comments, columns without a heading.
    """

    rows: tuple[tuple[str, Row], ...]
    columns: tuple[str, ...]
    baseline: tuple[Row, ...] | None
    who: str = ""
    aside: tuple[str, ...] = ()


def read(path: Path) -> Edited:
    """Raises Unwritable for a file that is no plan; OSError."""
    if path.suffix.lower() == ".csv":
        cells = _csv(path)
        if not _is_plan(path.name, cells):
            raise Unwritable(_NO_PLAN.format(path.name))
        rows, columns, aside = _table(cells, path.name)
        return Edited(rows, columns, None, aside=aside)
    sheets, who, comments = _workbook(path)
    name, cells = next(((name, cells) for name, cells in sheets.items() if _is_plan(name, cells)), ("", []))
    if not name:
        raise Unwritable(_NO_PLAN.format(path.name))
    rows, columns, aside = _table(cells, name)
    others = [one for one, content in sheets.items() if one not in (name, BASELINE, ADVICE) and content]
    told_aside = [*aside, *(f"sheet {one!r}: stays in your file, no part of the plan" for one in others), *comments]
    baseline = None
    if BASELINE in sheets:
        baseline = tuple(row for _, row in _table(sheets[BASELINE], BASELINE)[0])
    return Edited(rows, columns, baseline, who, tuple(told_aside))


def _is_plan(name: str, cells: list[list[object]]) -> bool:
    headings = {told(cell) for cell in cells[0]} if cells else set()
    return name != BASELINE and {NUMBER, "Action"} <= headings


def _table(
    cells: Sequence[Sequence[object]], name: str
) -> tuple[tuple[tuple[str, Row], ...], tuple[str, ...], tuple[str, ...]]:
    """Rows with their places, headings, and what is wrong. A heading that stands there twice gets its number."""
    headings: list[str] = []
    aside: list[str] = []
    for cell in cells[0] if cells else ():
        heading = told(cell)
        if heading and heading in headings:
            again = f"{heading} ({sum(one.split(' (')[0] == heading for one in headings) + 1})"
            aside.append(f"the column {heading!r} stands there twice: the second is kept as {again!r}")
            heading = again
        headings.append(heading)
    rows: list[tuple[str, Row]] = []
    for place, line in enumerate(cells[1:], start=2):
        values = [told(cell) for cell in line]
        row = {heading: value for heading, value in zip(headings, values, strict=False) if heading and value}
        loose = [value for at, value in enumerate(values) if value and (at >= len(headings) or not headings[at])]
        aside += [f"{name}, row {place}: {value!r} stands under no heading: not kept" for value in loose]
        if row:
            rows.append((f"row {place}", row))
    return tuple(rows), tuple(heading for heading in headings if heading), tuple(aside)


def _csv(path: Path) -> list[list[object]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        cut = max(",;\t", key=text.partition("\n")[0].count)
        return [[plain(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=cut)]
    except (UnicodeDecodeError, csv.Error) as fault:
        raise Unwritable(f"{path.name} is no CSV in UTF-8 ({fault}): save it as XLSX") from fault


def _workbook(path: Path) -> tuple[dict[str, list[list[object]]], str, list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > _LARGEST:
                raise Unwritable(f"{path.name} unpacks to more than {_LARGEST:,} bytes: no plan does")
            who = _saved_by(archive)
            comments = [
                line for name in archive.namelist() if _COMMENTS.fullmatch(name) for line in _said(archive, name)
            ]
        book = CalamineWorkbook.from_path(str(path))
        sheets = {name: [list(row) for row in _rows(book, name)] for name in book.sheet_names}
    except (zipfile.BadZipFile, CalamineError, ValueError, NotImplementedError, RuntimeError) as fault:
        raise Unwritable(f"{path.name} cannot be opened as XLSX ({fault})") from fault
    return sheets, who, comments


def _rows(book: object, name: str) -> Iterable[Sequence[object]]:
    """With the empty rows and columns before the first cell, so that places are those people see."""
    made: Iterable[Sequence[object]] = book.get_sheet_by_name(name).to_python(skip_empty_area=False)  # type: ignore[attr-defined]
    return made


def _saved_by(archive: zipfile.ZipFile) -> str:
    """Who saved it last, as the program that saved it wrote."""
    if _CORE not in archive.namelist():
        return ""
    try:
        root = ElementTree.fromstring(archive.read(_CORE))
    except (ElementTree.ParseError, DefusedXmlException):
        return ""
    return next((told(node.text) for node in root.iter() if node.tag.endswith("}lastModifiedBy")), "")


def _said(archive: zipfile.ZipFile, name: str) -> Iterable[str]:
    """Each comment of a sheet with its cell."""
    try:
        root = ElementTree.fromstring(archive.read(name))
    except (ElementTree.ParseError, DefusedXmlException):
        yield f"comments in {name} cannot be read: they stay in your file"
        return
    for node in root.iter():
        if node.tag.rpartition("}")[2] in ("comment", "threadedComment"):
            words = told(" ".join(text for text in node.itertext() if text))
            yield f"comment on {node.get('ref')}: {words!r} stays in your file, no part of the plan"
