"""How alike two texts are worded: TF-IDF of stemmed words, with the words of routine left out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import snowballstemmer
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from graph.states import fold

_ROUTINE = """
accordance address addressing adopt adopting appropriate committee concern concerned concerns consider continue
continued continues countries country effective effectively effort efforts encouraged encourages enhance ensure
ensures ensuring especially expert expressed further government group human implement implementation implementing
improve improving including independent make making measure measures national nations necessary noted notes order
particular party promote promoting provide providing rapporteur recommend recommendation recommendations recommended
recommends regard regretted respect rights special state states step steps strengthen strengthening take taken takes
taking united urged urges view welcomed working
"""
"""Words of the trade that every ask may use: they tell nothing apart."""

_LEFT_OUT = ENGLISH_STOP_WORDS | frozenset(_ROUTINE.split())
_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)")


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of a workspace's coded texts each thing occurs, so that rare ones count for more in every State."""

    texts: int
    frequency: Mapping[str, int]

    @classmethod
    def of(cls, found: Iterable[Iterable[str]]) -> "Background":
        """From what each text holds."""
        frequency: Counter[str] = Counter()
        count = 0
        for one in found:
            frequency.update(set(one))
            count += 1
        return cls(count, frequency)

    def rarity(self, things: Sequence[str], own: NDArray[np.int64], texts: int) -> NDArray[np.float64]:
        """How rare each thing is: the log of one in how many texts holds it, of the coded texts or of these
        `texts`, in which each occurs `own` times: whichever holds it more often. Two texts make nothing common.
        """
        known = np.array([self.frequency.get(thing, 0) for thing in things], dtype=np.int64)
        coded = (1 + known) / (1 + self.texts) if self.texts else np.zeros(len(things))
        here = np.maximum(own - 2, 0) / max(texts, 1)
        rarity: NDArray[np.float64] = np.log(1 + 1 / np.maximum(np.maximum(coded, here), 1 / (1 + self.texts + texts)))
        return rarity


NOTHING_KNOWN = Background(0, {})


def stems(text: str) -> list[str]:
    """The stems of the words that tell texts apart, in order."""
    return [_stem(word) for word in _WORD.findall(fold(text)) if word not in _LEFT_OUT]


def shared_words(left: str, right: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of each text, as printed, whose stem the other has too."""
    one, other = _by_stem(left), _by_stem(right)
    both = one.keys() & other.keys()
    return (
        frozenset(word for stem in both for word in one[stem]),
        frozenset(word for stem in both for word in other[stem]),
    )


@lru_cache(maxsize=4096)
def _by_stem(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        plain = _plain(word)
        if plain not in _LEFT_OUT:
            found.setdefault(_stem(plain), set()).add(word)
    return found


@cache
def _plain(word: str) -> str:
    return fold(word)


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@cache
def _stem(word: str) -> str:
    stem: str = _stemmer().stemWord(word)
    return stem


@dataclass(frozen=True, slots=True)
class Wording:
    """The stems of one State's texts and how rare each is."""

    place: Mapping[str, int]
    rarity: NDArray[np.float64]

    @classmethod
    def of(cls, texts: Sequence[str], background: Background = NOTHING_KNOWN) -> "Wording":
        counted = Background.of(map(stems, texts))
        terms = sorted(counted.frequency)
        own = np.array([counted.frequency[term] for term in terms], dtype=np.int64)
        return cls(
            {term: number for number, term in enumerate(terms)},
            background.rarity(terms, own, counted.texts) if terms else np.zeros(0),
        )

    def matrix(self, texts: Sequence[str]) -> sparse.csr_matrix:
        """One unit-length row per text: (1 + log count) × rarity."""
        rows, columns, values = [], [], []
        for row, text in enumerate(texts):
            for stem, count in Counter(stems(text)).items():
                if stem in self.place:
                    rows.append(row)
                    columns.append(self.place[stem])
                    values.append(1 + np.log(count))
        table = sparse.csr_matrix((values, (rows, columns)), shape=(len(texts), len(self.place)))
        return unit(table @ sparse.diags(self.rarity))


def unit(table: Any) -> sparse.csr_matrix:
    """Rows of length 1; empty rows stay empty."""
    lengths = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths > 0, lengths, 1)) @ table)
