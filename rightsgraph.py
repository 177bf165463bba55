"""The command line and the only composition root: the one file that may import every room."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.diff.command import diff as diff_command
from graph.export.plan_commands import app as plan_commands
from graph.review.link_commands import app as link_commands
from graph.review.review_commands import app as review_commands
from graph.search_command import search as search_command
from graph.store.push_command import mirrored, one_place
from graph.store.push_command import push as push_command
from webui.accounts.commands import app as user_commands

if TYPE_CHECKING:
    from graph.build import Finished, Tell
    from graph.store.asking import Asker
    from graph.store.builds import Build
    from graph.store.pool import Pool
    from loaders.fetch.wanted import Want

app = typer.Typer(
    name="rightsgraph",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="One graph of what UN human rights mechanisms asked of a State, what it answered, and which UN projects "
    "work on it.\n\nStart with:  rightsgraph demo",
)

app.add_typer(link_commands, name="link")
app.add_typer(review_commands, name="review")
app.add_typer(plan_commands, name="plan")
app.command("search", epilog="Example:  rightsgraph search minority languages --state VNM")(search_command)
app.command("diff", epilog="Example:  rightsgraph diff --state VNM --store my-country/builds")(diff_command)
app.command("push", epilog="Example:  rightsgraph push --endpoint https://host/sparql --store my-country/builds")(
    push_command
)
app.add_typer(user_commands, name="users")

Folders = Annotated[list[Path], typer.Argument(exists=True, help="Workspaces, folders or single files.")]
Store = Annotated[Path | None, typer.Option("--store", help="Where builds are kept [default: FOLDER/builds].")]
Endpoint = Annotated[
    str, typer.Option("--endpoint", help="A SPARQL 1.1 server to ask instead of a build, once pushed to.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
State = Annotated[str | None, typer.Option("--state", help="One State only, ISO 3166 alpha-3 (VNM).")]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="The file to write.")]
Parameters = Annotated[
    list[str] | None, typer.Option("--param", "-p", help="A parameter as name=value; may be repeated.")
]
Host = Annotated[str, typer.Option(help="The address to listen on.")]
Port = Annotated[int, typer.Option(help="The port to listen on.")]


def main() -> None:
    """Run the command line; 0 done, 1 refused, 2 wrong use."""
    app()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _stop(text: str, code: int) -> typer.Exit:
    """An error for people, on standard error, with its exit code."""
    sys.stderr.write(text + "\n")
    return typer.Exit(code)


@app.command(epilog="Example:  rightsgraph init my-country")
def init(folder: Annotated[Path, typer.Argument(help="The workspace to make.")]) -> None:
    """Make an empty workspace: sources/, templates/ to fill in, decisions.csv and what to do next."""
    from graph.workspace import make
    from loaders.templates import workbooks

    make(folder, workbooks())
    _say(f"{folder} is ready: drop your files into {folder / 'sources'}, then run  rightsgraph build {folder}")


@app.command(epilog="Example:  rightsgraph build my-country")
def build(folders: Folders, store: Store = None, quiet: Quiet = False) -> None:
    """Read every file, bring them together, link them, check, and swap the finished build in."""
    finished = _build(folders, store, quiet)
    if not quiet:
        from graph.report import summary

        _say(summary(finished.build.report()))


@app.command(epilog="Example:  rightsgraph sources my-country/sources")
def sources(
    folders: Annotated[list[Path] | None, typer.Argument(exists=True, help="Folders or files.")] = None,
    known: Annotated[bool, typer.Option("--known", help="List the kinds of source that can be read.")] = False,
) -> None:
    """What each file is recognised as, and every finding; nothing is built."""
    from graph.report import findings_table, kinds_table, read_table
    from loaders.identify import known as loaders_known
    from loaders.read import read

    if known or not folders:
        _say(kinds_table(loaders_known()))
        return
    done = read(folders)
    _say(read_table(done.loaded))
    _say(findings_table(done.findings))


@app.command(epilog="Example:  rightsgraph query positions -p state=VNM --store my-country/builds")
def query(
    name: Annotated[str | None, typer.Argument(help="A question's name or number, or a .rq file.")] = None,
    param: Parameters = None,
    form: Annotated[
        str, typer.Option("--format", "-f", help="table, csv, tsv, json, xml, turtle or nquads.")
    ] = "table",
    store: Store = None,
    endpoint: Endpoint = "",
) -> None:
    """Ask a named question or run a SPARQL file; without a name, list the questions."""
    from graph.ask import FORMATS, Unanswered, answer, text_of
    from graph.report import questions_table

    if name is None:
        _say(questions_table())
        return
    if form not in FORMATS:
        raise _stop(f"no format {form!r}; there are: {', '.join(FORMATS)}", 2)
    try:
        text = text_of(name, param or [])
    except (LookupError, ValueError, OSError) as fault:
        raise _stop(str(fault), 2) from fault
    with _asked(store, endpoint) as (_, asker):
        try:
            sys.stdout.write(answer(asker, text, form))
        except Unanswered as refusal:
            raise _stop(str(refusal), 1) from refusal


@app.command(epilog="Example:  rightsgraph export alignment --state VNM --out vnm.xlsx")
def export(
    kind: Annotated[str, typer.Argument(help="alignment, matrix, calendar, country-sheet, dump, network …")],
    state: State = None,
    framework: Annotated[str, typer.Option(help="One framework: its identifier or title (alignment, matrix).")] = "",
    agency: Annotated[str, typer.Option(help="One agency's programmes only (alignment, matrix).")] = "",
    theme: Annotated[str, typer.Option(help="One theme; for a brief also one group.")] = "",
    least: Annotated[float, typer.Option(help="The least score of a link, 0 to 1 (alignment, matrix).")] = 0.0,
    basis: Annotated[str, typer.Option(help="all, stated or confirmed links (alignment, matrix).")] = "all",
    form: Annotated[str, typer.Option("--format", "-f", help="docx, csv …; without it, by FILE's ending.")] = "",
    store: Store = None,
    endpoint: Endpoint = "",
    out: Out = None,
) -> None:
    """Write a document to be sent: alignment (XLSX, DOCX), matrix (XLSX, CSV), network, dump and others."""
    from graph.export import KINDS, Unwritable, export_to
    from graph.export.alignment_filters import Filters

    if kind not in KINDS:
        raise _stop(f"no export {kind!r}; there are: {', '.join(KINDS)}", 2)
    if endpoint and kind == "dump":
        raise _stop("a dump is made of a build's files: name its --store", 2)
    target = out or Path(KINDS[kind].default)
    if form and out and out.suffix.lower() != f".{form.lower()}":
        raise _stop(f"--format {form} and {out.name} disagree: leave one of them out", 2)
    if form:
        target = target.with_suffix(f".{form.lower()}")
    try:
        filters = Filters(framework, agency, theme, least, basis)
        with _asked(store, endpoint, whole=True) as (build, asker):
            export_to(kind, asker, build(), state, target, filters if filters != Filters() else None)
    except Unwritable as fault:
        raise _stop(str(fault), 2) from fault
    _say(f"wrote {target}")


@app.command("fill-list", epilog="Example:  rightsgraph fill-list list.docx --state SVN --out filled.docx")
def fill_list(
    source: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="OHCHR's thematic list, DOCX.")],
    state: Annotated[str, typer.Option(help="Whose list it is, ISO 3166 alpha-3.")],
    store: Store = None,
    out: Out = None,
) -> None:
    """Fill the assessment column of OHCHR's thematic list from what a build knows; all else stays as it is."""
    from graph.export import Unwritable
    from graph.export.thematic import thematic

    target = out or source.with_name(f"{source.stem}-filled.docx")
    try:
        with _asked(store, "", whole=True) as (_, asker):
            done = thematic(asker, state.upper(), source, target)
    except (Unwritable, OSError) as fault:
        raise _stop(str(fault), 2) from fault
    _say(f"{done}\nwrote {target}")


