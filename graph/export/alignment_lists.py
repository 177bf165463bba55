"""The lists of the alignment workbook: gaps, agencies, markers, groups, and every link with its evidence."""

from typing import Final

from graph.export.alignment_coverage import loads
from graph.export.alignment_gaps import MARKED, gaps
from graph.export.facts import Facts, Programme, amounts, names
from graph.export.workbook import Cell, Look, Workbook

_RELATIONS: Final = {"contributesTo": "contributes to", "reinforces": "reinforces"}


def gap_list(book: Workbook, facts: Facts) -> None:
    """The sheet Gaps."""
    columns = (("Gap", 30), ("State", 7), ("What", 26), ("Text", 62), ("Beside it", 36))
    rows = [(gap.kind, gap.state, gap.what, gap.text, gap.beside) for gap in gaps(facts)]
    note = (
        "Supported asks with no programme; noted asks that a treaty body or special procedure repeats; results and "
        "projects that serve no ask; groups of persons that no programme serves. Within the filters on the cover."
    )
    book.table("Gaps", columns, rows, note)


def agencies(book: Workbook, facts: Facts) -> None:
    """The sheet Agencies: who carries how much."""
    positions = sorted({ask.answer for ask in facts.asks.values() if ask.answer})
    columns = (
        ("Agency", 28), ("Programmes", 12), ("Serving an ask", 10), ("Asks", 8), ("Links", 8),
        *((f"Asks {position}", 11.0) for position in positions), ("Money (kinds and currencies are never added)", 50),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            load.agency, load.programmes, load.serving, load.asks, load.pairs,
            *(load.by_position.get(position, 0) for position in positions), amounts(load.money),
        )
        for load in loads(facts)
    ]  # fmt: skip
    note = "Agencies by load. What several agencies share counts in full for each of them, so columns do not add up."
    book.table("Agencies", columns, rows, note, Look(numbers=dict.fromkeys(range(1, 5 + len(positions)), "count")))


def markers(book: Workbook, facts: Facts) -> None:
    """The sheet of UN INFO's human rights marker beside the links that are known."""
    marked = [one for one in facts.programmes.values() if one.marker is not None]
    rows = [
        (one.state, one.name, names(one.agencies), one.marker or 0, _asks(facts, one), judged(facts, one))
        for one in sorted(marked, key=lambda one: (-(one.marker or 0), one.name, one.iri))
    ]
    columns = (("State", 7), ("Programme", 70), ("Agencies", 24), ("Marker", 9), ("Asks", 8), ("So", 40))
    note = (
        f"UN INFO's human rights marker (0 to 3) beside actual links: {len(marked)} programmes have a marker; for "
        f"{len(facts.programmes) - len(marked)} the sources give none."
    )
    book.table("Human rights marker", columns, rows, note, Look(freeze=2, numbers={3: "count", 4: "count"}))


def _asks(facts: Facts, programme: Programme) -> int:
    return len(facts.served_by.get(programme.iri, {}))


def judged(facts: Facts, programme: Programme) -> str:
    """What a marker and the links say together."""
    claim = "marked for human rights" if (programme.marker or 0) >= MARKED else "hardly or not marked"
    if _asks(facts, programme):
        return f"{claim}, links are known"
    return f"{claim}, no link is known"


def groups(book: Workbook, facts: Facts) -> None:
    """The sheet Groups: each ask of each group."""
    rows = [
        (
            group.state, group.label, group.families, group.strength, ask.mechanism, ask.citation, ask.text,
            ask.answer, len(facts.serving.get(ask.iri, {})),
        )
        for group in facts.groups
        for ask in (facts.every_ask.get(iri) for iri in group.members)
        if ask
    ]  # fmt: skip
    columns = (
        ("State", 7), ("Group", 30), ("Families", 9), ("Strength", 9), ("Mechanism", 12), ("Ask", 24), ("Text", 60),
        ("Position", 11), ("Programmes", 11),
    )  # fmt: skip
    note = (
        f"{len(facts.groups)} groups: asks of different mechanisms that mutually reinforce each other. Strength: how "
        "surely another mechanism backs an ask, on average, 0 to 1."
    )
    book.table("Groups", columns, rows, note, Look(freeze=2, numbers={2: "count", 3: "score", 8: "count"}))


def evidence(book: Workbook, facts: Facts) -> None:
    """The sheet Evidence: every link within the filters."""
    rows = (
        (
            facts.cited(link.subject), facts.worded(link.subject), _RELATIONS[link.relation], facts.cited(link.object),
            facts.worded(link.object), link.basis, "rejected" if link.status == "rejected" else link.grade, link.score,
            link.reasons, link.quote, link.file, link.who, link.when, link.why,
        )
        for link in facts.links
    )  # fmt: skip
    columns = (
        ("From", 18), ("Its words", 42), ("Relation", 11), ("To", 20), ("Its words", 42), ("Basis", 10),
        ("Status", 10), ("Score", 6), ("Reasons", 34), ("Quote of the source", 22), ("Stated in", 14),
        ("Decided by", 10), ("On", 10), ("Why", 16),
    )  # fmt: skip
    note = "Every link within the filters with its reasons; rejected ones are kept and counted nowhere."
    book.table("Evidence", columns, rows, note, Look(wide=True, numbers={7: "score"}))
