"""Linking State by State, reusing what an earlier build made of a State whose asks, programmes and decisions stay."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import chain
from pathlib import Path

from graph import nquads, terms
from graph.digest import digest
from graph.link import Link, Linked, block, link
from graph.link.groups import told
from graph.link.groups.lock import Lock
from graph.records import Basis
from graph.review.decisions import Decisions
from graph.store.asking import Asker
from graph.store.builds import Builds, NoBuild, Workshop
from graph.terms import rg
from graph.train import Taught
from graph.write import made

_NAMES = "linked.json"
"""In a build: State (alpha-3) → what its links were made from, as a digest."""

Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Before:
    """What the current build made of each State, and from what."""

    quads: Path = field(default_factory=Path)
    made_from: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, builds: Builds) -> "Before":
        """Nothing, if there is no build yet or it does not tell."""
        try:
            current = builds.current()
        except NoBuild:
            return cls()
        told_of = current.path / _NAMES
        if not told_of.is_file():
            return cls()
        return cls(current.path / "quads", json.loads(told_of.read_text("utf-8")))

    def file(self, iso3: str, made_from: str) -> Path | None:
        """The file that holds a State's links, if they would be made from the same again."""
        path = self.quads / _file(iso3)
        return path if self.made_from.get(iso3) == made_from and path.is_file() else None


@dataclass(frozen=True, slots=True)
class Relinked:
    """The files of all States' links, the lock of groups after them, and which States were linked anew (alpha-3)."""

    files: tuple[Path, ...]
    lock: Lock
    anew: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linking:
    """What linking needs beside a State: the build it is for, the one before, decisions, settings."""

    workshop: Workshop
    before: Before
    decided: Decisions
    taught: Taught

    def all(self, asker: Asker, lock: Lock, tell: Tell) -> Relinked:
        """Every State by itself, with what the whole workspace teaches."""
        families = block.families(asker)
        files, anew, made_from = [], [], {}
        states = block.states(asker)
        for number, state in enumerate(states):
            tell("Linking", number, len(states))
            iso3 = state.rsplit("/", 1)[-1]
            one, known = block.read(asker, state, families), told.read(asker, state)
            source = self._source(one, known, lock)
            reused = self.before.file(iso3, source)
            if reused is None:
                linked = self._link(one, known, lock)
                files.append(self._write(iso3, linked))
                lock = lock.after(linked.groups, [iso3])
                source = self._source(one, known, lock)
                anew.append(iso3)
            else:
                files.append(_linked_to(reused, self.workshop.path / "quads"))
            made_from[iso3] = source
        text = json.dumps(made_from, indent=1, sort_keys=True)
        (self.workshop.path / _NAMES).write_text(text + "\n", "utf-8")
        return Relinked(tuple(files), lock, tuple(anew))

    def _link(self, one: block.Block, known: Mapping[str, told.Told], lock: Lock) -> Linked:
        ends = {ask.iri for ask in one.asks}
        return link(
            one,
            self.taught.model,
            known=lock.of(one.state.rsplit("/", 1)[-1]),
            told=known,
            stands=self._stands,
            added=[added for added in _added(self.decided) if added.subject in ends or added.object in ends],
        )

    def _stands(self, one: Link) -> bool:
        history = self.decided.on(one.subject, rg(one.relation.value), one.object)
        return history is None or history.last.status != "rejected"

    def _write(self, iso3: str, linked: Linked) -> Path:
        """One State's tags, links and groups, so that no other State's need be held."""
        links = (
            made.link(one, self.decided.on(one.subject, rg(one.relation.value), one.object)) for one in linked.links
        )
        lines = chain(
            _lines(terms.graph("tags"), map(made.tagging, linked.tags)),
            _lines(terms.graph("links"), links),
            _lines(terms.graph("groups"), map(made.group, linked.groups)),
        )
        return self.workshop.write(_file(iso3).removesuffix(".nq"), lines)

    def _source(self, one: block.Block, known: Mapping[str, told.Told], lock: Lock) -> str:
        """A digest of everything that a State's links are made from."""
        ends = {iri for some in (one.asks, one.programmes, one.statements) for iri in (thing.iri for thing in some)}
        lines = [line for history in self.decided.by_link.values() for line in history.lines]
        return digest(
            self.taught.name,
            asdict(one),
            {iri: asdict(facts) for iri, facts in known.items()},
            asdict(lock.of(one.state.rsplit("/", 1)[-1])),
            [asdict(line) for line in lines if line.subject in ends or line.object in ends],
        )


def _added(decided: Decisions) -> Iterator[Link]:
    for history in decided.added():
        one = history.last
        yield Link(one.subject, one.relation, one.object, Basis.PERSON, 1.0)


def _file(iso3: str) -> str:
    return f"linked-{iso3}.nq"


def _linked_to(file: Path, folder: Path) -> Path:
    """The same file in another build: a second name for it where the disk can, else a copy. Builds never change."""
    target = folder / file.name
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)
    return target


def _lines(graph: str, facts: Iterable[Iterable[tuple[str, str, str]]]) -> Iterator[str]:
    for some in facts:
        for subject, predicate, object_ in some:
            yield nquads.line(subject, predicate, object_, graph)
