"""What the bundled example answers to the questions of the field: read in its sources, one telling answer each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.questions import question
from graph.store.builds import Build
from graph.store.limits import Limits
from graph.store.pool import Pool

Row = dict[str, str]


@pytest.fixture(scope="module")
def pool(example: Build) -> Iterator[Pool]:
    with Pool(example.store, Limits()) as made:
        yield made


def ask(pool: Pool, number: str, **values: str) -> list[Row]:
    return pool.select(question(number).fill(values)).dicts()


def ends(rows: list[Row], column: str) -> set[str]:
    """The last parts of a column's identifiers: paragraphs, projects."""
    return {row[column].rsplit("/", 1)[-1] for row in rows if column in row}


# The rows of A/HRC/12/11 (Viet Nam, 3), A/HRC/17/16 (Mozambique, 7) and A/HRC/8/34 (Argentina, 7) in example/papers.py.
@pytest.mark.parametrize(("state", "count"), [("VNM", 3), ("MOZ", 7), ("ARG", 7)])
def test_every_recommendation_of_the_reports_stands_once_with_its_position(pool: Pool, state: str, count: int) -> None:
    rows = ask(pool, "1", state=state)
    assert len(rows) == len(ends(rows, "recommendation")) == count
    assert all(row["position"] == "supported" for row in rows if row["paragraph"][:2] in ("99", "88", "89"))


def test_the_report_alone_can_be_asked_for(pool: Pool) -> None:
    assert len(ask(pool, "1", state="VNM", report="A/HRC/12/11")) == 3
    assert ask(pool, "1", state="VNM", report="A/HRC/17/16") == []


def test_the_visit_report_and_the_committees_ask_what_recommendation_79_asks(pool: Pool) -> None:
    rows = ask(pool, "2", symbol="A/HRC/12/11", paragraph="99.79")
    assert {"SR Minorities"} <= {row["mechanism"] for row in rows}
    assert all(row["basis"] == "similarity" and row["reasons"] for row in rows)


def test_the_project_list_states_two_links_and_the_rest_are_computed(pool: Pool) -> None:
    rows = {(row["relation"], row["basis"]): row["links"] for row in ask(pool, "3", state="VNM")}
    assert rows["contributes to", "cited in the text"] == "2"
    assert ("reinforces", "similarity") in rows


def test_one_group_of_viet_nam_is_backed_by_all_three_families(pool: Pool) -> None:
    (row,) = ask(pool, "4", state="VNM")
    assert "CERD/C/VNM/CO/10-14" in row["members"]
    assert "A/HRC/12/11 para. 99.79" in row["members"]


def test_a_national_action_is_no_programme_of_the_un(pool: Pool) -> None:
    assert ends(ask(pool, "6", state="VNM"), "recommendation") == {"99.77"}
    assert "88.12" in ends(ask(pool, "6", state="MOZ"), "recommendation")


def test_the_treaty_reporting_project_names_no_recommendation(pool: Pool) -> None:
    assert ends(ask(pool, "7", state="VNM"), "project") == {"VNM-TREATY"}
    assert ask(pool, "7", state="VNM", least="2") == []


def test_unicef_works_on_the_two_recommendations_that_its_list_names(pool: Pool) -> None:
    rows = ask(pool, "8", state="VNM", agency="UNICEF")
    assert {"99.78", "99.79"} <= ends(rows, "recommendation")
    assert ask(pool, "8", state="VNM", agency="UNDP") == []


def test_the_story_of_bilingual_education_is_told_in_order_of_date(pool: Pool) -> None:
    rows = ask(pool, "9", state="VNM", word="bilingual")
    assert [row["day"][:4] for row in rows] == sorted(row["day"][:4] for row in rows)
    assert {"UNICEF", "SR Minorities", "CERD", "CRC"} <= {row["who"] for row in rows}


def test_with_one_review_nothing_was_asked_again_and_nobody_is_blamed_for_it(pool: Pool) -> None:
    assert ask(pool, "21", state="VNM") == []
    (row,) = ask(pool, "22", state="MOZ", recommending="Finland")
    assert row["followedUp"] == "no later review is in the graph"
    assert row["ask"].endswith("90.26")


def test_two_of_the_seven_recommendations_to_mozambique_are_one_ask(pool: Pool) -> None:
    rows = ask(pool, "23", state="MOZ", report="A/HRC/17/16")
    assert len(rows) == 6
    assert "88.10" in rows[0]["members"]
    assert "90.10" in rows[0]["members"]
    assert rows[0]["recommending"] == "Ireland, Russian Federation"


def test_what_is_due_is_reckoned_from_the_review(pool: Pool) -> None:
    rows = ask(pool, "25", state="MOZ", **{"from": "2012-06-01"})
    told = {row["what"]: (row["due"], row["standing"]) for row in rows}
    assert told["mid-term report, voluntary"] == ("2013-08", "in the window")
    assert "next review" not in told


def test_theme_persons_and_target_hold_together(pool: Pool) -> None:
    told = {"theme": "right to education", "persons": "Children", "target": "4.5"}
    rows = ask(pool, "28", state="VNM", **told)
    assert {row["mechanism"] for row in rows} == {"SR Minorities", "CRC", "CERD"}
    assert ask(pool, "28", state="VNM", **{**told, "target": "16"}) == []


def test_supported_recommendations_stand_under_each_target_of_a_list(pool: Pool) -> None:
    assert {row["target"] for row in ask(pool, "29", state="MOZ", targets="4, 5")} == {"4", "4.5"}
    assert {row["target"] for row in ask(pool, "29", state="MOZ", targets="4, 16")} == {"4", "4.5", "16"}


def test_the_asks_of_the_visit_reappear_in_the_review(pool: Pool) -> None:
    rows = ask(pool, "30", state="VNM")
    assert ends(rows, "ask") == {"85", "87", "89"}
    assert ends(rows, "recommendation") == {"99.79"}


def test_what_a_build_holds_is_counted_for_comparison(pool: Pool) -> None:
    told = {row["kind"]: row["things"] for row in ask(pool, "32", state="ARG")}
    assert (told["recommendation"], told["project"]) == ("7", "7")


def test_the_annex_goes_from_the_outcome_to_what_stands_under_it(pool: Pool) -> None:
    rows = ask(pool, "33", state="MOZ")
    assert {row["code"] for row in rows} == {"HR"}
    assert {"88.10", "89.43"} <= ends(rows, "ask")


def test_every_document_behind_viet_nam_is_listed_with_its_file(pool: Pool) -> None:
    rows = ask(pool, "14", state="VNM")
    files = {row["document"].split("/document/")[1]: row.get("file", "") for row in rows}
    assert files["A/HRC/12/11"] == "viet-nam/A-HRC-12-11.pdf"
    assert not any(row.get("disagrees") for row in rows)


def test_these_pages_speak_of_every_question_that_is_new(request: pytest.FixtureRequest) -> None:
    told = "".join(path.read_text("utf-8") for path in Path(request.path).parent.glob("test_questions_*.py"))
    assert all(f'"{number}"' in told for number in range(21, 35))
