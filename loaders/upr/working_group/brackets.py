"""Who asked: the States in the brackets of a recommendation, told from brackets that hold something else."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from graph import states
from graph.clean import Unclear

_SEPARATOR = re.compile(r"\s*[,;/]\s*(?:and\s+)?|\s+(?:and|&|et|y)\s+")
_BEHALF = re.compile(r"\s+(?:\(?on behalf of|\(?speaking for|in the name of)\b.*", re.IGNORECASE)
_ABBREVIATION = re.compile(r"[A-Z][A-Z\d\s\-/]+$")
"""An instrument or a body at an ask's end: `(ICCPR-OP 2)`."""
_EDGES = " \t.;,:*∗"
_LONGEST = 400
"""No list of States in brackets is longer than so many characters."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket that names States: `text[start:end]` with its parentheses; `unknown` are parts that are none."""

    start: int
    end: int
    states: tuple[str, ...]
    unknown: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def brackets(text: str) -> tuple[Bracket, ...]:
    """The brackets that name at least one State, in order."""
    return tuple(_brackets(text, 0))


def _brackets(text: str, offset: int) -> Iterator[Bracket]:
    """`offset` is where this text stands in the whole; a bracket without States may hold one with them."""
    for start, end in _outermost(text):
        inside = text[start + 1 : end - 1]
        named, unknown = named_states(inside)
        if named:
            yield Bracket(offset + start, offset + end, named, unknown)
        elif "(" in inside:
            yield from _brackets(inside, offset + start + 1)


def asked_by(text: str) -> tuple[str, ...]:
    """Every State that the brackets name, each once, in order."""
    return tuple(dict.fromkeys(state for bracket in brackets(text) for state in bracket.states))


def without_last(text: str) -> str:
    """The text without the brackets of States at its end; those inside it stay."""
    kept = text.strip(_EDGES)
    for bracket in reversed(brackets(kept)):
        if kept[bracket.end :].strip(_EDGES):
            break
        kept = kept[: bracket.start].strip(_EDGES)
    return kept


def unread(text: str) -> list[str]:
    """What stands in the bracket at the text's end, or beside a State's name, and is no State."""
    found = brackets(text)
    strange = [part for bracket in found for part in bracket.unknown]
    for start, end in _outermost(text)[-1:]:
        inside = text[start + 1 : end - 1]
        if (
            not text[end:].strip(_EDGES)
            and not any(start <= one.start for one in found)
            and not _ABBREVIATION.match(inside)
        ):
            strange.append(inside)
    return strange


def _outermost(text: str) -> list[tuple[int, int]]:
    """The outermost parentheses. One that is never closed ends at the next semicolon, or with the text."""
    pairs: list[tuple[int, int]] = []
    depth, start = 0, 0
    for found in re.finditer(r"[()]", text):
        at = found.start()
        if found[0] == "(":
            if depth and (at - start > _LONGEST or ";" in text[start:at]):
                pairs.append((start, _unclosed(text, start, at)))
                depth = 0
            start = start if depth else at
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                pairs.append((start, found.end()))
    if depth:
        pairs.append((start, _unclosed(text, start, len(text))))
    return pairs


def _unclosed(text: str, start: int, stop: int) -> int:
    """Where a bracket without its closing mark ends, counted as if that mark stood there."""
    semicolon = text.find(";", start, stop)
    return (semicolon if semicolon >= 0 else stop) + 1


@lru_cache(maxsize=8192)
def named_states(inside: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The States that a bracket's text lists, longest names first, and the parts that are none."""
    whole = _code(inside)
    if whole:
        return (whole,), ()
    marks = list(_SEPARATOR.finditer(inside))
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(inside)]
    named: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(starts):
        upto, code = _longest(inside, starts, ends, at)
        part = inside[starts[at] : ends[upto]].strip(_EDGES)
        if code:
            named.append(code)
        elif part:
            unknown.append(part)
        at = upto + 1
    return tuple(dict.fromkeys(named)), tuple(unknown)


def _longest(inside: str, starts: list[int], ends: list[int], at: int) -> tuple[int, str]:
    """The longest run of parts that is a State's name: "Venezuela, Bolivarian Republic of" is one."""
    for upto in range(min(len(ends), at + 4) - 1, at - 1, -1):
        code = _code(inside[starts[at] : ends[upto]])
        if code:
            return upto, code
    return at, ""


@lru_cache(maxsize=8192)
def _code(name: str) -> str:
    """A State's code; empty if nothing is called so. A short word in small letters is no code."""
    plain = _BEHALF.sub("", name).strip(_EDGES)
    if len(plain) < 4 and plain not in ("UK", "USA", "UAE", "DRC", "ROK"):
        return ""
    for form in (plain, re.sub(r"\s*\(", " (", plain), plain.replace("-", " "), plain.replace(" of the ", " of ")):
        with suppress(Unclear):
            return states.state(form)
    return ""
