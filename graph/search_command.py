"""`rightsgraph search …`: search a build from the command line."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.text import Filters

Words = Annotated[list[str], typer.Argument(help='Words (all must occur), "a phrase", OR, NOT, begin*, a symbol.')]
Store = Annotated[Path | None, typer.Option("--store", help="Where builds are kept [default: builds].")]
State = Annotated[str, typer.Option("--state", help="One State only, ISO 3166 alpha-3 (VNM).")]
Kind = Annotated[str, typer.Option("--kind", help="One kind only: Recommendation, Observation, Project, Document …")]
Family = Annotated[str, typer.Option("--family", help="upr, treatyBodies or specialProcedures.")]
Position = Annotated[str, typer.Option("--position", help="supported, partlySupported, noted, pending or none.")]
Since = Annotated[int | None, typer.Option("--since", help="From this year on.", min=1900, max=2100)]
Until = Annotated[int | None, typer.Option("--until", help="Up to this year.", min=1900, max=2100)]
Limit = Annotated[int, typer.Option("--limit", "-n", help="Hits that are printed, the best first.", min=1, max=10_000)]
Form = Annotated[str, typer.Option("--format", "-f", help="table, csv or json.")]


def search(
    words: Words,
    state: State = "",
    kind: Kind = "",
    family: Family = "",
    position: Position = "",
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    form: Form = "table",
    store: Store = None,
) -> None:
    """Search every text, title and name of a build: words in any ending, phrases, symbols."""
    from graph.review.printed import FORMATS, printed
    from graph.store.builds import Builds, NoBuild
    from graph.text import NoIndex, TooSlow
    from graph.text import search as find
    from graph.text.listing import COLUMNS, row

    if form not in FORMATS:
        raise _stop(f"no format {form!r}; there are: {', '.join(FORMATS)}", 2)
    filters = _filters(state, kind, family, position, since, until)
    try:
        found = find(Builds(store or Path("builds")).current(), " ".join(words), filters, limit)
    except NoBuild as fault:
        raise _stop(f"{fault} (or name it with --store)", 2) from fault
    except (NoIndex, TooSlow) as fault:
        raise _stop(str(fault), 1) from fault
    sys.stdout.write(printed(COLUMNS, [row(hit) for hit in found.hits], form))
    _tell(found.trouble)
    if form == "table":
        _tell(f"{len(found.hits):,} of {found.total:,} found")
        for offer in found.offers:
            _tell(f"{offer.state} is a State: --state {offer.state} finds {offer.hits:,} with “{offer.words}”")


def _filters(state: str, kind: str, family: str, position: str, since: int | None, until: int | None) -> "Filters":
    """What is told on the command line; what nothing is called so ends the command."""
    from graph import states
    from graph.clean import Unclear
    from graph.text import Filters
    from graph.text.thing import FAMILIES, KINDS, POSITIONS

    for what, value, known in (("kind", kind, KINDS), ("family", family, FAMILIES), ("position", position, POSITIONS)):
        if value and value not in known:
            raise _stop(f"no {what} {value!r}; there are: {', '.join(known)}", 2)
    try:
        return Filters(states.state(state) if state else "", kind, family, position, since, until)
    except Unclear as fault:
        raise _stop(str(fault), 2) from fault


def _tell(text: str) -> None:
    if text:
        sys.stderr.write(text + "\n")


def _stop(text: str, code: int) -> typer.Exit:
    _tell(text)
    return typer.Exit(code)
