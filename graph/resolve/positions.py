"""The latest position a State has stated on each recommendation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from graph.records import Document, Key, PassageKey, Position, PositionStated


def latest(stated: Iterable[PositionStated], documents: Mapping[str, Document]) -> dict[Key, Position]:
    """Recommendation → its position: what official documents said last; an NGO's list only where they are open."""
    by_ask: dict[Key, list[PositionStated]] = defaultdict(list)
    for one in stated:
        by_ask[one.about].append(one)
    return {about: _last(records, documents) for about, records in by_ask.items()}


def _last(records: list[PositionStated], documents: Mapping[str, Document]) -> Position:
    definite = [one for one in records if one.position is not Position.PENDING]
    official = [one for one in definite if one.official]
    candidates = official or definite
    if not candidates:
        return Position.PENDING
    newest = max(_when(one, documents) for one in candidates)
    said = {one.position for one in candidates if _when(one, documents) == newest}
    return said.pop() if len(said) == 1 else Position.PARTLY_SUPPORTED


def _when(record: PositionStated, documents: Mapping[str, Document]) -> tuple[bool, date]:
    """Any other document answers the report, so it is later than the report; then the day decides."""
    about = record.about
    own = isinstance(about, PassageKey) and record.document == about.symbol
    document = documents.get(record.document or "")
    issued = document.issued if document else None
    return not own, record.day or issued or date.min
