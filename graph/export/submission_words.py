"""Counting words as Word does, and the levels by which a submission is made shorter until it fits."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

LIMIT: Final = 5_630
"""Words of a joint submission in the guidelines for the third cycle; 2,815 for one of a single body. Notes and annexes
do not count. Look at the guidelines of the session: the limit is an argument."""


def count(text: str) -> int:
    """What stands between blanks, as Word counts."""
    return len(text.split())


@dataclass(frozen=True, slots=True)
class Level:
    """How much is told of a recommendation: words of its text (None: all), programmes, and passages since.

    `told` says what a level leaves out, for the annex that lists it.
    """

    words: int | None
    programmes: int | None
    since: int | None
    told: str


LEVELS: Final = (
    Level(None, None, None, ""),
    Level(25, None, None, "texts of recommendations cut to 25 words"),
    Level(18, 4, 4, "texts cut to 18 words; four programmes and four later passages of each recommendation"),
    Level(12, 3, 3, "texts cut to 12 words; three programmes and three later passages of each recommendation"),
    Level(6, 2, 2, "texts cut to 6 words; two programmes and two later passages of each recommendation"),
    Level(0, 1, 1, "no texts; one programme and one later passage of each recommendation"),
    Level(0, 0, 0, "no texts; programmes and later passages as numbers only"),
)
"""From the whole to the least; numbers, positions and paragraphs of recommendations are never left out."""


def first_words(text: str, most: int | None) -> str:
    """The opening of a text; cut texts end in […]."""
    words = text.split()
    if most is None or len(words) <= most:
        return " ".join(words)
    return f"{' '.join(words[:most])} […]" if most else ""


def total(texts: Iterable[str]) -> int:
    return sum(map(count, texts))
