"""What a question may be told: each value becomes a term of its kind, or a plain sentence says why it cannot."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

import pyoxigraph as ox

from graph import terms
from graph.clean import Unclear
from graph.nquads import day as written_day
from graph.states import all_states
from graph.states import state as state_of

_ISO3 = re.compile(r"[A-Za-z]{3}")
_SDG = re.compile(r"(?:SDG\s*)?(\d{1,2})(?:\.(\d{1,2}|[a-e]))?", re.IGNORECASE)
_CYCLES: Final = 4


@dataclass(frozen=True, slots=True)
class Parameter:
    """A name, how its value is written (one of KINDS), what it means, and an example."""

    name: str
    kind: str
    description: str
    example: str = ""

    def term(self, value: str) -> str:
        """The value as SPARQL terms: one, or several where the kind is a list. Raises ValueError if it cannot be."""
        given = value.strip()
        if not given:
            raise ValueError(f"parameter {self.name} is empty: leave it out to ask for all")
        return KINDS[self.kind](given)


def _state(given: str) -> str:
    try:
        code = given.upper() if _ISO3.fullmatch(given) else state_of(given)
        if code not in {iso3 for iso3, _ in all_states()}:
            raise Unclear(given)
        return str(ox.NamedNode(terms.state(code)))
    except Unclear:
        raise ValueError(
            f"“{given}” is no State known here: write its name or its three letters, such as VNM"
        ) from None


def _symbol(given: str) -> str:
    symbol = re.sub(r"\s+", "", given)
    if "/" not in symbol:
        raise ValueError(f"“{given}” is no document symbol: write it like A/HRC/12/11")
    return str(ox.Literal(symbol))


def _text(given: str) -> str:
    return str(ox.Literal(given))


def _words(given: str) -> str:
    return " ".join(_text(one.strip()) for one in given.split(",") if one.strip()) or _text(given)


def _paragraph(given: str) -> str:
    found = re.sub(r"^(?:paras?\.?|paragraphs?)\s*", "", given, flags=re.IGNORECASE)
    if not re.match(r"\d|not given", found):
        raise ValueError(f"“{given}” is no paragraph: write its number, such as 99.78 or 23 (a)")
    return str(ox.Literal(found))


def _sdg(given: str) -> str:
    code = _SDG.fullmatch(given.removeprefix(terms.SDG))
    if code is None or not 1 <= int(code[1]) <= 17:
        raise ValueError(f"“{given}” is no goal or target of the SDGs: write it like 4 or 4.5")
    return str(ox.NamedNode(terms.sdg(f"{code[1]}.{code[2].lower()}" if code[2] else code[1])))


def _targets(given: str) -> str:
    return " ".join(_sdg(one) for one in re.split(r"[,;\s]+", given) if one)


def _number(given: str) -> str:
    if not re.fullmatch(r"\d{1,3}", given):
        raise ValueError(f"“{given}” is no whole number below 1,000")
    return str(ox.Literal(int(given)))


def _cycle(given: str) -> str:
    if not re.fullmatch(rf"[1-{_CYCLES}]", given):
        raise ValueError(f"“{given}” is no cycle of the review: there are 1 to {_CYCLES}")
    return str(ox.Literal(int(given)))


def _date(given: str) -> str:
    try:
        return written_day(date.fromisoformat(given))
    except ValueError:
        raise ValueError(f"“{given}” is no day: write it like 2026-11-24") from None


def _iri(given: str) -> str:
    return str(ox.NamedNode(given if "://" in given else terms.BASE + given.removeprefix("/id/")))


KINDS: Final[dict[str, Callable[[str], str]]] = {
    "state": _state,
    "symbol": _symbol,
    "paragraph": _paragraph,
    "theme": _text,
    "persons": _text,
    "agency": _text,
    "mechanism": _text,
    "text": _text,
    "words": _words,
    "sdg": _sdg,
    "targets": _targets,
    "cycle": _cycle,
    "number": _number,
    "date": _date,
    "iri": _iri,
}
"""Kind → what makes a term of it, or raises ValueError with a sentence for people."""
