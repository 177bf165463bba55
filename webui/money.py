"""A thing's money: amounts as their sources give them; kinds and currencies are never added up."""

from dataclasses import dataclass

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
