"""Which language a programme's texts are written in, by the small words that only one language has."""

import re
from collections import Counter
from collections.abc import Iterable

_WORDS = {
    "en": ["the", "and", "of", "to", "for", "with", "by", "are", "is", "on", "from", "their"],
    "fr": ["le", "les", "des", "du", "et", "pour", "dans", "sur", "par", "une", "aux", "est", "leurs"],
    "es": ["el", "los", "las", "y", "para", "con", "del", "por", "una", "sus", "al", "se"],
    "pt": ["o", "os", "as", "e", "para", "com", "do", "da", "dos", "das", "em", "uma", "pelo"],
}


def language(texts: Iterable[str], default: str = "en") -> str:
    """The language of these texts taken together; `default` where there is nothing to tell it by."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = re.findall(r"[^\W\d_]+", text.casefold())
        for code, small in _WORDS.items():
            counts[code] += sum(words.count(word) for word in small)
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] > 2 else default
