"""Questions that States send to a State before its review (PDF, no symbol): a State's name, then its questions.

The paper tells neither its date nor the session; the day the PDF was made does. It is named by State and year:
`advance-questions/SVN/2010/Add.1`.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from graph import clean, states
from graph.calendar import cycle_on
from graph.clean import Unclear
from graph.records import Document, DocumentKind, Passage, PassageKind, Record
from graph.source import Loader, Refused, Severity, Source
from loaders.documents import furniture, language, pdf
from loaders.documents.pdf import Line, Pdf, unbroken

_TITLE = re.compile(
    r"^\W*ADVANCED? QUESTIONS? TO\s+(?:THE\s+)?(?P<state>.+?)(?:\s*[-–—]?\s*ADD(?:ENDUM)?\s*\.?\s*(?P<add>\d*))?\W*$",
    re.I,
)
_MARK = re.compile(r"^(?:[•▪●■◦\-–o]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_ASIDE = re.compile(r"^[\[(].*[\])]$")
_GAP: Final = 1.6
"""Line heights between two lines that belong to two questions."""
_INDENT: Final = 3.0
"""Points by which a question's further lines stand to the right of its mark."""


@dataclass(slots=True)
class Question:
    """One question: the State that puts it, its number among that State's, the heading above it."""

    state: str
    number: int
    section: str
    page: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return clean.text(unbroken(" ".join(self.lines)))


def recognise(source: Source) -> bool:
    if not pdf.is_pdf(source):
        return False
    with suppress(Refused):
        return _title(source.once(pdf.read)) is not None
    return False


def load(source: Source) -> Iterator[Record]:
    """The document and every question. Raises Refused if the State that is asked is not known."""
    pages = source.once(pdf.read)
    title = _title(pages)
    made = pdf.created(source)
    if title is None:
        raise Refused("no heading says to which State the questions are put")
    try:
        state = states.state(title["state"])
    except Unclear as fault:
        raise Refused(f"the questions are put to {title['state']!r}, which is no State's name") from fault
    year = str(made.year) if made else "undated"
    add = f"/Add.{title['add'] or 1}" if title["add"] is not None else ""
    document = Document(
        symbol=f"advance-questions/{state}/{year}{add}",
        kind=DocumentKind.ADVANCE_QUESTIONS,
        title=clean.text(title[0]),
        issued=made,
        state=state,
        cycle=cycle_on(made) if made else None,
        place="page 1",
    )
    told = f"the day the PDF was made ({made}) tells the review" if made else "nothing tells of which review it is"
    source.find("file", f"the paper has no symbol and no date: {told}", Severity.NOTE)
    yield document
    found = list(questions(source, pages))
    if not found:
        source.find("file", "no State's name was found above a question: no question is read")
    for question in found:
        yield Passage(
            symbol=document.symbol,
            paragraph=f"{question.state} {question.number}",
            kind=PassageKind.QUESTION,
            state=state,
            mechanism="UPR",
            text=question.text,
            language=language.language([question.text]),
            section=question.section,
            recommending_states=(question.state,),
            cycle=document.cycle,
            place=f"page {question.page}",
        )


def _title(pages: Pdf) -> re.Match[str] | None:
    """The heading; it may be broken over the first lines."""
    first = [line.text for line in pages[0].lines[:4]]
    return next((found for end in range(1, 4) if (found := _TITLE.match(clean.text(" ".join(first[:end]))))), None)


def questions(source: Source, pages: Pdf) -> Iterator[Question]:
    """Every question under the name of the State that puts it; what stands under no State's name is a finding."""
    asking, number, section, margin = "", 0, "", 0.0
    current: Question | None = None
    before: Line | None = None
    for line in furniture.body(pages).lines:
        named = _named(line)
        unknown = not named and line.text.isupper() and bool(margin) and abs(line.x0 - margin) < _INDENT
        if named or unknown or _begins(line, before, current):
            if current and current.text:
                yield current
            current = None
        if unknown:
            source.find(f"page {line.page}", f"no State is called {line.text!r}: the questions under it are not read")
        if named or unknown:
            asking, number, section, margin = named, 0, "", line.x0
        elif asking and current is None and not _MARK.match(line.text) and _is_heading(line):
            section = clean.text(line.text).strip("[]. ")
        elif asking and any(mark.isalpha() for mark in line.text):
            if current is None:
                number += 1
                current = Question(asking, number, section, line.page)
            current.lines.append(_MARK.sub("", line.text) if not current.lines else line.text)
        before = line
    if current and current.text:
        yield current


def _named(line: Line) -> str:
    """A line that is a State's name in capitals and nothing else."""
    if line.text.isupper() and len(line.text) > 3:
        with suppress(Unclear):
            return states.state(line.text.replace("&", "AND").strip(" :*"))
    return ""


def _begins(line: Line, before: Line | None, current: Question | None) -> bool:
    """Whether a line begins something new: it has a mark, or stands apart from the line above it."""
    if _MARK.match(line.text) or current is None or before is None:
        return True
    apart = before.page == line.page and before.y - line.y > _GAP * line.size
    return apart or bool(_ASIDE.match(line.text))


def _is_heading(line: Line) -> bool:
    text = line.text.strip()
    return bool(_ASIDE.match(text)) or (len(text) < 70 and not text.endswith(("?", ";", ",")) and text[:1].isupper())


LOADER = Loader(
    name="upr.advance_questions",
    title="Advance questions of States before a review",
    publisher="States, through the Office of the United Nations High Commissioner for Human Rights",
    licence="© United Nations, https://www.un.org/en/about-us/terms-of-use",
    gives="each question with the State that puts it",
    recognise=recognise,
    load=load,
)
