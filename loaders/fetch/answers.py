"""A status and its headers → a sentence that says what to do next; and what else the headers tell."""

import re
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Self

from requests import Response

from loaders.fetch.faults import Broken, Failed
from loaders.fetch.places import Place

_LATER = frozenset((408, 425, 429, 500, 502, 503, 504))
_GONE = frozenset((404, 410))
_BARRED = frozenset((401, 403, 451))


def judge(answer: Response, place: Place) -> None:
    """Return if the answer holds the thing or a part of it. Raises Broken (later, perhaps) or Failed."""
    status = answer.status_code
    if status in (200, 206):
        return
    if status in _LATER:
        why = "is asked too often" if status == 429 else "is out of order"
        raise Broken(f"{place.host} {why} ({status})", wait(answer))
    if status in _GONE:
        raise Failed(f"{place.host} has none ({status}): {place.missing}")
    if status in _BARRED:
        advice = f"open {place.address} in a browser and save it into the sources as {place.name}"
        raise Failed(f"{place.host} does not let it be fetched ({status}): {advice}")
    if status == 204:
        raise Failed(f"{place.host} gives an empty answer (204): {place.missing}")
    raise Failed(f"{place.host} answers {status}, which was not expected: {place.missing}")


def wait(answer: Response) -> float | None:
    """The seconds that `Retry-After` asks us to wait, told as a number or as a moment."""
    told = answer.headers.get("Retry-After", "").strip()
    if re.fullmatch(r"\d{1,9}", told, re.ASCII):
        return float(told)
    try:
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of a file an answer holds, as far as the server tells; empty texts where it does not."""

    etag: str = ""
    modified: str = ""

    @classmethod
    def of(cls, answer: Response) -> Self:
        """Only what has the form of an ETag or of a day: both are written into a table that people open."""
        etag = answer.headers.get("ETag", "")
        modified = answer.headers.get("Last-Modified", "")
        form = re.fullmatch(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT", modified, re.ASCII)
        return cls(etag if re.fullmatch(r'(?:W/)?"[\x21\x23-\x7e]{0,200}"', etag) else "", modified if form else "")

    @property
    def firm(self) -> str:
        """What an unfinished download may be continued by (`If-Range`): a weak ETag promises no equal bytes."""
        return self.etag if self.etag.startswith('"') else self.modified

    def unless_same(self) -> dict[str, str]:
        """The headers that ask for the file only if it has changed."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in told.items() if value}
