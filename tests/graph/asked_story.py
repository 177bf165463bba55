"""A made-up follow-up of the viewer's story: a second review, papers of three voices. Sentences are our own."""

from datetime import date

from graph.records import (
    Action,
    ActionKey,
    Basis,
    Document,
    DocumentKind,
    Key,
    Passage,
    PassageKey,
    PassageKind,
    Plan,
    Position,
    PositionStated,
    Record,
    Relation,
    Review,
    StatedLink,
    Submission,
    SubmissionKey,
)
from graph.source import Loaded
from tests.webui.story import CERD, REPORT, VISIT, loaded, story

NATIONAL = "A/HRC/WG.6/18/VNM/1"
SUMMARY = "A/HRC/WG.6/18/VNM/3"
SECOND = "A/HRC/26/6"
HEALTH = "A/HRC/20/15/Add.2"


def asked() -> list[Loaded]:
    """The story, what was said of the noted recommendation 99.80, and a concern to which nothing is asked."""
    return [
        *story(),
        loaded("second.pdf", *_second()),
        loaded("papers.pdf", *_papers()),
        loaded("visit.pdf", *_visit()),
        loaded("plan.xlsx", *_plan()),
    ]


def _second() -> list[Record]:
    again = PassageKey(SECOND, "143.1")
    return [
        Document(symbol=SECOND, kind=DocumentKind.WORKING_GROUP_REPORT, state="VNM", cycle=2, place="page 1"),
        Review(state="VNM", cycle=2, session=18, day=date(2014, 2, 5), place="page 1"),
        _passage(SECOND, "143.1", "Teach in the mother tongue", PassageKind.RECOMMENDATION, "UPR", ("NOR",)),
        PositionStated(about=again, position=Position.SUPPORTED, document=SECOND, paragraph="143", place="page 9"),
        _stated(again, Relation.REPEATS, PassageKey(REPORT, "99.80"), Basis.CITED_IN_TEXT),
    ]


def _papers() -> list[Record]:
    noted = PassageKey(REPORT, "99.80")
    return [
        Document(symbol=NATIONAL, kind=DocumentKind.NATIONAL_REPORT, state="VNM", cycle=2, place="page 1"),
        _passage(NATIONAL, "5", "Lessons are held in two languages in some schools", PassageKind.STATEMENT),
        _stated(PassageKey(NATIONAL, "5"), Relation.REPORTS_ON, noted, Basis.STATE_REPORT),
        Document(symbol=SUMMARY, kind=DocumentKind.STAKEHOLDER_SUMMARY, state="VNM", cycle=2, place="page 1"),
        Submission(summary=SUMMARY, code="JS1", title="A joint paper", state="VNM", place="note 1"),
        _passage(SUMMARY, "7", "JS1 found no lessons in two languages", PassageKind.STATEMENT),
        _stated(PassageKey(SUMMARY, "7"), Relation.CITES, SubmissionKey(SUMMARY, "JS1"), Basis.OHCHR_ENDNOTE),
        _stated(PassageKey(SUMMARY, "7"), Relation.REPORTS_ON, noted, Basis.CITED_IN_TEXT),
        _stated(PassageKey(CERD, "12"), Relation.REINFORCES, noted, Basis.CITED_IN_TEXT),
        _stated(PassageKey(VISIT, "87"), Relation.REINFORCES, noted, Basis.CITED_IN_TEXT),
    ]


def _visit() -> list[Record]:
    words = "The expert is concerned at how far away clinics are"
    return [_passage(HEALTH, "30", words, PassageKind.STATEMENT, "SR Health")]


def _plan() -> list[Record]:
    item = ActionKey("VNM/plan/2015", "1")
    return [
        Plan(identifier=item.plan, states=("VNM",), title="A plan on the review", place="row 2"),
        Action(
            key=item,
            state="VNM",
            title="Print school books in two languages",
            responsible=("Ministry of Schools",),
            deadline=date(2015, 6, 30),
            place="row 2",
        ),
        _stated(item, Relation.CONTRIBUTES_TO, PassageKey(SECOND, "143.1"), Basis.CITED_IN_TEXT),
    ]


def _passage(
    symbol: str, paragraph: str, text: str, kind: PassageKind, who: str = "", recommending: tuple[str, ...] = ()
) -> Passage:
    return Passage(
        symbol=symbol,
        paragraph=paragraph,
        kind=kind,
        state="VNM",
        mechanism=who or None,
        text=text,
        recommending_states=recommending,
        cycle=2 if who == "UPR" else None,
        place=f"para. {paragraph}",
    )


def _stated(subject: Key, relation: Relation, object_: Key, basis: Basis) -> StatedLink:
    return StatedLink(
        subject=subject, relation=relation, object=object_, basis=basis, quote="see there", place="note 2"
    )
