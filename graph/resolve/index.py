"""What all files together know: documents by symbol, passages by key and by review."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.calendar import cycle
from graph.records import Document, Passage, PassageKey, PassageKind, Record
from graph.source import Loaded


@dataclass(slots=True)
class Index:
    """Facts of all files, looked up by the keys that records use. The first source of a fact is kept."""

    documents: dict[str, Document] = field(default_factory=dict)
    passages: dict[PassageKey, Passage] = field(default_factory=dict)
    reviews: dict[tuple[str, int], list[Passage]] = field(default_factory=lambda: defaultdict(list))
    reports: dict[str, dict[str, Passage]] = field(default_factory=lambda: defaultdict(dict))
    own: set[PassageKey] = field(default_factory=set)
    """Passages whose own document was read."""

    @classmethod
    def of(cls, loaded: Iterable[Loaded]) -> "Index":
        index = cls()
        for one in loaded:
            for record in one.records:
                if isinstance(record, Document):
                    index.documents.setdefault(record.symbol, record)
        for one in sorted(loaded, key=_own_document_first):
            own = symbols(one.records)
            for record in one.records:
                if isinstance(record, Passage):
                    index._add(record, own=record.symbol in own)
        return index

    def _add(self, passage: Passage, *, own: bool) -> None:
        """A document's own words come before what another source says of the same passage."""
        if own:
            self.own.add(passage.key)
        known = self.passages.get(passage.key)
        if known is not None and not (own and not known.text):
            return
        self.passages[passage.key] = passage
        self.reports[passage.symbol][passage.paragraph] = passage
        if passage.kind is PassageKind.RECOMMENDATION:
            when = self.cycle_of(passage)
            if passage.state and when:
                self.reviews[passage.state, when].append(passage)

    def cycle_of(self, passage: Passage) -> int | None:
        """The UPR cycle a passage belongs to: its own, or its document's."""
        document = self.documents.get(passage.symbol)
        return passage.cycle or (document.cycle if document else None)

    def numbered(self, state: str, cycle: int) -> dict[str, Passage]:
        """The numbered recommendations of a State's review in a cycle, by paragraph."""
        return {one.paragraph: one for one in self.reviews.get((state, cycle), [])}

    def review(self, state: str, session: int) -> list[Passage]:
        """The recommendations that documents number for a State's review in that session's cycle."""
        return self.reviews.get((state, cycle(session)), [])


def symbols(records: Iterable[Record]) -> set[str]:
    """The document that a file itself is; a file that tells of several is none of them."""
    told = {record.symbol for record in records if isinstance(record, Document)}
    return told if len(told) == 1 else set()


def _own_document_first(loaded: Loaded) -> tuple[bool, str]:
    return not symbols(loaded.records), loaded.name
