"""`rightsgraph diff …`: what changed between two builds, in words."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.diff.change import Change
    from graph.store.builds import Build

Old = Annotated[str, typer.Argument(help="A build by its name or number [default: the one before NEW].")]
New = Annotated[str, typer.Argument(help="A build by its name or number [default: the current one].")]
Store = Annotated[Path | None, typer.Option("--store", help="Where builds are kept [default: builds].")]
State = Annotated[str, typer.Option("--state", help="One State only, ISO 3166 alpha-3 (VNM).")]
Form = Annotated[str, typer.Option("--format", "-f", help="table, csv or json.")]


def diff(old: Old = "", new: New = "", state: State = "", form: Form = "table", store: Store = None) -> None:
    """What changed since the build before: files, texts, positions, programmes, links, groups, decisions."""
    from graph.diff.change import COLUMNS, sentence
    from graph.review.printed import FORMATS, printed

    if form not in FORMATS:
        raise _stop(f"no format {form!r}; there are: {', '.join(FORMATS)}", 2)
    before, after = _pair(store or Path("builds"), old, new)
    found = _found(before, after, _iso3(state))
    if form == "table":
        _tell(f"From build {before.name} to {after.name}")
        _print(found)
    else:
        rows = [(*change.row, sentence(change)) for change in found]
        sys.stdout.write(printed((*COLUMNS, "sentence"), rows, form))


def _print(found: "Iterator[Change]") -> None:
    """Sentences under each State and kind, as they are found."""
    from graph.diff.change import sentence

    heading, count = "", 0
    for change in found:
        now = f"{change.state or 'Every State'}: {change.kind.value}"
        if now != heading:
            sys.stdout.write(f"\n{now}\n")
            heading = now
        sys.stdout.write(f"  {sentence(change)}\n")
        count += 1
    sys.stdout.write(f"\n{count:,} changes\n" if count else "Nothing changed.\n")


def _found(before: "Build", after: "Build", state: str) -> "Iterator[Change]":
    """What the newer build keeps of itself, if it was compared with this very one; else compared now."""
    from graph.diff.compare import changes
    from graph.diff.kept import NoChanges, kept

    try:
        told = kept(after)
    except NoChanges:
        told = None
    if told and told.before == before.name:
        return told.changes(state) if state else told.all()
    return (change for change in changes(before, after) if not state or change.state == state)


def _pair(root: Path, old: str, new: str) -> "tuple[Build, Build]":
    from graph.store.builds import Builds, NoBuild

    builds = Builds(root)
    try:
        after = _build(builds.finished(), new) if new else builds.current()
    except NoBuild as fault:
        raise _stop(f"{fault} (or name it with --store)", 2) from fault
    if old:
        return _build(builds.finished(), old), after
    earlier = [build for build in builds.finished() if build.name < after.name]
    if not earlier:
        raise _stop(f"no build before {after.name} is kept in {root}: name one, or build again first", 2)
    return earlier[-1], after


def _build(builds: "list[Build]", name: str) -> "Build":
    found = [one for one in builds if one.name == name or one.name.split("-")[0].lstrip("0") == name.lstrip("0")]
    if not found:
        raise _stop(f"no build {name!r}; there are: {', '.join(one.name for one in builds) or 'none'}", 2)
    return found[0]


def _iso3(state: str) -> str:
    from graph import states
    from graph.clean import Unclear

    try:
        return states.state(state) if state else ""
    except Unclear as fault:
        raise _stop(str(fault), 2) from fault


def _tell(text: str) -> None:
    sys.stderr.write(text + "\n")


def _stop(text: str, code: int) -> typer.Exit:
    _tell(text)
    return typer.Exit(code)
