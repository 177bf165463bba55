"""The changes that a build brought, kept beside it: one file for each State, so that a page reads one alone."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import Final

from graph.diff.change import Change, Kind
from graph.diff.compare import changes, of_json
from graph.store.builds import Build

FOLDER: Final = "changes"
_INDEX: Final = "index.json"
NOWHERE: Final = "none"
"""The name of the file of what concerns no one State."""


class NoChanges(LookupError):
    """A build keeps no changes: it is the first of its folder, or was made before builds kept them."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a build keeps of its changes: the build before, and State (alpha-3 or empty) → kind → what → how many."""

    folder: Path
    before: str
    counts: dict[str, dict[str, dict[str, int]]]

    def changes(self, state: str) -> Iterator[Change]:
        """Those of one State, in order; of an empty name, those that concern no one State."""
        yield from self.window(state, 0, None)

    def window(self, state: str, start: int, stop: int | None) -> Iterator[Change]:
        """Those of one State from one place in their order up to another; only these are read in full."""
        if state not in self.counts:
            return
        with (self.folder / f"{state or NOWHERE}.jsonl").open(encoding="utf-8", newline="\n") as stream:
            for line in islice(stream, start, stop):
                yield of_json(line)

    def place(self, state: str, kind: str) -> tuple[int, int]:
        """Where a State's changes of one kind stand in their order: the first, and the one after the last."""
        start = 0
        for one in Kind:
            count = sum(self.counts.get(state, {}).get(one.value, {}).values())
            if one.value == kind:
                return start, start + count
            start += count
        return 0, start

    def all(self) -> Iterator[Change]:
        for state in sorted(self.counts):
            yield from self.changes(state)


def keep(old: Build, new: Build) -> None:
    """Compare, and write the changes into the new build, which is not published yet."""
    folder = new.path / FOLDER
    folder.mkdir(exist_ok=True)
    counts: dict[str, dict[str, dict[str, int]]] = {}
    for state, some in groupby(changes(old, new), key=lambda change: change.state):
        counted: Counter[tuple[str, str]] = Counter()
        with ExitStack() as stack:
            stream = stack.enter_context((folder / f"{state or NOWHERE}.jsonl").open("w", encoding="utf-8"))
            for change in some:
                counted[change.kind.value, change.what.value] += 1
                stream.write(json.dumps(asdict(change)) + "\n")
        told = counts.setdefault(state, {})
        for (kind, what), count in sorted(counted.items()):
            told.setdefault(kind, {})[what] = count
    text = json.dumps({"before": old.name, "counts": counts}, indent=1, sort_keys=True)
    (folder / _INDEX).write_text(text + "\n", "utf-8")


def kept(build: Build) -> Kept:
    """Raises NoChanges."""
    path = build.path / FOLDER / _INDEX
    try:
        told = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as fault:
        raise NoChanges("nothing is kept of a build before this one") from fault
    return Kept(path.parent, told["before"], told["counts"])
