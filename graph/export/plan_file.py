"""The plan of a workspace: one CSV for each State among its sources, read by the next build; who changed what."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from graph.export.plan_columns import NUMBER, READ, TOLD, Row, begun
from graph.export.plan_compare import Compared, Difference
from graph.export.plan_read import read
from graph.review.cells import guarded
from graph.store.lock import locked

CHANGES: Final = "plan-changes.csv"
"""Beside the sources: every change that was ever applied, append-only."""
_HEADINGS: Final = ("when", "who", "file", "No.", "column", "old", "new")


def place(workspace: Path, state: str) -> Path:
    """Where the plan of a State (ISO alpha-3) is kept."""
    return workspace / "sources" / f"action-plan-{state.upper()}.csv"


def kept(path: Path) -> list[Row]:
    """The rows of a plan; none where there is no file yet. Raises Unwritable for a file that is none; OSError."""
    return [row for _, row in read(path).rows] if path.is_file() else []


def apply(
    path: Path, compared: Compared, exported: Iterable[Row], who: str, file: str, *, delete: bool = False
) -> tuple[Difference, ...]:
    """Take the differences over and say which; conflicts are left, and lost rows too unless `delete` is told.

    `exported` are the rows before the edits: a suggestion that is filled in brings its recommendation along.
    Raises Unwritable; OSError; Busy while another process writes.
    """
    taken = tuple(one for one in compared.differences if one.kind in _taken(delete))
    if not taken:
        return ()
    with locked(path.with_name(f".{path.name}.lock")):
        rows = {row[NUMBER]: row for row in kept(path) if row.get(NUMBER)}
        before = {row[NUMBER]: row for row in exported if row.get(NUMBER)}
        known = set(rows)
        for one in taken:
            if one.kind == "deleted":
                rows.pop(one.number, None)
            else:
                row = rows.setdefault(one.number, _own(before.get(one.number, {NUMBER: one.number})))
                row[one.column] = one.new
        whole = [row for number, row in rows.items() if number in known or begun(row) or number not in before]
        _replace(path, _written(whole))
        _record(path.parent.parent / CHANGES, taken, who, file)
    return taken


def _taken(delete: bool) -> tuple[str, ...]:
    return ("changed", "added", "deleted") if delete else ("changed", "added")


def _own(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in TOLD}


def _written(rows: Sequence[Row]) -> str:
    others = sorted({name for row in rows for name in row} - {*READ, *TOLD})
    columns = [*READ, *others]
    stream = io.StringIO()
    made = csv.writer(stream, lineterminator="\r\n")
    made.writerow([guarded(name) for name in columns])
    made.writerows([guarded(row.get(name, "")) for name in columns] for row in rows)
    return stream.getvalue()


def _replace(path: Path, text: str) -> None:
    """The old file stays whole until the new one is on the disk."""
    new = path.with_name(f".{path.name}.new")
    with new.open("w", encoding="utf-8-sig", newline="") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(path)


def _record(path: Path, taken: Sequence[Difference], who: str, file: str) -> None:
    when = datetime.now(UTC).isoformat(timespec="seconds")
    new = not path.is_file()
    with path.open("a", encoding="utf-8", newline="") as stream:
        made = csv.writer(stream)
        if new:
            made.writerow(_HEADINGS)
        for one in taken:
            told = (when, who, file, one.number, one.column, one.old, one.new)
            made.writerow([guarded(cell) for cell in told])
