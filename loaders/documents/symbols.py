"""Finding document symbols in text (`A/HRC/WG.6/34/SVN/1`), with the blanks they are printed with."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from graph import clean
from graph.clean import Unclear

_ROOTS = "A|CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD|DP|E|HRI|S|ST|T"
PATTERN = re.compile(rf"(?<![\w/])(?:{_ROOTS})(?:\s?/\s?[A-Z0-9][A-Za-z0-9.\-–]*)+")
"""A symbol as printed, perhaps with a blank about its strokes."""

_FOR_STATE = re.compile(r"/(?!HRC)([A-Z]{3})(?=/|$)")
_WORKING_GROUP = re.compile(r"/WG\.6/(\d{1,2})/")


@dataclass(frozen=True, slots=True)
class Mention:
    """A symbol in a text: `text[start:end]` is how `symbol` is printed there."""

    symbol: str
    start: int
    end: int


def mentions(text: str) -> Iterator[Mention]:
    """Every document symbol in a text, in its normal form; a word with a stroke and no figure is none."""
    for found in PATTERN.finditer(text):
        printed = found[0].rstrip(".-–")
        with suppress(Unclear):
            symbol = clean.symbol(printed.replace("–", "-"))
            if any(mark.isdigit() for mark in symbol):
                yield Mention(symbol, found.start(), found.start() + len(printed))


def state_code(symbol: str) -> str:
    """The State's ISO code inside a symbol (`CERD/C/SVN/CO/6-7` → `SVN`); empty where it shows none."""
    found = _FOR_STATE.search(symbol)
    return found[1] if found else ""


def session(symbol: str) -> int | None:
    """The UPR session inside a symbol of the Working Group (`A/HRC/WG.6/34/SVN/1` → 34)."""
    found = _WORKING_GROUP.search(symbol)
    return int(found[1]) if found else None


def parent(symbol: str) -> str:
    """The document that an addendum or corrigendum belongs to: `A/HRC/28/15/Add.1` → `A/HRC/28/15`."""
    return re.sub(r"/(?:Add|Corr|Rev)\.\d+.*$", "", symbol)
