"""Resolving: the same recommendation from several sources becomes one node; every source's wording is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.records import (
    Assessment,
    Coding,
    Entry,
    Key,
    ListedKey,
    ListedRecommendation,
    Passage,
    PassageKey,
    PassageKind,
    Position,
    PositionStated,
    Record,
    Relation,
    ReviewKey,
    StatedLink,
    Told,
)
from graph.resolve import positions
from graph.resolve.index import Index, symbols
from graph.resolve.keys import Keys
from graph.resolve.listed import Match, Matcher
from graph.source import Finding, Loaded, Severity


@dataclass(frozen=True, slots=True)
class Resolved:
    """All files with their records brought together, the final positions, and what did not fit."""

    loaded: tuple[Loaded, ...]
    positions: dict[Key, Position]
    findings: tuple[Finding, ...]


def resolve(loaded: Iterable[Loaded]) -> Resolved:
    """Bring the records of all files together; the order of files does not matter."""
    files = sorted(loaded, key=lambda one: (one.name, one.sha256))
    resolver = _Resolver(Index.of(files))
    resolved = tuple(replace(one, records=tuple(resolver.file(one))) for one in files)
    stated = [record for one in resolved for record in one.records if isinstance(record, PositionStated)]
    final = positions.latest(stated, resolver.index.documents)
    return Resolved(resolved, final, tuple(sorted(resolver.findings)))


class _Resolver:
    """One pass over all files; `findings` grows on the way."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.findings: list[Finding] = []
        self._matchers: dict[tuple[str, int], Matcher] = {}
        self.keys = Keys(index)

    def file(self, loaded: Loaded) -> Iterator[Record]:
        own = symbols(loaded.records)
        for record in loaded.records:
            yield from self._record(record, loaded, own)

    def _record(self, record: Record, loaded: Loaded, own: set[str]) -> Iterator[Record]:
        if isinstance(record, Passage):
            yield self._passage(record, loaded, own)
        elif isinstance(record, ListedRecommendation):
            yield from self._listed(record, loaded)
        elif isinstance(record, PositionStated):
            yield from self._position(record, loaded)
        elif isinstance(record, Assessment):
            yield from self._assessment(record, loaded)
        elif isinstance(record, StatedLink):
            yield from self._link(record, loaded)
        elif isinstance(record, Entry):
            yield from self._entry(record, loaded)
        else:
            yield record

    def _passage(self, record: Passage, loaded: Loaded, own: set[str]) -> Record:
        """What another source says of a document's own passage is a wording of it, with that source's codes.

        Another source may cut a paragraph into parts: where the document was read, they are wordings of the whole.
        """
        whole = next(
            (key for alias in record.aliases if (key := PassageKey(record.symbol, alias)) in self.index.own), None
        )
        first = self.index.passages[record.key]
        if record.symbol in own or (first is record and whole is None):
            return record
        if not record.text:
            return replace(record, kind=first.kind)
        missing = set(record.recommending_states) ^ set(first.recommending_states)
        if missing and first.text:
            self._find(
                loaded, record.place, f"{record.symbol} {record.paragraph}: recommending States differ: {missing}"
            )
        if record.text == first.text and whole is None:
            return record
        about = whole or record.key
        return Coding(about=about, text=record.text, tags=record.tags, sdgs=record.sdgs, place=record.place)

    def _listed(self, record: ListedRecommendation, loaded: Loaded) -> Iterator[Record]:
        match = self._match(record)
        if match is None:
            yield record
            yield from _answer(record, record.key)
            return
        key = match.passage.key
        if not match.same_state:
            said = record.recommending_state or "no State"
            reason = f"its text is {key.symbol} {key.paragraph}, which {said} is not named for"
            self._find(loaded, record.place, reason)
        yield Coding(
            about=key,
            text=record.text,
            action_category=record.action_category,
            tags=record.tags,
            place=record.place,
        )
        yield from _answer(record, key)

    def _match(self, record: ListedRecommendation) -> Match | None:
        if record.kind is PassageKind.PLEDGE:
            return None
        passages = self.index.review(record.state, record.session)
        if not passages:
            return None
        review = (record.state, record.session)
        if review not in self._matchers:
            self._matchers[review] = Matcher(passages)
        return self._matchers[review].find(record)

    def _position(self, record: PositionStated, loaded: Loaded) -> Iterator[Record]:
        placed = self.keys.place(record.about, PassageKind.RECOMMENDATION, record.place)
        if placed.fault:
            self._find(loaded, record.place, f"{placed.fault}: {record.position.value}")
        yield from placed.made
        yield replace(record, about=placed.key)

    def _assessment(self, record: Assessment, loaded: Loaded) -> Iterator[Record]:
        """What is assessed exists, even if only the assessment names it."""
        placed = self.keys.place(record.about, PassageKind.RECOMMENDATION, record.place)
        if placed.fault:
            self._find(loaded, record.place, f"{placed.fault}: {record.value or record.words[:80]!r}")
        yield from placed.made
        yield replace(record, about=placed.key)

    def _entry(self, record: Entry, loaded: Loaded) -> Iterator[Record]:
        """The recommendations that a row of a country sheet names exist, even if only the row names them."""
        cells: list[tuple[str, tuple[Told, ...]]] = []
        for column, told in record.cells:
            placed: list[Told] = []
            for value in told:
                if isinstance(value, PassageKey | ReviewKey):
                    found = self.keys.place(value, PassageKind.RECOMMENDATION, record.place)
                    if found.fault:
                        self._find(loaded, record.place, f"{column}: {found.fault}")
                    yield from found.made
                    placed.append(found.key)
                else:
                    placed.append(value)
            cells.append((column, tuple(placed)))
        yield replace(record, cells=tuple(cells))

    def _link(self, record: StatedLink, loaded: Loaded) -> Iterator[Record]:
        """A link to a passage that nobody has read makes it known; to one that a read report lacks, a finding."""
        placed = self.keys.place(record.object, _KINDS.get(record.relation, PassageKind.OBSERVATION), record.place)
        if placed.fault and isinstance(placed.key, PassageKey):
            self._find(loaded, record.place, f"{placed.fault}: the link is left out ({record.quote[:80]!r})")
            return
        if placed.fault:
            self._find(loaded, record.place, placed.fault)
        yield from placed.made
        yield replace(record, object=placed.key)

    def _find(self, loaded: Loaded, place: str, reason: str) -> None:
        self.findings.append(Finding(loaded.name, place, reason, Severity.WARNING))


_KINDS = {
    Relation.GROUPED_WITH: PassageKind.RECOMMENDATION,
    Relation.REPORTS_ON: PassageKind.RECOMMENDATION,
    Relation.CONTRIBUTES_TO: PassageKind.RECOMMENDATION,
}


def _answer(record: ListedRecommendation, about: PassageKey | ListedKey) -> Iterator[Record]:
    """What the list says the State's position is."""
    if record.position is not None:
        yield PositionStated(
            about=about,
            position=record.position,
            words=record.position_words,
            official=record.official,
            place=record.place,
        )
