"""Terms and lines of N-Quads, the form in which every fact is written, sorted, compared and loaded."""

import re
from datetime import date
from decimal import Decimal

from graph.terms import XSD

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r'[\\"\n\r\t]')
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def iri(value: str) -> str:
    return f"<{value}>"


def text(value: str, language: str = "") -> str:
    """A literal, language-tagged where the language is known; control characters cannot be written."""
    escaped = _SPECIAL.sub(lambda found: _ESCAPES[found[0]], _UNWRITABLE.sub("", value))
    return f'"{escaped}"@{language.lower()}' if language else f'"{escaped}"'


def whole(value: int) -> str:
    return f'"{value}"^^<{XSD}integer>'


def decimal(value: Decimal) -> str:
    """In the one form the store gives back: no exponent, no trailing zeros."""
    plain = f"{value.normalize():f}"
    return f'"{"0" if plain == "-0" else plain}"^^<{XSD}decimal>'


def day(value: date) -> str:
    return f'"{value.isoformat()}"^^<{XSD}date>'


def truth(value: bool) -> str:
    return f'"{str(value).lower()}"^^<{XSD}boolean>'


def line(subject: str, predicate: str, object_: str, graph: str) -> str:
    """One quad as a line; subject, predicate and graph are IRIs, the object a term already written."""
    return f"<{subject}> <{predicate}> {object_} <{graph}> .\n"
