"""A digest of plain values: equal for equal contents, whatever the process, its hash seed or the order of sets."""

import hashlib
import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def digest(*parts: Any) -> str:
    """SHA-256 of plain values and of this program: other code or other vocabularies may make something else of them."""
    total = hashlib.sha256(_program())
    for part in parts:
        total.update(json.dumps(part, sort_keys=True, default=_plain).encode("utf-8", "surrogatepass"))
    return total.hexdigest()


@cache
def _program() -> bytes:
    """A digest of the code and data that linking rests on."""
    total = hashlib.sha256()
    for room in ("graph", "ontology"):
        for entry in _below(files(room)):
            total.update(entry.read_bytes())
    return total.digest()


def _below(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            found += _below(entry)
        elif entry.name.endswith((".py", ".toml", ".ttl", ".tsv")):
            found.append(entry)
    return found


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset | set) else str(value)
