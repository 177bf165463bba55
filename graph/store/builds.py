"""Finished builds and the pointer to the current one: made aside, swapped atomically, never changed."""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.ordered import ordered
from graph.store.lock import locked

KEEP = 3
"""How many finished builds stay: the current one and two to go back to."""

_NAME = re.compile(r"(\d{4,})-[0-9a-f]{8}")


class NoBuild(Exception):
    """Nothing has been built here yet; the message says how to build."""


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build: a folder that nobody changes any more."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def store(self) -> Path:
        """The Oxigraph directory, to be opened read-only."""
        return self.path / "store"

    def quads(self) -> list[Path]:
        """The N-Quads files, one per named graph, each sorted."""
        return sorted((self.path / "quads").glob("*.nq"))

    def report(self) -> dict[str, Any]:
        """Files, what each was recognised as, counts and findings."""
        told: dict[str, Any] = json.loads((self.path / "report.json").read_text("utf-8"))
        return told

    def digest(self) -> str:
        """SHA-256 over the N-Quads files: equal for equal contents."""
        total = hashlib.sha256()
        for path in self.quads():
            with path.open("rb") as stream:
                content = hashlib.file_digest(stream, "sha256").hexdigest()
            total.update(f"{path.name} {content}\n".encode())
        return total.hexdigest()


@dataclass(frozen=True, slots=True)
class Workshop:
    """The folder in which the next build is made; it vanishes unless it is published."""

    path: Path

    def write(self, name: str, lines: Iterable[str]) -> Path:
        """Write quads under a name, in order, each line once, in bounded memory."""
        folder = self.path / "quads"
        folder.mkdir(exist_ok=True)
        target = folder / f"{name}.nq"
        with target.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(ordered(lines))
        return target

    def tell(self, report: dict[str, Any]) -> None:
        """Write the build report."""
        text = json.dumps(report, ensure_ascii=False, indent=1, sort_keys=True)
        (self.path / "report.json").write_text(text + "\n", "utf-8")

    def as_build(self) -> Build:
        return Build(self.path)


@dataclass(frozen=True, slots=True)
class Builds:
    """The folder of builds of one workspace."""

    root: Path

    def current(self) -> Build:
        """The build that readers open. Raises NoBuild if there is none."""
        pointer = self.root / "current"
        name = pointer.read_text("utf-8").strip() if pointer.is_file() else ""
        build = Build(self.root / name)
        if not name or not build.store.is_dir():
            raise NoBuild(f"no finished build in {self.root}: run `rightsgraph build FOLDER` first")
        return build

    def finished(self) -> list[Build]:
        """Finished builds, oldest first."""
        if not self.root.is_dir():
            return []
        named = ((_NAME.fullmatch(path.name), path) for path in self.root.iterdir())
        found = sorted((int(match[1]), path) for match, path in named if match)
        return [Build(path) for _, path in found]

    @contextmanager
    def begin(self) -> Iterator[Workshop]:
        """A workshop for the next build, one at a time. Raises Busy if another build is under way.

        What a killed build left behind is swept first.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        with locked(self.root / "lock"):
            for litter in self.root.glob(".making-*"):
                shutil.rmtree(litter)
            path = self.root / f".making-{os.getpid()}"
            path.mkdir()
            try:
                yield Workshop(path)
            finally:
                shutil.rmtree(path, ignore_errors=True)

    def publish(self, workshop: Workshop) -> Build:
        """Make the workshop the current build: one rename, then one replaced pointer; then drop the oldest."""
        made = workshop.as_build()
        done = self.finished()
        number = int(done[-1].name.split("-")[0]) + 1 if done else 1
        target = self.root / f"{number:04d}-{made.digest()[:8]}"
        workshop.path.rename(target)
        pointer = self.root / "current.new"
        with pointer.open("w", encoding="utf-8") as stream:
            stream.write(target.name + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        pointer.replace(self.root / "current")
        for old in self.finished()[:-KEEP]:
            shutil.rmtree(old.path, ignore_errors=True)
        return Build(target)
