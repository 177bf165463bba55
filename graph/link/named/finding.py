"""Names of treaties, bodies and mandates found in a text and told apart."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from graph.link.named.alone import alone
from graph.link.named.covenants import covenants
from graph.link.named.deciding import decided
from graph.link.named.labour import conventions
from graph.link.named.mandates import mandates
from graph.link.named.protocols import protocols
from graph.link.named.skeleton import skeleton
from graph.link.named.vocabulary import Mention, vocabulary
from graph.link.named.words import Words

_NUMBERED_OR_TITLED = re.compile(
    r"\bILO\b|\bOIT\b|[Ll]abou?r Org|Travail|[Cc]onven|[Rr]apporteu|[Rr]elator|[Ee]xpert|Working Group"
    r"|Groupe de travail|Grupo de Trabajo|[Rr]epresentative"
)
"""What no text lacks that names a convention by its number, or a mandate."""
_COMPOSED = re.compile(r"[Pp]rotoc|[Cc]ovenants|PROTOC|\bOPs?\b")
"""What no text lacks that names a protocol by its treaty or its matter."""
_OTHERS: Final = frozenset(
    re.findall(
        r"\S+",
        "european african american arab regional asean national parliamentary ministerial interministerial "
        "joint draft a an its their such state special ",
    )
)
"""Words before a name that make it another's: a national committee, a regional convention."""
_FURTHER: Final = frozenset(("on", "for", "against", "relating", "concerning"))


def mentions(told: Words, speaker: str = "") -> list[Mention]:
    """Every treaty, body and mandate named, in order, each told apart; one without IRI is a protocol nobody can tell.

    `speaker` is the IRI of the body whose text it is, if of any.
    """
    simple = list(_simple(told))
    own = vocabulary().watched.get(speaker)
    if own:
        simple += alone(told, simple, own)
    titled = _NUMBERED_OR_TITLED.search(told.text)
    if not (simple or titled or _COMPOSED.search(told.text)):
        return []
    first = skeleton(told, simple)
    composed = [*protocols(first), *covenants(first)]
    sure = decided(skeleton(told, _together(composed, simple))) if composed or simple else []
    if not titled:
        return sure
    plain = skeleton(told, ()) if simple else first
    return _together([*conventions(plain), *mandates(told, plain.line, plain.starts)], sure)


def _together(first: Iterable[Mention], second: Iterable[Mention]) -> list[Mention]:
    """Both in order; of the second those that do not lie inside one of the first."""
    before = list(first)
    rest = [one for one in second if not any(one.first < had.last and had.first < one.last for had in before)]
    return sorted((*before, *rest), key=lambda one: (one.first, one.last, sorted(one.iris)))


def _simple(told: Words) -> Iterator[Mention]:
    """Names of treaties and bodies, longest first, those that another word makes another's left out."""
    known, at = vocabulary(), 0
    while at < len(told.folded):
        begun = told.stems[at] in known.long.after or told.folded[at] in known.short.after
        found = known.mention(told, at) if begun else None
        if found is None:
            at += 1
            continue
        if not _another(told, found):
            yield Mention(found.iris, _begin(told, found.first), found.last, found.short)
        at = found.last


def _begin(told: Words, first: int) -> int:
    """Where a name begins that "International" or "United Nations" stands before."""
    while first and told.folded[first - 1] in ("international", "un"):
        first -= 1
    return first - 2 if told.folded[first - 2 : first] == ("united", "nations") else first


def _another(told: Words, found: Mention) -> bool:
    """Whether the words around make it another thing: a national committee, a `1961 Convention on` something else."""
    if found.short:
        return False
    before = told.folded[found.first - 1] if found.first else ""
    if found.iris <= vocabulary().bodies:
        if before in _OTHERS or not told.printed(found.first, found.first + 1)[0].isupper():
            return True
    elif before == "national" and told.folded[found.first - 2 : found.first - 1] == ("united",):
        return False  # a slip of the pen
    elif before in ("european", "american", "african", "arab", "regional", "national", "draft"):
        return True
    elif told.folded[found.first][0].isdigit() and found.last - found.first == 2:
        return found.last < len(told.folded) and told.folded[found.last] in _FURTHER
    return False
