"""Rows as a person or a program reads them: a table, CSV that a spreadsheet may open, or JSON."""

import csv
import json
from collections.abc import Sequence
from io import StringIO
from typing import Final

from graph.report import table
from graph.review.cells import guarded

FORMATS: Final = ("table", "csv", "json")

Cell = str | float | bool


def printed(columns: Sequence[str], rows: Sequence[Sequence[Cell]], form: str) -> str:
    """Rows in one of FORMATS. In CSV a text that begins like a formula gets an apostrophe before it."""
    if form == "json":
        told = [dict(zip(columns, row, strict=True)) for row in rows]
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_plain(cell) for cell in row] for row in rows)
        return out.getvalue()
    return table(columns, [[_shown(cell) for cell in row] for row in rows])


def _plain(cell: Cell) -> str:
    return guarded(cell) if isinstance(cell, str) else _shown(cell)


def _shown(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else ""
    return cell if isinstance(cell, str) else f"{cell:g}"
