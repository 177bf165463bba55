"""The cells of a table of treaty status: days with their letter (`24 Sep 1982 a`), years, words, participants."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph import clean, states, treaties
from graph.clean import Unclear
from graph.records import TreatyStanding
from loaders.treaty_bodies.standing_table import letters

_DAY = re.compile(
    r"\[?\s*(?P<day>\d{1,2}\s+[^\W\d_]+\.?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4})(?: 00:00:00)?\s*\]?"
    r"\s*\(?(?P<how>[A-Za-z]{0,2})\)?(?:\s*\d{1,2}(?:\s*,\s*\d{1,2})*)?"
)
"""The numbers at the end are those of end notes."""
_HOW: Final = frozenset(("", "a", "d", "A", "AA", "c", "s", "p"))
"""Ratification, accession, succession, acceptance, approval, confirmation, definitive signature, notification."""
_NOTES = re.compile(r"(?:[\s,*†]|(?<=[^\W_])\d|(?<=[\s,])\d+)+$")
_STANDING: Final = {
    **dict.fromkeys(("stateparty", "stateparties", "party", "ratified", "ratification"), TreatyStanding.STATE_PARTY),
    **dict.fromkeys(("acceded", "accession", "succeeded", "succession"), TreatyStanding.STATE_PARTY),
    **dict.fromkeys(("signatory", "signatorystate", "signed", "signature", "signedonly"), TreatyStanding.SIGNATORY),
    **dict.fromkeys(("noaction", "notsigned", "notparty", "nonparty"), TreatyStanding.NO_ACTION),
}
"""Words for a standing, letters only."""
_NOTHING: Final = frozenset(("", "-", "–", "—", "n/a"))
_AS_AT = re.compile(r"\bas (?:at|of|on)\b\s*:?\s*(\d{1,2}-\d{1,2}-\d{4}|\d{1,2} \w+ \d{4}|\d{4}-\d\d-\d\d)", re.I)

NO_STATES: Final = {
    "europeanunion": "an organisation of States",
    "europeancommunity": "an organisation of States",
    "cookislands": "no member or observer State",
    "niue": "no member or observer State",
}
"""Participants that are known and no States of the United Nations, letters only → what they are."""


@dataclass(frozen=True, slots=True)
class Told:
    """What cells say of one State and one treaty."""

    status: TreatyStanding
    year: int | None = None
    signed: date | None = None
    joined: date | None = None


def dates(signed: str, joined: str) -> Told:
    """From the days of signature and of ratification, accession or succession. Raises Unclear."""
    signature, party = day(signed), day(joined)
    if party:
        return Told(TreatyStanding.STATE_PARTY, party.year, signature, party)
    return Told(TreatyStanding.SIGNATORY if signature else TreatyStanding.NO_ACTION, None, signature)


def anything(cell: str) -> Told | None:
    """From the one cell of a treaty's own column: a day or year of joining, or a word. None where it says nothing.

    Raises Unclear for a mark (`1`, `x`) that may mean a signature as well as a ratification.
    """
    if cell.casefold() in _NOTHING:
        return None
    if re.fullmatch(r"(?:19|20)\d\d", cell):
        return Told(TreatyStanding.STATE_PARTY, year(cell))
    if any(mark.isdigit() for mark in cell):
        return dates("", cell)
    return Told(standing(cell))


def day(cell: str) -> date | None:
    """The day in a cell, None if it is empty. Raises Unclear for anything else and for an unknown letter."""
    told = clean.text(cell)
    if told.casefold() in _NOTHING:
        return None
    found = _DAY.fullmatch(told)
    if found is None:
        raise Unclear(f"not a day of a treaty: {told!r}")
    if found["how"] not in _HOW:
        raise Unclear(f"no way of joining a treaty is written {found['how']!r}: {told!r}")
    return clean.day(re.sub(r"\bSept\b", "Sep", found["day"].replace(".", "")))


def standing(cell: str) -> TreatyStanding:
    """From a word: `state party`, `signatory state`, `no action`. Raises Unclear."""
    found = _STANDING.get(letters(cell))
    if found is None:
        raise Unclear(f"no standing with a treaty is called {cell!r}")
    return found


def year(cell: str) -> int | None:
    """Raises Unclear if it is no year in which a core treaty could be joined."""
    if not cell:
        return None
    if not re.fullmatch(r"\d{4}", cell, re.ASCII) or not 1965 < int(cell) < 2100:
        raise Unclear(f"no year of ratification or accession: {cell!r}")
    return int(cell)


def treaty(cell: str) -> str:
    """The treaty of a cell, where its short name may stand before its title: `CAT - Convention against …`.

    Raises Unclear, also for a part of a treaty (`CED, Art. 32 - …`).
    """
    try:
        return treaties.treaty(cell)
    except Unclear:
        short, dash, _ = cell.partition(" - ")
        if not dash:
            raise
        return treaties.treaty(short)


def participant(name: str) -> str:
    """A State's name without the numbers of its end notes: `China 4, 5` → `China`."""
    return _NOTES.sub("", clean.text(name))


def state(name: str, iso: str) -> str:
    """The State that a name and an ISO code, where there is one, agree on. Raises Unclear."""
    code = coded(iso)
    try:
        named = states.state(participant(name))
    except Unclear:
        if code:
            return code
        raise
    if code and code != named:
        raise Unclear(f"the name says {named}, the code {iso!r} says {code}: not read")
    return named


def coded(iso: str) -> str:
    """The State of an ISO 3166 code of two or three letters; "" for a code that no State has (any more)."""
    try:
        return states.from_iso2(iso) if len(iso) == 2 else states.state(iso) if len(iso) == 3 else ""
    except Unclear:
        return ""


def as_at(text: str) -> date | None:
    """The day a table describes: `Status as at: 24-11-2026` (day first), `as of 24 November 2026`. Raises Unclear."""
    found = _AS_AT.search(clean.text(text))
    if found is None:
        return None
    hyphened = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", found[1])
    return clean.day(f"{hyphened[1]}/{hyphened[2]}/{hyphened[3]}" if hyphened else found[1])
