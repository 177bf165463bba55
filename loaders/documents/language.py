"""Which of the UN's languages a text is in, told by its small words: sources rarely say, and often wrongly."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_WORDS: Final = {
    "en": frozenset(("the", "and", "of", "to", "for", "with", "by", "are", "is", "on", "from", "their")),
    "fr": frozenset(("le", "les", "des", "du", "et", "pour", "dans", "sur", "par", "une", "aux", "est", "leurs")),
    "es": frozenset(("el", "los", "las", "y", "para", "con", "del", "por", "una", "sus", "al", "se")),
    "pt": frozenset(("o", "os", "as", "e", "para", "com", "do", "da", "dos", "das", "em", "uma", "pelo")),
}
KNOWN: Final = frozenset(_WORDS)
_ENOUGH: Final = 3
"""Fewer small words than this tell nothing."""


def language(texts: Iterable[str], default: str = "en") -> str:
    """The language of these texts taken together; `default` where there is nothing to tell it by."""
    return voted(texts) or default


def voted(texts: Iterable[str], margin: int = 1) -> str:
    """The language most small words belong to, `margin` times as many as the next has; empty if none does."""
    counts: Counter[str] = Counter()
    for text in texts:
        for word in re.findall(r"[^\W\d_]+", text.casefold()):
            counts.update(code for code, small in _WORDS.items() if word in small)
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    (best, most), (_, next_most) = ranked[:2]
    return best if most >= _ENOUGH and most >= margin * next_most else ""
