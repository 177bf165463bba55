"""The letter check (XLSX, CSV): the table that the High Commissioner's letters after a review ask States for.

The letters encourage a State to link each recommendation of the Universal Periodic Review to the corresponding
recommendations of other mechanisms and to the relevant goals and targets of the SDGs.
"""

import csv
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from graph.export.alignment_words import scope, states
from graph.export.facts import Ask, names
from graph.export.letter_read import Counterpart, Letter, read_letter
from graph.export.matrix import csv_cell
from graph.export.workbook import Cell, Look, Workbook
from graph.store.asking import Asker
from graph.store.builds import Build

TITLE: Final = "Recommendations of the Universal Periodic Review beside other mechanisms and the SDGs"
NO_COUNTERPART, NO_TARGET = "no counterpart known", "no target known"
_TREATIES, _PROCEDURES = "Treaty bodies", "Special procedures"
_WHAT: Final = ("State", "Recommendation", "Text", "Recommending States", "Position")
_CSV: Final = (
    *_WHAT,
    "Corresponds to",
    "Its words, or of who cites it",
    "Mechanism",
    "Basis",
    "Status",
    "Score",
    "Reasons",
    "Stated in",
)
_READING: Final[tuple[tuple[str, Cell], ...]] = (
    ("Counterpart", "An ask of a treaty body, a special procedure or another mechanism that reinforces it."),
    ("Status", "confirmed by a person, stated by a document, proposed by a computation; a proposal is no fact."),
    ("Score", "How probable it is that the link is right: 1 where a document states it."),
    ("Goals and targets", "As a source codes them; what a computation read from the words is said so, with no score."),
    ("Nothing known", "Only what the sources of this build hold can be found; it does not say that nothing is."),
    ("Regional mechanisms", "Listed where the sources of the build hold their asks."),
)


