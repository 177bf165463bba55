"""The rules by which UHRI's values are cleaned: each has a name, and is counted, so that nothing changes in silence."""

import html
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from graph import clean, goals, mechanisms, states
from graph.clean import Unclear
from graph.records import Position, Tag
from graph.source import Severity, Source
from loaders.documents import symbols

DEFAULT_THEME: Final = "Reservations"
"""On 30 % of all records, on 91 % of those of 2007: a default of the index and no theme anybody chose."""
_TAG = re.compile(r"<[^<>]{0,2000}>")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.I)
_MARKED = re.compile(r"^-\s*")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.I)
_CODE = re.compile(r"[A-Z]{2}")
_CYCLE = re.compile(r"\d")
_SESSION = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+session\b", re.I)
_POSITIONS: Final = {
    "supported": Position.SUPPORTED,
    "noted": Position.NOTED,
    "supported/noted": Position.PARTLY_SUPPORTED,
}
KINDS: Final = {
    "recommendations": "recommendation",
    "concerns/observations": "observation",
    "others": "other",
}
"""UHRI's types, folded → ours."""


@dataclass(slots=True)
class Cleaning:
    """Cleans values and counts what each rule changed; `told` are values that no rule could clean."""

    counts: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)

    def tell(self, source: Source) -> None:
        """One note for each rule that changed something, one finding for each value that could not be read."""
        for rule, count in sorted((+self.counts).items()):
            source.find(f"rule: {rule}", f"{count} values", Severity.NOTE)
        for reason, count in sorted(self.told.items()):
            source.find("values", f"{reason} ({count} times)" if count > 1 else reason)

    def label(self, told: str) -> str:
        """A label without the mark and the blanks around it."""
        plain = _label(told)
        if plain != told:
            self.counts["marks and blanks around a label taken off"] += 1
        return plain

    def text(self, told: str) -> str:
        """Readable text on one line: no HTML, no entities, no control characters."""
        if "<" in told and _TAG.search(told):
            self.counts["HTML taken out of a text"] += 1
            told = _TAG.sub(" ", told)
        if "&" in told and _ENTITY.search(told):
            self.counts["entities of a text made letters"] += 1
            told = html.unescape(html.unescape(told))
            if "<" in told and _TAG.search(told):
                told = _TAG.sub(" ", told)
        plain = clean.text(told)
        if plain != told:
            self.counts["blanks and control characters of a text folded"] += 1
        return plain

    def states(self, told: Iterable[str], symbol: str) -> tuple[str, ...]:
        """States by their codes; where none is named, the one inside the document's symbol."""
        found = [state for name in told if (state := self._state(name))]
        if not found:
            code = symbols.state_code(symbol)
            if code and _state(code):
                self.counts["no country: taken from the symbol"] += 1
                return (code,)
        return tuple(dict.fromkeys(found))

    def _state(self, told: str) -> str:
        name = _label(told)
        if _CODE.fullmatch(name):
            found = _state_of_code(name)
            self.counts["two-letter code of a country read"] += bool(found)
        else:
            if name.endswith("*"):
                self.counts["asterisk of a country taken off"] += 1
            found = _state(name)
        if not found:
            self.told[f"no State is called {name!r}"] += 1
        return found

    def mechanism(self, told: str, symbol: str) -> str | None:
        """The body's notation, by its name or else by the document's symbol."""
        name = _label(told)
        found = _mechanism(name)
        if found and found != name:
            self.counts["body called by another name than its notation"] += 1
        if not found:
            found = mechanisms.from_symbol(symbol)
            if found:
                self.counts["no body: taken from the symbol"] += 1
            else:
                self.told[f"no mechanism is called {name!r}"] += 1
        return found

    def day(self, told: str) -> date | None:
        """The day of a date with a time; None where the export gives none."""
        found = clean.day_or_none(told.split("T")[0]) if told else None
        if told and found is None:
            self.told[f"no day of publication: {told!r}"] += 1
        return found

    def kind(self, told: str) -> str:
        """`recommendation`, `observation`, `other`, or empty where UHRI gives no type."""
        name = _label(told)
        if not name or _UUID.fullmatch(name):
            self.counts["type missing or a UUID: an observation"] += 1
            return ""
        found = KINDS.get(name.casefold())
        if found is None:
            self.told[f"no type is called {name!r}: an observation"] += 1
            return ""
        return found

    def themes(self, told: Iterable[str]) -> tuple[Tag, ...]:
        """Themes as tags, each once; the default one is kept as doubtful."""
        found = dict.fromkeys(self.label(label) for label in told)
        if DEFAULT_THEME in found:
            self.counts[f"theme {DEFAULT_THEME!r} kept as doubtful"] += 1
        return tuple(Tag("uhri-theme", label, doubtful=label == DEFAULT_THEME) for label in found if label)

    def persons(self, told: Iterable[str]) -> tuple[Tag, ...]:
        return tuple(Tag("uhri-person", label) for label in dict.fromkeys(map(self.label, told)) if label)

    def sdgs(self, told: Iterable[str]) -> tuple[str, ...]:
        """Codes of goals and targets, from `16.2 - Protect …`."""
        found = []
        for label in told:
            code = _goal(label)
            if code:
                found.append(code)
            else:
                self.told[f"no goal or target begins with {label[:40]!r}"] += 1
        return tuple(dict.fromkeys(found))

    def positions(self, told: Iterable[str]) -> tuple[tuple[Position, str], ...]:
        """Positions with the words that name them."""
        found = []
        for words in dict.fromkeys(map(self.label, told)):
            position = _POSITIONS.get(words.casefold())
            if position:
                found.append((position, words))
            else:
                self.told[f"no position is called {words!r}"] += 1
        return tuple(found)

    def cycle(self, told: str, sessions: Iterable[str]) -> tuple[int | None, int | None]:
        """Cycle and session of the UPR, from `2` or `Cycle 2` and `28th Session - Cycle 2`."""
        number, session = _CYCLE.search(told), None
        for one in sessions:
            named = _SESSION.search(one)
            session = int(named[1]) if named else None
            number = number or re.search(r"(?<=cycle )\d", one.casefold())
        return int(number[0]) if number else None, session


@lru_cache(maxsize=100_000)
def _label(told: str) -> str:
    return clean.text(_MARKED.sub("", html.unescape(told).strip()))


@lru_cache(maxsize=10_000)
def _state(name: str) -> str:
    try:
        return states.state(name)
    except Unclear:
        return ""


@lru_cache(maxsize=1_000)
def _state_of_code(code: str) -> str:
    try:
        return states.from_iso2(code)
    except Unclear:
        return ""


@lru_cache(maxsize=10_000)
def _mechanism(name: str) -> str | None:
    return mechanisms.from_name(name) if name else None


@lru_cache(maxsize=10_000)
def _goal(label: str) -> str:
    try:
        return goals.goal(_label(label).split(" - ", 1)[0].strip())
    except Unclear:
        return ""
