"""Money: budgets, planned disbursements and transactions, each kind for itself and never added to another."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from lxml import etree

from graph import clean
from graph.clean import Unclear
from graph.records import Money
from graph.source import Source

TRANSACTIONS: Final = {
    "1": "incoming funds",
    "2": "outgoing commitment",
    "3": "disbursement",
    "4": "expenditure",
    "5": "interest payment",
    "6": "loan repayment",
    "7": "reimbursement",
    "8": "purchase of equity",
    "9": "sale of equity",
    "10": "credit guarantee",
    "11": "incoming commitment",
    "12": "outgoing pledge",
    "13": "incoming pledge",
}
"""IATI's code list TransactionType."""
_REVISED: Final = {"": "", "1": "", "2": "revised "}
"""Codes of BudgetType; the standard's default is 1, original."""
_COMMITTED: Final = {"": "", "1": "", "2": ", committed"}
"""Codes of BudgetStatus; the standard's default is 1, indicative."""


def amounts(source: Source, activity: etree._Element, place: str) -> tuple[Money, ...]:
    """Every amount that can be read; each of the others is a finding."""
    found = tuple(_amounts(source, activity, place))
    for money, count in Counter(found).items():
        if count > 1:
            when = f" of {money.start}" if money.start else ""
            reason = f"{count} amounts are equal ({money.amount} {money.currency}, {money.kind}{when})"
            source.find(place, f"{reason}: the graph holds one")
    return found


def _amounts(source: Source, activity: etree._Element, place: str) -> Iterator[Money]:
    default = activity.get("default-currency") or ""
    for name in ("budget", "planned-disbursement", "transaction"):
        for element in activity.findall(name):
            try:
                yield _money(source, element, default, place)
            except Unclear as fault:
                source.find(place, f"{name}: {fault}; not read")


def _money(source: Source, element: etree._Element, default: str, place: str) -> Money:
    kind = _kind(element)
    value = element.find("value")
    told = "" if value is None else clean.text(value.text or "")
    if value is None or not told:
        raise Unclear(f"{kind} without an amount")
    currency = (value.get("currency") or default).strip().upper()
    if len(currency) != 3 or not currency.isalpha():
        raise Unclear(f"{told} has no ISO 4217 currency ({currency!r})")
    start, end = _period(source, element, place)
    return Money(clean.number(told), currency, kind, start, end)


def _kind(element: etree._Element) -> str:
    """The words of IATI's code lists. Raises Unclear for a code that no list has."""
    if element.tag == "transaction":
        inner = element.find("transaction-type")
        code = "" if inner is None else inner.get("code") or ""
        if code not in TRANSACTIONS:
            raise Unclear(f"{code!r} is no transaction type")
        return TRANSACTIONS[code]
    kind, status = element.get("type") or "", element.get("status") or ""
    if kind not in _REVISED or status not in _COMMITTED:
        raise Unclear(f"type {kind!r} or status {status!r} is none of IATI's")
    return f"{_REVISED[kind]}{str(element.tag).replace('-', ' ')}{_COMMITTED[status]}"


def _period(source: Source, element: etree._Element, place: str) -> tuple[date | None, date | None]:
    if element.tag == "transaction":
        return _day(source, element, "transaction-date", place), None
    return _day(source, element, "period-start", place), _day(source, element, "period-end", place)


def _day(source: Source, element: etree._Element, name: str, place: str) -> date | None:
    inner = element.find(name)
    if inner is None:
        return None
    try:
        return clean.day(inner.get("iso-date") or "")
    except Unclear as fault:
        source.find(place, f"{element.tag}, {name}: {fault}")
        return None
