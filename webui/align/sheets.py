"""What the pages of an alignment show, as tables to take away."""

from collections.abc import Sequence
from typing import Final

from webui.align import gaps
from webui.align.matrix import Matrix, Pair
from webui.align.programmes import Programme, agency_names
from webui.align.whole import Whole
from webui.downloads import Sheet
from webui.places import short
from webui.state.asks import Ask

_SHEET: Final = (
    "state", "result", "level", "framework", "column", "programme", "agencies", "recommendation", "known", "score",
)  # fmt: skip


def sheet(found: Whole, table: Matrix, pairs: Sequence[Pair], name: str) -> Sheet:
    """One row for each pair and each row of the matrix where it stands."""
    rows = {row.key: row for row in table.rows}
    labels = {column.key: column.label for column in table.columns}
    names = agency_names(found.iso3)
    told = [
        (
            found.iso3,
            rows[row].label if row in rows else "",
            rows[row].level if row in rows else "",
            rows[row].framework if row in rows else "",
            "; ".join(labels[column] for column in pair.columns if column in labels),
            pair.programme.name,
            ", ".join(names.get(code, code) for code in pair.programme.agencies),
            short(pair.ask),
            pair.grade,
            pair.score,
        )
        for pair in pairs
        for row in pair.rows
    ]
    return Sheet(f"{name}-{found.iso3}", _SHEET, told)


def gap_sheet(found: Whole, kind: str, some: Sequence[Ask | Programme]) -> Sheet:
    """Everything of one kind of gap."""
    names = agency_names(found.iso3)
    if kind in gaps.ASKS:
        told = [
            (found.iso3, short(one.iri), one.position, "; ".join(map(short, found.repeats.get(one.iri, ()))))
            for one in some
            if isinstance(one, Ask)
        ]
        return Sheet(f"gaps-{kind}-{found.iso3}", ("state", "recommendation", "position", "also asked"), told)
    listed = [
        (
            found.iso3,
            one.code,
            one.title,
            one.level or one.kind,
            ", ".join(names.get(code, code) for code in one.agencies),
        )
        for one in some
        if isinstance(one, Programme)
    ]
    return Sheet(f"gaps-{kind}-{found.iso3}", ("state", "code", "title", "level", "agencies"), listed)
