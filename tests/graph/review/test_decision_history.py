"""Which decision is in force, in which direction a link counts, and who disagrees with whom."""

from datetime import date

import pytest

from graph.records import Relation
from graph.review.decision import Decision
from graph.review.decisions import Decisions
from graph.terms import passage, rg

ONE, OTHER = passage("A/HRC/12/11", "1"), passage("CERD/C/VNM/CO/10", "2")


def said(who: str, word: str, day: int = 1, relation: Relation = Relation.REINFORCES, turned: bool = False) -> Decision:
    subject, object_ = (OTHER, ONE) if turned else (ONE, OTHER)
    return Decision(date(2026, 1, day), who, word, subject, relation, object_, "why", f"row {day}")


def conflict(*lines: Decision) -> tuple[str, str] | None:
    (history,) = Decisions(lines).by_link.values()
    return (history.conflict[0].who, history.conflict[1].who) if history.conflict else None


@pytest.mark.parametrize("relation", list(Relation))
def test_only_a_symmetric_link_is_the_same_in_either_direction(relation: Relation) -> None:
    decisions = Decisions((said("A", "reject", relation=relation),))
    assert decisions.on(ONE, rg(relation.value), OTHER)
    turned = decisions.on(OTHER, rg(relation.value), ONE)
    assert (turned is not None) == (relation in (Relation.REINFORCES, Relation.SAME_ASK))


def test_the_latest_day_counts_and_within_a_day_the_later_line() -> None:
    late, early, same = said("A", "reject", 9), said("A", "confirm", 2), said("A", "confirm", 9, turned=True)
    (history,) = Decisions((late, early)).by_link.values()
    assert history.last == late
    (history,) = Decisions((late, early, same)).by_link.values()
    assert history.lines == (early, late, same)


def test_two_people_who_say_otherwise_are_in_conflict() -> None:
    assert conflict(said("A", "confirm", 1), said("B", "reject", 2)) == ("A", "B")


def test_one_person_who_changes_their_mind_is_not() -> None:
    assert conflict(said("A. Person", "confirm", 1), said("a person", "reject", 2)) is None


def test_people_who_say_the_same_are_not() -> None:
    assert conflict(said("A", "add", 1), said("B", "confirm", 2)) is None


def test_whoever_gives_way_settles_it() -> None:
    assert conflict(said("A", "confirm", 1), said("B", "reject", 2), said("A", "reject", 3)) is None


def test_a_third_voice_does_not_settle_it() -> None:
    assert conflict(said("A", "confirm", 1), said("B", "reject", 2), said("C", "confirm", 3)) == ("B", "C")


def test_reopening_takes_no_side_and_ends_a_conflict() -> None:
    assert conflict(said("A", "confirm", 1), said("B", "reopen", 2)) is None
    opened = (said("A", "confirm", 1), said("B", "reject", 2), said("A", "reopen", 3))
    assert conflict(*opened) is None
    assert conflict(*opened, said("A", "confirm", 4)) is None


def test_a_conflict_is_told_with_names_days_and_what_settles_it() -> None:
    (told,) = Decisions((said("A", "confirm", 1), said("B", "reject", 2))).disagreements()
    assert (told.file, told.place) == ("decisions.csv", "row 2")
    assert "A confirmed it on 2026-01-01 and B rejected it on 2026-01-02" in told.reason
    assert "link reopen 'A/HRC/12/11 1' reinforces 'CERD/C/VNM/CO/10 2'" in told.reason


def test_an_added_link_stays_added_when_another_person_confirms_it() -> None:
    decisions = Decisions((said("A", "add", 1), said("B", "confirm", 2)))
    assert [history.last.who for history in decisions.added()] == ["B"]
