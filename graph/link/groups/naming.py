"""What a group is called: its theme in plain words, and what its asks share and others of the State do not."""

from collections import Counter
from collections.abc import Iterator, Sequence

from graph import terms, treaties
from graph.link.block import Ask
from graph.link.groups.concrete import concrete
from graph.link.groups.particular import PART, Particular
from graph.link.groups.phrases import content, stem
from graph.link.groups.plain import plain, sentence, within
from graph.terms import VOCAB

LENGTH = 60
"""A label is at most so long, unless nothing shorter tells the group from another."""
HALF = 0.5
"""A phrase, a treaty or persons of a label concern at least so many of the asks."""
MOST = 2 / 3
"""A treaty that so many ask for, and no other that half do, is what the group is about."""
COMMON = 1.1
"""What a third of a State's asks are about is worth no more, and says little."""
FAR = 2.5
"""A phrase worth so many times its theme needs no theme beside it."""
TELLING = 1.5
"""Persons worth less (children, in most States) hardly tell one group from another."""
_THEME = VOCAB + "uhri-theme/"
_INSTRUMENTS = {
    _THEME + "reservations": ("Reservations to the", "Reservations to treaties"),
    _THEME + "ratification-of-accession-to-international-instruments": (
        "Ratification of the",
        "Ratification of human rights treaties",
    ),
}
"""Theme → how it is said of one treaty, and of several."""


def names(particular: Particular, groups: Sequence[Sequence[Ask]]) -> list[str]:
    """A label for each group, no two alike: whoever comes later takes its next best, or a number."""
    taken: set[str] = set()
    made = []
    for members in groups:
        offers = list(_offers(particular, members, groups))
        fitting = [offer for offer in offers if len(offer) <= LENGTH] or offers
        label = next((offer for offer in fitting if offer.casefold() not in taken), "")
        number = 2
        while not label or label.casefold() in taken:
            label = f"{fitting[0]} ({number})"
            number += 1
        taken.add(label.casefold())
        made.append(label)
    return made


def _offers(particular: Particular, members: Sequence[Ask], groups: Sequence[Sequence[Ask]]) -> Iterator[str]:
    """What the group could be called, the best first; never nothing."""
    themes = particular.themes(members)
    yield from _instruments(particular, members, [theme for theme, _ in themes])
    phrases = [(content(phrase), wording) for phrase, wording, _ in particular.told(members, HALF)]
    persons = [
        within(concept, particular.lexicon)
        for concept, worth in particular.concepts(members, "affectedGroup", HALF)
        if worth >= TELLING
    ]
    matters = list(concrete(members, groups))
    yield from matters
    yield from (f"{matter}: {whom}" for matter in matters for whom in persons[:1])
    yield from _speaks_for_itself(particular, members, themes, persons)
    for theme, _ in themes[:2]:
        yield from _narrowed(plain(theme, particular.lexicon), phrases, persons)
    for _, wording in phrases[:1]:
        yield sentence(wording)
    yield sentence(persons[0]) if persons else "Asks alike in wording"


def _speaks_for_itself(
    particular: Particular, members: Sequence[Ask], themes: Sequence[tuple[str, float]], persons: Sequence[str]
) -> Iterator[str]:
    """A phrase that says far more than the theme; one that only names persons, where the theme says next to nothing."""
    best = next(iter(particular.told(members, HALF)), None)
    theme = max(themes[0][1] if themes else 0.0, COMMON)
    if best and len(content(best[0])) > 1 and best[2] > FAR * theme:
        who = {stem(word) for one in persons for word in one.split()}
        if not content(best[0]) <= who or theme == COMMON:
            yield sentence(best[1])


def _narrowed(theme: str, phrases: Sequence[tuple[frozenset[str], str]], persons: Sequence[str]) -> Iterator[str]:
    """The theme, with the phrase or the persons that say what of it; a phrase that only repeats it says nothing."""
    words = frozenset(stem(word) for word in theme.split())
    says = [wording for own, wording in phrases[:4] if not own <= words]
    whom = [one for one in persons if not frozenset(map(stem, one.split())) & words]
    repeats = bool(phrases) and phrases[0][0] <= words
    for narrower in (*whom[:1], *says) if repeats else (*says[:1], *whom[:1], *says[1:]):
        yield f"{sentence(theme)}: {narrower}"
    yield sentence(theme)


def _instruments(particular: Particular, members: Sequence[Ask], themes: Sequence[str]) -> Iterator[str]:
    """`Ratification of the Convention on Migrant Workers`, where that is what half of the asks ask for."""
    theme = next((theme for theme in themes if theme in _INSTRUMENTS), "")
    if not theme:
        return
    one, several = _INSTRUMENTS[theme]
    named = Counter(notation for ask in members for notation in treaties.named_in(ask.text))
    many = [notation for notation, asks in named.items() if asks >= PART * len(members)]
    most = [notation for notation in many if named[notation] >= HALF * len(members)]
    best = sorted(most, key=lambda notation: (-named[notation], notation))
    alone = len(best) == 1 and named[best[0]] >= MOST * len(members)
    if not alone and (len(many) > 2 or (not best and named.total() >= len(members))):
        yield several
    yield from (f"{one} {plain(terms.treaty(notation), particular.lexicon)}" for notation in best)