@app.command(epilog="Example:  rightsgraph fetch A/HRC/28/15 A/HRC/28/15/Add.1 uhri --folder my-country")
def fetch(
    what: Annotated[
        list[str] | None, typer.Argument(help="Symbols; uhri; un-info VNM …; iati VNM … or iati https://….")
    ] = None,
    folder: Annotated[Path, typer.Option("--folder", help="The workspace whose sources/ take the files.")] = Path(),
    language: Annotated[str, typer.Option(help="ar, en, es, fr, ru or zh.")] = "en",
    again: Annotated[bool, typer.Option("--again", help="Ask anew for what is there already.")] = False,
    cited: Annotated[
        bool, typer.Option("--cited", help="Every document that the build cites and has not read.")
    ] = False,
    state: State = None,
    store: Store = None,
    quiet: Quiet = False,
) -> None:
    """Download UN documents by symbol, the UHRI export, UN INFO and IATI files, checked and resumable.

    --state and --store belong to --cited.
    """
    from loaders.fetch.faults import Failed, WrongUse
    from loaders.fetch.fetch import fetch as fetch_each
    from loaders.fetch.progress import bars
    from loaders.fetch.settings import Settings
    from loaders.fetch.wanted import language as spoken
    from loaders.fetch.wanted import wanted

    try:
        told, tongue = Settings.read(folder, os.environ), spoken(language)
        wants = wanted(what or []) if what or not cited else []
        if cited:
            wants = list(dict.fromkeys(wants + _cited(_current(store or _default_store(folder)), state)))
        if not wants:
            _say("every document that the build cites has been read")
            return
        with bars(quiet) as tell:
            done = list(fetch_each(wants, folder, told, tongue, tell, again=again))
    except WrongUse as fault:
        raise _stop(str(fault), 2) from fault
    except Failed as fault:
        raise _stop(str(fault), 1) from fault
    if not quiet and (lines := [one.line for one in done if not one.failed]):
        _say("\n".join(lines))
    if failed := [one.line for one in done if one.failed]:
        raise _stop("\n".join(failed), 1)


