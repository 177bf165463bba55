"""Two builds' facts side by side, thing by thing, streamed from N-Quads; which graph tells a fact is no matter."""

import filecmp
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graph.ordered import ordered
from graph.store.builds import Build
from graph.terms import RDF

Side = str
OLD: Final = "o"
NEW: Final = "n"
BOTH: Final = "b"

MOST: Final = 400_000
"""Changed things whose names are held in memory (some 60 MB); beyond it every fact is compared."""

Facts = dict[str, set[str]]
"""Predicate → its objects, as terms of N-Quads."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing whose facts differ: all that each build tells of it. A build that does not know it tells nothing."""

    iri: str
    old: Facts
    new: Facts

    @property
    def classes(self) -> set[str]:
        return {term[1:-1] for side in (self.old, self.new) for term in side.get(RDF + "type", ())}

    def differs(self, predicate: str) -> bool:
        return self.old.get(predicate, set()) != self.new.get(predicate, set())


def things(old: Build, new: Build) -> Iterator[Thing]:
    """Every thing of which the two builds tell different facts, in order of identifier, in bounded memory."""
    same, before, after = _files(old, new)
    differing = [(path, OLD) for path in before] + [(path, NEW) for path in after]
    changed = _changed(differing)
    lines = chain.from_iterable(_facts(path, side, changed) for path, side in (*differing, *((p, BOTH) for p in same)))
    for subject, some in groupby(_told(ordered(lines)), key=lambda fact: fact[0]):
        thing = Thing(subject[1:-1], {}, {})
        for _, predicate, term, side in some:
            if side != NEW:
                thing.old.setdefault(predicate[1:-1], set()).add(term)
            if side != OLD:
                thing.new.setdefault(predicate[1:-1], set()).add(term)
        if thing.old != thing.new:
            yield thing


def value(term: str) -> str:
    """What a term of N-Quads says: an identifier, or the words of a literal."""
    if term.startswith("<"):
        return term[1:-1]
    if "\\" not in term:
        return term[1 : term.rindex('"')]
    (quad,) = ox.parse(f"<x:s> <x:p> {term} .", format=ox.RdfFormat.N_TRIPLES)
    told = quad.object
    return told.value if isinstance(told, ox.Literal) else term


def _files(old: Build, new: Build) -> tuple[list[Path], list[Path], list[Path]]:
    """Files that both builds hold alike, and those of which only the old or the new one holds such a text."""
    before = {path.name: path for path in old.quads()}
    after = {path.name: path for path in new.quads()}
    same = {name for name in before.keys() & after.keys() if _alike(before[name], after[name])}
    return (
        [before[name] for name in sorted(same)],
        [path for name, path in before.items() if name not in same],
        [path for name, path in after.items() if name not in same],
    )


def _alike(one: Path, other: Path) -> bool:
    return one.samefile(other) or filecmp.cmp(one, other, shallow=False)


def _changed(differing: Iterable[tuple[Path, Side]]) -> set[str] | None:
    """The subjects of facts that stand on one side of the differing files only; None if they are too many to hold."""
    found: set[str] = set()
    lines = chain.from_iterable(_facts(path, side, None) for path, side in differing)
    for fact, some in groupby(ordered(lines), key=lambda line: line[:-3]):
        if len(list(some)) == 1:
            found.add(fact.split(" ", 1)[0])
        if len(found) > MOST:
            return None
    return found


def _facts(path: Path, side: Side, wanted: Collection[str] | None) -> Iterator[str]:
    """`subject predicate object TAB side`: the graph is left away."""
    with path.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            if wanted is None or line.split(" ", 1)[0] in wanted:
                yield f"{line[: line.rindex(' <')]}\t{side}\n"


def _told(lines: Iterable[str]) -> Iterator[tuple[str, str, str, Side]]:
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        yield subject, predicate, rest[:-3], rest[-2]
