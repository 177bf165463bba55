"""Whether a file's label agrees with what is in it: symbol, State and cycle in its name and folders.

People sort papers by hand: a paper under the wrong State or cycle is easily taken for another. The content decides.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from graph import calendar, clean, states
from graph.clean import Unclear
from graph.records import Document, Record, Review
from graph.source import Source

_SYMBOL: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:A|E|CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD)"
    r"(?:[_\-./ ]+(?:[A-Z0-9]+(?:\.\d+)?|Add\.\d+|Rev\.\d+|Corr\.\d+))+"
)
_CYCLE: Final = re.compile(r"(?:(?<![a-z])cycle[ _\-]?(\d)|(?<!\d)(\d)(?:st|nd|rd|th)[ _\-]cycle)", re.I)
_SESSION: Final = re.compile(r"(?<![a-z])(?:upr|session)[ _\-]?(\d{1,2})(?!\d)", re.I)
_WORDS: Final = re.compile(r"[^\W\d_]+(?:[ '’][^\W\d_]+)*")


def check(source: Source, records: Iterable[Record]) -> None:
    """A finding for each label that disagrees with the one document that the file is, or with the UPR's calendar."""
    told = list(records)
    for record in told:
        if isinstance(record, Review) and record.session:
            strange = calendar.disagreement(record.state, record.session)
            if strange:
                source.find(record.place, strange)
    documents = [one for one in told if isinstance(one, Document)]
    if len(documents) == 1:
        for said, label, found in disagreements(source.name, documents[0]):
            source.find("label", f"{said} says {label}, the document says {found}: it is read as what it says itself")


def disagreements(name: str, document: Document) -> Iterator[tuple[str, str, str]]:
    """(which label, what it says, what the document says) for a file's name with its folders."""
    *folders, file = name.split("/")
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", file)
    symbol = _symbol(stem)
    if symbol and _bare(symbol) != _bare(document.symbol):
        yield "the file name", symbol, document.symbol
    for part, kind in [*((folder, "a folder") for folder in folders), (stem, "the file name")]:
        state = _state(part)
        if state and document.state and state != document.state:
            yield f"{kind} ({part})", state, document.state
        number = _cycle(part)
        if number and document.cycle and number != document.cycle:
            yield f"{kind} ({part})", f"cycle {number}", f"cycle {document.cycle}"


def _symbol(stem: str) -> str:
    """A symbol written so that a file can bear it: `A_HRC_28_15_Add.1`; a job number (`g1423930`) is none."""
    found = _SYMBOL.search(stem)
    if found is None:
        return ""
    with suppress(Unclear):
        told = clean.symbol(re.sub(r"[_\- /]+", "/", found[0]).rstrip("./"))
        return told if told.count("/") > 1 else ""
    return ""


def _bare(symbol: str) -> str:
    """Only letters and digits, without a language's mark: names blur strokes, hyphens and points."""
    return re.sub(r"[^A-Z0-9]", "", symbol.upper())


def _state(part: str) -> str:
    """The one State that a folder or file is named after: by its code, or by a name that is a whole word of it."""
    tokens = re.split(r"[^A-Za-z]+", part)
    found = {code for token in tokens if len(token) == 3 and token.isupper() and (code := _known(token))}
    plain = re.sub(r"[_\-\d]+", " ", part)
    found |= {mention.state for mention in states.mentions(plain)} or set(_glued(part))
    return found.pop() if len(found) == 1 else ""


def _glued(part: str) -> Iterator[str]:
    """`vietnam2009` and `bruneidarussalam2010`: a State's name without its blanks."""
    for word in _WORDS.findall(part):
        code = _by_letters(word)
        if code:
            yield code


def _known(code: str) -> str:
    with suppress(Unclear):
        return states.state(code)
    return ""


def _by_letters(word: str) -> str:
    with suppress(Unclear):
        return states.state(word) if len(word) > 3 else ""
    return ""


def _cycle(part: str) -> int | None:
    """`cycle2`, `2nd-cycle`, `UPR34`: the cycle that a name tells, by itself or by a session."""
    found = _CYCLE.search(part)
    if found:
        return int(found[1] or found[2])
    session = _SESSION.search(part)
    with suppress(ValueError):
        return calendar.cycle(int(session[1])) if session else None
    return None
