"""The annex of a country analysis or a framework: outcome → recommendations → mechanisms → goals."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from graph.export.alignment_coverage import goal
from graph.export.alignment_grid import above
from graph.export.facts import Ask, Facts, Link, Programme, names, natural

_OUTCOME: Final = "outcome"
NO_RESULT: Final = "Projects under no result"
UNCHECKED: Final = "*"
"""After a paragraph that only a computation links to the result."""


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """What the result, and everything under it, contributes to; only proposals join `unchecked` asks to it."""

    state: str
    result: str
    programmes: int
    asks: tuple[Ask, ...]
    unchecked: frozenset[str]

    @property
    def cited(self) -> str:
        """Paragraphs by document: `A/HRC/12/11: 99.78, 99.79*`."""
        found: dict[str, list[str]] = defaultdict(list)
        for ask in self.asks:
            mark = UNCHECKED if ask.iri in self.unchecked else ""
            whole = bool(ask.symbol and ask.paragraph)
            found[ask.symbol if whole else ""].append((ask.paragraph if whole else ask.citation) + mark)
        return "; ".join(_paragraphs(symbol, found[symbol]) for symbol in sorted(found))

    @property
    def mechanisms(self) -> str:
        return names(sorted({ask.mechanism for ask in self.asks}))

    @property
    def goals(self) -> str:
        codes = {goal(tag) for ask in self.asks for tag in ask.tags if tag.kind == "sdg"}
        return ", ".join(f"SDG {code}" for code in sorted(codes, key=natural)) or "none told"


def _paragraphs(symbol: str, told: list[str]) -> str:
    return f"{symbol}: {', '.join(sorted(told, key=natural))}" if symbol else "; ".join(told)


def annex(facts: Facts) -> list[AnnexRow]:
    """Every outcome; a result that links but stands under no outcome has its own row; then projects under none."""
    links: dict[str, list[Link]] = defaultdict(list)
    for iri, served in facts.served_by.items():
        for row in _rows_of(facts, facts.programmes[iri]):
            links[row] += served.values()
    wanted = _outcomes(facts) | links.keys()
    results = [one for one in facts.every_programme.values() if one.kind == "result" and one.iri in wanted]
    found = [_row(facts, one.state, one.name, links.get(one.iri, [])) for one in results]
    loose = sorted(key for key in links if key.startswith(NO_RESULT))
    return found + [_row(facts, key.removeprefix(NO_RESULT).strip(), NO_RESULT, links[key]) for key in loose]


def _outcomes(facts: Facts) -> set[str]:
    """Those within the filters, or with anything under them that is."""
    near = {iri for one in facts.programmes.values() for iri in (one.iri, *above(facts, one))}
    return {iri for iri in near if facts.every_programme[iri].level == _OUTCOME}


def _rows_of(facts: Facts, programme: Programme) -> Iterable[str]:
    """The outcomes over a programme or itself; else the topmost result it stands under; else none."""
    chain = ([programme.iri] if programme.kind == "result" else []) + above(facts, programme)
    outcomes = [iri for iri in chain if facts.every_programme[iri].level == _OUTCOME]
    return outcomes or chain[-1:] or [f"{NO_RESULT} {programme.state}"]


def _row(facts: Facts, state: str, label: str, links: list[Link]) -> AnnexRow:
    asks = {link.object for link in links}
    checked = {link.object for link in links if link.grade != "proposed"}
    told = tuple(ask for iri, ask in facts.asks.items() if iri in asks)
    return AnnexRow(state, label, len({link.subject for link in links}), told, frozenset(asks - checked))
