"""The joint submission of a UN country team to the UPR (DOCX), within the word limit, sources as notes at the end."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from docx.shared import Pt

from graph.export.alignment_asking import Reader
from graph.export.alignment_filters import Filters
from graph.export.alignment_read import read
from graph.export.alignment_words import scope, today
from graph.export.endnotes import Endnotes
from graph.export.facts import Facts, names
from graph.export.report_paper import Paper
from graph.export.submission_text import Text, text
from graph.export.submission_words import LIMIT, total
from graph.export.thematic_said import reported
from graph.export.unwritable import Unwritable
from graph.export.workbook import clean
from graph.store.asking import Asker
from graph.store.builds import Build

_TITLE: Final = "Joint submission to the Universal Periodic Review"
_OPENING: Final = "Introduction"
_ISSUED: Final = """SELECT ?symbol (MIN(?day) AS ?issued) WHERE {
  { SELECT DISTINCT ?thing WHERE { VALUES ?of { UNDEF } ?thing rg:state ?of ; a rg:Document } }
  ?thing rg:symbol ?symbol ; dcterms:issued ?day } GROUP BY ?symbol ORDER BY ?symbol"""


def submission(asker: Asker, build: Build, state: str | None, out: Path, asked: Filters | None = None) -> None:
    """Write the submission of one State on its last review. Raises Unwritable; Refusal; OSError."""
    if not state:
        raise Unwritable("a submission is on one State: name it with --state VNM")
    facts = read(asker, state, asked)
    reader = Reader(asker, state)
    issued = {row["symbol"]: row["issued"] for row in reader.rows(_ISSUED).dicts()}
    write(facts, issued, build, out, reports=reported(reader))


def last_review(facts: Facts, issued: Mapping[str, str]) -> str:
    """The symbol of the report with recommendations that was issued last. Raises Unwritable if there is none."""
    symbols = {ask.symbol for ask in facts.asks.values() if ask.mechanism == "UPR" and ask.symbol}
    if not symbols:
        raise Unwritable("the build holds no UPR recommendation with its report: a submission cites their paragraphs")
    return max(symbols, key=lambda symbol: (issued.get(symbol, ""), symbol))


def write(
    facts: Facts,
    issued: Mapping[str, str],
    build: Build,
    out: Path,
    limit: int = LIMIT,
    reports: Mapping[str, list[str]] = MappingProxyType({}),
) -> Text:
    """The document, its words counted within `limit` up to the first annex. `reports` is recommendation → cited lines.

    Returns what was written. Raises Unwritable; OSError.
    """
    subtitle = f"{names(facts.states.values())}, {today()}"
    front = total((_TITLE, subtitle, _OPENING))
    made = text(facts, last_review(facts, issued), issued, limit - front, reports)
    words = made.words + front
    paper = _Submission(_TITLE, subtitle)
    paper.heading(_OPENING)
    for paragraph in made.opening:
        paper.say(paragraph)
    for theme, entries in made.sections:
        paper.heading(theme, 2)
        for entry in entries:
            paper.entry(entry.head, entry.text, [made.notes[number - 1] for number in entry.notes])
    paper.page()
    paper.heading("Annex: about this draft")
    paper.say(f"{words:,} words of {limit:,}, without notes and annexes.", _over(made, words - limit))
    if made.shortened:
        paper.heading("Annex: what was left out to keep the limit")
        paper.say(f"Left out: {made.left_out}. In full:")
        paper.points(made.shortened)
    paper.heading("Annex: what this draft rests on")
    paper.points((name, str(value)) for name, value in scope(facts, build))
    paper.save(out)
    return made


def _over(made: Text, over: int) -> str:
    if over <= 0:
        return f"Left out to keep it: {made.left_out}." if made.left_out else ""
    return f"It is {over:,} words too long even so: a recommendation is never left out. Shorten by hand."


class _Submission(Paper):
    """A paper whose entries end in an endnote of their sources."""

    def __init__(self, title: str, subtitle: str) -> None:
        super().__init__(title, subtitle)
        self._notes = Endnotes()

    def save(self, path: Path) -> None:
        """Raises OSError."""
        self._notes.close(self._document)
        super().save(path)

    def entry(self, head: str, told: str, sources: Sequence[str]) -> None:
        paragraph: Any = self._document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        paragraph.add_run(clean(head)).bold = True
        paragraph.add_run(clean(f" {told}".rstrip()))
        self._notes.note(paragraph, f"{'; '.join(sources)}.")
