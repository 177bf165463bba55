"""The alignment workbook of what a page is narrowed to: one at a time for each visitor, within a time."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Final

from flask import current_app

from graph import terms
from graph.export import Unwritable, export_to
from graph.export.alignment_filters import Filters
from graph.store.asking import Answer, Asker, Refusal, Request, Rows
from webui.align.filters import Narrowed
from webui.align.programmes import agency_names
from webui.asker import asker, current_build

SECONDS: Final = 120
"""How long the questions of one workbook may take."""
_AT_ONCE: Final = 2
"""Workbooks that are written at the same time, whoever asks."""

_lock = Lock()


class Until:
    """An asker that asks nothing any more once its time is over."""

    def __init__(self, behind: Asker, seconds: float) -> None:
        self._behind = behind
        self._end = monotonic() + seconds

    def select(self, query: str) -> Rows:
        self._check()
        return self._behind.select(query)

    def answer(self, request: Request) -> Answer:
        self._check()
        return self._behind.answer(request)

    def _check(self) -> None:
        if monotonic() > self._end:
            raise Refusal(503, "The workbook took too long. Narrow it to a framework, an agency or a theme.", 60)


def workbook(narrowed: Narrowed, visitor: str) -> io.BytesIO:
    """The workbook's bytes. Raises Refusal: while the visitor's last one is written, too, or if nothing is found."""
    with _turn(visitor), tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "alignment.xlsx"
        try:
            export_to("alignment", Until(asker(), SECONDS), current_build(), narrowed.iso3, out, filters(narrowed))
        except Unwritable as fault:
            raise Refusal(404, str(fault)) from fault
        return io.BytesIO(out.read_bytes())


def filters(narrowed: Narrowed) -> Filters:
    """As the exporter takes them; what it does not take is left out."""
    on = narrowed.on
    code = on.get("agency", "")
    return Filters(
        framework=terms.framework(on["framework"]) if "framework" in on else "",
        agency=agency_names(narrowed.iso3).get(code, code),
        theme=on.get("theme", "").rsplit("/", 1)[-1],
        least=narrowed.least,
        basis=on.get("basis", "all"),
    )


@contextmanager
def _turn(visitor: str) -> Iterator[None]:
    writing: set[str] = current_app.extensions.setdefault("workbooks", set())
    with _lock:
        if visitor in writing:
            raise Refusal(429, "Your last workbook is still being written.", 10)
        if len(writing) >= _AT_ONCE:
            raise Refusal(429, "Other workbooks are being written. Please try again in a moment.", 20)
        writing.add(visitor)
    try:
        yield
    finally:
        with _lock:
            writing.discard(visitor)
