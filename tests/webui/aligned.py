"""The story with more programmes: results at two levels, agencies, goals, stated, confirmed and rejected links."""

from dataclasses import replace

from graph import terms
from graph.records import (
    Basis,
    Level,
    Money,
    Passage,
    PassageKey,
    Project,
    ProjectKey,
    Record,
    Relation,
    Result,
    ResultKey,
    StatedLink,
    Tag,
)
from graph.review.decision import Decision
from graph.review.decisions import Decisions
from graph.source import Loaded
from tests.webui.story import CERD, FRAMEWORK, REPORT, decisions, loaded, story

OUTPUT = ResultKey(FRAMEWORK, "output-2.1")
IDLE = ResultKey(FRAMEWORK, "outcome-3")


def aligned() -> list[Loaded]:
    """The story, and a list of the country team."""
    told = [replace(one, records=tuple(map(_with_persons, one.records))) for one in story()]
    return [*told, loaded("country-team.csv", *more(), official=False)]


def _with_persons(record: Record) -> Record:
    """One recommendation names a group of persons whom no programme serves."""
    if isinstance(record, Passage) and (record.symbol, record.paragraph) == (REPORT, "99.82"):
        return replace(record, tags=(Tag("uhri-person", "Persons with disabilities"),))
    return record


def more() -> list[Record]:
    return [
        Result(
            key=OUTPUT, level=Level.OUTPUT, title="Lessons in the mother tongue", code="2.1",
            parent=ResultKey(FRAMEWORK, "outcome-2"), place="row 1",
        ),
        Result(key=IDLE, level=Level.OUTCOME, title="Coasts are clean", code="3", place="row 2"),
        Project(
            identifier="VNM-3", title="Teachers for minority languages", states=("VNM",),
            implementers=("UNESCO", "UNICEF"),
            result=OUTPUT, sdgs=("4.5",),
            money=(
                Money(amount="1000", currency="USD", kind="budget"),
                Money(amount="500.5", currency="EUR", kind="spent"),
            ),
            place="row 3",
        ),
        *_stated(ProjectKey("VNM-3"), "99.78", "99.79", "99.80"),
        Project(identifier="VNM-4", title="Boats for the coast", states=("VNM",), implementers=("IMO",), place="row 4"),
        *_stated(ProjectKey("VNM-1"), "99.78"),
        *_stated(ProjectKey("VNM-2"), "99.81"),
        *_stated(OUTPUT, "99.78"),
        StatedLink(
            subject=PassageKey(REPORT, "99.80"), relation=Relation.REINFORCES, object=PassageKey(CERD, "12"),
            basis=Basis.CITED_IN_TEXT, quote="as the Committee asks", place="row 9",
        ),
    ]  # fmt: skip


def _stated(programme: ProjectKey | ResultKey, *paragraphs: str) -> list[Record]:
    return [
        StatedLink(
            subject=programme, relation=Relation.CONTRIBUTES_TO, object=PassageKey(REPORT, number),
            basis=Basis.CITED_IN_TEXT, quote=f"see {number}", place=f"row {number}",
        )
        for number in paragraphs
    ]  # fmt: skip


def decided() -> Decisions:
    """What the story decides, and one confirmation."""
    first = next(iter(decisions().lines))
    confirmed = replace(
        first, decision="confirm", subject=terms.project("VNM-3"), relation=Relation.CONTRIBUTES_TO,
        object=terms.passage(REPORT, "99.79"), why="the plan names it",
    )  # fmt: skip
    assert isinstance(confirmed, Decision)
    return Decisions((*decisions().lines, confirmed))