def letter(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    """Write the check by the ending of `out`. Raises Unwritable for a State that nothing is known of; Refusal."""
    write(read_letter(asker, state), build, out)


def write(told: Letter, build: Build, out: Path) -> None:
    """Raises OSError."""
    if out.suffix.lower() == ".csv":
        _write_csv(told, out)
        return
    with Workbook(out, f"{TITLE}: {states(told.facts)}", "Letter check") as book:
        lines: list[tuple[str, Cell]] = [("Scope", ""), *scope(told.facts, build), ("", "")]
        book.text("About", TITLE, [*lines, ("How to read", ""), *_READING])
        _reviews(book, told)
        _recommendations(book, told)
        _counterparts(book, told)
        _aims(book, told)


def _reviews(book: Workbook, told: Letter) -> None:
    """How much of each review is answered."""
    rows: list[tuple[Cell, ...]] = []
    for (state, symbol), some in groupby(told.asks, key=lambda ask: (ask.state, ask.symbol)):
        asks = list(some)
        joined = [told.counterparts.get(ask.iri, ()) for ask in asks]
        rows.append((
            state, symbol or "no symbol known", len(asks), sum(map(bool, joined)),
            sum(any(one.link.grade != "proposed" for one in found) for found in joined),
            sum(_targeted(told, ask) for ask in asks),
            sum(bool(found) and _targeted(told, ask) for ask, found in zip(asks, joined, strict=True)),
        ))  # fmt: skip
    columns = (
        ("State", 7), ("Review", 18), ("Recommendations", 16), ("With a counterpart", 16),
        ("Of these confirmed or stated", 16), ("With an SDG target", 16), ("With both", 12),
    )  # fmt: skip
    note = "For each review, how many recommendations can be linked as the letter asks."
    book.table("Reviews", columns, rows, note, Look(numbers=dict.fromkeys(range(2, 7), "count")))


def _targeted(told: Letter, ask: Ask) -> bool:
    return any(aim.target for aim in told.aims.get(ask.iri, ()))


def _recommendations(book: Workbook, told: Letter) -> None:
    columns = (
        ("State", 7), ("Recommendation", 18), ("Text", 50), ("Recommending States", 16), ("Position", 10),
        (_TREATIES, 30), (_PROCEDURES, 26), ("Other mechanisms", 16), ("SDG targets", 24), ("SDG goals", 14),
        ("Missing", 20),
    )  # fmt: skip
    note = (
        "One row for each recommendation. After each counterpart, how it is known: C confirmed, S stated, a number: "
        "the score of a proposal. After a target * : read from the words, coded by no source."
    )
    book.table("Recommendations", columns, (_row(told, ask) for ask in told.asks), note, Look(freeze=2, wide=True))


def _row(told: Letter, ask: Ask) -> tuple[Cell, ...]:
    found, aims = told.counterparts.get(ask.iri, ()), told.aims.get(ask.iri, ())
    coded = [(aim.target, aim.code + ("" if aim.files else "*")) for aim in aims]
    missing = names(("" if found else NO_COUNTERPART, "" if _targeted(told, ask) else NO_TARGET))
    return (
        *_what(ask),
        _marked(one for one in found if one.ask.family == _TREATIES),
        _marked(one for one in found if one.ask.family == _PROCEDURES),
        _marked(one for one in found if one.ask.family not in (_TREATIES, _PROCEDURES)),
        names(code for target, code in coded if target),
        names(code for target, code in coded if not target),
        missing,
    )


def _what(ask: Ask) -> tuple[Cell, ...]:
    return ask.state, ask.citation, ask.text, names(ask.recommending), ask.answer


def _marked(found: Iterable[Counterpart]) -> str:
    return "; ".join(f"{one.ask.citation} [{mark(one)}]" for one in found)


def mark(one: Counterpart) -> str:
    """`C` confirmed, `S` stated, or the score of a proposal, which is never certain."""
    return f"{min(one.link.score, 0.99):.2f}" if one.link.grade == "proposed" else one.link.grade[0].upper()


def _counterparts(book: Workbook, told: Letter) -> None:
    rows = (
        (*_what(ask), one.ask.citation, one.ask.text, one.ask.mechanism, one.link.basis, one.link.grade,
         one.link.score, one.link.reasons, one.link.quote, one.link.file, one.link.who, one.link.when, one.link.why)
        for ask, one in told.pairs()
    )  # fmt: skip
    columns = (
        ("State", 7), ("Recommendation", 18), ("Text", 36), ("Recommending States", 14), ("Position", 10),
        ("Corresponds to", 20), ("Its words, or of who cites it", 36), ("Mechanism", 10),
        ("Basis", 11), ("Status", 10), ("Score", 6),
        ("Reasons", 30), ("Quote of the source", 18), ("Stated in", 14), ("Decided by", 10), ("On", 10), ("Why", 14),
    )  # fmt: skip
    note = "Each recommendation with each of its counterparts, and how the link is known. Rejected links are left out."
    book.table("Counterparts", columns, rows, note, Look(freeze=2, wide=True, numbers={10: "score"}))


def _aims(book: Workbook, told: Letter) -> None:
    rows = (
        (ask.state, ask.citation, ask.text, "target" if aim.target else "goal", aim.code, aim.label, aim.basis)
        for ask in told.asks
        for aim in told.aims.get(ask.iri, ())
    )
    columns = (
        ("State", 7), ("Recommendation", 18), ("Text", 50), ("What", 8), ("SDG", 7), ("Name", 50), ("Basis", 30),
    )  # fmt: skip
    book.table("SDGs", columns, rows, "Each recommendation with each of its goals and targets", Look(freeze=2))


def _write_csv(told: Letter, out: Path) -> None:
    """In UTF-8 with its mark; what looks like a formula is guarded."""
    with out.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(_CSV)
        rows.writerows([csv_cell(cell) for cell in row] for row in csv_rows(told))


def csv_rows(told: Letter) -> Iterator[tuple[Cell, ...]]:
    """A row for each counterpart, goal and target; a recommendation without any has one row that says so."""
    for ask in told.asks:
        found, aims = told.counterparts.get(ask.iri, ()), told.aims.get(ask.iri, ())
        for one in found:
            link = one.link
            tail = link.basis, link.grade, f"{link.score:.3f}", link.reasons, link.file
            yield (*_what(ask), one.ask.citation, one.ask.text, one.ask.mechanism, *tail)
        for aim in aims:
            files = "; ".join(aim.files)
            graded = ("coded", "stated", "1.000", "", files) if files else (aim.basis, "proposed", "", "", "")
            yield (*_what(ask), f"SDG {aim.code}", aim.label, "SDG", *graded)
        if not found:
            yield (*_what(ask), NO_COUNTERPART, *[""] * 7)
        if not any(aim.target for aim in aims):
            yield (*_what(ask), NO_TARGET, *[""] * 7)
