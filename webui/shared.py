"""What the asks of a group have in common: words that asks of several families use, and matters that they are about."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webui.cards import Card

_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)")
_FEWEST = 2
"""Asks that must share a word or a matter."""
_LONG = 4
"""A name of so many letters is known in what is derived of it: Slovenia, Slovenian."""
_SHARE = 1 / 3
"""And this share of all asks, whichever is more."""

Pieces = Sequence[tuple[str, bool]]
"""A text in order, each piece with whether it is shared."""


@dataclass(frozen=True, slots=True)
class Shared:
    """`matters`: name and how many asks are about it, the commonest first; `pieces`: IRI of an ask → its text."""

    asks: int
    matters: list[tuple[str, int]]
    pieces: Mapping[str, Pieces]


def shared(asks: Sequence[Card], state: str = "") -> Shared:
    """Words are compared by their stems; those of routine ("ensure", "measures") and of the State's name tell nothing
    and are not marked."""
    from graph.link.lexicon import matters  # brings numbers and stemmers: not for who asks for nothing
    from graph.link.read import read

    told = {ask.iri: ask for ask in asks if ask.text}
    about = {name: read(ask.text).matters for name, ask in told.items()}
    by_word = {name: _stems(ask.text) for name, ask in told.items()}
    common = _common(told, {name: frozenset(words.values()) for name, words in by_word.items()})
    named = tuple(stem for stem in _stems(state).values() if len(stem) >= _LONG)
    common = frozenset(stem for stem in common if not (named and stem.startswith(named)))
    both = _common(told, about)
    counted = Counter(matter for some in about.values() for matter in some if matter in both)
    names = matters()
    return Shared(
        asks=len(told),
        matters=[
            (names.name(matter), count) for matter, count in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
        ],
        pieces={name: _pieces(ask.text, by_word[name], common) for name, ask in told.items()},
    )


def _common(asks: Mapping[str, Card], told: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What enough asks hold, and asks of two families at least."""
    families: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for name, some in told.items():
        count.update(some)
        for one in some:
            families[one].add(asks[name].one("family"))
    least = max(_FEWEST, math.ceil(len(told) * _SHARE))
    return frozenset(one for one in count if count[one] >= least and len(families[one]) > 1)


def _stems(text: str) -> dict[str, str]:
    """Word as printed → its stem; words of routine have none."""
    from graph.link.wording import stems

    found = ((word, stems(word)) for word in set(_WORD.findall(text)))
    return {word: some[0] for word, some in found if some}


def _pieces(text: str, words: Mapping[str, str], common: frozenset[str]) -> Pieces:
    found: list[tuple[str, bool]] = []
    done = 0
    for one in _WORD.finditer(text):
        if words.get(one[0]) in common:
            found += [(text[done : one.start()], False), (one[0], True)]
            done = one.end()
    return [piece for piece in [*found, (text[done:], False)] if piece[0]]
