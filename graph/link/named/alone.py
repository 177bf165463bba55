"""`The Convention` in a treaty body's text: the treaty that the body watches over."""

from collections.abc import Iterator, Sequence
from typing import Final

from graph.link.named.articles import called
from graph.link.named.vocabulary import Mention, vocabulary
from graph.link.named.words import Words

_NOUNS: Final = frozenset(("convention", "covenant", "pacte", "pacto", "convencion"))
_BEFORE: Final = frozenset(("the", "la", "le", "el", "l", "'", "du", "au", "del", "al"))
_LONGER: Final = frozenset(
    ("on", "against", "for", "relating", "concerning", "no", "nos", "relative", "sur", "sobre", "contre", "contra")
)
"""Words behind the noun that make it another convention's title."""


def alone(told: Words, mentions: Sequence[Mention], own: str) -> Iterator[Mention]:
    """Each "the Convention" by itself, until another treaty is named that could be called so too."""
    for place, noun in enumerate(told.folded):
        if noun in _NOUNS and called(own, noun) and _by_itself(told, place):
            within = any(one.first <= place < one.last for one in mentions)
            if not within and not any(_rival(one, noun, own) for one in mentions if one.first < place):
                yield Mention(frozenset((own,)), place - 1, place + 1)


def _by_itself(told: Words, place: int) -> bool:
    """Written as a name, with its article before it and no title behind it."""
    following = told.folded[place + 1] if place + 1 < len(told.folded) else ""
    named = place > 0 and told.folded[place - 1] in _BEFORE and told.printed(place, place + 1)[0].isupper()
    return named and following not in _LONGER


def _rival(mention: Mention, noun: str, own: str) -> bool:
    """Whether "the Convention" may as well be this treaty; a short name that its body shares is hardly one."""
    return any(called(iri, noun) for iri in mention.iris & vocabulary().treaties - {own})
