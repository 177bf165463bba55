"""The decisions of the workspace as they stand now, and what of them the build does not know yet."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from flask import current_app

from graph.review.decision import Decision
from graph.review.decisions import FILE, Decisions
from graph.review.explained import Explained, Judged
from graph.review.history import History
from graph.terms import rg
from webui.accounts.door import door

_LOCK = Lock()


def file() -> Path | None:
    """Where decisions are written; None where the build belongs to no workspace."""
    workspace = door().workspace
    return None if workspace is None else workspace / FILE


def standing() -> Decisions:
    """Every decision, read anew when the file changed."""
    path = file()
    try:
        is_now = path.stat() if path else None
    except OSError:
        is_now = None
    if path is None or is_now is None:
        return Decisions()
    version = (is_now.st_mtime_ns, is_now.st_size, is_now.st_ino)
    memory: dict[str, Any] = current_app.extensions
    with _LOCK:
        kept: tuple[tuple[int, int, int], Decisions] | None = memory.get("standing")
        if kept is None or kept[0] != version:
            kept = memory["standing"] = (version, Decisions.read(path))
    return kept[1]


def history(link: Explained) -> History | None:
    """What was decided on a link until now."""
    return standing().on(link.subject.iri, rg(link.relation), link.object.iri)


def waiting(lines: Sequence[Decision], built: Sequence[Judged]) -> list[Decision]:
    """The decisions that the build does not hold: they count from the next one on."""
    held = Counter((one.day, one.who, one.decision, one.why) for one in built)
    found = []
    for line in lines:
        told = (line.day.isoformat(), line.who, line.decision, line.why)
        if held[told]:
            held[told] -= 1
        else:
            found.append(line)
    return found
