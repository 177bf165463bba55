"""The phrases of a text that could name what it asks for: one to five words, no verb of asking in them."""

import re
from collections.abc import Iterator

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from graph.link.groups.routine import ROUTINE

Phrase = tuple[str, ...]
"""Words folded to their stems, so that `Prisons` and `prison` are one."""

LONGEST = 5
"""Words of a phrase, those that hold it together counted."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PART = re.compile(r"[^.,;:!?()\[\]“”\"…/\n\d]+")
_INSIDE = frozenset({"of", "and", "against", "in", "for"})
"""Words that hold a phrase together; `the` may follow one of them."""


def phrases(text: str, strange: frozenset[str] = frozenset()) -> dict[Phrase, str]:
    """Every phrase of a text with its first wording; none that holds a word of `strange` (stems)."""
    found: dict[Phrase, str] = {}
    for part in _PART.findall(text):
        words = _WORD.findall(part)
        stems = [stem(word) for word in words]
        for start, end in _spans(stems, strange):
            found.setdefault(tuple(stems[start:end]), " ".join(words[start:end]))
    return found


def _spans(stems: list[str], strange: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where phrases begin and end: none ends before another noun, or an adjective would be taken for one."""
    for start, first in enumerate(stems):
        if not _names(first, strange):
            continue
        for end in range(start + 1, min(start + LONGEST, len(stems)) + 1):
            last = stems[end - 1]
            if _names(last, strange):
                if end == len(stems) or stems[end] in ENGLISH_STOP_WORDS:
                    yield start, end
            elif last not in _INSIDE and not (last == "the" and stems[end - 2] in _INSIDE):
                break


def _names(word: str, strange: frozenset[str]) -> bool:
    return len(word) > 2 and word not in _STOP and word not in strange


def stem(word: str) -> str:
    """Small letters, without the mark of the plural or the genitive."""
    small = re.sub(r"[’']s?$", "", word.casefold())
    if small.endswith("ies") and len(small) > 4:
        return small[:-3] + "y"
    return small[:-1] if len(small) > 3 and small.endswith("s") and not small.endswith("ss") else small


def content(phrase: Phrase) -> frozenset[str]:
    """The words of a phrase that say something."""
    return frozenset(word for word in phrase if word not in _INSIDE and word != "the")


_STOP = frozenset(stem(word) for word in ROUTINE)
