"""What the commands on links share: the workspace they work in, its build, and how they say what is wrong."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.review.explain import Judge
    from graph.review.explained import Explained
    from graph.store.asking import Asker
    from graph.workspace import Settings

Folder = Annotated[Path, typer.Option("--folder", help="The workspace: decisions.csv, settings and builds.")]
Store = Annotated[Path | None, typer.Option("--store", help="Where builds are kept [default: FOLDER/builds].")]
State = Annotated[str, typer.Option("--state", help="One State only, ISO 3166 alpha-3 (VNM).")]
Form = Annotated[str, typer.Option("--format", "-f", help="table, csv or json.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]


def say(text: str) -> None:
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def stop(text: str, code: int) -> typer.Exit:
    """An error for people, on standard error, with its exit code: 1 refused, 2 wrong use."""
    sys.stderr.write(text + "\n")
    return typer.Exit(code)


@contextmanager
def asker(folder: Path, store: Path | None) -> Iterator["Asker"]:
    """The current build, with room for whole countries; what is wrong ends the command with its exit code."""
    from graph.review.append import Unrecorded
    from graph.store.asking import Refusal
    from graph.store.builds import Builds, NoBuild
    from graph.store.limits import Limits
    from graph.store.pool import Pool

    try:
        with Pool(Builds(store or folder / "builds").current().store, Limits.for_builds()) as pool:
            yield pool
    except NoBuild as fault:
        raise stop(f"{fault} (or name it with --folder or --store)", 2) from fault
    except (Refusal, Unrecorded) as fault:
        raise stop(str(fault), 1) from fault
    except ValueError as fault:  # what a person named is not there or cannot be read
        raise stop(str(fault), 2) from fault


def settings(folder: Path) -> "Settings":
    """The settings of the workspace; settings that cannot be read end the command."""
    from graph.workspace import Settings

    try:
        return Settings.read(folder)
    except (ValueError, OSError) as fault:
        raise stop(str(fault), 2) from fault


def person(folder: Path, who: str) -> str:
    """Who decides: as told, else by RIGHTSGRAPH_WHO, else by the settings; empty if nobody says."""
    return who.strip() or os.environ.get("RIGHTSGRAPH_WHO", "").strip() or settings(folder).who


def check_form(form: str) -> None:
    from graph.review.printed import FORMATS

    if form not in FORMATS:
        raise stop(f"no format {form!r}; there are: {', '.join(FORMATS)}", 2)


def judge(folder: Path, store: Path | None) -> "Judge":
    """What tells of links that were not made, by the model that the build was made with."""

    def unlinked(asking: "Asker", one: str, other: str) -> "tuple[Explained, ...]":
        from graph.review.unlinked import why_not
        from graph.train import Taught

        taught = Taught.of(asking, store or folder / "builds", settings(folder).thresholds)
        return why_not(asking, one, other, taught.model)

    return unlinked
