"""What a search found as a file: the hits of the page's search, the best first, as CSV or JSON."""

import csv
import json
from io import StringIO

from flask import make_response
from flask.wrappers import Response

from graph.review.cells import guarded
from graph.text.listing import COLUMNS, row
from webui.search import Results

FORMATS = ("csv", "json")


def as_csv(results: Results) -> Response:
    """A row for each hit; a text that begins like a formula gets an apostrophe before it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(str(cell)) for cell in row(shown.hit)] for shown in results.shown)
    return _file(out.getvalue(), "text/csv; charset=utf-8", "search.csv")


def as_json(results: Results) -> Response:
    """The hits, and how many there are in all."""
    hits = [dict(zip(COLUMNS, row(shown.hit), strict=True)) for shown in results.shown]
    told = {"words": results.asked.words, "total": results.found.total, "hits": hits}
    return _file(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "application/json", "search.json")


def _file(body: str, media: str, name: str) -> Response:
    answer = make_response(body)
    answer.content_type = media
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
