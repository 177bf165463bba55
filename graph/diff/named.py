"""What a build tells of the things that changes speak of: names, States, documents."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from graph import terms
from graph.diff.facts import value
from graph.store.builds import Build
from graph.terms import DCTERMS, NS, RDF, RDFS, rg

_NAMES: Final = (RDFS + "label", DCTERMS + "title", rg("text"), rg("summary"))
_OWNERS: Final = (rg("document"), rg("framework"), rg("plan"), rg("about"), RDF + "object", RDF + "subject")
"""Whose State is that of what belongs to them."""
_RECORD: Final = (rg("positionStated"), rg("paragraph"), rg("official"), rg("file"))
_WANTED: Final = {f"<{name}>": name for name in (rg("state"), *_NAMES, *_OWNERS, *_RECORD)}
_ROUNDS: Final = 3
"""A decision → its link → the link's ask → a State."""
_SHOWN: Final = 70


@dataclass(slots=True)
class Known:
    """Facts of the wanted things in either build: predicate → values; States are found by way of their owners."""

    facts: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, builds: Iterable[Build], wanted: Iterable[str]) -> "Known":
        known, both = cls(), tuple(builds)
        asked: set[str] = set()
        now = set(wanted)
        for _ in range(_ROUNDS):
            now -= asked
            if not now:
                break
            known._read(both, now)
            asked |= now
            now = {owner for iri in now if not known._own(iri) for owner in known._owners(iri)}
        return known

    def states(self, iri: str, depth: int = _ROUNDS) -> list[str]:
        """Alpha-3 codes, in order; empty where no State is told."""
        if own := self._own(iri):
            return sorted(own)
        if not depth:
            return []
        for owner in self._owners(iri):
            if found := self.states(owner, depth - 1):
                return found
        return []

    def name(self, iri: str) -> str:
        """A citation for a passage, a title or the beginning of a text for others, else the identifier's end."""
        if terms.symbol_of(iri):
            symbol, paragraph = terms.symbol_of(iri), terms.paragraph_of(iri)
            return f"{symbol}, para. {paragraph}" if paragraph else symbol
        told = next((found for name in _NAMES if (found := self.one(iri, name))), "")
        if len(told) > _SHOWN:
            told = told[:_SHOWN].rsplit(" ", 1)[0] + " …"
        return told or unquote(iri.removeprefix(terms.BASE))

    def one(self, iri: str, predicate: str) -> str:
        found = self.facts.get(iri, {}).get(predicate)
        return min(found) if found else ""

    def says(self, record: str) -> str:
        """Where a position is stated: symbol and paragraph, or that it is a list of no official standing."""
        document, paragraph = self.one(record, rg("document")), self.one(record, rg("paragraph"))
        if document:
            return f"{terms.symbol_of(document)}{f', para. {paragraph}' if paragraph else ''}"
        return "a list that is no official source" if self.one(record, rg("official")) == "false" else ""

    def stated(self, record: str) -> str:
        return self.one(record, rg("positionStated")).removeprefix(NS)

    def _own(self, iri: str) -> set[str]:
        return {state.rsplit("/", 1)[-1] for state in self.facts.get(iri, {}).get(rg("state"), ())}

    def _owners(self, iri: str) -> Iterator[str]:
        for predicate in _OWNERS:
            yield from sorted(self.facts.get(iri, {}).get(predicate, ()))

    def _read(self, builds: Iterable[Build], wanted: set[str]) -> None:
        subjects = {f"<{iri}>": iri for iri in wanted}
        for path in (path for build in builds for path in build.quads()):
            with path.open(encoding="utf-8", newline="\n") as stream:
                for line in stream:
                    subject, predicate, rest = line.split(" ", 2)
                    if predicate in _WANTED and subject in subjects:
                        told = self.facts.setdefault(subjects[subject], {})
                        told.setdefault(_WANTED[predicate], set()).add(value(rest[: rest.rindex(" <")]))
