"""`fetched.csv`: what was fetched from where, on which day, with which checksum; one line for each file."""

import csv
import io
import os
from collections.abc import Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Final

from loaders.fetch.answers import Version
from loaders.fetch.faults import Failed

NAME: Final = "fetched.csv"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file; `day` as 2026-11-24, `file` from the ledger's own folder; `etag` and `modified` as the server said."""

    file: str
    sha256: str
    bytes: int
    day: str
    address: str
    etag: str
    modified: str

    @property
    def version(self) -> Version:
        """What the server is asked by whether it has a newer one."""
        return Version(self.etag, self.modified)


COLUMNS: Final = tuple(one.name for one in fields(Entry))


def read(path: Path) -> dict[str, Entry]:
    """File → entry; a ledger that is not there is empty. Raises Failed if it is damaged."""
    if not path.is_file():
        return {}
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
        entries = [_entry(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError, csv.Error) as fault:
        raise Failed(f"{path} is damaged ({fault}): put it right, or move it away to begin a new one") from fault
    return {entry.file: entry for entry in entries}


def _entry(row: Mapping[str, str]) -> Entry:
    told = {name: row[name] for name in COLUMNS}
    return Entry(**{**told, "bytes": int(told["bytes"])})  # type: ignore[arg-type]


def write(path: Path, entries: Mapping[str, Entry]) -> None:
    """Write the ledger anew, by name of file, at one stroke."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(astuple(entries[file]) for file in sorted(entries))
    beside = path.with_name(f".{path.name}.part")
    with beside.open("w", encoding="utf-8", newline="") as out:
        out.write(stream.getvalue())
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)
