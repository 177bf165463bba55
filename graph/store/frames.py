"""Messages between a worker and its parent: a JSON head and a body of bytes, each with its length before it."""

import json
import struct
from collections.abc import Callable
from typing import IO, Any

_LENGTHS = struct.Struct(">II")


class Ended(Exception):
    """The other side is gone."""


def send(stream: IO[bytes], head: dict[str, Any], body: bytes = b"") -> None:
    """Write one message."""
    told = json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass")
    stream.write(_LENGTHS.pack(len(told), len(body)) + told + body)
    stream.flush()


def receive(read: Callable[[int], bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one message; `read(n)` gives exactly n bytes. Raises Ended where there are no more."""
    lengths = read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        raise Ended
    told, size = _LENGTHS.unpack(lengths)
    head: dict[str, Any] = json.loads(read(told))
    return head, read(size) if size else b""
