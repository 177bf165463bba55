"""The checklist of the guidance for country teams: each row filled from the graph, and no tick that nobody stated."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webui.state.asks import Ask
from webui.state.checklist import NOTHING, ROWS, Known, Row, checklist, rows
from webui.state.evidence import Evidence
from webui.state.names import Mechanism
from webui.state.papers import Paper
from webui.state.phase import Milestone, Phase
from webui.state.shelf import REVIEW_SLOTS, Review, Shelf, Slot

NO_EVIDENCE = Evidence((), (), 0, 0, 0, 0, 0, frozenset(), frozenset())
BARE = Known(
    iso3="VNM",
    phase=Phase("unknown", None, None, False, ()),
    shelf=Shelf((Review(1, 5, "", tuple(Slot(what, ()) for what in REVIEW_SLOTS)),), (), ()),
    evidence=NO_EVIDENCE,
    asks=(),
    agencies=frozenset(),
)
UPR = Mechanism("UPR", "upr", "Universal Periodic Review")


def row(code: str, **told: Any) -> Row:
    """A row filled from a State of which nothing is known but what is told."""
    return next(one for one in rows(replace(BARE, **told)) if one.code == code)


def said(one: Row) -> str:
    return " ".join(told.text for told in one.told)


def milestone(what: str, *, stated: bool, done: bool = False) -> Milestone:
    return Milestone(what, date(2029, 5, 8), stated, stated, "a source", done, "https://example.org/it")


def dated(*milestones: Milestone) -> Phase:
    return Phase("after", 4, date(2025, 1, 28), False, milestones)


def shelf_with(**papers: Paper) -> Shelf:
    slots = tuple(Slot(what, (papers[what],) if what in papers else ()) for what in REVIEW_SLOTS)
    return Shelf((Review(4, 48, "", slots),), (), ())


def paper(kind: str, symbol: str, *, read: bool = True) -> Paper:
    return Paper(f"https://w3id.org/rightsgraph/id/document/{symbol}", kind, symbol, "", "", "", read)


def ask(position: str, *programmes: tuple[str, str]) -> Ask:
    return Ask(
        "https://example.org/ask",
        "Recommendation",
        UPR,
        position,
        "",
        4,
        2025,
        "",
        frozenset(),
        frozenset(),
        programmes,
    )


def test_the_rows_are_those_of_the_guidance_in_order() -> None:
    assert [code for code, *_ in ROWS] == [f"C{number}" for number in range(1, 17)]


def test_where_the_graph_knows_nothing_no_row_is_filled() -> None:
    found = rows(BARE)
    assert {one.standing for one in found if one.code != "C2"} == {"notKnown"}
    assert all(one.told for one in found)


def test_c1_a_computed_date_fills_the_schedule_in_part_only() -> None:
    stated = row("C1", phase=dated(milestone("nextReview", stated=True)))
    assert (stated.standing, stated.told[0].address) == ("known", "/state/VNM#phase")
    assert "8 May 2029" in said(stated)
    computed = row("C1", phase=dated(milestone("nextReview", stated=False)))
    assert computed.standing == "partly"
    assert "no source states it" in said(computed)


def test_c2_the_guidelines_are_named_and_linked_and_may_be_old() -> None:
    found = row("C2")
    assert found.standing == "partly"
    assert "A/HRC/DEC/17/119" in said(found)
    assert "newer notes is not known" in said(found)


def test_c3_earlier_reports_are_counted_and_missing_ones_lead_to_their_list() -> None:
    found = row("C3", shelf=shelf_with(report=paper("WorkingGroupReport", "A/HRC/59/15")))
    assert found.standing == "partly"
    assert "read: 1." in said(found)
    assert f"names them: {len(REVIEW_SLOTS) - 1}." in said(found)
    assert found.told[2].address == "/state/VNM/documents?of=reviews&status=missing"


def test_c4_ministries_come_from_the_actions_of_national_plans() -> None:
    found = row("C4", evidence=replace(NO_EVIDENCE, actions=7, responsible=3, unassigned=2))
    assert (found.standing, "responsible: 3." in said(found), "2 name nobody" in said(found)) == ("partly", True, True)
    assert row("C4", evidence=replace(NO_EVIDENCE, actions=7, responsible=3)).standing == "known"


def test_c5_programmes_of_ohchr_are_no_contact() -> None:
    found = row("C5", agencies=frozenset({"ohchr"}))
    assert found.standing == "partly"
    assert "Contacts are not recorded" in said(found)
    assert found.told[0].address == "/state/VNM/programmes?agency=ohchr"


@pytest.mark.parametrize("code", ["C6", "C10", "C12"])
def test_c6_c10_c12_what_no_source_records_is_never_ticked(code: str) -> None:
    everything = {
        "evidence": Evidence((("x", 9),), (("y", 9),), 9, 9, 0, 9, 9, frozenset({"a"}), frozenset({"a"})),
        "agencies": frozenset({"ohchr"}),
        "phase": dated(milestone("review", stated=True)),
    }
    found = row(code, **everything)
    assert (found.standing, found.told) == ("notKnown", (NOTHING,))


def test_c7_what_the_compilation_says_of_the_team_is_not_the_submission() -> None:
    compilation = "https://w3id.org/rightsgraph/id/document/A/HRC/WG.6/48/SVN/2"
    found = row("C7", evidence=replace(NO_EVIDENCE, team=((compilation, 4),)))
    assert found.standing == "partly"
    assert found.told[0].address == "/id/document/A/HRC/WG.6/48/SVN/2"
    assert "name the UN country team: 4." in said(found)
    assert "submission itself is not in this build" in said(found)


def test_c8_the_last_national_report_is_shown_and_the_next_one_s_author_is_not_known() -> None:
    found = row("C8", shelf=shelf_with(nationalReport=paper("NationalReport", "A/HRC/WG.6/48/SVN/1")))
    assert found.standing == "partly"
    assert "A/HRC/WG.6/48/SVN/1" in said(found)
    assert "not known here" in said(found)


def test_c9_submissions_are_counted_by_the_summary_that_names_them() -> None:
    summary = "https://w3id.org/rightsgraph/id/document/A/HRC/WG.6/48/SVN/3"
    found = row("C9", evidence=replace(NO_EVIDENCE, submissions=((summary, 23),)))
    assert (found.standing, found.told[0].text) == ("partly", "Submissions that A/HRC/WG.6/48/SVN/3 names: 23.")


def test_c11_the_plenary_is_known_by_its_report_or_its_day() -> None:
    report = row("C11", shelf=shelf_with(councilReport=paper("CouncilReport", "A/HRC/59/2")))
    assert "reported in A/HRC/59/2" in said(report)
    cited = row("C11", shelf=shelf_with(councilReport=paper("", "A/HRC/59/2", read=False)))
    assert cited.standing == "notKnown"
    computed = row("C11", phase=dated(milestone("adoption", stated=False)))
    assert "no source states it" in said(computed)


def test_c13_a_plan_or_reports_bear_on_the_mechanism_but_do_not_prove_one() -> None:
    found = row("C13", evidence=replace(NO_EVIDENCE, plans=1, actions=5, reported=frozenset({"a", "b"})))
    assert found.standing == "partly"
    assert found.told[1].address == "/state/VNM/asks?said=reported"
    assert "is not known here" in found.told[-1].text


def test_c14_proposed_links_alone_fill_the_row_in_part_only() -> None:
    some = (ask("supported", ("p", "proposed")), ask("supported"), ask("noted"))
    found = row("C14", asks=some, agencies=frozenset({"undp"}), evidence=replace(NO_EVIDENCE, frameworks=1))
    assert found.standing == "partly"
    assert "with a programme: 1 of 2." in said(found)
    assert found.told[-1].address == "/state/VNM/asks?position=supported&programme=no"
    stated = row("C14", asks=(ask("supported", ("p", "stated")),), agencies=frozenset({"undp"}))
    assert stated.standing == "known"


def test_c15_assessments_are_told_and_talks_are_not_known() -> None:
    found = row("C15", evidence=replace(NO_EVIDENCE, assessed=frozenset({"a"})))
    assert (found.standing, found.told[0].address) == ("partly", "/state/VNM/asks?said=assessed")
    assert "Talks on assistance are not recorded" in said(found)


def test_c16_a_computed_mid_term_is_no_mid_term_report() -> None:
    computed = row("C16", phase=dated(milestone("midterm", stated=False)))
    assert (computed.standing, "voluntary" in said(computed)) == ("partly", True)
    assert "No mid-term report is in this build" in said(computed)
    assert row("C16", phase=dated(milestone("midterm", stated=True))).standing == "known"


def test_the_story_fills_what_it_tells(app: Flask) -> None:
    with app.app_context():
        found = {one.code: one for one in checklist("VNM", date(2010, 6, 1))}
    assert "November 2013" in said(found["C1"])
    assert "September 2011" in said(found["C16"])
    assert found["C15"].standing == "partly"
    assert found["C4"].standing == "notKnown"


def test_the_page_says_plainly_what_is_not_known(client: FlaskClient) -> None:
    page = client.get("/state/VNM", headers={"Accept": "text/html"}).text
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert "Not known here: no source in this build records it." in told
    assert all(f" C{number} " in told for number in range(1, 17))
