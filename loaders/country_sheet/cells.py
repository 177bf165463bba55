"""A cell of a country sheet as what its column holds; what cannot be read with certainty is told."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from graph import clean, mechanisms, states
from graph.clean import Unclear
from graph.country.column import Column, Form
from graph.records import Told
from graph.states import fold
from loaders.country_sheet import days

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.ASCII)
_YES: Final = frozenset(("yes", "oui", "si", "true", "1"))
_NO: Final = frozenset(("no", "non", "false", "0"))
_SEVERAL: Final = (Form.TEXTS, Form.BODIES, Form.STATES)


def values(column: Column, raw: str) -> tuple[list[Told], list[str]]:
    """What a cell tells, and why what is left of it could not be read. For every form but recommendations and money."""
    read = _READ[column.form]
    parts = raw.split(";") if column.form in _SEVERAL else [raw]
    told: list[Told] = []
    faults = []
    for part in filter(None, map(clean.text, parts)):
        try:
            told.append(read(column, part))
        except Unclear as fault:
            faults.append(str(fault))
    return list(dict.fromkeys(told)), faults


def _text(_column: Column, text: str) -> str:
    return text


def _name(_column: Column, text: str) -> str:
    """A name that can be told from others: it has a letter or a digit."""
    if not any(mark.isalnum() for mark in text):
        raise Unclear(f"not a name: {text!r}")
    return text


def _whole(_column: Column, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 4):
        raise Unclear(f"not a whole number: {text!r}")
    if _column.tells == "rg:cycle" and text not in ("1", "2", "3", "4"):
        raise Unclear(f"{text!r} is no cycle of the UPR (1 to 4)")
    return int(text)


def _day(_column: Column, text: str) -> date:
    return days.day(text)


def _moment(_column: Column, text: str) -> str:
    return days.moment(text)


def _state(_column: Column, text: str) -> str:
    return states.state(text)


def _mechanism(_column: Column, text: str) -> str:
    found = mechanisms.from_name(text)
    if found is None:
        raise Unclear(f"no mechanism is called {text!r}")
    return found


def _choice(column: Column, text: str) -> str:
    found = next((word for word in column.choices if fold(word) == fold(text)), None)
    if found is None:
        raise Unclear(f"{text!r} is not in the list: {', '.join(column.choices)}")
    return found


def _symbol(_column: Column, text: str) -> str:
    return clean.symbol(text)


def _address(_column: Column, text: str) -> str:
    if not _ADDRESS.fullmatch(text):
        raise Unclear(f"not an address that begins with http: {text!r}")
    return clean.address(text)


def _truth(_column: Column, text: str) -> bool:
    if fold(text) not in _YES | _NO:
        raise Unclear(f"{text!r} is neither yes nor no")
    return fold(text) in _YES


_READ: Final[dict[Form, Callable[[Column, str], Told]]] = {
    Form.TEXT: _text,
    Form.TEXTS: _text,
    Form.WHOLE: _whole,
    Form.DAY: _day,
    Form.MOMENT: _moment,
    Form.STATE: _state,
    Form.STATES: _state,
    Form.BODY: _name,
    Form.BODIES: _name,
    Form.MECHANISM: _mechanism,
    Form.CHOICE: _choice,
    Form.SYMBOL: _symbol,
    Form.ADDRESS: _address,
    Form.TRUTH: _truth,
}
