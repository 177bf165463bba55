"""The alignment report (DOCX): what the workbook counts, told in sentences to be sent to a Resident Coordinator."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from graph.export.alignment_coverage import AGENCY, FAMILY, GOAL, PERSONS, POSITION, Line, coverage
from graph.export.alignment_filters import Filters
from graph.export.alignment_gaps import KINDS, Gap, gaps
from graph.export.alignment_read import read
from graph.export.alignment_words import LIMITS, METHOD, READING, TITLE, filters, scope, states, today
from graph.export.facts import Facts
from graph.export.report_annex import UNCHECKED, annex
from graph.export.report_bars import bar
from graph.export.report_paper import Paper, Picture
from graph.export.report_words import gap_counts, load_sentence, marker_sentence, summary
from graph.link.score import percent
from graph.store.asking import Asker
from graph.store.builds import Build

MOST_LISTED: Final = 25
"""Gaps of one kind that the report lists; the workbook has all, and the report says how many more."""
_SECTIONS: Final = (FAMILY, POSITION, GOAL, PERSONS, AGENCY)
_BARS: Final = "Bar: dark confirmed, medium stated, hatched proposed, white none known."


def report(asker: Asker, build: Build, state: str | None, out: Path, asked: Filters | None = None) -> None:
    """Write the report for one State or for all. Raises Unwritable if nothing is known of what is asked; Refusal."""
    write(read(asker, state, asked), build, out)


def write(facts: Facts, build: Build, out: Path) -> None:
    """The report of what was read. Raises OSError."""
    found = gaps(facts)
    paper = Paper(TITLE, f"{states(facts)} · {today()} · build {build.name}")
    paper.heading("Summary")
    for sentence in summary(facts):
        paper.say(sentence)
    paper.heading("What this report covers", 2)
    paper.table("Scope and filters", (("What", 5.5), ("Value", 11.5)), [(n, str(v)) for n, v in _scope(facts, build)])
    _coverage(paper, facts)
    _gaps(paper, found)
    paper.heading("Agencies and the human rights marker")
    paper.say(load_sentence(facts))
    paper.say(marker_sentence(facts))
    _groups(paper, facts)
    paper.heading("Method and limits")
    paper.points((*READING, *METHOD, *LIMITS))
    _sources(paper, build, facts)
    _annex(paper, facts)
    paper.save(out)


def _scope(facts: Facts, build: Build) -> list[tuple[str, str | int]]:
    return [*scope(facts, build), *filters(facts)]


def _coverage(paper: Paper, facts: Facts) -> None:
    sections: dict[str, list[Line]] = defaultdict(list)
    for line in coverage(facts):
        sections[line.section].append(line)
    paper.heading("Coverage")
    paper.say("How many asks have at least one programme.", _BARS, "An ask may count in several lines of a table.")
    columns = (("What", 5.6), ("Asks", 1.5), ("With a programme", 2.6), ("Share", 1.6), ("Bar", 5.0))
    for section in _SECTIONS:
        if sections[section]:
            paper.table(section, columns, map(_line, sections[section]))


def _line(line: Line) -> Sequence[str | int | Picture]:
    share = f"{percent(line.served, line.asks)} %"
    words = (
        f"{line.name}: of {line.asks} asks {line.by_grade['confirmed']} with a confirmed, {line.by_grade['stated']} "
        f"with a stated, {line.by_grade['proposed']} with a proposed link, {line.unserved} with none"
    )
    return line.name, line.asks, line.served, share, Picture(bar(list(line.by_grade.values()), line.asks), words)


def _gaps(paper: Paper, found: list[Gap]) -> None:
    paper.heading("Gaps")
    paper.table("Gaps by kind", (("Gap", 13.5), ("Number", 3)), gap_counts(found))
    for kind in KINDS:
        listed = [gap for gap in found if gap.kind == kind]
        if listed:
            paper.heading(kind, 2)
            paper.table(kind, (("What", 4.2), ("Text", 9.0), ("Beside it", 3.8)), map(_gap, listed[:MOST_LISTED]))
        if len(listed) > MOST_LISTED:
            paper.say(f"[…] {len(listed) - MOST_LISTED:,} more of this kind are on the sheet Gaps of the workbook.")


def _gap(gap: Gap) -> tuple[str, str, str]:
    return gap.what, gap.text, gap.beside


def _groups(paper: Paper, facts: Facts) -> None:
    paper.heading("Recommendations that mutually reinforce each other")
    if not facts.groups:
        paper.say("The build holds no group: asks of at least two mechanisms are needed.")
        return
    rows = [
        (
            group.label, group.families, len(group.members), sum(iri in facts.serving for iri in group.members),
            f"{group.strength:.2f}",
        )
        for group in facts.groups
    ]  # fmt: skip
    columns = (("Group", 7.5), ("Families", 2.2), ("Asks", 2), ("With a programme", 2.8), ("Strength", 2.2))
    paper.table("Groups of asks of different mechanisms", columns, rows[: 2 * MOST_LISTED])
    if len(rows) > 2 * MOST_LISTED:
        paper.say(f"[…] {len(rows) - 2 * MOST_LISTED:,} more are on the sheet Groups of the workbook.")


def _sources(paper: Paper, build: Build, facts: Facts) -> None:
    files = [file for file in build.report()["files"] if file["sha256"] in facts.files]
    rows = [(file["file"], file["title"], file["publisher"], str(file["read_on"])) for file in files]
    paper.heading("Sources")
    columns = (("File", 4.5), ("Recognised as", 4.8), ("Publisher", 5.2), ("Read on", 2.5))
    paper.table("Files behind this report", columns, rows)


def _annex(paper: Paper, facts: Facts) -> None:
    paper.turn()
    paper.heading("Annex: outcomes, recommendations, mechanisms, goals")
    rows = [
        (row.state, row.result, row.programmes, row.cited or "no link known", row.mechanisms, row.goals)
        for row in annex(facts)
    ]
    if not rows:
        paper.say("The build holds no framework with outcomes and no linked programme.")
        return
    paper.say(
        "Each outcome with everything under it; recommendations by document and paragraph; goals as the "
        f"recommendations have them. {UNCHECKED} proposed by a computation only, and not checked yet."
    )
    columns = (
        ("State", 1.4), ("Outcome", 6.6), ("Programmes", 2.6), ("Recommendations", 8.6), ("Mechanisms", 2.8),
        ("Goals", 3.6),
    )  # fmt: skip
    paper.table("Outcomes and the recommendations they serve", columns, rows)
