"""A text as words that remember where they stand, so that a name can be found however it is punctuated."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_SAME = {"’": "'", "‘": "'", "‑": "-", "–": "-", "—": "-"}


@dataclass(frozen=True, slots=True)
class Words:
    """Words and marks of a text in order: folded (no case, accents or plural `s`) and where each stands in the text.

    `line` is the folded words joined by one blank, for patterns; `at[n]` is where word `n` begins in it.
    """

    text: str
    folded: tuple[str, ...]
    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def printed(self, first: int, last: int) -> str:
        """The text of the words from `first` up to, not with, `last`."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]


def words(text: str) -> Words:
    found = [(token[0], token.span()) for token in _TOKEN.finditer(text)]
    pairs = [folded(token) for token, _ in found]
    return Words(
        text,
        tuple(plain for plain, _ in pairs),
        tuple(stem for _, stem in pairs),
        tuple(span for _, span in found),
    )


@lru_cache(maxsize=100_000)
def folded(token: str) -> tuple[str, str]:
    """A word without case and accents, and that without the `s` of a plural: `Rights` → rights, right."""
    if token in _SAME:
        return _SAME[token], _SAME[token]
    plain = unicodedata.normalize("NFKD", token)
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark)).casefold() or token
    return plain, plain[:-1] if len(plain) > 3 and plain.endswith("s") else plain
