"""`rightsgraph review …`: what to decide next, decisions brought together, conflicts, and what decisions teach."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.review.desk import Folder, Form, Quiet, State, Store, asker, check_form, say, stop

if TYPE_CHECKING:
    from graph.source import Finding

app = typer.Typer(no_args_is_help=True, help="What is worth deciding, who disagrees, and what decisions teach.")


@app.command("list", epilog="Example:  rightsgraph review list --state VNM --most 20")
def listed(
    state: State = "",
    most: Annotated[int, typer.Option("--most", min=1, help="How many links.")] = 20,
    form: Form = "table",
    folder: Folder = Path(),
    store: Store = None,
) -> None:
    """The links on which a decision is worth most: uncertain ones on which much hangs come first."""
    check_form(form)
    with asker(folder, store) as asking:
        from graph.review.listing import TASK_COLUMNS, task_row
        from graph.review.printed import printed
        from graph.review.wordings import wordings
        from graph.review.worklist import worklist

        tasks = worklist(asking, state, most)
        says = wordings(asking, (end for task in tasks for end in (task.link.subject, task.link.object)))
        say(printed(TASK_COLUMNS, [task_row(task, says) for task in tasks], form))


@app.command(epilog="Example:  rightsgraph review merge ../colleague/decisions.csv --folder my-country")
def merge(
    files: Annotated[list[Path], typer.Argument(exists=True, help="Files of decisions, or workspaces that hold one.")],
    folder: Folder = Path(),
    quiet: Quiet = False,
) -> None:
    """Append to decisions.csv what is missing of others' files; each line stands once, what stands stays."""
    from graph.review.append import Unrecorded
    from graph.review.decisions import FILE, Decisions
    from graph.review.merge import merge as bring_together

    others = [path / FILE if path.is_dir() else path for path in files]
    if absent := [str(path) for path in others if not path.is_file()]:
        raise stop(f"no such file: {', '.join(absent)}", 2)
    try:
        merged = bring_together(folder / FILE, others)
    except Unrecorded as fault:
        raise stop(str(fault), 1) from fault
    if quiet:
        return
    _tell(merged.findings)
    contested = list(Decisions.read(folder / FILE).disagreements())
    say(f"{len(merged.appended)} appended to {folder / FILE}, {merged.already} stood there already")
    if contested:
        say(f"{len(contested)} in conflict: rightsgraph review conflicts --folder {folder}")


@app.command(epilog="Example:  rightsgraph review conflicts --folder my-country")
def conflicts(form: Form = "table", folder: Folder = Path()) -> None:
    """Links on which the last decisions of two people disagree; the later one counts until they settle it."""
    check_form(form)
    from graph.review.decisions import FILE, Decisions
    from graph.review.listing import CONFLICT_COLUMNS, conflict_rows
    from graph.review.printed import printed

    decisions = Decisions.read(folder / FILE)
    _tell(decisions.findings)
    rows = list(conflict_rows(decisions))
    say(printed(CONFLICT_COLUMNS, rows, form) if rows or form != "table" else "nobody disagrees")


@app.command(epilog="Example:  rightsgraph review threshold --precision 0.9 --folder my-country")
def threshold(
    precision: Annotated[float, typer.Option("--precision", help="The share of links that shall be right.")] = 0.9,
    state: State = "",
    form: Form = "table",
    folder: Folder = Path(),
    store: Store = None,
) -> None:
    """From which score on computed links are right often enough, and the lines for rightsgraph.toml."""
    check_form(form)
    with asker(folder, store) as asking:
        from graph.review.links import Wanted, links
        from graph.review.listing import SUGGESTION_COLUMNS, suggestion_row
        from graph.review.printed import printed
        from graph.review.threshold import as_settings, suggestions

        decided = [link for status in ("confirmed", "rejected") for link in links(asking, Wanted(state, status=status))]
        found = suggestions(decided, precision)
    if form == "table" and not found:
        say("nobody has decided on a computed link yet: rightsgraph review list says where to begin")
        return
    say(printed(SUGGESTION_COLUMNS, [suggestion_row(one) for one in found], form))
    if form == "table" and (lines := as_settings(found)):
        say(f"For rightsgraph.toml:\n\n{lines}")


def _tell(findings: Sequence["Finding"]) -> None:
    """What could not be read, on standard error: rows for programs stay alone on standard output."""
    import sys

    for one in findings:
        sys.stderr.write(f"{one.file}, {one.place}: {one.reason}\n")
