"""The words that the texts of a build are made of, each with the stems that stand for it in the index."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.text.words import folded, stem, words


@dataclass(slots=True)
class Vocabulary:
    """Learnt while texts are indexed: it grows with the number of different words, not with the texts."""

    known: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """Language → word as printed → its stem, empty if nothing of it is left."""

    def stems(self, text: str, language: str) -> str:
        """The stems of a text in order, parted by blanks."""
        known = self.known[language]
        found = []
        for word in words(text):
            one = known.get(word)
            if one is None:
                one = known[word] = stem(word, language)
            if one:
                found.append(one)
        return " ".join(found)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each folded word with each of its stems, in order."""
        yield from sorted(
            {(folded(word), one) for some in self.known.values() for word, one in some.items() if one},
        )
