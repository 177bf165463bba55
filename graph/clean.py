"""Cleaners: each returns a value or raises `Unclear` with the offending text; none returns a guess."""

import re
import unicodedata
from datetime import date, datetime

import pyoxigraph as ox


class Unclear(ValueError):
    """A value that cannot be read with certainty; the message holds the text and what was expected."""


_SPACES = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_DAY_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dZ")


def text(raw: str) -> str:
    """Readable text on one line: NFC, blanks folded, control characters and lone surrogates taken out."""
    return _SPACES.sub(" ", _CONTROL.sub("", unicodedata.normalize("NFC", raw))).strip()


_MONTHS = {
    name: english
    for english, names in (
        ("January", "janvier enero"), ("February", "février fevrier febrero"), ("March", "mars marzo"),
        ("April", "avril abril"), ("May", "mai mayo"), ("June", "juin junio"), ("July", "juillet julio"),
        ("August", "août aout agosto"), ("September", "septembre septiembre setiembre"),
        ("October", "octobre octubre"), ("November", "novembre noviembre"), ("December", "décembre decembre diciembre"),
    )
    for name in names.split()
}  # fmt: skip
_FOREIGN_DAY = re.compile(r"(\d{1,2})(?:er)? (?:de )?([^\W\d]+) (?:de )?(\d{4})")


def day(raw: str) -> date:
    """A calendar day from `2012-03-09`, `9 March 2012`, `9 mars 2012`, `9 de marzo de 2012` and the like.

    Raises Unclear on an impossible one.
    """
    given = text(raw)
    foreign = _FOREIGN_DAY.fullmatch(given)
    if foreign and foreign[2].casefold() in _MONTHS:
        given = f"{foreign[1]} {_MONTHS[foreign[2].casefold()]} {foreign[3]}"
    for form in _DAY_FORMS:
        try:
            return datetime.strptime(given, form).date()
        except ValueError:
            continue
    raise Unclear(f"not a day: {given!r}")


def day_or_none(raw: str) -> date | None:
    """As `day`; None where there is none, for a caller that tells so itself."""
    try:
        return day(raw)
    except Unclear:
        return None


def number(raw: str) -> str:
    """A plain decimal (`1234.50`) from text that may hold blanks or thousands commas."""
    given = re.sub(r"[\s,]", "", raw)
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", given):
        raise Unclear(f"not a number: {raw!r}")
    return given.removeprefix("+")


def address(raw: str) -> str:
    """A web address as it is, if it can stand in the graph. Raises Unclear for one that is none, such as `http://[`."""
    try:
        return ox.NamedNode(raw.strip()).value
    except ValueError as fault:
        raise Unclear(f"not a web address: {raw!r} ({fault})") from fault


_SYMBOL = re.compile(r"[A-Z][A-Z0-9]*(?:\.\d+)?(?:/[A-Za-z0-9.\-]+)+", re.ASCII)
_PARTS = {"REV": "Rev", "ADD": "Add", "CORR": "Corr"}


def symbol(raw: str) -> str:
    """A UN document symbol in its normal form: `A/HRC/ 12/11*` → `A/HRC/12/11`, `…/ADD.1` → `…/Add.1`.

    Raises Unclear if the text is no symbol.
    """
    given = re.sub(r"\s+", "", raw).rstrip("*.,;")
    given = re.sub(r"(?<=/)(REV|ADD|CORR)(?=\.\d)", lambda found: _PARTS[found[1]], given)
    if not _SYMBOL.fullmatch(given):
        raise Unclear(f"not a document symbol: {raw!r}")
    return given
