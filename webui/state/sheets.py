"""What the pages of a State show, as tables to take away: a row for everything, in codes and in words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from graph.review.printed import Cell
from webui.cards import Card
from webui.downloads import Sheet
from webui.sheets import sheet
from webui.state.answers import answers
from webui.state.checklist import checklist
from webui.state.coverage import coverage
from webui.state.groups import Group
from webui.state.heat import Heat
from webui.state.listed import Documents
from webui.state.programmes import Programme
from webui.state.timeline import Event


def glance(iso3: str, today: date) -> Sheet:
    """Positions by cycle, asks with and without a programme, and the checklist. Raises Refusal."""
    rows = [
        ("positions", f"cycle {cycle.cycle or 'not known'}", one.name or "none stated", one.count)
        for cycle in answers(iso3).cycles
        for one in cycle.positions
    ]
    for line in coverage(iso3).lines:
        about = line.family if line.position is None else line.position or "none stated"
        rows += [("programmes", about, one.name, one.count) for one in (*line.by, line.without)]
    told: list[tuple[Cell, ...]] = [(*row, "") for row in rows]
    for one in checklist(iso3, today):
        said = "; ".join(str(sentence.text) for sentence in one.told)
        told.append(("checklist", f"{one.code} {one.question}", one.standing, "", said))
    return Sheet(f"{iso3}-glance", ("section", "about", "value", "count", "told"), told)


def asks(iso3: str, cards: Iterable[Card]) -> Sheet:
    return sheet(f"{iso3}-asks", cards)


def groups(iso3: str, some: Iterable[Group]) -> Sheet:
    columns = ("group", "name", "families", "asks", "strength", "years", "programmes")
    rows = [
        (
            one.iri, str(one.label), ", ".join(one.families), one.asks,
            "" if one.strength is None else one.strength, one.years, one.programmes,
        )
        for one in some
    ]  # fmt: skip
    return Sheet(f"{iso3}-groups", columns, rows)


def programmes(iso3: str, some: Iterable[Programme], names: Mapping[str, str]) -> Sheet:
    """`names`: code of an agency → its name."""
    columns = ("programme", "title", "start", "end", "agencies", "goals", "asks")
    rows = [
        (
            one.iri, one.title, one.start, one.end, "; ".join(sorted(str(names[code]) for code in one.agencies)),
            ", ".join(map(str, sorted(one.goals))), one.asks,
        )
        for one in some
    ]  # fmt: skip
    return Sheet(f"{iso3}-programmes", columns, rows)


def documents(iso3: str, found: Documents) -> Sheet:
    """Of those missing: what they belong to, and their symbol where a rule names it."""
    if found.status == "missing":
        lacking = [(str(place), slot.what, slot.named) for place, slot in found.missing]
        return Sheet(f"{iso3}-missing-documents", ("belongs to", "document", "symbol"), lacking)
    rows = [(one.iri, one.symbol, one.title, one.kind, one.issued, one.status) for one in found.papers]
    return Sheet(f"{iso3}-documents", ("document", "symbol", "title", "kind", "issued", "status"), rows)


def themes(iso3: str, heat: Heat) -> Sheet:
    columns = ["theme", "name", "all", *(str(column.label) for column in heat.columns)]
    rows: list[list[Cell]] = [
        [row.theme, str(row.label), row.all.count, *(cell.count for cell in row.cells)] for row in heat.rows
    ]
    return Sheet(f"{iso3}-themes", columns, rows)


def timeline(iso3: str, some: Sequence[Event]) -> Sheet:
    columns = ("start", "end", "kind", "name", "thing", "cycle", "session", "note")
    rows = [
        (one.start, one.end, one.kind, str(one.name), one.iri, one.cycle or "", one.session or "", str(one.note))
        for one in some
    ]
    return Sheet(f"{iso3}-timeline", columns, rows)
