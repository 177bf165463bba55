"""What a page shows, as a table to take away: the same address with `format=csv` or `format=json`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from flask import Response, abort, g, make_response, request

from graph.review.printed import Cell, printed

FORMATS: Final = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
_PAGE: Final = ("", "html")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of what a page shows, all of it and not only what fits: `name` is the file's, without its ending."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def taken(sheet: Callable[[], Sheet]) -> Response | None:
    """The sheet as a file if the address asks for one; None if it asks for the page, which then offers the files."""
    form = request.args.get("format", "")
    if form in _PAGE:
        g.takes_away = True
        return None
    if form not in FORMATS:
        abort(406, f"There is no format {form!r} of this page; there are html, {' and '.join(FORMATS)}.")
    return file(sheet(), form)


def file(sheet: Sheet, form: str) -> Response:
    """The sheet in one of FORMATS. A text that begins like a formula gets an apostrophe before it in CSV."""
    answer = make_response(printed(sheet.columns, sheet.rows, form))
    answer.content_type = FORMATS[form]
    answer.headers["Content-Disposition"] = f'attachment; filename="{sheet.name}.{form}"'
    return answer


def offered() -> list[tuple[str, str]]:
    """The formats that this page can be taken away in, each with its address; none for other pages."""
    if not g.get("takes_away", False):
        return []
    told = [(name, value) for name, value in request.args.items(multi=True) if name not in ("format", "page")]
    return [(form, f"{request.path}?{urlencode([*told, ('format', form)])}") for form in FORMATS]
