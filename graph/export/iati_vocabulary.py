"""Recommendations as a code list for IATI: publishers tag activities with them (vocabulary 99, `vocabulary-uri`).

The XML follows IATI's schema of code lists (`codelist`, `metadata`, `codelist-items`); a CSV holds the same codes.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph import asks_list, terms
from graph.export.alignment_asking import ASKS, Reader
from graph.export.facts import natural
from graph.export.matrix import csv_cell
from graph.export.unwritable import Unwritable
from graph.store.asking import Asker
from graph.store.builds import Build

if TYPE_CHECKING:
    from lxml import etree

NAME: Final = "HumanRightsRecommendation"
_TITLE: Final = "Recommendations of United Nations human rights mechanisms"
_HOW: Final = (
    'Tag an activity with <tag vocabulary="99" vocabulary-uri="{uri}" code="{code}"/>, or a policy-marker with the '
    "same attributes, to say that it contributes to the recommendation. A code is the symbol of the document and the "
    "paragraph; it never changes with wording."
)
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_COLUMNS: Final = ("code", "name", "description", "state", "mechanism", "position", "url", "language")


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation: its code, what it is called, what it says, in which language (a BCP 47 tag, or empty)."""

    code: str
    name: str
    text: str
    state: str
    mechanism: str
    position: str
    url: str
    language: str


def iati_vocabulary(asker: Asker, _build: Build, state: str | None, out: Path) -> None:
    """Write the code list of one State or of all, by the ending: `.xml` or `.csv`. Raises Unwritable; Refusal."""
    items, left_out = known(asker, state)
    if not items:
        whose = f" of {state}" if state else ""
        raise Unwritable(f"the build holds no recommendation{whose} with a document and a paragraph")
    if out.suffix.lower() == ".csv":
        _csv(items, out)
    else:
        _xml(items, left_out, out)


def known(asker: Asker, state: str | None) -> tuple[list[Item], int]:
    """Every ask that a document numbers, in the order of documents; and how many only a list or a review names."""
    reader = Reader(asker, state)
    rows = reader.rows(f"SELECT ?thing ?of WHERE {{ {ASKS} }}").rows
    whose = {thing.value: of.value.rsplit("/", 1)[-1] for thing, of in rows if thing and of}
    texts, languages = _texts(reader)
    mechanisms = reader.one(ASKS, "rg:mechanism/skos:notation")
    positions = reader.one(ASKS, "rg:position")
    found = []
    for iri in whose:
        symbol, paragraph = terms.symbol_of(iri), terms.paragraph_of(iri)
        if symbol and paragraph:
            mechanism = mechanisms.get(iri, "")
            item = Item(
                code=asks_list.code(symbol, paragraph),
                name=f"{symbol}, para. {paragraph}",
                text=texts.get(iri, ""),
                state=whose[iri],
                mechanism=mechanism,
                position=positions.get(iri, "").rsplit("#", 1)[-1],
                url=iri,
                language=languages.get(iri, ""),
            )
            found.append(item)
    return sorted(found, key=lambda one: natural(one.code)), len(whose) - len(found)


def _texts(reader: Reader) -> tuple[dict[str, str], dict[str, str]]:
    """The wording of each ask, English before others, and its language."""
    query = f"SELECT ?thing ?value (LANG(?value) AS ?language) WHERE {{ {ASKS} ?thing rg:text|rg:summary ?value }}"
    texts: dict[str, str] = {}
    languages: dict[str, str] = {}
    rows = [row for row in reader.rows(query).rows if row[0] and row[1]]
    for thing, value, language in sorted(rows, key=_english_first):
        if thing and value and thing.value not in texts:
            texts[thing.value] = value.value
            languages[thing.value] = language.value if language else ""
    return texts, languages


def _english_first(row: tuple[object, ...]) -> tuple[bool, str]:
    told = [str(getattr(term, "value", "")) for term in row]
    return told[2] != "en", " ".join(told)


def _csv(items: list[Item], out: Path) -> None:
    """In UTF-8 with its mark; what looks like a formula is guarded."""
    with out.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(_COLUMNS)
        rows.writerows([csv_cell(cell) for cell in row] for row in _rows(items))


def _rows(items: list[Item]) -> Iterator[tuple[str, ...]]:
    for one in items:
        yield one.code, one.name, one.text, one.state, one.mechanism, one.position, one.url, one.language


def _xml(items: list[Item], left_out: int, out: Path) -> None:
    from lxml import etree

    root = etree.Element("codelist", {"name": NAME, "complete": "0", _LANG: "en"})
    metadata = etree.SubElement(root, "metadata")
    _narrative(etree.SubElement(metadata, "name"), _TITLE)
    rest = f" {left_out} more are known without a document and a paragraph and have no code yet." if left_out else ""
    how = _HOW.format(uri=asks_list.URI, code=items[0].code)
    _narrative(etree.SubElement(metadata, "description"), how + rest)
    etree.SubElement(metadata, "url").text = asks_list.URI
    parent = etree.SubElement(root, "codelist-items")
    for one in items:
        item = etree.SubElement(parent, "codelist-item")
        etree.SubElement(item, "code").text = one.code
        _narrative(etree.SubElement(item, "name"), one.name)
        if one.text:
            _narrative(etree.SubElement(item, "description"), one.text, one.language)
        if one.mechanism:
            etree.SubElement(item, "category").text = one.mechanism
        etree.SubElement(item, "url").text = one.url
    out.write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _narrative(parent: "etree._Element", told: str, language: str = "") -> None:
    from lxml import etree

    narrative = etree.SubElement(parent, "narrative", {_LANG: language} if language not in ("", "en") else {})
    narrative.text = told
