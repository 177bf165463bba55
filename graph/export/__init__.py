"""Exports: documents that people would send, each made from the answers of queries."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph.export.unwritable import Unwritable
from graph.store.asking import Asker
from graph.store.builds import Build


@dataclass(frozen=True, slots=True)
class Kind:
    """An export: the file it writes where none is named, the endings it knows, and what makes it."""

    default: str
    endings: tuple[str, ...]
    make: Callable[[Asker, Build, str | None, Path], None]


def _alignment(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    from graph.export.alignment import alignment

    alignment(asker, build, state, out)


def _dump(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    from graph.export.dump import dump

    dump(asker, build, state, out)


def _network(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    from graph.export.network import network

    network(asker, build, state, out)


KINDS: Final = {
    "alignment": Kind("alignment.xlsx", (".xlsx",), _alignment),
    "dump": Kind("dump.nq", (".nq", ".trig"), _dump),
    "network": Kind("network.html", (".html", ".graphml", ".gexf"), _network),
}


def export_to(kind: str, asker: Asker, build: Build, state: str | None, out: Path) -> None:
    """Write an export. Raises Unwritable for an ending it does not know, a State nobody has, or a bad place."""
    known = KINDS[kind]
    if out.suffix.lower() not in known.endings:
        raise Unwritable(f"{kind} is written as {' or '.join(known.endings)}, not as {out.name}")
    if not out.parent.is_dir():
        raise Unwritable(f"there is no folder {out.parent}: make it first")
    known.make(asker, build, state, out)


__all__ = ["KINDS", "Kind", "Unwritable", "export_to"]
