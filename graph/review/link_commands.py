"""`rightsgraph link …`: list links, explain one, and confirm, reject, add or reopen one."""

from pathlib import Path
from typing import Annotated

import typer

from graph.review.desk import Folder, Form, Quiet, State, Store, asker, check_form, judge, person, say, stop

app = typer.Typer(no_args_is_help=True, help="List links; explain, confirm, reject, add or reopen one.")

Subject = Annotated[str, typer.Argument(help="An IRI, a path such as project/VNM-1, or 'A/HRC/12/11 99.78'.")]
Object = Annotated[str, typer.Argument(help="As the subject.")]
RelationName = Annotated[str, typer.Argument(metavar="RELATION", help="reinforces, contributesTo, sameAsk, repeats …")]
Why = Annotated[str, typer.Option("--why", help="Why, in a sentence that others can weigh.")]
Who = Annotated[str, typer.Option("--who", help="Who decides [default: RIGHTSGRAPH_WHO, then rightsgraph.toml].")]
ONE = "'CERD/C/VNM/CO/10-14 12' reinforces 'A/HRC/12/11 99.78'"


@app.command("list", epilog="Example:  rightsgraph link list --state VNM --relation reinforces --status proposed")
def listed(
    state: State = "",
    relation: Annotated[str, typer.Option("--relation", help="One relation only.")] = "",
    basis: Annotated[str, typer.Option("--basis", help="One basis only: similarity, ohchrEndnote, person …")] = "",
    status: Annotated[str, typer.Option("--status", help="proposed, confirmed or rejected.")] = "",
    about: Annotated[str, typer.Option("--about", help="Links of one thing, or of a whole document.")] = "",
    form: Form = "table",
    folder: Folder = Path(),
    store: Store = None,
) -> None:
    """The links of a build, the surest first."""
    check_form(form)
    with asker(folder, store) as asking:
        from graph.review.ends import end
        from graph.review.links import Wanted, links
        from graph.review.listing import COLUMNS, row
        from graph.review.printed import printed

        wanted = Wanted(state, relation, basis, status, end(about) if about else "")
        say(printed(COLUMNS, [row(link) for link in links(asking, wanted)], form))


@app.command(epilog="Example:  rightsgraph link explain 'CERD/C/VNM/CO/10-14 12' 'A/HRC/12/11 99.78'")
def explain(
    one: Subject,
    other: Annotated[str, typer.Argument(help="The other thing; which is named first does not matter.")],
    form: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
    folder: Folder = Path(),
    store: Store = None,
) -> None:
    """Why two things are linked: both texts, each reason with what it adds, the source, what people decided."""
    if form not in ("text", "json"):
        raise stop(f"no format {form!r}; there are: text, json", 2)
    with asker(folder, store) as asking:
        from graph.review.ends import end
        from graph.review.explain import explanation
        from graph.review.explaining import as_json, as_text

        try:
            found, message = explanation(asking, end(one), end(other), judge(folder, store))
        except LookupError as fault:
            raise stop(str(fault), 2) from fault
        say((as_json if form == "json" else as_text)(found, message))


@app.command(epilog=f'Example:  rightsgraph link confirm {ONE} --why "both ask for mother-tongue teaching"')
def confirm(
    subject: Subject,
    relation: RelationName,
    object_: Object,
    why: Why = "",
    who: Who = "",
    folder: Folder = Path(),
    store: Store = None,
    quiet: Quiet = False,
) -> None:
    """A link is right."""
    _decide("confirm", (subject, relation, object_), why, who, folder, store, quiet)


@app.command(epilog=f'Example:  rightsgraph link reject {ONE} --why "one is about the press"')
def reject(
    subject: Subject,
    relation: RelationName,
    object_: Object,
    why: Why = "",
    who: Who = "",
    folder: Folder = Path(),
    store: Store = None,
    quiet: Quiet = False,
) -> None:
    """A link is wrong: from the next build on it is kept as a record only."""
    _decide("reject", (subject, relation, object_), why, who, folder, store, quiet)


@app.command(epilog=f'Example:  rightsgraph link add {ONE} --why "said so in the dialogue"')
def add(
    subject: Subject,
    relation: RelationName,
    object_: Object,
    why: Why = "",
    who: Who = "",
    folder: Folder = Path(),
    store: Store = None,
    quiet: Quiet = False,
) -> None:
    """A link is missing."""
    _decide("add", (subject, relation, object_), why, who, folder, store, quiet)


@app.command(epilog=f'Example:  rightsgraph link reopen {ONE} --why "new guidance came"')
def reopen(
    subject: Subject,
    relation: RelationName,
    object_: Object,
    why: Why = "",
    who: Who = "",
    folder: Folder = Path(),
    store: Store = None,
    quiet: Quiet = False,
) -> None:
    """A link is open again, whatever was decided before."""
    _decide("reopen", (subject, relation, object_), why, who, folder, store, quiet)


def _decide(
    word: str, ends: tuple[str, str, str], why: str, who: str, folder: Path, store: Path | None, quiet: bool
) -> None:
    """Record one decision; it counts from the next build on."""
    name = person(folder, who)
    with asker(folder, store) as asking:
        from datetime import datetime

        from graph.review.decisions import FILE
        from graph.review.record import decision, record

        today = datetime.now().astimezone().date()
        made = decision(today, name, word, ends, why)
        record(folder / FILE, made, asking)
    if not quiet:
        say(f"recorded in {folder / FILE}; it counts from the next build on: rightsgraph build {folder}")
