"""Words as the index knows them: folded, stemmed in the language of their text, and marked with it.

We stem ourselves: FTS5 carries a stemmer for English alone. A stem of another language is marked (`es_educ`), so that
words of two languages that happen to end alike are never mistaken for each other.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

import snowballstemmer

MARKS: Final = {"en": "", "es": "es_", "fr": "fr_"}
"""Languages whose words are stemmed → what stands before their stems."""
UNSTEMMED: Final = "un_"
"""Stands before the words of every other language, which are folded only."""

_STEMMERS: Final = {"en": "english", "es": "spanish", "fr": "french"}
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(
    rf"['’][sS](?![^\W_])"  # the possessive of "women's" is no word
    rf"|(?P<word>\d+(?:\.\d+)+|[{_IDEOGRAPHS}]|(?:(?![{_IDEOGRAPHS}])(?:[^\W_]|[\u0300-\u036f\u064b-\u065f]))+)"
)


class Token(NamedTuple):
    """A word at its place: `text[start:end]`."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text: runs of letters and digits, numbers such as 140.11, each ideograph by itself."""
    for found in _WORD.finditer(text):
        if found["word"]:
            yield Token(found["word"], found.start(), found.end())


def words(text: str) -> list[str]:
    """The words of a text without their places."""
    return [word for word in _WORD.findall(text) if word]


@lru_cache(maxsize=400_000)
def folded(word: str) -> str:
    """A word without case and accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(mark for mark in plain if mark.isalnum() or mark == ".").casefold()


@lru_cache(maxsize=400_000)
def stem(word: str, language: str) -> str:
    """What stands in the index for a word of that language ("" as English); empty if nothing of it is left."""
    spoken = language.split("-")[0].lower() or "en"
    if spoken not in MARKS:
        plain = folded(word)
        return UNSTEMMED + plain if plain else ""
    # accents tell Spanish and French endings, so they go after stemming
    given = folded(word) if spoken == "en" else unicodedata.normalize("NFC", word).casefold()
    plain = folded(_stemmer(spoken).stemWord(given))
    return MARKS[spoken] + plain if plain else ""


@cache
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(_STEMMERS[language])


def stems(text: str, language: str) -> list[str]:
    """The stems of a text in order."""
    found = (stem(word, language) for word in words(text))
    return [one for one in found if one]
