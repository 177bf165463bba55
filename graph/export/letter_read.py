"""What a letter check tells: of each UPR recommendation its counterparts in other mechanisms, its goals and targets."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from graph.export.alignment_asking import ASKS, Reader
from graph.export.alignment_read import read
from graph.export.facts import UPR, Ask, Facts, Link, natural
from graph.export.letter_counterparts import counterparts
from graph.store.asking import Asker

TOLD: Final = "from its words"
"""The basis of a goal or target that no source gives: a computation read it from the words of the recommendation."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """An ask of another mechanism, and the surest link that joins it to the recommendation."""

    ask: Ask
    link: Link


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal (`16`) or target (`16.2`) of the SDGs; `files` code it, and where none does the basis is TOLD."""

    code: str
    label: str
    files: tuple[str, ...]

    @property
    def target(self) -> bool:
        return "." in self.code

    @property
    def basis(self) -> str:
        return f"coded in {', '.join(self.files)}" if self.files else TOLD


@dataclass(frozen=True)
class Letter:
    """The check of one State, or of all. `aims` is ask → its goals and targets."""

    facts: Facts
    aims: Mapping[str, tuple[Aim, ...]]

    @property
    def asks(self) -> list[Ask]:
        """The recommendations of the UPR, the latest review first, in the order of their paragraphs."""
        found = [ask for ask in self.facts.asks.values() if ask.mechanism == UPR and ask.kind == "recommendation"]
        found.sort(key=lambda ask: natural(ask.symbol), reverse=True)
        found.sort(key=lambda ask: ask.state)
        return found

    @cached_property
    def counterparts(self) -> Mapping[str, tuple[Counterpart, ...]]:
        """Recommendation → asks of other mechanisms, the surest first; rejected links join nothing."""
        found = {
            iri: tuple(Counterpart(other, links[0]) for other, links in pairs if other.mechanism != UPR)
            for iri, pairs in counterparts(self.facts).items()
            if self.facts.every_ask[iri].mechanism == UPR
        }
        return {iri: others for iri, others in found.items() if others}

    def pairs(self) -> Iterator[tuple[Ask, Counterpart]]:
        """Every recommendation with each of its counterparts."""
        return ((ask, one) for ask in self.asks for one in self.counterparts.get(ask.iri, ()))


def read_letter(asker: Asker, state: str | None) -> Letter:
    """Raises Unwritable for a State that nothing is known of; Refusal."""
    facts = read(asker, state)
    return Letter(facts, _aims(Reader(asker, state), facts))


def _aims(reader: Reader, facts: Facts) -> dict[str, tuple[Aim, ...]]:
    query = f"""SELECT DISTINCT ?thing ?aim ?file WHERE {{ {ASKS}
      GRAPH ?graph {{ ?thing rg:sdg ?aim }} OPTIONAL {{ ?graph rg:file ?file }} }}"""
    files: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in reader.rows(query).dicts():
        files[row["thing"]][row["aim"]] |= {row["file"]} if "file" in row else set()
    labels = {tag.iri: tag.label for ask in facts.every_ask.values() for tag in ask.tags if tag.kind == "sdg"}
    return {
        ask: tuple(
            Aim(iri.rsplit("/", 1)[-1], labels.get(iri, ""), tuple(sorted(told)))
            for iri, told in sorted(aims.items(), key=lambda pair: natural(pair[0].rsplit("/", 1)[-1]))
        )
        for ask, aims in files.items()
    }
