"""An unfinished download: a hidden `.part` beside its place, and a note of which version it is a part of."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from requests import Response

from loaders.fetch.answers import Version
from loaders.fetch.faults import Broken


@dataclass(frozen=True, slots=True)
class Part:
    """What came of one address so far; the names begin with a dot, so a build never reads them."""

    target: Path
    address: str

    @property
    def path(self) -> Path:
        """The bytes that came."""
        return self.target.with_name(f".{self.target.name}.part")

    @property
    def note(self) -> Path:
        """Their address and version."""
        return self.target.with_name(f".{self.target.name}.part.json")

    def held(self) -> int:
        """How many bytes there are that can be continued; 0 where the server named no version."""
        return self.path.stat().st_size if self._firm() and self.path.is_file() else 0

    def ask(self) -> dict[str, str]:
        """The headers that ask for the rest, if it is still the same file; none where there is nothing to go on."""
        held = self.held()
        return {"Range": f"bytes={held}-", "If-Range": self._firm()} if held else {}

    def starts(self, answer: Response) -> int:
        """From which byte on the answer goes: 0 for a whole file. Raises Broken if it does not fit what is held."""
        if answer.status_code == 200:
            return 0
        held = self.held()
        told = answer.headers.get("Content-Range", "")
        if held and told.startswith(f"bytes {held}-") and Version.of(answer).firm in ("", self._firm()):
            return held
        self.discard()
        raise Broken("the rest does not fit what came before: it is fetched anew")

    @contextmanager
    def writing(self, start: int, version: Version) -> Iterator[IO[bytes]]:
        """Write what comes from this byte on."""
        if not start:
            self.discard()
            self.note.write_text(json.dumps({"address": self.address, "version": version.firm}), "utf-8")
        with self.path.open("r+b" if start else "wb") as stream:
            stream.seek(start)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())

    def finish(self) -> None:
        """Put the whole file in its place, at one stroke."""
        self.path.replace(self.target)
        self.note.unlink(missing_ok=True)

    def discard(self) -> None:
        """Forget what came."""
        self.path.unlink(missing_ok=True)
        self.note.unlink(missing_ok=True)

    def _firm(self) -> str:
        """The version the bytes belong to; empty if unknown, or if they are another address's."""
        try:
            told = json.loads(self.note.read_text("utf-8"))
            return str(told["version"]) if told["address"] == self.address else ""
        except (OSError, ValueError, TypeError, KeyError):
            return ""
