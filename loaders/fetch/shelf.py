"""Where fetched files stand: a workspace's `sources/` with the ledger beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph.store.lock import Busy, locked
from loaders.fetch import ledger
from loaders.fetch.answers import Version
from loaders.fetch.download import checksum
from loaders.fetch.faults import Failed
from loaders.fetch.ledger import Entry


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder, and the folder inside it that files go into."""

    folder: Path
    sources: Path

    @classmethod
    def of(cls, folder: Path) -> "Shelf":
        """A workspace's or a new folder's `sources/`; a folder of files that is no workspace takes them itself.

        `sources/` is made only where nothing else could be meant: once it is there, a build reads nothing beside it.
        """
        inside = folder / "sources"
        workspace = inside.is_dir() or (folder / "rightsgraph.toml").is_file()
        bare = not folder.is_dir() or not any(folder.iterdir())
        shelf = cls(folder, inside if workspace or bare else folder)
        shelf.sources.mkdir(parents=True, exist_ok=True)
        return shelf

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the shelf for the time of the block. Raises Failed if another fetch does."""
        try:
            with locked(self.folder / ".fetch.lock"):
                yield
        except Busy as busy:
            raise Failed(f"another fetch is under way in {self.folder}: wait for it to end") from busy

    def file(self, name: str) -> Path:
        """The path of a file by its name. Raises ValueError for a name that would leave the folder or hide."""
        if not name or Path(name).name != name or "\\" in name or name.startswith("."):
            raise ValueError(f"no name for a file here: {name!r}")
        return self.sources / name

    def entries(self) -> dict[str, Entry]:
        """The ledger. Raises Failed if it is damaged."""
        return ledger.read(self.folder / ledger.NAME)

    def entry(self, path: Path) -> Entry | None:
        """What the ledger says of a file."""
        return self.entries().get(self._named(path))

    def enter(self, path: Path, whole: Path, address: str, version: Version) -> Entry:
        """Write into the ledger that `path` will be what `whole` is now; before it is put in its place."""
        day = datetime.now(UTC).date().isoformat()
        size, digest = whole.stat().st_size, checksum(whole)
        entry = Entry(self._named(path), digest, size, day, address, version.etag, version.modified)
        ledger.write(self.folder / ledger.NAME, self.entries() | {entry.file: entry})
        return entry

    def _named(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()
