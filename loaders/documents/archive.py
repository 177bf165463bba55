"""The one place that opens a zip (DOCX, XLSX): its size is looked at before anything is unpacked."""

import io
import zipfile
import zlib
from typing import Final

from graph.source import Refused, Source

FILE_UNPACKED: Final = 500_000_000
"""Bytes of all members together."""
FILE_RATIO: Final = 200
"""Unpacked to packed."""
FILE_MEMBERS: Final = 2_000


def is_zip(source: Source) -> bool:
    return source.head(4) == b"PK\x03\x04"


def members(source: Source, largest: int | None = None) -> frozenset[str]:
    """The names of what it holds. Raises Refused for a damaged archive or one that unpacks too large.

    `largest` is how many bytes are allowed, where another number than FILE_UNPACKED is.
    """
    with _opened(source, largest) as archive:
        return frozenset(archive.namelist())


def member(source: Source, name: str) -> bytes:
    """One member's bytes. Raises Refused as `members` does, or if there is none of that name."""
    with _opened(source) as archive:
        try:
            return archive.read(name)
        except KeyError as fault:
            raise Refused(f"the file holds no {name}: it is not the kind of document its ending says") from fault
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError) as fault:
            raise Refused(f"{name} inside the file cannot be unpacked ({fault}): download it again") from fault


def _opened(source: Source, largest: int | None = None) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.content()))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise Refused(f"the archive cannot be opened ({fault}): download it again") from fault
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    if len(infos) > FILE_MEMBERS:
        raise Refused(f"the archive has {len(infos)} members; file_members allows {FILE_MEMBERS}")
    allowed = FILE_UNPACKED if largest is None else largest
    if unpacked > allowed:
        raise Refused(f"the archive unpacks to {unpacked:,} bytes; file_unpacked allows {allowed:,}")
    if unpacked > 1_000_000 and unpacked / packed > FILE_RATIO:
        raise Refused(f"the archive unpacks {unpacked / packed:.0f} to 1; file_ratio allows {FILE_RATIO} to 1")
    return archive
