"""Whose words a cited document holds: a treaty body's, a special procedure's, or the State's own."""

import re
from collections import defaultdict
from collections.abc import Iterable

from graph import mechanisms
from graph.records import PassageKind
from loaders.documents import symbols
from loaders.upr.compilation.statements import Statement

_STATES_OWN = re.compile(
    r"/CO/[\w.\-]+/Add\.\d+$"  # what the State replied to concluding observations
    r"|^CAT/OP/[A-Z]{3}/\d+/Add\.\d+$"
    r"|^(?:[A-Z]+/C|E/C\.12)(?:/OP(?:SC|AC))?/[A-Z]{3}/\d[\d\-]*(?:/Add\.\d+)?$"  # its reports
)
_COUNCIL = re.compile(r"^(?:A/HRC/\d+/\d+|E/CN\.4/\d{4}/\d+)(?P<visit>/Add\.\d+)?$")
_REVIEW = re.compile(r"^A/HRC/\d+/\d+$")


class Authors:
    """Who speaks in each cited document, told by its symbol or by any sentence that names the mandate."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._named: dict[str, set[str]] = defaultdict(set)
        self._reviews: set[str] = set()
        for statement in statements:
            self._reviews |= {listed.symbol for listed, _ in statement.relevant}
            for note in statement.notes:
                mandate = mechanisms.from_sentence(statement.text) or mechanisms.from_sentence(note.text)
                for cited in note.cited:
                    if mandate and _COUNCIL.match(cited.symbol):
                        self._named[cited.symbol].add(mandate)

    def of(self, symbol: str, paragraph: str) -> tuple[PassageKind, str | None]:
        """What kind of passage it is and the mechanism's notation; a visit report may be nobody's that is known."""
        if _REVIEW.match(symbol) and "." in paragraph:
            return PassageKind.RECOMMENDATION, "UPR"
        body = mechanisms.from_symbol(symbol)
        council = _COUNCIL.match(symbol)
        named = self._named.get(symbol, set())
        if council and (named or council["visit"]) and symbols.parent(symbol) not in self._reviews:
            return PassageKind.OBSERVATION, next(iter(named)) if len(named) == 1 else None
        if body is None or _STATES_OWN.search(symbol):
            return PassageKind.STATEMENT, None
        return PassageKind.OBSERVATION, body
