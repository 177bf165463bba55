"""The text of a joint submission: each recommendation of the last review with its position, programmes, later asks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from graph.export.facts import NO_POSITION, Ask, Facts, Link, names
from graph.export.letter_counterparts import Pairs, counterparts
from graph.export.submission_words import LEVELS, Level, first_words, total

OTHER: Final = "Other matters"
NAMED: Final = 10
"""Words of a programme's name once anything is shortened; its note has the whole name."""


@dataclass(slots=True)
class Notes:
    """Sources, each with one number, in the order of their first use."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, source: str) -> int:
        return self.numbers.setdefault(source, len(self.numbers) + 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """A recommendation in the submission: its paragraph and position, what is told of it, and numbers of notes."""

    head: str
    text: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a submission tells of one review: its recommendations, what was asked later, what is reported."""

    facts: Facts
    review: str
    asks: list[Ask]
    later: Mapping[str, Pairs]
    reports: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Text:
    """A submission: paragraphs of introduction, sections of entries, notes; `left_out` says what had to go.

    `shortened` holds the citation and the whole of what was told, of each recommendation that was made shorter.
    """

    opening: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Entry, ...]], ...]
    notes: tuple[str, ...]
    left_out: str
    shortened: tuple[tuple[str, str], ...]
    words: int


def text(
    facts: Facts,
    review: str,
    issued: Mapping[str, str],
    limit: int,
    reports: Mapping[str, list[str]] = MappingProxyType({}),
) -> Text:
    """The submission on the recommendations of one report (its symbol), as long as the limit lets it be.

    `issued` are days of documents by symbol: only what was said after the review counts as later. Where even the
    shortest is too long, `words` says so: no recommendation is ever left out. `reports` is recommendation → what
    reports and assessors say of it, each line begun by its source and a colon.
    """
    asks = [ask for ask in facts.asks.values() if ask.mechanism == "UPR" and ask.symbol == review]
    later = _later(counterparts(facts), issued, issued.get(review, ""))
    known = Known(facts, review, asks, later, reports)
    whole = _made(known, LEVELS[0])
    made = whole
    for level in LEVELS[1:]:
        if made.words <= limit:
            break
        made = _made(known, level)
    return made if made is whole else _with_shortened(made, whole)


def _with_shortened(made: Text, whole: Text) -> Text:
    pairs = zip(_entries(whole), _entries(made), strict=True)
    shortened = tuple((full.head.rstrip("."), full.text) for full, short in pairs if full.text != short.text)
    return Text(made.opening, made.sections, made.notes, made.left_out, shortened, made.words)


def _entries(told: Text) -> Iterable[Entry]:
    return (entry for _, entries in told.sections for entry in entries)


def _later(pairs: Mapping[str, Pairs], issued: Mapping[str, str], since: str) -> dict[str, Pairs]:
    """Counterparts in documents issued after the review; those of an unknown day are left out."""
    return {
        ask: [(other, links) for other, links in others if since and issued.get(other.symbol, "") > since]
        for ask, others in pairs.items()
    }


def _made(known: Known, level: Level) -> Text:
    notes, asks = Notes(), known.asks
    by_theme: defaultdict[str, list[Ask]] = defaultdict(list)
    for ask in asks:
        themes = [tag.label for tag in ask.tags if tag.kind == "theme"]
        by_theme[themes[0] if themes else OTHER].append(ask)
    opening = tuple(_opening(known.facts, known.review, asks, known.later))
    sections = tuple(
        (theme, tuple(_entry(known, ask, level, notes) for ask in by_theme[theme]))
        for theme in sorted(by_theme, key=lambda theme: (theme == OTHER, -len(by_theme[theme]), theme))
    )
    body = [*opening, *(theme for theme, _ in sections)]
    body += [f"{one.head} {one.text}" for _, entries in sections for one in entries]
    return Text(opening, sections, tuple(notes.numbers), level.told, (), total(body))


