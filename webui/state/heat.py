"""Themes asked about by mechanism: how many asks of each column carry each theme."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph.terms import VOCAB
from webui.state.asks import Ask, asks
from webui.state.kept import kept
from webui.state.names import TITLES, concept_name, scheme_of, schemes
from webui.state.narrow import asks_of

TOP: Final = 25
"""Themes that the page of a State shows; all of them have a page of their own."""
STEPS: Final = (1, 3, 8, 20, 50)
"""The least count of each step of colour."""
PERSONS: Final = "uhri-person"
"""The code list of groups of persons: no theme."""


@dataclass(frozen=True, slots=True)
class Column:
    """Who asks: one UPR cycle, one treaty body, one family of special procedures. `on` narrows a list to it."""

    family: str
    label: str
    on: tuple[tuple[str, str], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How many asks; `step` 0 to 5 is its colour; `address` opens the list of them."""

    count: int
    step: int
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    theme: str
    label: str
    all: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """Themes of one code list, the most asked first. `covered` of `total` asks carry any of them."""

    scheme: str
    name: str
    others: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    covered: int
    total: int


def heat(iso3: str, scheme: str = "") -> Heat:
    """Themes by mechanism in the code list wanted, or in the one that most asks carry. Raises Refusal."""
    return _heat(f"{iso3} {scheme}")


@kept
def _heat(wanted: str) -> Heat:
    """`wanted`: a State and a code list, which may be empty."""
    iso3, _, scheme = wanted.partition(" ")
    found = asks(iso3)
    reach = Counter(one for ask in found for one in {scheme_of(tag) for tag in ask.tags} if one != PERSONS)
    order = sorted(reach, key=lambda one: (-reach[one], one))
    chosen = scheme if scheme in reach else next(iter(order), "")
    keys = {ask.iri: _key(ask) for ask in found}
    columns = _columns(found, keys)
    counts: defaultdict[str, Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for ask in found:
        for tag in ask.tags:
            if scheme_of(tag) == chosen:
                counts[tag][keys[ask.iri]] += 1
    rows = [_row(iso3, theme, counts[theme], columns) for theme in counts]
    return Heat(
        scheme=chosen,
        name=_name(chosen),
        others=tuple((one, _name(one)) for one in order if one != chosen),
        columns=tuple(column for _, column in columns),
        rows=tuple(sorted(rows, key=lambda row: (-row.all.count, row.label))),
        covered=reach[chosen],
        total=len(found),
    )


def step(count: int) -> int:
    """The step of colour of a count: 0 for none, 5 for fifty and more."""
    return sum(count >= least for least in STEPS)


def _name(scheme: str) -> str:
    return schemes().get(VOCAB + scheme, f"Code list {scheme}")


_FAMILIES: Final = ("upr", "treatyBodies", "specialProcedures", "")


def _key(ask: Ask) -> tuple[str, str, str]:
    """Family, what narrows to the column, its value."""
    if ask.family == "upr":
        return "upr", "cycle", str(ask.cycle or "none")
    if ask.mechanism is None:
        return "", "family", "none"
    return ask.family, "mechanism", ask.mechanism.title


def _columns(
    found: Iterable[Ask], keys: dict[str, tuple[str, str, str]]
) -> Sequence[tuple[tuple[str, str, str], Column]]:
    totals = Counter(keys[ask.iri] for ask in found)
    ordered = sorted(totals, key=lambda key: (_FAMILIES.index(key[0]), key[2]))
    return [(key, Column(key[0], _label(key), ((key[1], key[2]),), totals[key])) for key in ordered]


def _label(key: tuple[str, str, str]) -> str:
    family, _, value = key
    if family == "upr":
        return "UPR" if value == "none" else f"UPR {value}"
    return TITLES.get(value, value) if family else "Not known"


def _row(
    iso3: str,
    theme: str,
    counts: Counter[tuple[str, str, str]],
    columns: Sequence[tuple[tuple[str, str, str], Column]],
) -> Row:
    cells = (_cell(iso3, theme, counts[key], dict(column.on)) for key, column in columns)
    return Row(theme, concept_name(theme), _cell(iso3, theme, counts.total(), {}), tuple(cells))


def _cell(iso3: str, theme: str, count: int, on: dict[str, str]) -> Cell:
    return Cell(count, step(count), asks_of(iso3, {**on, "theme": theme}) if count else "")
