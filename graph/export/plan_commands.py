"""`rightsgraph plan`: what was edited in an exported implementation plan, and taking it over."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.export.plan_compare import Compared
    from graph.export.plan_read import Edited

app = typer.Typer(
    no_args_is_help=True, help="What people edited in an exported implementation plan, and taking it over."
)

File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The plan as it came back: XLSX or CSV.")]
Folder = Annotated[Path, typer.Option("--folder", help="The workspace that keeps the plan.")]
State = Annotated[str, typer.Option("--state", help="Whose plan it is [default: as the file says].")]
Form = Annotated[str, typer.Option("--format", "-f", help="text or json.")]


@app.command("diff", epilog="Example:  rightsgraph plan diff plan.xlsx --folder my-country")
def diff(file: File, folder: Folder = Path(), state: State = "", form: Form = "text") -> None:
    """Show every edit: row, column, old → new, and what is not taken over; nothing is changed."""
    compared, _, _ = _compared(file, folder, state)
    if form == "json":
        told = [
            {"kind": one.kind, "number": one.number, "column": one.column, "old": one.old, "new": one.new,
             "place": one.place, "now": one.now}
            for one in compared.differences
        ]  # fmt: skip
        _say(json.dumps({"savedBy": compared.who, "differences": told, "aside": compared.aside}, ensure_ascii=False))
        return
    _tell(compared)


@app.command("apply", epilog="Example:  rightsgraph plan apply plan.xlsx --folder my-country --who 'A. Person'")
def apply(
    file: File,
    folder: Folder = Path(),
    state: State = "",
    who: Annotated[str, typer.Option("--who", help="Who edited it [default: who saved the file last].")] = "",
    *,
    delete: Annotated[bool, typer.Option("--delete", help="Take deleted rows out of the plan too.")] = False,
) -> None:
    """Show every edit and take it over into the plan of the workspace, which the next build reads."""
    from graph.export.plan_file import apply as take_over
    from graph.export.unwritable import Unwritable
    from graph.store.lock import Busy

    compared, edited, path = _compared(file, folder, state)
    _tell(compared)
    named = who or compared.who
    if not named:
        raise _stop("the file does not say who edited it: tell it with --who", 2)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        taken = take_over(path, compared, edited.baseline or (), named, file.name, delete=delete)
    except (Unwritable, OSError, Busy) as fault:
        raise _stop(str(fault), 1) from fault
    _say(f"{len(taken)} edits taken over into {path}" if taken else "nothing was taken over")
    left = sum(one.kind == "conflict" for one in compared.differences)
    if left:
        raise _stop(f"{left} edits were left: the plan has changed there since the export. Export it again.", 1)


def _compared(file: Path, folder: Path, state: str) -> "tuple[Compared, Edited, Path]":
    from graph.export.plan_compare import compare
    from graph.export.plan_file import kept, place
    from graph.export.plan_read import read
    from graph.export.unwritable import Unwritable

    try:
        edited = read(file)
        whose = state.upper() or _state(edited)
        path = place(folder, whose)
        return compare(edited, kept(path)), edited, path
    except (Unwritable, OSError) as fault:
        raise _stop(str(fault), 2) from fault


def _state(edited: "Edited") -> str:
    """The one State of the file's rows. Raises Unwritable if it names none or several."""
    from graph.export.unwritable import Unwritable

    known = edited.baseline if edited.baseline is not None else tuple(row for _, row in edited.rows)
    named = {row["State"] for row in known if row.get("State")}
    if len(named) != 1 or not (only := named.pop()).isalpha() or len(only) != 3:
        raise Unwritable("the file does not say which State's plan it is: name it with --state VNM")
    return only.upper()


def _tell(compared: "Compared") -> None:
    if compared.who:
        _say(f"saved last by {compared.who}")
    for one in compared.differences:
        _say(str(one))
    for line in compared.aside:
        _say(f"left aside: {line}")
    _say(f"{len(compared.differences)} differences")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _stop(text: str, code: int) -> typer.Exit:
    sys.stderr.write(text + "\n")
    return typer.Exit(code)
