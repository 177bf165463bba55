"""Ordinal numbers in words, as UN documents number sessions and meetings: `thirty-fourth` → 34."""

import re
from typing import Final

_ONES: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _table() -> dict[str, int]:
    table = {word: number for number, word in enumerate(_ONES, 1)}
    for place, tens in enumerate(_TENS, 2):
        table[f"{tens[:-1]}ieth"] = place * 10
        table |= {f"{tens}-{word}": place * 10 + number for number, word in enumerate(_ONES[:9], 1)}
    return table


_NUMBERS: Final = _table()
PATTERN: Final = "|".join(sorted((word.replace("-", r"[\s\-‐–]\s?") for word in _NUMBERS), key=len, reverse=True))
"""A regular expression for any of them, whatever hyphen or blank stands inside; to be used ignoring case."""


def number(words: str) -> int | None:
    """`Thirty-fourth`, `thirty fourth` → 34; None if the words are no ordinal below a hundred."""
    return _NUMBERS.get(re.sub(r"[\s\-‐–]+", "-", words.strip().casefold()))
