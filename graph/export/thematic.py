"""OHCHR's thematic list (DOCX) with its assessment column filled from the graph, and every other byte as it was."""

import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph.export.thematic_cells import Cell, filled, rows
from graph.export.thematic_said import said
from graph.export.unwritable import Unwritable
from graph.store.asking import Asker

_DOCUMENT: Final = "word/document.xml"
_LARGEST: Final = 100_000_000
"""Bytes of all parts, unpacked: a real list has less than 2,000,000."""
_NUMBER: Final = re.compile(r"^(\d{1,3}\.)\s?(\d{1,3})(?!\d)")
_SOURCE: Final = re.compile(r"source of position\s*:?\s*(A/\s?HRC/\d+/\d+)", re.IGNORECASE)

Key = tuple[str, str]
"""The symbol of a report and the number of a recommendation in it: `("A/HRC/28/15", "115.18")`."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was done with a list: recommendations filled, those a person had filled before, those nothing is known of.

    `unread` are rows that look like no recommendation, by their number in the table (from 1) and first words.
    """

    filled: tuple[Key, ...]
    kept: tuple[Key, ...]
    unknown: tuple[Key, ...]
    unread: tuple[str, ...]

    def __str__(self) -> str:
        told = f"{len(self.filled)} assessments filled, {len(self.kept)} kept as they were, {len(self.unknown)} empty: "
        told += "nothing is known"
        return "\n".join((told, *(f"not read: {row}" for row in self.unread)))


def thematic(asker: Asker, state: str, source: Path, out: Path) -> Filled:
    """Fill a State's list. Raises Unwritable for what is no list with such a column; OSError; Refusal."""
    return fill(source, out, said(asker, state))


def fill(source: Path, out: Path, told: Mapping[Key, list[str]]) -> Filled:
    """Write the lines told of each recommendation into the empty cells of the last column; the list stays as it is.

    A cell that somebody has filled keeps its words. Raises Unwritable; OSError.
    """
    if out.exists() and out.samefile(source):
        raise Unwritable(f"{out} is the list itself: name another file, so that it stays as OHCHR wrote it")
    try:
        with zipfile.ZipFile(source) as archive:
            infos = archive.infolist()
            if sum(info.file_size for info in infos) > _LARGEST:
                raise Unwritable(f"{source.name} unpacks to more than {_LARGEST:,} bytes: no thematic list does")
            parts = [(info, archive.read(info)) for info in infos]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as fault:
        raise Unwritable(f"{source.name} is no DOCX, or is damaged ({fault})") from fault
    document = next((content for info, content in parts if info.filename == _DOCUMENT), None)
    if document is None:
        raise Unwritable(f"{source.name} holds no text of Word: is it a DOCX?")
    made, result = _filled(document, told)
    with zipfile.ZipFile(out, "w") as target:
        for info, content in parts:
            target.writestr(info, made if info.filename == _DOCUMENT else content, info.compress_type)
    return result


def _filled(document: bytes, told: Mapping[Key, list[str]]) -> tuple[bytes, Filled]:
    column, cells = None, {}
    lines: dict[int, list[str]] = {}
    sorted_: dict[str, list[Key]] = {"filled": [], "kept": [], "unknown": []}
    unread: list[str] = []
    for number, row in enumerate(rows(document), start=1):
        heading = _assessment(row)
        if heading is not None:
            column = heading
            continue
        key = _key(row)
        if key is None or column is None or column >= len(row):
            if len(row) > 2:
                unread.append(f"row {number}: {row[0].text[:60]!r}")
            continue
        cells[number] = (row[column], row[1])
        if row[column].text:
            sorted_["kept"].append(key)
        elif told.get(key):
            lines[number] = told[key]
            sorted_["filled"].append(key)
        else:
            sorted_["unknown"].append(key)
    if column is None:
        raise Unwritable("the list has no column for assessments: those of the fourth cycle have none")
    done, kept, unknown = (tuple(sorted_[name]) for name in ("filled", "kept", "unknown"))
    result = Filled(done, kept, unknown, tuple(unread))
    return filled(document, lines, cells), result


def _assessment(row: list[Cell]) -> int | None:
    """The column of assessments, told by a row of headings."""
    headings = [cell.text.casefold() for cell in row]
    if len(headings) < 3 or "recommendation" not in headings[0] or "position" not in headings[1]:
        return None
    return next((place for place, heading in enumerate(headings) if "assessment" in heading), None)


def _key(row: list[Cell]) -> Key | None:
    """The recommendation of a row; None for a heading or a theme."""
    if len(row) < 3:
        return None
    number, source = _NUMBER.match(row[0].text), _SOURCE.search(row[0].text)
    return (re.sub(r"\s", "", source[1]), number[1] + number[2]) if number and source else None
