"""Where a key points: to a passage that was read, by its number however written, or to one that has yet to be read."""

import re
from dataclasses import dataclass

from graph import mechanisms
from graph.records import (
    Document,
    DocumentKind,
    Key,
    NumberedRecommendation,
    Passage,
    PassageKey,
    PassageKind,
    Record,
    ReviewKey,
)
from graph.resolve import numbers
from graph.resolve.index import Index


@dataclass(frozen=True, slots=True)
class Placed:
    """What a key was found to mean.

    `made` makes it known where no file has read it, `fault` says why it may be wrong; empty if nothing is doubtful.
    """

    key: Key
    made: tuple[Record, ...] = ()
    fault: str = ""


class Keys:
    """Places keys, and makes each thing known that only another document names, once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: set[Key] = set(index.passages)

    def place(self, key: Key, kind: PassageKind, place: str) -> Placed:
        """What the key means; `kind` is what its passage would be, `place` where it is named."""
        if isinstance(key, ReviewKey):
            return self._reviewed(key, place)
        if isinstance(key, PassageKey) and key.paragraph and key not in self._index.passages:
            return self._passage(key, kind, place)
        return Placed(key)

    def _reviewed(self, key: ReviewKey, place: str) -> Placed:
        known = self._index.numbered(key.state, key.cycle)
        number = numbers.paragraph(known, key.number)
        if number is not None:
            return Placed(known[number].key)
        missing = (
            f"it has no recommendation {key.number}" if known else "no Working Group report of it was read: add it"
        )
        fault = f"the review of {key.state} in cycle {key.cycle}: {missing}; the number {key.number} stands for itself"
        return Placed(key, self._new(key, NumberedRecommendation(key=key, place=place)), fault)

    def _passage(self, key: PassageKey, kind: PassageKind, place: str) -> Placed:
        number = numbers.paragraph(self._index.reports.get(key.symbol, {}), key.paragraph)
        if number is not None:
            return Placed(PassageKey(key.symbol, number))
        document = self._index.documents.get(key.symbol)
        state = document.state if document else None
        stub = Passage(
            symbol=key.symbol,
            paragraph=key.paragraph,
            kind=kind,
            state=state,
            mechanism=_speaker(key.symbol, document),
            place=place,
        )
        if kind is PassageKind.RECOMMENDATION and self._numbers_all(key.symbol):
            return Placed(key, (stub,), f"{key.symbol} has no recommendation {key.paragraph}")
        return Placed(key, self._new(key, stub))

    def _new(self, key: Key, record: Record) -> tuple[Record, ...]:
        if key in self._known:
            return ()
        self._known.add(key)
        return (record,)

    def _numbers_all(self, symbol: str) -> bool:
        """Whether the report itself was read, so that it has no other recommendations."""
        document = self._index.documents.get(symbol)
        return (
            document is not None
            and document.kind is DocumentKind.WORKING_GROUP_REPORT
            and any(one.text for one in self._index.reports.get(symbol, {}).values())
        )


_UPR_REPORT = re.compile(r"A/HRC/\d+/\d+")
"""A Working Group report; an addendum may be a visit report."""


def _speaker(symbol: str, document: Document | None) -> str | None:
    """Whose words a passage is that nobody has read, as far as its document tells."""
    if document and document.kind is DocumentKind.WORKING_GROUP_REPORT:
        return "UPR"
    return mechanisms.from_symbol(symbol) or ("UPR" if _UPR_REPORT.fullmatch(symbol) else None)
