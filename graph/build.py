"""Loaded files → a finished build: resolve, write, link, check, swap."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

from graph import check, nquads, terms
from graph.diff.kept import keep
from graph.link.groups.lock import Lock
from graph.nquads import iri
from graph.records import StatedLink
from graph.relink import Before, Linking
from graph.resolve import Resolved, resolve
from graph.review.decisions import Decisions
from graph.review.unmet import unmet
from graph.source import Finding, Loaded
from graph.store.asking import Asker
from graph.store.builds import Build, Builds, NoBuild, Workshop
from graph.store.load import load
from graph.terms import rg
from graph.text import index
from graph.train import Taught
from graph.write import decided as decided_rules
from graph.write import links as link_rules
from graph.write import made, meaning, quads, subject_of

Tell = Callable[[str, int, int], None]
"""Told at each step: the stage in plain words, how much of it is done, how much there is."""

Open = Callable[[Path], AbstractContextManager[Asker]]
"""How a store is asked: the caller says, so that every query runs in a worker."""


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished build, what it holds, and what people should look at."""

    build: Build
    findings: tuple[Finding, ...]
    counts: dict[str, int]
    lock: Lock = field(default_factory=Lock)
    """What the next build must know of the groups."""


class Refused(Exception):
    """A check refused the build; the message lists the faults. The old build stays."""


def build(
    loaded: Iterable[Loaded],
    builds: Builds,
    ask: Open,
    *,
    findings: Iterable[Finding] = (),
    decisions: Decisions | None = None,
    minimum: Mapping[str, int] | None = None,
    lock: Lock | None = None,
    thresholds: Mapping[str, float] | None = None,
    tell: Tell = _silent,
) -> Finished:
    """Make a build of these files and swap it in. Raises Refused, or Busy if another build is under way.

    `minimum` is how many records each kind of source (by its loader's name) must give at least, `lock` what earlier
    builds knew of groups, `thresholds` the score that links of each computed relation must reach.
    """
    _enough(loaded := tuple(loaded), minimum or {})
    decided = decisions or Decisions()
    with builds.begin() as workshop:
        tell("Bringing sources together", 0, 1)
        resolved = resolve(loaded)
        _write(workshop, resolved, decided, tell)
        store = workshop.path / "store"
        tell("Loading the store", 0, 1)
        load(store, sorted((workshop.path / "quads").glob("*.nq")))
        with ask(store) as asker:
            tell("Learning labels", 0, 1)
            taught = Taught.of(asker, builds.root, thresholds or {})
            linking = Linking(workshop, Before.of(builds), decided, taught)
            relinked = linking.all(asker, lock or Lock(), tell)
        load(store, [*relinked.files, workshop.write("decisions", _decisions(decided))])
        with ask(store) as asker:
            tell("Checking", 0, 1)
            faults, noticed = check.check(asker)
            counts = check.counts(asker)
            noticed += unmet(asker, decided)
        if faults:
            raise Refused("\n".join(faults))
        tell("Indexing words", 0, 1)
        text = index.make(workshop.as_build())
        after = relinked.lock
        found = (*findings, *resolved.findings, *decided.findings, *decided.disagreements(), *after.findings, *noticed)
        workshop.tell(_report(resolved, found, counts) | {"linked_anew": list(relinked.anew), "text": text})
        tell("Comparing with the build before", 0, 1)
        _compare(builds, workshop)
        return Finished(builds.publish(workshop), found, counts, after)


def _compare(builds: Builds, workshop: Workshop) -> None:
    """Keep what this build tells otherwise than the one before, for `rightsgraph diff` and the viewer."""
    try:
        before = builds.current()
    except NoBuild:
        return
    keep(before, workshop.as_build())


def _enough(loaded: tuple[Loaded, ...], minimum: Mapping[str, int]) -> None:
    """Raises Refused where a kind of source gave fewer records than the settings ask for."""
    given: Counter[str] = Counter()
    for one in loaded:
        given[one.loader.name] += len(one.records)
    short = [
        f"{name}: {given[name]} records were read, the settings ask for {count}: look at the findings of its files"
        for name, count in sorted(minimum.items())
        if given[name] < count
    ]
    if short:
        raise Refused("\n".join(short))


def _write(workshop: Workshop, resolved: Resolved, decisions: Decisions, tell: Tell) -> None:
    workshop.write("ontology", meaning.quads())
    for number, one in enumerate(resolved.loaded):
        tell("Writing", number, len(resolved.loaded))
        workshop.write(f"source-{one.sha256[:16]}", quads(one))
    workshop.write("derived", _positions(resolved))
    workshop.write("stated", _standing(resolved, decisions))


def _positions(resolved: Resolved) -> Iterator[str]:
    graph = terms.graph("derived")
    for about, position in resolved.positions.items():
        yield nquads.line(subject_of(about), rg("position"), iri(rg(position.value)), graph)


def _standing(resolved: Resolved, decisions: Decisions) -> Iterator[str]:
    graph = terms.graph("stated")
    for one in resolved.loaded:
        for record in one.records:
            if isinstance(record, StatedLink):
                for subject, predicate, object_ in link_rules.stated(record, decisions):
                    yield nquads.line(subject, predicate, object_, graph)


def _decisions(decided: Decisions) -> Iterator[str]:
    """Every decision as a record, and the links that people added."""
    facts = chain(map(decided_rules.records, decided.by_link.values()), map(made.added, decided.added()))
    return _lines(terms.graph("decisions"), facts)


def _lines(graph: str, facts: Iterable[Iterable[tuple[str, str, str]]]) -> Iterator[str]:
    for some in facts:
        for subject, predicate, object_ in some:
            yield nquads.line(subject, predicate, object_, graph)


def _report(resolved: Resolved, findings: Iterable[Finding], counts: dict[str, int]) -> dict[str, Any]:
    """What the build read and what it found, for people and for `report.json`."""
    return {
        "version": version("rightsgraph"),
        "files": [
            {
                "file": one.name,
                "sha256": one.sha256,
                "read_on": one.read_on.isoformat(),
                "recognised_as": one.loader.name,
                "title": one.loader.title,
                "publisher": one.loader.publisher,
                "licence": one.loader.licence,
                "official": one.loader.official,
                "records": dict(sorted(Counter(type(record).__name__ for record in one.records).items())),
            }
            for one in resolved.loaded
        ],
        "findings": [asdict(finding) for finding in findings],
        "counts": counts,
    }
