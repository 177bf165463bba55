"""A thing's money: amounts as their sources give them; kinds and currencies are never added up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from webui.asker import iri, records

_MONEY = """
SELECT DISTINCT ?amount ?currency ?kind ?start ?end ?file WHERE {
  VALUES ?thing { UNDEF }
  ?thing rg:budget ?budget .
  GRAPH ?graph { ?budget rg:amount ?amount ; rg:currency ?currency ; rg:moneyKind ?kind }
  OPTIONAL { ?budget rg:startDate ?start }
  OPTIONAL { ?budget rg:endDate ?end }
  OPTIONAL { ?graph rg:file ?file }
}
"""
_SUMS = """
SELECT DISTINCT ?thing ?budget ?amount ?currency ?kind WHERE {
  VALUES ?thing { UNDEF }
  ?thing rg:budget ?budget . ?budget rg:amount ?amount ; rg:currency ?currency ; rg:moneyKind ?kind
}
"""
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Sum:
    """What one programme has of one kind in one currency, over all its periods."""

    kind: str
    currency: str
    amount: str


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount, of one kind, for one period."""

    amount: str
    currency: str
    kind: str
    start: str
    end: str
    file: str

    @property
    def period(self) -> str:
        return " – ".join(day for day in (self.start, self.end) if day)


def money(thing: str) -> list[Amount]:
    """Every amount by kind, period and currency. Raises Refusal."""
    found = [Amount(**row) for row in records(_MONEY, {"thing": [iri(thing)]})]
    return sorted(found, key=lambda one: (one.kind, one.start, one.currency, one.amount))


def sums(things: Iterable[str]) -> dict[str, list[Sum]]:
    """Programme → its money by kind and currency, which stand side by side. Raises Refusal."""
    wanted = sorted(set(things))
    found: dict[str, dict[tuple[str, str], Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for start in range(0, len(wanted), _AT_ONCE):
        for row in records(_SUMS, {"thing": map(iri, wanted[start : start + _AT_ONCE])}):
            found[row["thing"]][row["kind"], row["currency"]] += Decimal(row["amount"])
    return {
        thing: [Sum(kind, currency, _plain(amount)) for (kind, currency), amount in sorted(by.items())]
        for thing, by in found.items()
    }


def _plain(amount: Decimal) -> str:
    """`120000`, `0.5`: no exponent, no zeros after the last figure that tells something."""
    written = f"{amount:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
