"""What came after the made-up review: a pledge, a mid-term report, an NGO beside it. Sentences are our own."""

from datetime import date

from graph import terms
from graph.records import (
    Assessment,
    Basis,
    Document,
    DocumentKind,
    Passage,
    PassageKey,
    PassageKind,
    Record,
    Relation,
    StatedLink,
)
from graph.review.decision import Decision
from graph.review.decisions import Decisions
from graph.source import Loaded
from tests.webui.story import REPORT, decisions, loaded

MIDTERM = "midterm-report/VNM/2011"


def later() -> list[Loaded]:
    return [loaded("pledge.pdf", *_pledge()), loaded("midterm.pdf", *_midterm())]


def decided() -> Decisions:
    """A person links the pledge to a recommendation, beside what the story's people decided."""
    one = Decision(
        day=date(2026, 1, 3),
        who="A. Reader",
        decision="add",
        subject=terms.passage(REPORT, "60"),
        relation=Relation.REINFORCES,
        object=terms.passage(REPORT, "99.78"),
        why="the same lessons",
    )
    return Decisions((*decisions().lines, one))


def _pledge() -> list[Record]:
    words = "The State will print school books in more languages"
    pledge = Passage(
        symbol=REPORT, paragraph="60", kind=PassageKind.PLEDGE, state="VNM", mechanism="UPR", text=words, cycle=1,
        place="page 9",
    )  # fmt: skip
    return [pledge]


def _midterm() -> list[Record]:
    recommendation = PassageKey(REPORT, "99.78")
    said = "Two more provinces teach in two languages"
    return [
        Document(
            symbol=MIDTERM, kind=DocumentKind.MIDTERM_REPORT, title="Mid-term report", state="VNM", cycle=1,
            issued=date(2011, 9, 1), place="page 1",
        ),
        Passage(symbol=MIDTERM, paragraph="4", kind=PassageKind.STATEMENT, state="VNM", text=said, place="page 2"),
        StatedLink(
            subject=PassageKey(MIDTERM, "4"), relation=Relation.REPORTS_ON, object=recommendation,
            basis=Basis.STATE_REPORT, quote="99.78", place="page 2",
        ),
        Assessment(
            about=recommendation, assessor="Friends of schools", scheme="", value="", words="The classes are too few",
            official=False, place="page 3",
        ),
    ]  # fmt: skip
