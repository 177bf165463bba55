"""The JSON export of the Universal Human Rights Index: one array of objects with 17 keys, streamed."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import ijson

from graph.records import Record
from graph.source import Loader, Refused, Source
from loaders.uhri.annotation import IGNORED, Annotation
from loaders.uhri.interpret import records

_KEYS: Final = {
    "AnnotationId": "identity",
    "DocumentId": "document",
    "Symbol": "symbol",
    "Body": "body",
    "AnnotationType": "kind",
    "Text": "text",
    "PublicationDate": "published",
    "Countries": "countries",
    "Themes": "themes",
    "AffectedPersons": "persons",
    "Sdgs": "sdgs",
    "UprRecommendingCountry": "recommending",
    "UprPositions": "positions",
    "UprSession": "sessions",
    "UprCycle": "cycle",
}
"""Key of the export → field of an annotation."""
_LISTS: Final = frozenset(("countries", "themes", "persons", "sdgs", "recommending", "positions", "sessions"))
_RECOGNISED: Final = (b'"AnnotationId"', b'"AnnotationType"', b'"Body"')


def recognise(source: Source) -> bool:
    """An array of objects that carry UHRI's own keys."""
    head = source.head(65_536)
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"[") and all(key in head for key in _RECOGNISED)


def load(source: Source) -> Iterator[Record]:
    """Documents, passages with their labels, and for the UPR the positions. Raises Refused for broken JSON."""
    yield from records(source, annotations(source))


def annotations(source: Source) -> Iterator[Annotation]:
    """Every record, one after the other; keys that nobody knows are told once."""
    unknown: Counter[str] = Counter()
    number = 0
    with source.path.open("rb") as stream:
        try:
            for number, raw in enumerate(ijson.items(stream, "item"), start=1):
                if isinstance(raw, dict):
                    unknown.update(raw.keys() - _KEYS.keys() - set(IGNORED))
                    yield _annotation(raw, f"record {number}")
                else:
                    source.find(f"record {number}", "it is no object: not read")
        except (ijson.JSONError, UnicodeError) as fault:
            if number == 0:
                raise Refused(f"not valid JSON ({fault}): download it again") from fault
            reason = f"the JSON breaks off ({fault}): what came before was read; download it again"
            source.find(f"after record {number}", reason)
    for key, count in sorted(unknown.items()):
        source.find("keys", f"{key!r} is not known of UHRI: not read ({count} times)")


def _annotation(raw: dict[str, Any], place: str) -> Annotation:
    values: dict[str, Any] = {}
    for key, name in _KEYS.items():
        value = raw.get(key)
        values[name] = _several(value) if name in _LISTS else _one(value)
    return Annotation(**values, place=place)


def _one(value: object) -> str:
    if isinstance(value, list):
        return str(value[0]) if value else ""
    return "" if value is None else str(value)


def _several(value: object) -> tuple[str, ...]:
    given = value if isinstance(value, list) else [value]
    return tuple(str(one) for one in given if one is not None and str(one).strip())


LOADER = Loader(
    name="uhri.export",
    title="Universal Human Rights Index, JSON export",
    publisher="Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="passages of all mechanisms with themes, persons, SDGs, positions",
    leaves="regions, which follow from the States; the day a record was entered",
    recognise=recognise,
    load=load,
)
