"""Rows of a list without paragraph numbers (UPR Info) → the recommendation that a document has numbered."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from graph.records import ListedRecommendation, Passage

ENOUGH_WITH_STATE = 0.7
"""Share of a row's words (weighted by rarity) a recommendation of the same recommending State must hold."""
ENOUGH_WITHOUT_STATE = 0.9
"""The same, where the recommending State is another or unknown: the words must carry it alone."""
ENOUGH_LETTERS = 40
"""A shorter text found inside another, from another State, proves nothing."""


@dataclass(frozen=True, slots=True)
class Match:
    """The recommendation a row was found to be, and whether its recommending State agrees."""

    passage: Passage
    same_state: bool


@lru_cache(maxsize=100_000)
def letters(text: str) -> str:
    """Only letters and digits, without case and accents: what survives any layout."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(mark for mark in plain if mark.isalnum())


@lru_cache(maxsize=100_000)
def words(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return frozenset(re.findall(r"\w+", plain))


class Matcher:
    """Finds rows among the recommendations of one review."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = list(passages)
        counts = Counter(word for passage in self._passages for word in words(passage.text))
        self._weight = {word: math.log(1 + len(self._passages) / count) for word, count in counts.items()}
        self._rare = math.log(1 + len(self._passages))

    def find(self, row: ListedRecommendation) -> Match | None:
        """The recommendation that holds the row's text: of the same State if any does, else by words alone."""
        same = [one for one in self._passages if row.recommending_state in one.recommending_states]
        found = self._best(row.text, same, ENOUGH_WITH_STATE)
        if found:
            return Match(found, same_state=True)
        if len(letters(row.text)) < ENOUGH_LETTERS:
            return None
        found = self._best(row.text, self._passages, ENOUGH_WITHOUT_STATE)
        return Match(found, same_state=False) if found else None

    def _best(self, text: str, passages: list[Passage], enough: float) -> Passage | None:
        """The shortest that holds the text letter by letter, else the one that holds most of its words."""
        wanted = letters(text)
        holding = [one for one in passages if wanted in letters(one.text) or _inside(one.text, wanted)]
        if holding:
            return min(holding, key=lambda one: abs(len(letters(one.text)) - len(wanted)))
        scored = [(self._share(text, one.text), -len(one.text), one.paragraph, one) for one in passages]
        best = max(scored, default=None, key=lambda entry: entry[:3])
        return best[3] if best and best[0] >= enough else None

    def _share(self, text: str, other: str) -> float:
        mine, theirs = words(text), words(other)
        total = sum(self._weight.get(word, self._rare) for word in mine)
        shared = sum(self._weight.get(word, self._rare) for word in mine & theirs)
        return shared / total if total else 0.0


def _inside(text: str, wanted: str) -> bool:
    """Whether a numbered recommendation is a whole part of the row's longer wording."""
    mine = letters(text)
    return len(mine) >= ENOUGH_LETTERS and mine in wanted
