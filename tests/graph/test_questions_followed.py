"""Questions that the bundled example cannot answer with what is true, on a made-up story of two reviews."""

from collections.abc import Iterator

import pytest

from graph.build import build
from graph.questions import question
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from tests.graph.asked_story import HEALTH, NATIONAL, SECOND, SUMMARY, asked
from tests.webui.story import CERD, REPORT, VISIT

Row = dict[str, str]


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    folder = tmp_path_factory.mktemp("asked")
    made = build(asked(), Builds(folder), lambda store: Pool(store, Limits.for_builds())).build
    with Pool(made.store, Limits()) as asker:
        yield asker


def ask(pool: Pool, number: str, **values: str) -> list[Row]:
    return pool.select(question(number).fill({"state": "VNM", **values})).dicts()


def cited(row: Row, column: str) -> str:
    """`A/HRC/12/11 99.80` of an identifier."""
    return row[column].split("/document/")[1].replace("/para/", " ")


def test_a_noted_recommendation_stands_with_each_body_that_asks_the_same(pool: Pool) -> None:
    rows = [row for row in ask(pool, "5") if cited(row, "recommendation") == f"{REPORT} 99.80"]
    assert {(row["mechanism"], cited(row, "other")) for row in rows} >= {
        ("CERD", f"{CERD} 12"),
        ("SR Minorities", f"{VISIT} 87"),
    }


def test_an_ask_made_in_both_cycles_is_told_with_its_earlier_answer(pool: Pool) -> None:
    (row,) = [row for row in ask(pool, "21") if cited(row, "ask") == f"{SECOND} 143.1"]
    assert (row["cycles"], row["position"]) == ("2", "supported")
    assert f"cycle 1: {REPORT} para. 99.80 (noted)" in row["before"]


def test_a_committee_is_answered_by_what_the_state_reports_on_the_same_ask(pool: Pool) -> None:
    rows = ask(pool, "26", body="CERD")
    assert f"{NATIONAL} 5" in {cited(row, "source") for row in rows}
    assert all(row["body"] == "CERD" for row in rows)
    assert ask(pool, "26", body="CRC") == []


def test_what_state_and_others_say_stands_side_by_side_with_its_basis(pool: Pool) -> None:
    rows = ask(pool, "27", symbol=REPORT, paragraph="99.80")
    assert {(row["voice"], row["basis"], cited(row, "source")) for row in rows} == {
        ("State", "State report", f"{NATIONAL} 5"),
        ("Others: JS1", "cited in the text", f"{SUMMARY} 7"),
    }


def test_the_asks_of_a_visit_reappear_in_the_review(pool: Pool) -> None:
    rows = ask(pool, "30")
    assert (f"{VISIT} 87", f"{REPORT} 99.80", "noted") in {
        (cited(row, "ask"), cited(row, "recommendation"), row["position"]) for row in rows
    }


def test_a_concern_to_which_nothing_is_asked_is_found(pool: Pool) -> None:
    assert [(row["mechanism"], cited(row, "concern")) for row in ask(pool, "31")] == [("SR Health", f"{HEALTH} 30")]


def test_a_submission_is_followed_to_the_recommendation_that_took_it_up(pool: Pool) -> None:
    (row,) = ask(pool, "34", submission="JS1")
    assert (cited(row, "earlier"), cited(row, "taken")) == (f"{REPORT} 99.80", f"{SECOND} 143.1")
    assert (row["recommending"], row["position"]) == ("Norway", "supported")
    assert ask(pool, "34", submission="JS2") == []


def test_tags_are_told_as_given_or_inferred(pool: Pool) -> None:
    told = {cited(row, "ask"): row for row in ask(pool, "13", target="4.5")}
    assert (told[f"{REPORT} 99.78"]["given"], told[f"{REPORT} 99.78"]["inferred"]) == ("SDG 4.5", "")
    everything = {cited(row, "ask"): row for row in ask(pool, "13")}
    assert "Right to education" in everything[f"{REPORT} 99.78"]["inferred"]
    assert "Right to education" not in everything[f"{REPORT} 99.78"]["given"]


def test_one_body_answers_for_one_recommendation_and_nobody_for_the_others(pool: Pool) -> None:
    rows = ask(pool, "24")
    told = {cited(row, "ask"): row["responsible"] for row in rows if row.get("responsible")}
    assert told == {f"{SECOND} 143.1": "Ministry of Schools"}
    assert f"{REPORT} 99.80" in {cited(row, "ask") for row in rows}


def test_what_a_plan_promises_is_due_beside_what_rules_say(pool: Pool) -> None:
    rows = ask(pool, "25", **{"from": "2015-01-01"})
    assert ("2015-06", "Ministry of Schools") in {(row["due"], row["body"]) for row in rows}
