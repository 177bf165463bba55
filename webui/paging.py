"""A long list in pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
SIZE = 100


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list; pages are counted from 1."""

    shown: Sequence[T]
    number: int
    pages: int
    total: int

    @property
    def first(self) -> int:
        return (self.number - 1) * SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.shown) - 1


def page_number(number: str, pages: int) -> int:
    """The number of a page that there is; what is no number or beyond the end gives the nearest page."""
    return min(max(1, int(number)), pages) if number.isdecimal() and len(number) < 7 else 1


def page(found: Sequence[T], number: str) -> Paged[T]:
    """The page of that number; what is no number or beyond the end gives the nearest page."""
    pages = max(1, -(-len(found) // SIZE))
    wanted = page_number(number, pages)
    return Paged(found[(wanted - 1) * SIZE : wanted * SIZE], wanted, pages, len(found))