def _opening(facts: Facts, review: str, asks: list[Ask], later: Mapping[str, Pairs]) -> Iterable[str]:
    positions: defaultdict[str, int] = defaultdict(int)
    for ask in asks:
        positions[ask.answer] += 1
    told = ", ".join(
        f"{number} {position}" for position, number in sorted(positions.items()) if position != NO_POSITION
    )
    open_ = positions.get(NO_POSITION, 0)
    served = sum(ask.iri in facts.serving for ask in asks)
    repeated = sum(bool(later.get(ask.iri)) for ask in asks)
    yield (
        f"This joint submission of the United Nations country team in {names(facts.states.values())} reports on each "
        f"of the {len(asks)} recommendations in {review}, supported and noted alike: {told or 'no position is known'}"
        + (f", {open_} without a known position." if open_ else ".")
    )
    yield (
        f"UN programmes are known to contribute to {served or 'none'} of them. Since the review, treaty bodies and "
        f"special procedures have asked the like of {repeated or 'none'} of them, as far as documents are held. Where "
        "nothing is told of a recommendation, nothing is known; that does not say that nothing was done."
    )


def _entry(known: Known, ask: Ask, level: Level, notes: Notes) -> Entry:
    facts = known.facts
    used: list[int] = [notes.number(ask.citation)]
    lines = known.reports.get(ask.iri, [])
    parts: list[str] = []
    opening = first_words(ask.text, level.words)
    if opening:
        parts.append(f"{opening.rstrip('.')}.")
    links = sorted(facts.serving.get(ask.iri, {}).items(), key=lambda pair: pair[1].rank)
    parts += _programmes(facts, links, level, notes, used)
    parts += _reported(known.review, lines, level, notes, used)
    parts += _since(known.later.get(ask.iri, []), level.since, notes, used)
    return Entry(f"{ask.paragraph or ask.citation} ({ask.answer}).", " ".join(parts), tuple(dict.fromkeys(used)))


def _reported(review: str, lines: list[str], level: Level, notes: Notes, used: list[int]) -> Iterable[str]:
    """What the State answered and reports say was done, in their words; it is told, never judged."""
    if not lines:
        return
    if level.words == 0:
        yield f"Reported on {len(lines)} {'time' if len(lines) == 1 else 'times'}."
        used += [notes.number(line.split(": ", 1)[0]) for line in lines]
        return
    for line in lines[: level.since]:
        source, _, words = line.partition(": ")
        used.append(notes.number(source))
        answered = source.startswith(f"{review}/Add.")
        yield f"{'The State answered' if answered else 'Reported'}: {first_words(words, level.words).rstrip('.')}."


def _programmes(
    facts: Facts, links: list[tuple[str, Link]], level: Level, notes: Notes, used: list[int]
) -> Iterable[str]:
    if not links:
        return
    most = level.programmes
    if most == 0:
        yield f"Programmes: {len(links)}."
        return
    told = []
    for iri, link in links[:most]:
        name = first_words(facts.named(iri), None if level.words is None else NAMED)
        told.append(name + (" (proposed link)" if link.grade == "proposed" else ""))
        used.append(notes.number(f"{facts.named(iri)}, {iri.rsplit('/', 1)[-1]}"))
    more = len(links) - len(told)
    yield f"Programmes: {'; '.join(told)}" + (f"; and {more} more." if more else ".")


def _since(later: Pairs, most: int | None, notes: Notes, used: list[int]) -> Iterable[str]:
    if not later:
        return
    if most == 0:
        yield f"Asked again since: {len(later)} times."
        return
    told = []
    for other, links in later[:most]:
        told.append(other.mechanism + (" (proposed link)" if links[0].grade == "proposed" else ""))
        used.append(notes.number(other.citation))
    more = len(later) - len(told)
    yield f"Asked again since by {'; '.join(dict.fromkeys(told))}" + (f"; and {more} more." if more else ".")
