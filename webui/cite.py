"""A passage ready to be cited: as the UN cites, as BibTeX and as RIS, with the files and the build it was read from."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from webui.asker import current_build, iri, records
from webui.cards import Card
from webui.facts import Facts

MEDIA: Final = {"bibtex": "application/x-bibtex", "ris": "application/x-research-info-systems"}
"""Forms of a citation for programs, with their media types."""
_AUTHOR: Final = "United Nations"
_SPECIAL: Final = re.compile(r"[\\{}$&#%_^~]")
_ESCAPED: Final = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_LINES: Final = re.compile(r"\s+")
_SOURCES = """
SELECT DISTINCT ?graph ?file ?sha256 ?official ?read WHERE {
  VALUES ?graph { UNDEF }
  ?graph rg:file ?file ; rg:sha256 ?sha256
  OPTIONAL { ?graph rg:official ?official } OPTIONAL { ?graph rg:readOn ?read }
} ORDER BY ?file
"""
_OF_THINGS = """
SELECT DISTINCT ?file ?sha256 ?official ?read WHERE {
  { SELECT DISTINCT ?graph WHERE { VALUES ?thing { UNDEF } GRAPH ?graph { ?thing rg:place ?place } } }
  ?graph rg:file ?file ; rg:sha256 ?sha256
  OPTIONAL { ?graph rg:official ?official } OPTIONAL { ?graph rg:readOn ?read }
} ORDER BY ?file
"""
_AT_ONCE: Final = 50
_DOCUMENT = """
SELECT ?title ?issued WHERE {
  VALUES ?document { UNDEF }
  OPTIONAL { ?document dcterms:title ?title } OPTIONAL { ?document dcterms:issued ?issued }
} ORDER BY ?title ?issued LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that words the passage; `read` is the day on which it was fetched."""

    file: str
    sha256: str
    official: bool
    read: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage as it is cited. `states` are those that recommend; `issued` is an ISO day, or empty."""

    iri: str
    symbol: str
    paragraph: str
    states: tuple[str, ...]
    title: str
    issued: str
    build: str
    sources: tuple[SourceFile, ...]

    @property
    def text(self) -> str:
        """In UN style: `A/HRC/26/6, para. 143.2 (Sweden)`."""
        who = f" ({', '.join(self.states)})" if self.states else ""
        return f"{self.symbol}, para. {self.paragraph}{who}"

    @property
    def key(self) -> str:
        """A name for a bibliography and for files: `A-HRC-26-6-143.2`."""
        return re.sub(r"[^A-Za-z0-9.]+", "-", f"{self.symbol}-{self.paragraph}").strip("-")

    def bibtex(self) -> str:
        fields = {
            "author": f"{{{_AUTHOR}}}",
            "title": _tex(self.title or self.symbol),
            "number": _tex(self.symbol),
            "year": self.issued[:4],
            "note": _tex(f"Para. {self.paragraph}{' (' + ', '.join(self.states) + ')' if self.states else ''}"),
            "url": self.iri,
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{self.key},", *lines, "}"]) + "\n"

    def ris(self) -> str:
        fields = (
            ("TY", "RPRT"),
            ("AU", _AUTHOR),
            ("TI", self.title or self.symbol),
            ("M1", self.symbol),
            ("PY", self.issued[:4]),
            ("DA", self.issued.replace("-", "/")),
            ("SP", f"para. {self.paragraph}"),
            ("N1", self.text),
            ("UR", self.iri),
        )
        lines = [f"{name}  - {_LINES.sub(' ', value)}" for name, value in fields if value]
        return "\r\n".join([*lines, "ER  - ", ""])

    def told(self, form: str) -> str:
        """In one of MEDIA."""
        return self.bibtex() if form == "bibtex" else self.ris()


def citation(card: Card, known: Facts) -> Citation | None:
    """How a passage is cited; None for what has no symbol and paragraph to cite it by. Raises Refusal."""
    symbol, paragraph = card.one("document"), card.one("paragraph")
    if not symbol or not paragraph:
        return None
    about = records(_DOCUMENT, {"document": [iri(known.one("document"))]})
    document = about[0] if about else {"title": "", "issued": ""}
    return Citation(
        iri=known.iri,
        symbol=symbol,
        paragraph=paragraph,
        states=tuple(card.all("recommendingState")),
        title=document["title"],
        issued=document["issued"] or card.one("issued"),
        build=current_build().name,
        sources=_sources(
            value.graph for name in ("text", "summary", "wording") for value in known.values.get(name, ())
        ),
    )


def sources_of(things: Iterable[str]) -> tuple[SourceFile, ...]:
    """The files that tell of some things. Raises Refusal."""
    wanted = sorted(set(things))
    found: set[SourceFile] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        found.update(map(_file, records(_OF_THINGS, {"thing": map(iri, wanted[start : start + _AT_ONCE])})))
    return tuple(sorted(found, key=lambda one: (not one.official, one.file, one.sha256)))


def _sources(graphs: Iterable[str]) -> tuple[SourceFile, ...]:
    wanted = sorted(set(graphs))
    return tuple(map(_file, records(_SOURCES, {"graph": map(iri, wanted)}))) if wanted else ()


def _file(row: Mapping[str, str]) -> SourceFile:
    return SourceFile(row["file"], row["sha256"], row["official"] != "false", row["read"])


def _tex(text: str) -> str:
    """Letters that TeX reads otherwise are escaped."""
    plain = _LINES.sub(" ", text)
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found[0], "\\" + found[0]), plain)
