"""A folder of files → loaded records and findings: one bad file never stops the others."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.source import Finding, Loaded, Loader, Refused, Severity, Source
from loaders import labels
from loaders.documents import archive, pdf
from loaders.identify import identify

OURS = frozenset(
    ("builds", "exports", "decisions.csv", "groups.lock", "fetched.csv", "plan-changes.csv", "rightsgraph.toml",
     "session.key", "templates", "users.csv")
)  # fmt: skip
"""What a workspace holds beside its sources."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a folder gave."""

    loaded: tuple[Loaded, ...]
    findings: tuple[Finding, ...]


def files(place: Path) -> list[tuple[Path, Path]]:
    """The source files of a workspace, of any folder, or the one file; each with the folder it is named from."""
    if place.is_file():
        return [(place, place.parent)]
    root = place / "sources" if (place / "sources").is_dir() else place
    found = (path for path in root.rglob("*") if path.is_file())
    return [(path, root) for path in sorted(found) if not _left_out(path.relative_to(root))]


def _left_out(name: Path) -> bool:
    return name.parts[0] in OURS or any(part.startswith(".") for part in name.parts)


def read(
    places: Iterable[Path], read_on: date | None = None, tell: Callable[[str, int, int], None] | None = None
) -> Read:
    """Read every file of these places. A file that stands there twice is read once and reported."""
    found = [entry for place in places for entry in files(place)]
    loaded: dict[str, Loaded] = {}
    findings: list[Finding] = []
    for number, (path, root) in enumerate(found):
        if tell:
            tell("Reading", number, len(found))
        source = Source.of(path, root, read_on)
        known = loaded.get(source.sha256)
        if known:
            source.find("file", f"the same file as {known.name}: read once", Severity.NOTE)
        else:
            one = _load(source)
            if one:
                loaded[source.sha256] = one
        findings += source.findings
        source.forget()
    return Read(tuple(loaded.values()), tuple(findings))


def _load(source: Source) -> Loaded | None:
    for loader in _loaders(source):
        try:
            records = tuple(loader.load(source))
        except Refused as refusal:
            source.find("file", str(refusal), Severity.REFUSED)
        except Exception as fault:  # noqa: BLE001 - whatever one file does to a loader, the others go on
            reason = f"{loader.name} failed on it ({type(fault).__name__}: {fault}): please report the file"
            source.find("file", reason, Severity.REFUSED)
        else:
            labels.check(source, records)
            return Loaded(source.name, source.sha256, source.read_on, loader, records)
    return None


def _unknown(source: Source) -> str:
    """Why no loader recognises a file: a PDF may be damaged, locked or a scan, an archive damaged or a bomb."""
    if pdf.is_pdf(source):
        try:
            source.once(pdf.read)
        except Refused as refusal:
            return str(refusal)
        return "a PDF without a UN document symbol on its first page: it is not known what it is"
    if archive.is_zip(source):
        try:
            archive.members(source)
        except Refused as refusal:
            return str(refusal)
    return "not recognised as any known source: see `rightsgraph sources --known` for what can be read"


def _loaders(source: Source) -> Iterator[Loader]:
    """The one loader that recognises a file; none or several are findings."""
    found = identify(source)
    if not found:
        source.find("file", _unknown(source), Severity.REFUSED)
        return
    if len(found) > 1:
        names = ", ".join(loader.name for loader in found)
        source.find("file", f"several loaders claim it ({names}): read as {found[0].name}")
    yield found[0]
