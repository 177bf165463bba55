"""Bars for a report: small PNG pictures without letters, legible in print without colours."""

import struct
import zlib
from collections.abc import Sequence
from typing import Final

_WIDTH: Final = 480
_HEIGHT: Final = 26
_WHITE, _DARK, _MEDIUM, _GREY = (
    bytes((255, 255, 255)),
    bytes((31, 56, 100)),
    bytes((91, 141, 201)),
    bytes((150, 150, 150)),
)
_HATCH: Final = 8
"""Pixels from one stripe to the next."""


def bar(parts: Sequence[int], whole: int) -> bytes:
    """A bar of `whole`, filled from the left by up to three parts: dark, medium, hatched; the rest stays white."""
    ends, end = [], 0
    for part in parts[:3]:
        end += part
        ends.append(round((_WIDTH - 2) * end / whole) if whole else 0)
    return _png([_line(row, ends) for row in range(_HEIGHT)])


def _line(row: int, ends: Sequence[int]) -> bytes:
    if row in (0, _HEIGHT - 1):
        return _GREY * _WIDTH
    return _GREY + b"".join(_pixel(column, row, ends) for column in range(_WIDTH - 2)) + _GREY


def _pixel(column: int, row: int, ends: Sequence[int]) -> bytes:
    fills = (_DARK, _MEDIUM, _MEDIUM if (column + row) % _HATCH < _HATCH // 2 else _WHITE)
    return next((fill for fill, end in zip(fills, ends, strict=False) if column < end), _WHITE)


def _png(lines: Sequence[bytes]) -> bytes:
    """Eight bits of red, green and blue (PNG, ISO/IEC 15948)."""
    head = struct.pack(">IIBBBBB", len(lines[0]) // 3, len(lines), 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