@app.command(epilog="Example:  rightsgraph serve --store my-country/builds --port 8000")
def serve(
    store: Store = None,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    accept_no_isolation: Annotated[
        bool,
        typer.Option("--accept-no-isolation", help="Serve although query workers cannot be cut off from the network."),
    ] = False,
    endpoint: Endpoint = "",
) -> None:
    """Serve the viewer at /, things at /id/… and read-only SPARQL 1.1 at /sparql.

    Served to other machines (any --host but this one), query workers must be cut off from the network.
    """
    if endpoint:
        one_place(store, endpoint)
        _serve_from(endpoint, host, port)
        return
    _current(store)
    _serve(store or Path("builds"), host, port, strict=not accept_no_isolation)


@app.command(epilog="Example:  rightsgraph mcp --store my-country/builds")
def mcp(store: Store = None, endpoint: Endpoint = "") -> None:
    """Let an assistant ask the build, over standard input and output (Model Context Protocol); read-only."""
    try:
        from webui.assistants.server import server
    except ModuleNotFoundError as fault:
        raise _stop(f"{fault.name} is not installed: pip install 'rightsgraph[assistants]'", 2) from fault
    from webui.assistants.tools import Tools

    with _asked(store, endpoint, followed=True) as (build, asker):
        server(Tools(build, asker)).run("stdio")


@app.command(epilog="Example:  rightsgraph demo --no-serve")
def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where the example is built.")] = Path("rightsgraph-demo"),
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Stop before serving.")] = False,
    host: Host = "127.0.0.1",
    port: Port = 8000,
) -> None:
    """Build the bundled example, print its reinforcing groups, write the workbook and serve the viewer."""
    from graph.export import export_to
    from graph.report import groups_table, summary
    from graph.workspace import copy_example

    copy_example(folder)
    finished = _build([folder], None, quiet=False)
    _say(summary(finished.build.report()))
    workbook = folder / "exports" / "alignment.xlsx"
    workbook.parent.mkdir(exist_ok=True)
    with _open(finished.build.store) as pool:
        _say(groups_table(pool))
        export_to("alignment", pool, finished.build, None, workbook)
    _say(f"The alignment workbook: {workbook}")
    if not no_serve:
        _serve(folder / "builds", host, port, strict=True)


def _build(folders: list[Path], store: Path | None, quiet: bool) -> "Finished":
    """Read and build with a progress bar; a refused or busy build exits with 1 and leaves the old one."""
    from graph.build import Refused
    from graph.build import build as make
    from graph.link.groups.lock import NAME, write
    from graph.link.groups.lock import read as read_lock
    from graph.review.decisions import Decisions
    from graph.store.builds import Builds
    from graph.store.lock import Busy
    from graph.workspace import Settings
    from loaders.read import read

    try:
        settings = Settings.read(folders[0])
    except ValueError as fault:
        raise _stop(str(fault), 2) from fault
    with _progress(quiet) as tell:
        done = read(folders, settings.read_on, tell)
        try:
            finished = make(
                done.loaded,
                Builds(store or _default_store(folders[0])),
                _open,
                findings=done.findings,
                decisions=Decisions.read(folders[0] / "decisions.csv"),
                minimum=settings.minimum,
                lock=read_lock(folders[0] / NAME),
                thresholds=settings.thresholds,
                tell=tell,
            )
            if (folders[0] / "sources").is_dir():
                for finding in write(folders[0] / NAME, finished.lock):
                    sys.stderr.write(f"{finding.file}: {finding.reason}\n")
            return finished
        except (Refused, Busy) as refusal:
            raise _stop(str(refusal), 1) from refusal


