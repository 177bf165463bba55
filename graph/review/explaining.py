"""Explanations of links for a terminal, and as JSON."""

import json
import sys
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Final

from graph.review.decision import PAST
from graph.review.explained import Explained, Origin, Side, signed

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_WIDEST: Final = 100
_LEFT: Final = (0, 0, 0, 2)
_BAR: Final = 8
"""Columns of the longest bar."""


def as_json(found: Sequence[Explained], message: str = "") -> str:
    """Every field; `message` says in words that there is no link."""
    told = {"message": message, "links": [one.told() for one in found]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def as_text(found: Sequence[Explained], message: str = "") -> str:
    """For reading in a terminal of 100 columns: shared words are bold where the terminal can show it."""
    from rich.console import Console

    out = StringIO()
    console = Console(file=out, width=_width(), force_terminal=sys.stdout.isatty(), highlight=False)
    for line in [*([_plain(message)] if message else []), *(part for one in found for part in _parts(one))]:
        console.print(line)
    return out.getvalue()


def _width() -> int:
    from shutil import get_terminal_size

    return max(40, min(_WIDEST, get_terminal_size((_WIDEST, 40)).columns))


def _parts(one: Explained) -> "Iterator[RenderableType]":
    from rich.padding import Padding
    from rich.rule import Rule

    yield Rule(_plain(one.relation_name, "bold"), align="left")
    yield _plain(_standing(one))
    for heading, side in (("from", one.subject), ("to", one.object)):
        yield from _side(heading, side)
    for quote in one.quotes:
        yield _plain(f"quote: “{quote}”")
    for side in one.evidence:
        if side.iri not in (one.subject.iri, one.object.iri):
            yield from _side("evidence", side)
    for origin in one.origins:
        yield _plain(f"source: {_place(origin)}")
    if one.reasons:
        yield _plain("\nwhy" if one.sum is None else "\nwhy (what each adds to the log-odds)", "bold")
        yield Padding(_reasons(one), _LEFT, expand=False)
    if one.equation:
        yield _plain(f"  {one.equation}" + ("" if one.adds_up is not False else f", but the score is {one.score}"))
    if one.decisions:
        yield _plain("\ndecisions" + (" (people disagree: the later one counts)" if one.contested else ""), "bold")
    for made in one.decisions:
        yield _plain(f"  {made.day}  {made.who} {PAST.get(made.decision, made.decision)} it: {made.why}")
    yield _plain("")


def _standing(one: Explained) -> str:
    score = "" if one.score is None else f"score {one.score:g}"
    told = (f"basis: {one.basis_name}" if one.basis_name else "", score, one.status, "contested" * one.contested)
    return " · ".join(word for word in told if word)


def _side(heading: str, side: Side) -> "Iterator[RenderableType]":
    from rich.padding import Padding

    where = f"{side.document}, para. {side.paragraph}" if side.document and side.paragraph else side.name
    yield _plain(f"\n{heading}: {where}" + (f" — {side.speaker}" if side.speaker else ""), "bold")
    if side.title and side.title not in side.text:
        yield Padding(_plain(side.title), _LEFT, expand=False)
    words = _plain(("as cited: " if side.cited else "") if side.text else "its wording is not in this build")
    for piece, shared in side.pieces():
        words.append(_clean(piece), "bold underline" if shared else None)
    yield Padding(words, _LEFT, expand=False)
    if side.shared:
        yield Padding(_plain(f"shared: {', '.join(side.terms)}", "dim"), _LEFT, expand=False)
    for origin in side.origins:
        yield Padding(_plain(f"source: {_place(origin)}", "dim"), _LEFT, expand=False)


def _reasons(one: Explained) -> "RenderableType":
    from rich.console import Group
    from rich.table import Table

    told = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    most = one.most
    if not most:
        return Group(*(_plain(reason.words) for reason in one.reasons))
    told.add_column(justify="right", no_wrap=True)
    told.add_column(no_wrap=True, width=_BAR)
    told.add_column(overflow="fold")
    for reason in one.reasons:
        number = "" if reason.adds is None else signed(reason.adds)
        told.add_row(number, _bar(reason.adds, most), _plain(reason.words))
    return told


def _bar(adds: float | None, most: float) -> str:
    if not adds or not most:
        return ""
    return ("█" if adds > 0 else "░") * max(1, round(abs(adds) / most * _BAR))


def _place(origin: Origin) -> str:
    place = f"{origin.file}, {origin.place}" if origin.place else origin.file
    return place if origin.official else f"{place} (not an official source)"


def _plain(words: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(_clean(words), style=style)


def _clean(words: str) -> str:
    """Words that no terminal takes for a command."""
    return "".join(one if one.isprintable() or one == "\n" else " " for one in words)
