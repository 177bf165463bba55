"""Resolving: the same recommendation from several sources becomes one node; every source's wording is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.records import (
    Coding,
    DocumentKind,
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
    StatedLink,
)
from graph.resolve import numbers, positions
from graph.resolve.index import Index, symbols
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
        self._known = set(index.passages)

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
        elif isinstance(record, StatedLink):
            yield from self._link(record, loaded)
        else:
            yield record

    def _passage(self, record: Passage, loaded: Loaded, own: set[str]) -> Record:
        """What another source says of a document's own passage is a wording of it, with that source's codes."""
        first = self.index.passages[record.key]
        if first is record or not record.text or record.symbol in own:
            return record
        missing = set(record.recommending_states) ^ set(first.recommending_states)
        if missing and first.text:
            self._find(
                loaded, record.place, f"{record.symbol} {record.paragraph}: recommending States differ: {missing}"
            )
        return Coding(about=record.key, text=record.text, tags=record.tags, sdgs=record.sdgs, place=record.place)

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
        passages = self.index.review(record.state, record.session)
        if not passages:
            return None
        review = (record.state, record.session)
        if review not in self._matchers:
            self._matchers[review] = Matcher(passages)
        return self._matchers[review].find(record)

    def _position(self, record: PositionStated, loaded: Loaded) -> Iterator[Record]:
        about = record.about
        if isinstance(about, PassageKey) and about not in self.index.passages:
            number = numbers.paragraph(self.index.reports.get(about.symbol, {}), about.paragraph)
            if number is None:
                if about.symbol in self.index.reports:
                    reason = f"{about.symbol} has no recommendation {about.paragraph}: {record.position.value}"
                    self._find(loaded, record.place, reason)
                yield from self._stub(about, PassageKind.RECOMMENDATION, record.place)
            else:
                record = replace(record, about=PassageKey(about.symbol, number))
        yield record

    def _link(self, record: StatedLink, loaded: Loaded) -> Iterator[Record]:
        """A link to a passage that nobody has read makes it known; to one that a read report lacks, a finding."""
        kind = _KINDS.get(record.relation, PassageKind.OBSERVATION)
        object_ = record.object
        if isinstance(object_, PassageKey) and object_.paragraph and object_ not in self.index.passages:
            number = numbers.paragraph(self.index.reports.get(object_.symbol, {}), object_.paragraph)
            if number is None and kind is PassageKind.RECOMMENDATION and self._numbers_all(object_.symbol):
                reason = f"{object_.symbol} has no recommendation {object_.paragraph}: the link is left out"
                self._find(loaded, record.place, f"{reason} ({record.quote[:80]!r})")
                return
            if number is None:
                yield from self._stub(object_, kind, record.place)
            else:
                record = replace(record, object=PassageKey(object_.symbol, number))
        yield record

    def _numbers_all(self, symbol: str) -> bool:
        """Whether the report itself was read, so that it has no other recommendations."""
        document = self.index.documents.get(symbol)
        return (
            document is not None
            and document.kind is DocumentKind.WORKING_GROUP_REPORT
            and any(one.text for one in self.index.reports.get(symbol, {}).values())
        )

    def _stub(self, key: PassageKey, kind: PassageKind, place: str) -> Iterator[Record]:
        """A passage known only because another document names it."""
        if key not in self._known:
            self._known.add(key)
            document = self.index.documents.get(key.symbol)
            state = document.state if document else None
            yield Passage(symbol=key.symbol, paragraph=key.paragraph, kind=kind, state=state, place=place)

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
