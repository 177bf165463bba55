"""What is particular to a group: the themes, persons and phrases that its asks share and others of the State do not."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.link.block import Ask
from graph.link.groups.phrases import Phrase, content, phrases, stem
from graph.link.labels import Label, property_of
from graph.link.lexicon import Lexicon
from graph.states import english

PART = 1 / 3
"""A theme concerns at least so many of a group's asks."""
AS_OFTEN = 0.75
"""A phrase that stands inside a longer one so often is told by the longer one."""
_DEMONYMS = ("n", "an", "ian", "ese", "i", "ish")


@dataclass(frozen=True, slots=True)
class Particular:
    """The asks of one State and how common each phrase and concept is among them.

    `found`: ask → its phrases with their wording. The worth of a phrase or concept is its share of a group's asks
    times the logarithm of how rare it is in the State (class-based TF-IDF).
    """

    lexicon: Lexicon
    labels: Mapping[str, Mapping[str, Label]]
    found: Mapping[str, Mapping[Phrase, str]]
    with_phrase: Mapping[Phrase, int]
    with_concept: Mapping[str, int]
    wordings: Mapping[Phrase, Counter[str]]

    @classmethod
    def of(
        cls, state: str, asks: Sequence[Ask], labels: Mapping[str, Mapping[str, Label]], lexicon: Lexicon
    ) -> "Particular":
        """For the asks of one State; the names of the State and of who asks name no group."""
        strange = _strange(state, asks)
        found = {ask.iri: phrases(ask.text, strange) for ask in asks}
        wordings: dict[Phrase, Counter[str]] = {}
        for some in found.values():
            for phrase, wording in some.items():
                wordings.setdefault(phrase, Counter())[wording] += 1
        return cls(
            lexicon,
            labels,
            found,
            {phrase: said.total() for phrase, said in wordings.items()},
            Counter(concept for ask in asks for concept in _own(labels[ask.iri])),
            wordings,
        )

    def concepts(self, members: Sequence[Ask], kind: str, least: float) -> list[tuple[str, float]]:
        """Themes (`theme`) or persons (`affectedGroup`) of so many of the asks at least, with worth; best first."""
        weight: dict[str, float] = {}
        for ask in members:
            for concept, label in _own(self.labels[ask.iri]).items():
                if property_of(concept) == kind:
                    weight[concept] = weight.get(concept, 0.0) + label.weight
        worth = {
            concept: round(total / len(members) * self._rarity(self.with_concept[concept]), 9)
            for concept, total in weight.items()
            if total >= least * len(members)
        }
        return sorted(worth.items(), key=lambda pair: (-pair[1], pair[0]))

    def themes(self, members: Sequence[Ask]) -> list[tuple[str, float]]:
        """What the group is about, the most particular first; where no theme concerns a third, what concerns any."""
        return self.concepts(members, "theme", PART) or self.concepts(members, "theme", 0)[:1]

    def told(self, members: Sequence[Ask], least: float) -> list[tuple[Phrase, str, float]]:
        """The phrases that so many of the asks, of two mechanisms, use, with wording and worth; best first."""
        users: dict[Phrase, list[Ask]] = {}
        for ask in members:
            for phrase in self.found[ask.iri]:
                users.setdefault(phrase, []).append(ask)
        kept = {
            phrase: len(some)
            for phrase, some in users.items()
            if len(some) >= max(2, least * len(members)) and len({ask.mechanism for ask in some}) > 1
        }
        ranked = sorted(
            (-round(self._worth(phrase, count / len(members)), 9), phrase)
            for phrase, count in kept.items()
            if not _inside_longer(phrase, count, kept)
        )
        return [(phrase, self._wording(phrase), -worth) for worth, phrase in ranked]

    def _worth(self, phrase: Phrase, share: float) -> float:
        return share * self._rarity(self.with_phrase[phrase]) * math.sqrt(len(content(phrase)))

    def _rarity(self, asks: int) -> float:
        return math.log((len(self.found) + 1) / max(asks, 1))

    def _wording(self, phrase: Phrase) -> str:
        """The commonest wording in small letters, if any ask has one: capitals often come from headings."""
        said = self.wordings[phrase]
        small = [wording for wording in said if wording == wording.lower()]
        return min(small or said, key=lambda wording: (-said[wording], wording))


def _strange(state: str, asks: Sequence[Ask]) -> frozenset[str]:
    """Stems of the State's name and what derives from it, and of the names of the mechanisms."""
    own = {stem(word) for word in english(state.rsplit("/", 1)[-1]).split()}
    derived = {word + ending for word in own for ending in _DEMONYMS}
    bodies = {stem(word) for ask in asks for word in ask.mechanism.rsplit("/", 1)[-1].split("-") if word.isupper()}
    return frozenset(own | derived | bodies)


def _own(labels: Mapping[str, Label]) -> dict[str, Label]:
    """What a text is labelled with of its own, not by way of another label."""
    return {concept: label for concept, label in labels.items() if not label.follows}


def _inside_longer(phrase: Phrase, count: int, kept: Mapping[Phrase, int]) -> bool:
    size = len(phrase)
    return any(
        len(other) > size
        and asks >= AS_OFTEN * count
        and any(other[at : at + size] == phrase for at in range(len(other) - size + 1))
        for other, asks in kept.items()
    )