def _cited(current: "Build", state: str | None) -> "list[Want]":
    """The documents that a build cites and has not read; what is cited but cannot be a symbol is told."""
    from graph.cited import unread
    from loaders.fetch.wanted import cited

    with _open(current.store) as pool:
        try:
            found, strange = cited(unread(pool, state))
        except ValueError as fault:
            raise _stop(str(fault), 2) from fault
    for symbol in strange:
        sys.stderr.write(f"{symbol!r} is cited but is no document symbol: not asked for\n")
    return found


def _default_store(folder: Path) -> Path:
    return (folder if folder.is_dir() else folder.parent) / "builds"


def _current(store: Path | None) -> "Build":
    """The current build; exits with 2 and what to do if there is none."""
    from graph.store.builds import Builds, NoBuild

    try:
        return Builds(store or Path("builds")).current()
    except NoBuild as fault:
        raise _stop(f"{fault} (or name it with --store)", 2) from fault


def _open(store: Path) -> "Pool":
    """The build asks its own store through the same workers, with room for whole countries."""
    from graph.store.limits import Limits
    from graph.store.pool import Pool

    return Pool(store, Limits.for_builds())


@contextmanager
def _asked(
    store: Path | None, endpoint: str, *, followed: bool = False, whole: bool = False
) -> "Iterator[tuple[Callable[[], Build], Asker]]":
    """The current build and what answers its queries: a store here, or a server elsewhere.

    `followed` means that the next build is asked as soon as it is current, within the limits of the environment;
    `whole` leaves room for all of a country, as documents need it.
    """
    from graph.store.builds import Builds
    from graph.store.limits import Limits
    from graph.store.pool import Pool

    one_place(store, endpoint)
    limits = Limits.from_environment(os.environ) if followed or endpoint else Limits()
    limits = Limits.for_builds() if whole and not endpoint else limits
    if endpoint:
        with mirrored(endpoint, limits) as (mirror, there):
            yield mirror, there
        return
    current = _current(store)  # says what to do where there is no build
    build = Builds(store or Path("builds")).current if followed else lambda: current
    with Pool(lambda: build().store, limits) as pool:
        yield build, pool


def _serve_from(endpoint: str, host: str, port: int) -> None:
    """Serve what a server elsewhere holds: read-only, without accounts' workspace, search or files of a build."""
    from graph.store.limits import Limits
    from webui.accounts.settings import Settings as Accounts
    from webui.app import create_app
    from webui.serve import serve as serve_app

    try:
        accounts = Accounts.read(Path(), os.environ)
    except (ValueError, OSError) as fault:
        raise _stop(str(fault), 2) from fault
    with mirrored(endpoint, Limits.from_environment(os.environ)) as (build, asker):
        app = create_app(build, asker, {"WORKSPACE": None, "ACCOUNTS": accounts})
        serve_app(app, host, port, lambda address: _say(f"The viewer: {address}"))


def _serve(root: Path, host: str, port: int, *, strict: bool) -> None:
    """Serve whatever build is current; to strangers only with workers that cannot call out ."""
    from dataclasses import replace

    from graph.store.asking import Refusal
    from graph.store.builds import Builds
    from graph.store.limits import Limits
    from graph.store.pool import Pool
    from graph.workspace import of_builds
    from webui.accounts.settings import Settings as Accounts
    from webui.app import create_app
    from webui.serve import serve as serve_app

    builds, folder = Builds(root), of_builds(root)
    try:
        accounts = Accounts.read(folder or root, os.environ)
    except (ValueError, OSError) as fault:
        raise _stop(str(fault), 2) from fault
    strangers = host not in ("127.0.0.1", "::1", "localhost")
    limits = replace(Limits.from_environment(os.environ), isolation_required=strict and strangers)
    try:
        with Pool(lambda: builds.current().store, limits) as pool:
            app = create_app(builds.current, pool, {"WORKSPACE": folder, "ACCOUNTS": accounts})
            serve_app(app, host, port, lambda address: _say(f"The viewer: {address}"))
    except Refusal as refusal:
        raise _stop(f"{refusal} (or accept it with --accept-no-isolation)", 1) from refusal


@contextmanager
def _progress(quiet: bool) -> Iterator["Tell"]:
    """A bar per stage on standard error, or silence."""
    if quiet:
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[str, object] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                for task in bar.task_ids:
                    bar.update(task, completed=bar.tasks[task].total)
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

        yield tell
        for task in bar.task_ids:
            bar.update(task, completed=bar.tasks[task].total)


if __name__ == "__main__":
    main()
