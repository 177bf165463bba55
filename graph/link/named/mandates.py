"""Mandates of the special procedures by title and matter: `Special Rapporteurs on torture and on the right to food`.

The matter must follow the title at once: a Special Rapporteur "to look into racism" is nobody's mandate. A title alone
names nobody, and a national or regional rapporteur or working group is no mandate of the Council.
"""

import re
from collections.abc import Iterator
from typing import Final

from graph.link.named.vocabulary import Mention, vocabulary
from graph.link.named.words import Words

_TITLE = re.compile(
    r"(?<= )(?:(?:special|united nations) rapporteurs?|independent experts?|working groups?|special representatives?"
    r"|representatives?"
    r"|rapporteu(?:r|rs|se|ses) specia(?:l|le|ux|les)|experte?s? independante?s?|groupes? de travail"
    r"|relator(?:a|as|es)? especial(?:es)?|expert[oa]s? independientes?|grupos? de trabajo) "
)
_OF = re.compile(
    r"(?:\( [a-z]{1,6} \) )?(?:(?:of|des|de|du) (?:the |las |l ' )?(?:un|united nations|secretary - general"
    r"|secretary general|human rights council|nations unies|naciones unidas|special procedures|ohchr) "
    r"|, in particular (?:, )?(?:those |the ones )?|(?:who|which) (?:is|are) )*"
)
_ON = frozenset(("on", "for", "sur", "sobre", "in", "against", "dealing", "charge", "charged", "responsible"))
_LEADING = frozenset(
    re.findall(
        r"\S+",
        "on for against in of the question issue issues right rights human to promotion and protection "
        "situation use problem elimination all field freedom access impact effects enjoyment fundamental "
        "freedoms , negative implications context responsible those particular dealing with subject topic "
        "experts who is their ' s d droit a la le l les de du des el los las derecho sur sobre cuestion au "
        "aux ",
    )
)
"""What may stand between a title and its matter."""
_MOST_LEADING: Final = 14
_OTHERS = frozenset(
    re.findall(
        r"\S+",
        "national parliamentary ministerial inter joint asean african american european aichr iachr pre "
        "sessional open ended thematic technical internal intersectoral interministerial interdepartmental "
        "local regional ",
    )
)
"""Words before a title that is none of the Council's."""
_ELSEWHERE = re.compile(
    r"(?: (?:in africa|of the (?:african|inter - american)|of (?:the )?(?:achpr|iachr|inter)|african commission))"
)


def mandates(told: Words, line: str, starts: tuple[int, ...]) -> Iterator[Mention]:
    """Every mandate that is named, from its title (or, in a list, its own matter) to the end of its matter."""
    begins = {start: number for number, start in enumerate(starts)}
    for title in _TITLE.finditer(line):
        first = begins.get(title.start())
        after = _OF.match(line, title.end())
        at = begins.get(after.end() if after else title.end())
        if first is None or at is None or told.folded[at] not in _ON or not _of_the_council(told, first):
            continue
        several = any(word.endswith(("rs", "ts", "ps", "es", "x")) for word in title[0].split())
        yield from _listed(told, line, starts, first, at, several=several)


def _of_the_council(told: Words, first: int) -> bool:
    """Not a national or regional one; a working group is one of the Council's only if written as a name."""
    before = {told.folded[place] for place in range(max(0, first - 2), first)}
    rapporteur = any("rapporteur" in word for word in told.folded[first : first + 3])
    named = told.printed(first, first + 1)[0].isupper() or rapporteur
    return named and not before & _OTHERS and (rapporteur or before.isdisjoint(("a", "an")))


def _listed(
    told: Words, line: str, starts: tuple[int, ...], first: int, at: int, *, several: bool
) -> Iterator[Mention]:
    """The matters that follow a title: one, or several after a title in the plural."""
    begin = first
    while (found := _matter(told, at)) is not None:
        if _fits(told, first, found) and not _ELSEWHERE.match(
            line, starts[found.last] - 1 if found.last < len(starts) else len(line)
        ):
            yield Mention(found.iris, begin, found.last)
        at = found.last
        if not several:
            return
        begin = at = _next(told, at)
        if at < 0:
            return


def _fits(told: Words, first: int, found: Mention) -> bool:
    """A working group on trafficking is not the Special Rapporteur's mandate: it is a national one."""
    group = told.folded[first] in ("working", "groupe", "groupes", "grupo", "grupos")
    return not group or "/mechanism/WG-" in min(found.iris)


def _next(told: Words, at: int) -> int:
    """Where the next matter of a list may begin; -1 where the list ends."""
    place = at
    if told.folded[place : place + 1] == ("(",):  # `on torture (since 2007), on food`
        closing = [n for n, mark in enumerate(told.folded[place : place + 8], place) if mark == ")"]
        at = place = closing[0] + 1 if closing else len(told.folded)
    while place < len(told.folded) and told.folded[place] in (",", "and", "as", "well", "et", "y"):
        place += 1
    return place if at < place < len(told.folded) else -1


def _matter(told: Words, at: int) -> Mention | None:
    """The mandate whose matter begins here or after words like "on the question of"."""
    for place in range(at, min(at + _MOST_LEADING, len(told.folded))):
        found = vocabulary().subject(told, place)
        if found is not None:
            return found
        if told.folded[place] not in _LEADING:
            return None
    return None
