"""The rows of the guidance: each with what it promises, and what shows that the promise is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.guidance.world import World

CODES: Final = (*(f"S{number}" for number in range(1, 46)), *(f"C{number}" for number in range(1, 17)))
"""What the guidance names (S), and its checklist (C), in their order."""


@dataclass(frozen=True)
class Worlds:
    """The three stories with a country sheet; a made-up follow-up; real papers. Each is built when first asked for."""

    stories_made: Callable[[], World]
    followed_made: Callable[[], World]
    real_made: Callable[[], World]

    @property
    def stories(self) -> World:
        return self.stories_made()

    @property
    def followed(self) -> World:
        return self.followed_made()

    @property
    def real(self) -> World:
        return self.real_made()


Shown = Callable[[Worlds], None]


@dataclass(frozen=True)
class Row:
    """A row: its code, what it promises in our words, and the proof, which asserts."""

    code: str
    promise: str
    shown: Shown


ROWS: Final[dict[str, Row]] = {}


def row(code: str, promise: str) -> Callable[[Shown], Shown]:
    """Enter a proof into the table. Raises ValueError for a code that is no row or has its proof."""

    def entered(shown: Shown) -> Shown:
        if code not in CODES or code in ROWS:
            raise ValueError(f"no row to prove: {code}")
        ROWS[code] = Row(code, promise, shown)
        return shown

    return entered
