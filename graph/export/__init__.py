"""Exports: documents that people would send, each made from the answers of queries."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graph.export.unwritable import Unwritable
from graph.store.asking import Asker
from graph.store.builds import Build

if TYPE_CHECKING:
    from graph.export.alignment_filters import Filters


@dataclass(frozen=True, slots=True)
class Kind:
    """An export: the file it writes where none is named, the endings it knows, and what makes it.

    `narrow` makes it within filters; an export without it takes none.
    """

    default: str
    endings: tuple[str, ...]
    make: Callable[[Asker, Build, str | None, Path], None]
    narrow: "Callable[[Asker, Build, str | None, Path, Filters | None], None] | None" = None


def _alignment(asker: Asker, build: Build, state: str | None, out: Path, filters: "Filters | None" = None) -> None:
    if out.suffix.lower() == ".docx":
        from graph.export.report import report

        report(asker, build, state, out, filters)
        return
    from graph.export.alignment import alignment

    alignment(asker, build, state, out, filters)


def _brief(asker: Asker, build: Build, state: str | None, out: Path, filters: "Filters | None" = None) -> None:
    from graph.export.brief_write import brief

    brief(asker, build, state, out, filters)


def _matrix(asker: Asker, build: Build, state: str | None, out: Path, filters: "Filters | None" = None) -> None:
    from graph.export.matrix import matrix

    matrix(asker, build, state, out, filters)


def _calendar(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    from graph.export.calendar_file import calendar_file

    calendar_file(asker, build, state, out)


def _country_sheet(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    from graph.export.country_sheet import country_sheet

    country_sheet(asker, build, state, out)


def _iati_vocabulary(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    from graph.export.iati_vocabulary import iati_vocabulary

    iati_vocabulary(asker, build, state, out)


def _dump(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    from graph.export.dump import dump

    dump(asker, build, state, out)


def _letter(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    from graph.export.letter import letter

    letter(asker, build, state, out)


def _network(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    from graph.export.network import network

    network(asker, build, state, out)


def _plan(asker: Asker, build: Build, state: str | None, out: Path, filters: "Filters | None" = None) -> None:
    from graph.export.plan import plan

    plan(asker, build, state, out, filters)


def _submission(asker: Asker, build: Build, state: str | None, out: Path, filters: "Filters | None" = None) -> None:
    from graph.export.submission import submission

    submission(asker, build, state, out, filters)


KINDS: Final = {
    "alignment": Kind("alignment.xlsx", (".xlsx", ".docx"), _alignment, _alignment),
    "brief": Kind("brief.docx", (".docx", ".html"), _brief, _brief),
    "calendar": Kind("calendar.ics", (".ics",), _calendar),
    "country-sheet": Kind("country-sheet.xlsx", (".xlsx",), _country_sheet),
    "dump": Kind("dump.nq", (".nq", ".trig", ".jsonld"), _dump),
    "iati-vocabulary": Kind("iati-vocabulary.xml", (".xml", ".csv"), _iati_vocabulary),
    "letter": Kind("letter.xlsx", (".xlsx", ".csv"), _letter),
    "matrix": Kind("matrix.xlsx", (".xlsx", ".csv"), _matrix, _matrix),
    "network": Kind("network.html", (".html", ".graphml", ".gexf"), _network),
    "plan": Kind("plan.xlsx", (".xlsx",), _plan, _plan),
    "submission": Kind("submission.docx", (".docx",), _submission, _submission),
}


def export_to(
    kind: str, asker: Asker, build: Build, state: str | None, out: Path, filters: "Filters | None" = None
) -> None:
    """Write an export. Raises Unwritable for an ending it does not know, a State nobody has, a bad place, or a filter
    that finds nothing."""
    known = KINDS[kind]
    if out.suffix.lower() not in known.endings:
        raise Unwritable(f"{kind} is written as {' or '.join(known.endings)}, not as {out.name}")
    if not out.parent.is_dir():
        raise Unwritable(f"there is no folder {out.parent}: make it first")
    if filters is None:
        known.make(asker, build, state, out)
    elif known.narrow is None:
        raise Unwritable(f"{kind} takes no filters: only its State is chosen")
    else:
        known.narrow(asker, build, state, out, filters)


__all__ = ["KINDS", "Kind", "Unwritable", "export_to"]
