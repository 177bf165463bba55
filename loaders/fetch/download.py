"""One file: asked for, resumed, judged by its bytes, and put in its place only when it is whole."""

import hashlib
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from requests import Response

from loaders.fetch.answers import Version, judge
from loaders.fetch.faults import Broken, Failed
from loaders.fetch.kinds import HEAD, TAIL, seen_as
from loaders.fetch.part import Part
from loaders.fetch.patience import patiently
from loaders.fetch.places import Place
from loaders.fetch.polite import Visitor

Tell = Callable[[str, int, int | None], None]
"""Told of progress: what, bytes so far, bytes in all or None where the server does not say."""
_SPARE: Final = 64 * 1024 * 1024
"""Bytes that are left free on the disk."""


def download(visitor: Visitor, place: Place, target: Path, tell: Tell, known: Version | None = None) -> Version | None:
    """Fetch a file into `.part`; `Part.finish` puts it in its place. The version that came.

    With `known` it is asked for only if it has changed since: None if it has not. Raises Failed.
    """
    part = Part(target, place.address)

    def act() -> Version | None:
        headers = part.ask() or (known.unless_same() if known else {})
        with visitor.visit(place.address, headers) as answer:
            if answer.status_code == 304:
                return None
            return _Receiving(visitor, place, part, tell, answer).take()

    return patiently(visitor, act, part.held)


@dataclass(frozen=True, slots=True)
class _Receiving:
    """One answer on its way into a part."""

    visitor: Visitor
    place: Place
    part: Part
    tell: Tell
    answer: Response

    def take(self) -> Version:
        """Write the body and judge it. Raises Broken or Failed."""
        if self.answer.status_code == 416:
            self.part.discard()
            raise Broken(f"{self.place.host} has no such rest: it is fetched anew")
        judge(self.answer, self.place)
        start = self.part.starts(self.answer)
        total = _total(self.answer, start)
        check_size(self.place, total or 0)
        _check_room(self.part.target.parent, (total or 0) - start)
        version = Version() if _packed(self.answer) else Version.of(self.answer)
        size = self._receive(start, total, version)
        self._check_kind()
        if total is not None and size != total:
            raise Broken(f"{self.place.host} sent {size:,} of {total:,} bytes")
        self._check_end(size, total)
        return version

    def _receive(self, start: int, total: int | None, version: Version) -> int:
        """Write the body as it comes; its first bytes are judged before more is kept. The size reached."""
        size, judged = start, start >= HEAD
        with self.part.writing(start, version) as stream:
            self.tell(self.place.label, size, total)
            for chunk in self.visitor.body(self.answer):
                size += len(chunk)
                if size > self.place.largest:
                    self.part.discard()
                    check_size(self.place, size)
                stream.write(chunk)
                if not judged and size >= HEAD:
                    judged = True
                    stream.flush()
                    self._check_kind()
                self.tell(self.place.label, size, total)
        return size

    def _check_kind(self) -> None:
        with self.part.path.open("rb") as stream:
            head = stream.read(HEAD)
        kind, host = self.place.kind, self.place.host
        if not kind.begins(head):
            self.part.discard()
            came = seen_as(head, self.answer.headers.get("Content-Type", ""))
            advice = f"open {self.place.address} in a browser to see why; {self.place.missing}"
            raise Failed(f"{host} gives {came} instead of {kind.name}: {advice}")

    def _check_end(self, size: int, total: int | None) -> None:
        """A length can lie, too; where there is none, only the end tells that all came."""
        with self.part.path.open("rb") as stream:
            stream.seek(max(0, size - TAIL))
            whole = self.place.kind.ends(stream.read())
        if not whole:
            self.part.discard()
            fault = f"{self.place.host} sent {self.place.kind.name} without its end"
            if total is None:
                raise Broken(fault)
            raise Failed(f"{fault}, though of the length it says: open {self.place.address} in a browser to see why")


def check_size(place: Place, size: int) -> None:
    """Raises Failed if this many bytes are more than the place may send."""
    if size > place.largest:
        setting = "largest_file" if place.kind.name != "a PDF" else "largest_document"
        advice = f"allow more with the setting {setting} if you trust it"
        raise Failed(f"{place.host} sends more than {place.largest:,} bytes: {advice}")


def _check_room(folder: Path, wanted: int) -> None:
    free = shutil.disk_usage(folder).free
    if wanted > free - _SPARE:
        raise Failed(f"{wanted:,} bytes are to come and {free:,} are free in {folder}: make room on the disk")


def _packed(answer: Response) -> bool:
    """Whether the body comes compressed although nobody asked: then its length and ranges count other bytes."""
    return answer.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity")


def _total(answer: Response, start: int) -> int | None:
    """The size of the whole file, if the server says it."""
    if _packed(answer):
        return None
    if start:
        found = re.fullmatch(r"bytes \d+-\d+/(\d{1,15})", answer.headers.get("Content-Range", ""), re.ASCII)
        return int(found[1]) if found else None
    told = answer.headers.get("Content-Length", "")
    return int(told) if re.fullmatch(r"\d{1,15}", told, re.ASCII) else None


def checksum(path: Path) -> str:
    """The sha-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
