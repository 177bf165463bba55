"""The Universal Human Rights Index's JSON export: one record is one annotation of a passage."""

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import ijson

from graph import clean, mechanisms, states
from graph.clean import Unclear
from graph.records import (
    Document,
    DocumentKind,
    Passage,
    PassageKey,
    PassageKind,
    Position,
    PositionStated,
    Record,
    Tag,
)
from graph.source import Loader, Severity, Source
from loaders.uhri.paragraph import numbered

_KEYS = (b'"AnnotationId"', b'"AnnotationType"', b'"Body"')
_POSITIONS = {
    "Supported": Position.SUPPORTED,
    "Noted": Position.NOTED,
    "Supported/Noted": Position.PARTLY_SUPPORTED,
}
_DOCUMENTS = {
    "upr": DocumentKind.WORKING_GROUP_REPORT,
    "treatyBodies": DocumentKind.CONCLUDING_OBSERVATIONS,
    "specialProcedures": DocumentKind.VISIT_REPORT,
}


def recognise(source: Source) -> bool:
    """An array of objects that carry UHRI's own keys."""
    head = source.head(20_000)
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"[") and all(key in head for key in _KEYS)


def load(source: Source) -> Iterator[Record]:
    """Documents, passages with their labels, and for the UPR the positions; streamed."""
    seen: set[str] = set()
    documents: set[str] = set()
    with source.path.open("rb") as stream:
        for number, raw in enumerate(ijson.items(stream, "item"), start=1):
            place = f"record {number}"
            identity = str(raw.get("AnnotationId") or "")
            if identity in seen:
                source.find(place, f"annotation {identity} stands there twice: kept once", Severity.NOTE)
                continue
            seen.add(identity)
            try:
                yield from _records(source, raw, identity, place, documents)
            except Unclear as fault:
                source.find(place, f"annotation {identity}: {fault}")


def _records(source: Source, raw: dict[str, Any], identity: str, place: str, documents: set[str]) -> Iterator[Record]:
    symbol = clean.symbol(str(raw.get("Symbol") or ""))
    body = str(raw.get("Body") or "").removeprefix("- ").strip()
    mechanism = mechanisms.from_name(body)
    if mechanism is None:
        raise Unclear(f"no mechanism is called {body!r}")
    addressed = [states.state(name) for name in raw.get("Countries") or ()]
    if len(addressed) != 1:
        source.find(place, f"annotation {identity} addresses {len(addressed)} States: the first is kept")
    state = addressed[0] if addressed else None
    family = mechanisms.family(mechanism)
    if symbol not in documents:
        documents.add(symbol)
        yield Document(
            symbol=symbol,
            kind=_DOCUMENTS[family],
            state=state,
            issued=_day(raw.get("PublicationDate")),
            place=place,
        )
    found = numbered(_plain(str(raw.get("Text") or "")))
    passage = Passage(
        symbol=symbol,
        paragraph=found.number or f"not given ({identity})",
        kind=PassageKind.RECOMMENDATION if family == "upr" else PassageKind.OBSERVATION,
        state=state,
        mechanism=mechanism,
        text=found.text,
        section=found.heading,
        recommending_states=tuple(states.state(name) for name in raw.get("UprRecommendingCountry") or ()),
        tags=_tags(raw),
        sdgs=tuple(sorted({str(label).split(" - ")[0].strip() for label in raw.get("Sdgs") or ()})),
        place=place,
    )
    yield passage
    yield from _positions(raw, passage.key, place)


def _plain(text: str) -> str:
    """Without HTML and entities, on one line."""
    return clean.text(html.unescape(re.sub(r"<[^>]*>", " ", text)))


def _day(raw: object) -> date | None:
    """The day of a date with a time; None where the export gives none."""
    with suppress(Unclear):
        return clean.day(str(raw or "").split("T")[0])
    return None


def _tags(raw: dict[str, Any]) -> tuple[Tag, ...]:
    themes = [Tag("uhri-theme", str(label).strip()) for label in raw.get("Themes") or ()]
    persons = [Tag("uhri-person", str(label).strip()) for label in raw.get("AffectedPersons") or ()]
    return tuple(dict.fromkeys(themes + persons))


def _positions(raw: dict[str, Any], about: PassageKey, place: str) -> Iterator[PositionStated]:
    for label in raw.get("UprPositions") or ():
        words = str(label).removeprefix("- ").strip()
        if words not in _POSITIONS:
            raise Unclear(f"no position is called {words!r}")
        yield PositionStated(about=about, position=_POSITIONS[words], words=words, place=place)


LOADER = Loader(
    name="uhri.export",
    title="Universal Human Rights Index, JSON export",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    recognise=recognise,
    load=load,
)
