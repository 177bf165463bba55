"""What is counted, on facts made by hand: grades, filters, gaps both ways, the matrix, loads, the annex."""

import pytest

from graph.export.alignment_coverage import AGENCY, GOAL, POSITION, Line, coverage, loads
from graph.export.alignment_filters import Filters
from graph.export.alignment_gaps import IDLE_PROJECT, IDLE_RESULT, PERSONS, REPEATED, UNSERVED, gaps
from graph.export.alignment_grid import grid
from graph.export.alignment_lists import judged
from graph.export.alignment_narrow import narrowed
from graph.export.facts import amounts
from graph.export.report_annex import annex
from graph.export.report_words import marker_sentence, summary
from graph.export.unwritable import Unwritable
from tests.graph.export.made_facts import PROGRAMMES, facts


def line(section: str, name: str) -> Line:
    return next(one for one in coverage(facts()) if (one.section, one.name) == (section, name))


def test_an_ask_counts_once_by_its_surest_link_and_rejected_links_count_nowhere() -> None:
    found = facts()
    assert {iri: {one: link.iri for one, link in links.items()} for iri, links in found.serving.items()} == {
        "a:1": {"p:1": "l:2"},
        "a:2": {"p:1": "l:3"},
        "a:10": {"p:3": "l:5"},
    }
    assert found.pairs == 3
    assert line(POSITION, "supported").by_grade == {"confirmed": 1, "stated": 1, "proposed": 0}
    assert line(POSITION, "noted").unserved == 1
    assert line(POSITION, "none stated").by_grade["proposed"] == 1


def test_a_target_counts_under_its_goal_and_what_has_none_is_told() -> None:
    assert line(GOAL, "SDG 4 Quality education").asks == 1
    assert line(GOAL, "none told").asks == 4


def test_what_agencies_share_counts_in_full_for_each() -> None:
    told = {load.agency: (load.programmes, load.serving, load.asks, load.pairs) for load in loads(facts())}
    assert told == {"UNICEF": (1, 1, 2, 2), "UNESCO": (1, 1, 2, 2), "UNDP": (2, 1, 1, 1)}
    assert line(AGENCY, "UNICEF").asks == 5


def test_kinds_of_money_and_currencies_are_never_added() -> None:
    assert amounts(PROGRAMMES[3].money) == "EUR 7 spent; USD 1,234,567.50 required; USD 5 spent"


def test_gaps_go_both_ways() -> None:
    told = {(gap.kind, gap.what) for gap in gaps(facts())}
    assert told == {
        (REPEATED, "A/HRC/1/1, para. 3"),
        (IDLE_RESULT, "outcome"),
        (IDLE_PROJECT, "UNDP"),
        (PERSONS, "Older persons"),
    }
    repeated = next(gap for gap in gaps(facts()) if gap.kind == REPEATED)
    assert "CERD/C/VNM/CO/1, para. 7" in repeated.beside
    alone = narrowed(facts(), Filters(basis="confirmed"))
    assert [gap.what for gap in gaps(alone) if gap.kind == UNSERVED] == ["A/HRC/1/1, para. 1"]


def test_the_matrix_is_a_tree_of_results_by_groups_and_themes() -> None:
    table = grid(facts())
    assert [(place.label, place.depth) for place in table.places] == [
        ("1 People", 0), ("1.1 Schools", 1), ("1.2 Seas", 1), ("Projects under no result", 0),
    ]  # fmt: skip
    assert [(cluster.label, cluster.kind) for cluster in table.clusters] == [
        ("Courts for all", "group"), ("Education", "theme"), ("No theme", "theme"),
    ]  # fmt: skip
    assert {key: cell.mark for key, cell in table.cells.items()} == {
        ("r:o", "t:education"): "2 C",
        ("elsewhere VNM", ""): "1 P",
    }
    assert table.row_links == {"r:o": 2, "elsewhere VNM": 1}


@pytest.mark.parametrize(
    ("filters", "served", "left_out"),
    [
        (Filters(), {"a:1", "a:2", "a:10"}, 0),
        (Filters(least=0.7), {"a:1"}, 2),
        (Filters(basis="stated"), {"a:1", "a:2"}, 4),
        (Filters(basis="confirmed"), {"a:2"}, 5),
        (Filters(agency="undp"), {"a:10"}, 0),
        (Filters(framework="one plan"), {"a:1", "a:2"}, 0),
        (Filters(theme="education", basis="stated"), {"a:1", "a:2"}, 1),
    ],
)
def test_filters_leave_out_what_they_say(filters: Filters, served: set[str], left_out: int) -> None:
    found = narrowed(facts(), filters)
    assert set(found.serving) == served
    assert found.links_left_out == left_out


def test_a_theme_keeps_its_asks_and_the_programmes_that_serve_them() -> None:
    found = narrowed(facts(), Filters(theme="Education"))
    assert set(found.asks) == {"a:1", "a:2"}
    assert set(found.programmes) == {"p:1"}


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"agency": "UNEP"}, "UNDP; UNESCO; UNICEF"),
        ({"framework": "2012"}, "VNM/2022"),
        ({"theme": "Fish"}, "Education; Justice"),
        ({"least": 1.5}, "between 0 and 1"),
        ({"basis": "guessed"}, "all, stated, confirmed"),
    ],
)
def test_a_filter_that_finds_nothing_says_what_there_is(filters: dict[str, str], told: str) -> None:
    with pytest.raises(Unwritable, match=told):
        narrowed(facts(), Filters(**filters))  # type: ignore[arg-type]


def test_the_marker_is_held_against_the_links() -> None:
    found = facts()
    assert judged(found, PROGRAMMES[3]) == "marked for human rights, links are known"
    assert judged(found, PROGRAMMES[4]) == "marked for human rights, no link is known"
    assert judged(found, PROGRAMMES[5]) == "hardly or not marked, links are known"
    assert "Marked 2 or 3: 2, of which 1 without" in marker_sentence(found)
    assert marker_sentence(found).endswith("Marked lower, yet linked: 1.")


def test_the_annex_rolls_everything_up_to_the_outcome_and_marks_what_nobody_checked() -> None:
    told = [(row.result, row.programmes, row.cited, row.mechanisms, row.goals) for row in annex(facts())]
    assert told == [
        ("1.1 Schools", 1, "A/HRC/1/1: 1, 2", "UPR", "SDG 4"),
        ("1.2 Seas", 0, "", "", "none told"),
        ("Projects under no result", 1, "A/HRC/1/1: 10*", "UPR", "none told"),
    ]


def test_the_summary_is_told_in_numbers() -> None:
    told = " ".join(summary(facts()))
    assert "5 asks addressed to Viet Nam: 1 of the treaty bodies and 4 of the Universal Periodic Review." in told
    assert "1 none stated, 1 noted and 2 supported" in told
    assert "3 asks (60 %) have at least one programme that contributes to it, by 3 links" in told
    assert "1 rest on a link that a person confirmed, 1 on one that a document states, and 1 only" in told
