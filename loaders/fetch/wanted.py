"""The words of the command → what is wanted; wrong words are told before anything is asked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from graph import clean, states
from graph.clean import Unclear
from loaders.fetch.faults import WrongUse

LANGUAGES: Final = ("ar", "en", "es", "fr", "ru", "zh")
"""The languages UN documents come in."""
_USE: Final = "write symbols (A/HRC/28/15), uhri, un-info VNM …, iati VNM … or iati https://…"
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True)
class Document:
    """A UN document by its symbol in normal form."""

    symbol: str


@dataclass(frozen=True, slots=True)
class Uhri:
    """The whole export of the Universal Human Rights Index."""


@dataclass(frozen=True, slots=True)
class UnInfo:
    """UN INFO's framework and projects of a State (ISO 3166 alpha-3)."""

    state: str


@dataclass(frozen=True, slots=True)
class Activities:
    """All IATI activities in a State (ISO 3166 alpha-3)."""

    state: str


@dataclass(frozen=True, slots=True)
class Address:
    """One IATI file at a web address."""

    address: str


Want = Document | Uhri | UnInfo | Activities | Address


def wanted(words: Sequence[str]) -> list[Want]:
    """What these words ask for, each thing once. Raises WrongUse."""
    found = list(dict.fromkeys(_read(list(words))))
    if not found:
        raise WrongUse(f"nothing to fetch: {_USE}")
    return found


def cited(symbols: Iterable[str]) -> tuple[list[Want], list[str]]:
    """The documents of symbols that texts cite, and what is cited like a symbol but cannot be one."""
    found: list[Want] = []
    strange = []
    for symbol in symbols:
        try:
            found.append(document(symbol))
        except WrongUse:
            strange.append(symbol)
    return found, strange


def _read(words: list[str]) -> Iterator[Want]:
    """`un-info` and `iati` speak for the words after them, up to the next word that cannot be theirs."""
    while words:
        word = words.pop(0)
        if word == "uhri":
            yield Uhri()
        elif word in ("un-info", "iati"):
            taken = _taken(words)
            if not taken:
                raise WrongUse(f"{word} of which State? write it as in  {word} VNM")
            yield from (_of_state(word, one) for one in taken)
        else:
            yield document(word)


def _taken(words: list[str]) -> list[str]:
    taken = []
    while words and (re.fullmatch(r"[A-Za-z]{3}", words[0]) or ":" in words[0]):
        taken.append(words.pop(0))
    return taken


def _of_state(source: str, word: str) -> Want:
    if ":" in word:
        if source != "iati":
            raise WrongUse(f"un-info is asked by State (VNM), not by address: {word!r}")
        return Address(_address(word))
    try:
        state = states.state(word)
    except Unclear as fault:
        raise WrongUse(f"no State has the code {word!r}: write ISO 3166 alpha-3, as in  {source} VNM") from fault
    return UnInfo(state) if source == "un-info" else Activities(state)


def _address(word: str) -> str:
    try:
        parts = urlsplit(word)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    if not whole or " " in word or not word.isprintable():
        raise WrongUse(f"only https:// and http:// addresses are fetched, not {word!r}")
    if parts.username is not None:
        raise WrongUse("an address with a user name or password in it is not fetched: save the file yourself")
    return word


def document(word: str) -> Document:
    """The document of a symbol as written. Raises WrongUse if it cannot be one: `A/HRC/28/15` has figures."""
    try:
        symbol = clean.symbol(word)
    except Unclear:
        symbol = ""
    steps = symbol.split("/")
    plain = all(any(mark.isalnum() for mark in step) and not step.startswith(".") for step in steps)
    if not plain or not any(mark.isdigit() for mark in symbol) or len(symbol) > _LONGEST:
        raise WrongUse(f"{word!r} is no document symbol: {_USE}")
    return Document(symbol)


def language(code: str) -> str:
    """A language code in small letters. Raises WrongUse if the UN does not publish in it."""
    if code.lower() not in LANGUAGES:
        raise WrongUse(f"no language {code!r}; there are: {', '.join(LANGUAGES)}")
    return code.lower()
