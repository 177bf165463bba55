"""Appending to `decisions.csv`: one process at a time, nothing lost, nothing that stands touched."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from graph.clean import Unclear
from graph.review.cells import guarded
from graph.review.decision import COLUMNS, Decision
from graph.review.decisions import Decisions
from graph.review.ends import shown
from graph.review.sheet import Sheet
from graph.store.lock import Busy, locked

PATIENCE: Final = 30.0
"""Seconds to wait for another process that is writing."""


class Unrecorded(Exception):
    """Nothing was written; the message says why and what to do."""


def append(path: Path, choose: Callable[[Decisions], Sequence[Decision]]) -> tuple[Decision, ...]:
    """Append what `choose` makes of the decisions that stand in the file; both under one lock.

    A new file gets its heading; one that stands keeps its separator, columns and line ends. Raises Unrecorded.
    """
    try:
        with _alone(path):
            chosen = tuple(choose(Decisions.read(path)))
            if chosen:
                _write(path, chosen)
            return chosen
    except OSError as fault:
        raise Unrecorded(f"{path} cannot be written: {fault.strerror or fault}") from fault


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the lock beside the file: beside it, for editors put a new file in the place of the old one."""
    until = time.monotonic() + PATIENCE
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(locked(path.with_name(f".{path.name}.lock")))
                break
            except Busy as fault:
                if time.monotonic() > until:
                    raise Unrecorded(f"{path} is being written by another process: try again") from fault
                time.sleep(0.02)
        yield


def _write(path: Path, chosen: Sequence[Decision]) -> None:
    """One write of whole lines, on the disk when it returns."""
    content = path.read_bytes() if path.is_file() else b""
    sheet = _sheet(path, content)
    text = "" if content.strip(b"\xef\xbb\xbf \r\n") else sheet.line({name: name for name in COLUMNS})
    if content and not content.endswith((b"\n", b"\r")):
        text = (sheet.line_end if content.strip(b"\xef\xbb\xbf") else "") + text
    text += "".join(sheet.line(_cells(decision)) for decision in chosen)
    with path.open("ab") as stream:
        stream.write(text.encode("utf-8"))
        stream.flush()
        os.fsync(stream.fileno())


def _sheet(path: Path, content: bytes) -> Sheet:
    """The form of the file. Raises Unrecorded if a line appended to it would not be read again."""
    if not content.strip(b"\xef\xbb\xbf \r\n"):
        return Sheet("")
    try:
        sheet = Sheet.of(content)
    except Unclear as fault:
        raise Unrecorded(f"{path}: {fault}") from fault
    if sheet.wide:
        raise Unrecorded(f"{path} is saved as UTF-16: save it as CSV UTF-8 first")
    for row in sheet.rows():
        if row.unfinished:
            raise Unrecorded(f"{path}, {row.place}: a quotation mark is opened and never closed: close it first")
    return sheet


def _cells(decision: Decision) -> dict[str, str]:
    cells = {
        "day": decision.day.isoformat(),
        "who": decision.who,
        "decision": decision.decision,
        "subject": shown(decision.subject),
        "relation": decision.relation.value,
        "object": shown(decision.object),
        "why": decision.why,
    }
    return {name: guarded(cell) for name, cell in cells.items()}
