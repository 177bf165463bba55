"""Which paragraphs say why a recommendation is made: the concerns before it under the same heading."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What one paragraph does, under which headings."""

    number: int
    headings: tuple[str, ...]
    asks: bool
    concerned: bool


def answered(paragraphs: Iterable[Said]) -> dict[int, tuple[str, ...]]:
    """Recommendation → the paragraphs of concern that it answers, by number.

    They are those since the last recommendation under the same heading; none of them concerned, the one right
    before; a second recommendation in a row answers what the first did; a paragraph that does both answers itself.
    """
    found: dict[int, tuple[str, ...]] = {}
    waiting: list[Said] = []
    headings: tuple[str, ...] | None = None
    last: tuple[str, ...] = ()
    for said in paragraphs:
        if said.headings != headings:
            headings, waiting, last = said.headings, [], ()
        if not said.asks:
            waiting.append(said)
            continue
        concerned = [one for one in waiting if one.concerned]
        before = concerned or waiting[-1:]
        own = [said] if said.concerned else []
        last = tuple(str(one.number) for one in (*before, *own)) or last
        if last:
            found[said.number] = last
        waiting = []
    return found
