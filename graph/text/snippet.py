"""Why a hit is a hit: the wording that holds what was searched for, cut around it, with the words marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph.text.hit import Piece, Snippet
from graph.text.match import Needle
from graph.text.thing import FIELDS, WEIGHTS, Said
from graph.text.words import Token, stem, tokens

LENGTH: Final = 280
"""Characters of a wording that are shown, about three lines."""
_BEFORE: Final = 60
"""Characters shown before the first marked word of a long wording."""
MOST: Final = 2
"""Wordings shown of one hit."""
_SENTENCES: Final = ("text", "summary", "wording", "description")
_WEIGHT = dict(zip(FIELDS, WEIGHTS, strict=True))


@dataclass(frozen=True, slots=True)
class _Marks:
    """The places of what was searched for in one wording, and which needles were found."""

    said: Said
    spans: tuple[tuple[int, int], ...]
    found: frozenset[int]


def snippets(said: Iterable[Said], needles: Sequence[Sequence[Needle]]) -> tuple[Snippet, ...]:
    """The wordings that tell most of what was searched for; `needles` are, for each part, what stands for it.

    Where those are but names and numbers, the first wording that is a sentence follows, unmarked.
    """
    all_said = list(said)
    marked = [_marks(one, needles) for one in all_said]
    best = sorted((one for one in marked if one.found), key=lambda one: (-len(one.found), -_WEIGHT[one.said.field]))
    shown, told = best[:1], best[0].found if best else frozenset()
    for other in best[1:]:
        if len(shown) < MOST and other.found - told:
            shown.append(other)
            told |= other.found
    if not any(one.said.field in _SENTENCES for one in shown):
        shown += [_Marks(one, (), frozenset()) for one in all_said if one.field in _SENTENCES][:1]
    return tuple(map(_cut, shown))


def _marks(said: Said, needles: Sequence[Sequence[Needle]]) -> _Marks:
    words = list(tokens(said.text))
    stems = [stem(token.word, said.language) for token in words]
    by_first: dict[str, list[tuple[int, Needle]]] = {}
    for number, some in enumerate(needles):
        for needle in some:
            by_first.setdefault(needle[0], []).append((number, needle))
    spans: list[tuple[int, int]] = []
    found: set[int] = set()
    for at, one in enumerate(stems):
        for number, needle in by_first.get(one, ()):
            if tuple(stems[at : at + len(needle)]) == needle:
                found.add(number)
                spans.append(_span(words, at, len(needle)))
    return _Marks(said, _merged(spans), frozenset(found))


def _span(words: list[Token], at: int, count: int) -> tuple[int, int]:
    return words[at].start, words[at + count - 1].end


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, none inside another."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _cut(marks: _Marks) -> Snippet:
    text = marks.said.text
    start, end = _window(text, marks.spans)
    pieces, at = [], start
    for first, last in marks.spans:
        if start <= first and last <= end:
            pieces += [Piece(text[at:first]), Piece(text[first:last], marked=True)]
            at = last
    pieces.append(Piece(text[at:end]))
    said = marks.said
    kept = tuple(piece for piece in pieces if piece.text)
    return Snippet(said.field, said.language, said.publisher, kept, start > 0, end < len(text))


def _window(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch to show: that which holds most marked words, from one blank to another."""
    if len(text) <= LENGTH:
        return 0, len(text)
    first = max((start for start, _ in spans), key=lambda start: (_held(spans, start), -start), default=0)
    start = max(0, min(first - _BEFORE, len(text) - LENGTH))
    end = min(len(text), start + LENGTH)
    if start:
        start = min(_blank(text, start, first), first)
    if end < len(text):
        before = text.rfind(" ", first, end)
        end = before if before > first and all(last <= before for one, last in spans if one <= before <= last) else end
    return start, end


def _held(spans: Sequence[tuple[int, int]], start: int) -> int:
    """How many marked words are shown if a wording is shown from a little before this place."""
    return sum(start <= one and last <= start - _BEFORE + LENGTH for one, last in spans)


def _blank(text: str, start: int, most: int) -> int:
    """The beginning of the first whole word from here, but not beyond `most`."""
    found = text.find(" ", start, most)
    return found + 1 if found >= 0 else start
