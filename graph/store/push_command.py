"""`rightsgraph push`: the current build onto a SPARQL 1.1 server; and asking one instead of a build of one's own."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.store.builds import Build
    from graph.store.endpoint.remote import Endpoint
    from graph.store.limits import Limits

Endpoint_ = Annotated[str, typer.Option("--endpoint", help="The address where the server answers queries.")]
Store = Annotated[Path | None, typer.Option("--store", help="Where builds are kept [default: builds].")]
GraphStore = Annotated[
    str, typer.Option("--graph-store", help="Where it takes whole graphs (Graph Store Protocol) [default: found out].")
]
Update = Annotated[str, typer.Option("--update", help="Where it takes SPARQL updates, if it takes no whole graphs.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]


def push(
    endpoint: Endpoint_, graph_store: GraphStore = "", update: Update = "", store: Store = None, quiet: Quiet = False
) -> None:
    """Load the current build into a SPARQL 1.1 server; its readers see the old build whole, then the new one whole.

    Who asks is told by RIGHTSGRAPH_ENDPOINT_USER and RIGHTSGRAPH_ENDPOINT_PASSWORD, by RIGHTSGRAPH_ENDPOINT_TOKEN, or
    by ~/.netrc. A push that was broken off is taken up where it stopped.
    """
    from graph.store.asking import Refusal
    from graph.store.builds import Builds, NoBuild
    from graph.store.limits import Limits
    from graph.store.lock import Busy, locked
    from graph.store.push import push as send
    from graph.store.push import writer

    root = store or Path("builds")
    try:
        build = Builds(root).current()
        there = connect(endpoint, Limits.for_builds())
        with locked(root / "push.lock"), _progress(quiet) as tell:
            done = send(build, there, writer(there, graph_store, update), tell)
    except NoBuild as fault:
        raise _stop(f"{fault} (or name it with --store)", 2) from fault
    except ValueError as fault:
        raise _stop(str(fault), 2) from fault
    except Busy as fault:
        raise _stop(f"another push or build is under way in {root}: wait for it to end", 1) from fault
    except Refusal as refusal:
        raise _stop(str(refusal), 1) from refusal
    if not quiet:
        sys.stdout.write(
            f"{done.build} is what {endpoint} shows now: {done.graphs:,} graphs, {done.triples:,} triples, of which "
            f"{done.sent:,} were sent by {done.how}\n"
        )


def connect(url: str, limits: "Limits") -> "Endpoint":
    """The server at an address, asked by whom the environment or ~/.netrc tells. Raises ValueError for no address."""
    from graph.store.endpoint.credentials import Credentials
    from graph.store.endpoint.place import checked
    from graph.store.endpoint.remote import Endpoint

    return Endpoint(url, Credentials.of(os.environ, checked(url)), limits)


@contextmanager
def mirrored(url: str, limits: "Limits") -> "Iterator[tuple[Callable[[], Build], Endpoint]]":
    """A server's current build, as far as it is known from afar, and the server. Exits where it has none."""
    from tempfile import TemporaryDirectory

    from graph.store.asking import Refusal
    from graph.store.endpoint.pushed import Mirror

    with TemporaryDirectory(prefix="rightsgraph-") as folder:
        try:
            endpoint = connect(url, limits)
            endpoint.current()
        except ValueError as fault:
            raise _stop(str(fault), 2) from fault
        except Refusal as refusal:
            raise _stop(str(refusal), 1) from refusal
        yield Mirror(endpoint, Path(folder)).current, endpoint


def one_place(store: Path | None, endpoint: str) -> None:
    """Exits where both a store and an endpoint are named."""
    if store and endpoint:
        raise _stop("--store and --endpoint are two places to ask: name one", 2)


@contextmanager
def _progress(quiet: bool) -> "Iterator[Callable[[str, int, int], None]]":
    """A bar on standard error, or silence."""
    if quiet:
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("pushing", total=None)

        def tell(stage: str, done: int, total: int) -> None:
            bar.update(task, description=f"{stage} graphs", completed=done, total=total)

        yield tell


def _stop(text: str, code: int) -> typer.Exit:
    """An error for people, on standard error, with its exit code."""
    sys.stderr.write(text + "\n")
    return typer.Exit(code)
