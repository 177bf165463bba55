"""Style sheets and scripts travel squeezed. Pages do not: what they hold must not be guessed from their length."""

import gzip
from functools import lru_cache
from typing import Final

from flask import Flask, Response, request

_SQUEEZED: Final = ("text/css", "text/javascript", "application/javascript", "image/svg+xml")
_LEAST: Final = 1000
"""Bytes below which nothing is gained."""


def squeeze(app: Flask) -> None:
    """Send static files gzipped to whoever takes them so."""
    app.after_request(_squeezed)


def _squeezed(answer: Response) -> Response:
    endpoint = request.endpoint or ""
    if answer.mimetype not in _SQUEEZED or not (endpoint == "static" or endpoint.endswith(".static")):
        return answer
    answer.vary.add("Accept-Encoding")
    if answer.status_code != 200 or request.accept_encodings["gzip"] <= 0 or (answer.content_length or 0) < _LEAST:
        return answer
    answer.direct_passthrough = False
    answer.set_data(_gzip(answer.get_data()))
    answer.content_encoding = "gzip"
    if tag := answer.get_etag()[0]:
        answer.set_etag(tag, weak=True)  # the same file in other bytes
    return answer


@lru_cache(maxsize=64)
def _gzip(body: bytes) -> bytes:
    """Squeezed once: the same bytes at each request."""
    return gzip.compress(body, 9, mtime=0)
