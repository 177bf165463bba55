"""What was read of a State, kept for the next page: until another build is current, and for a few States only."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, TypeVar

from flask import current_app

from webui.asker import current_build

T = TypeVar("T")

KEPT = 24
"""How many answers of one kind are kept: a State of 4,000 asks takes a few megabytes."""

_lock = Lock()


def kept(read: Callable[[str], T]) -> Callable[[str], T]:
    """Keep what a reader gives for a State (alpha-3 code), the States asked for last."""

    @wraps(read)
    def remembered(iso3: str) -> T:
        name = (current_build().path, iso3)
        shelves: dict[str, OrderedDict[Any, Any]] = current_app.extensions.setdefault("kept", {})
        shelf = shelves.setdefault(f"{read.__module__}.{read.__qualname__}", OrderedDict())
        with _lock:
            if name in shelf:
                shelf.move_to_end(name)
                found: T = shelf[name]
                return found
        made = read(iso3)
        with _lock:
            shelf[name] = made
            while len(shelf) > KEPT:
                shelf.popitem(last=False)
        return made

    return remembered
