"""The columns of a matrix: groups of asks and what the others are about, or each ask that a programme serves."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from graph import terms
from graph.terms import VOCAB
from webui.align.links import groups
from webui.align.whole import Whole
from webui.places import short
from webui.state.asks import Ask
from webui.state.heat import PERSONS
from webui.state.names import concept_name, scheme_of

NO_THEME: Final = "no-theme"
"""Key of the column of asks that are in no group and carry no theme."""


@dataclass(frozen=True, slots=True)
class Column:
    """Asks that stand together; `key` is short and stays the same from build to build."""

    key: str
    label: str
    kind: Literal["group", "theme", "ask", "none"]
    iri: str
    asks: frozenset[str]


def columns(whole: Whole) -> list[Column]:
    """Those with asks within the filters: groups first, or asks as they are cited. Raises Refusal."""
    if whole.narrowed.by == "asks":
        return [Column(key(ask), short(ask), "ask", ask, frozenset([ask])) for ask in whole.serving]
    grouped = [
        Column(key(one.iri), one.label, "group", one.iri, inside)
        for one in groups(whole.iso3)
        if (inside := one.asks & whole.asks.keys())
    ]
    taken = {ask for column in grouped for ask in column.asks}
    return grouped + _themes([ask for name, ask in whole.asks.items() if name not in taken])


def key(iri: str) -> str:
    """A thing in few letters."""
    return terms.digest(iri)[:8]


def _themes(asks: Sequence[Ask]) -> list[Column]:
    """By theme, in the list of themes that most of these asks carry one of."""
    scheme = _scheme(asks)
    members: dict[str, set[str]] = defaultdict(set)
    nothing: set[str] = set()
    for ask in asks:
        tags = [tag for tag in ask.tags if scheme_of(tag) == scheme]
        for tag in tags:
            members[tag].add(ask.iri)
        if not tags:
            nothing.add(ask.iri)
    found = [
        Column(key(tag), concept_name(tag), "theme", VOCAB + tag, frozenset(some)) for tag, some in members.items()
    ]
    found.sort(key=lambda column: column.label.casefold())
    return found + ([Column(NO_THEME, "No theme", "none", "", frozenset(nothing))] if nothing else [])


def _scheme(asks: Iterable[Ask]) -> str:
    reach = Counter(one for ask in asks for one in {scheme_of(tag) for tag in ask.tags} if one != PERSONS)
    return min(reach, key=lambda one: (-reach[one], one), default="")
