"""What anybody says of implementation (XLSX, CSV) in its template: one row, one assessment of its recommendations.

Assessments of several assessors stand side by side; they are never averaged, and no scale is turned into another.
"""

from collections.abc import Iterator
from typing import Final

from graph import clean, mechanisms, states
from graph.clean import Unclear
from graph.records import Assessment, Record
from graph.source import Loader, Source
from loaders.documents.cells import Cells
from loaders.documents.language import language
from loaders.documents.named_asks import asks
from loaders.follow_up.review import review, whose
from loaders.follow_up.templates import ACTION_PLAN, ASSESSMENTS

_YES: Final = frozenset(("yes", "oui", "si", "true", "1"))
_NO: Final = frozenset(("no", "non", "false", "0"))


def recognise(source: Source) -> bool:
    """By its headings: those that the template cannot do without, and not those of an action plan."""
    return ASSESSMENTS.matches(source) and not ACTION_PLAN.matches(source)


def load(source: Source) -> Iterator[Record]:
    """An assessment for each recommendation of each row; a row that says nothing of anything is a finding."""
    for cells in ASSESSMENTS.rows(source):
        try:
            yield from _assessments(cells)
        except Unclear as fault:
            cells.find(str(fault))


def _assessments(cells: Cells) -> Iterator[Assessment]:
    """Raises Unclear for a row without assessor, or without a value or words."""
    assessor, value, words = cells.text("Assessor"), cells.text("Value"), cells.text("Words")
    if not assessor or not (value or words):
        raise Unclear("an assessment needs an assessor, and a value or words: the row is not read")
    abouts = list(asks(cells, "Recommendation", review(cells, whose(cells))))
    if not abouts:
        raise Unclear("it names no recommendation: the row is not read")
    official, document, day = _official(cells, assessor), _symbol(cells), cells.day("Date", 1, 1)
    for about in abouts:
        yield Assessment(
            about=about,
            assessor=assessor,
            scheme=cells.text("Scale"),
            value=value,
            words=words,
            language=language([words]),
            day=day,
            document=document,
            paragraph=cells.text("Paragraph"),
            evidence=cells.text("Evidence"),
            official=official,
            place=cells.place,
        )


def _official(cells: Cells, assessor: str) -> bool:
    """As the cell says; where it says nothing, whether the assessor is a State or a mechanism."""
    told = states.fold(cells.text("Official"))
    if told in _YES | _NO:
        return told in _YES
    if told:
        cells.find(f"Official: {cells.text('Official')!r} is neither yes nor no: told by the assessor")
    try:
        states.state(assessor)
    except Unclear:
        return mechanisms.from_name(assessor) is not None
    return True


def _symbol(cells: Cells) -> str | None:
    told = cells.text("Document")
    if not told:
        return None
    try:
        return clean.symbol(told)
    except Unclear as fault:
        cells.find(f"Document: {fault}")
        return None


LOADER = Loader(
    name="follow_up.assessments",
    title="Assessments of implementation",
    publisher="whoever assesses, as each row says",
    licence="as each assessor says",
    gives="who says what of which recommendation, on which scale",
    leaves="columns that the template does not have (each is a finding)",
    recognise=recognise,
    load=load,
    official=False,
)
