"""Amounts of UN INFO: US dollars, required, available and spent, which are never added to one another."""

from datetime import date

from graph import clean
from graph.clean import Unclear
from graph.records import Money
from graph.source import Source
from loaders.programming.un_info.shape import KINDS, Entry


def amounts(source: Source, entry: Entry, start: date | None, end: date | None) -> tuple[Money, ...]:
    """An entry's amounts for its period; one that is no number is a finding."""
    found = []
    for kind in KINDS:
        if entry[kind]:
            try:
                found.append(Money(clean.number(entry[kind]), "USD", kind, start, end))
            except Unclear as fault:
                source.find(entry.place, f"{kind}: {fault}")
    return tuple(found)
