"""Codes of goals and targets: every spelling of a code is that code, and no other code is one."""

import pytest

from graph import terms
from graph.clean import Unclear
from graph.goals import codes, goal, indicator


def test_there_are_17_goals_and_169_targets() -> None:
    assert sum(code.isdigit() for code in codes()) == 17
    assert sum("." in code for code in codes()) == 169


@pytest.mark.parametrize(
    ("told", "code"),
    [("4", "4"), ("4.5", "4.5"), (" SDG 4.A ", "4.a"), ("04.05", "4.5"), ("Goal 16", "16"), ("16.10", "16.10")],
)
def test_a_code_is_read_as_sources_write_it(told: str, code: str) -> None:
    assert goal(told) == code


@pytest.mark.parametrize("told", ["", "0", "18", "4.99", "4.5.1", "4.e", "education", "4 5", "-4", "٤"])
def test_what_is_no_goal_or_target_is_unclear(told: str) -> None:
    with pytest.raises(Unclear):
        goal(told)


def test_every_code_reads_as_itself() -> None:
    assert {code: goal(code) for code in codes()} == {code: code for code in codes()}


@pytest.mark.parametrize("told", ["4.5.1", "C040501", "c040501", "SDG indicator 4.5.1", " indicator 4.5.1 "])
def test_an_indicator_is_known_by_its_number_and_its_code(told: str) -> None:
    assert indicator(told) == terms.sdg("C040501")


def test_one_indicator_under_several_targets_is_one() -> None:
    assert indicator("1.5.1") == indicator("11.5.1") == indicator("13.1.1") == terms.sdg("C200303")


@pytest.mark.parametrize("told", ["", "4.5", "4.5.9", "C999999", "indicator"])
def test_what_is_no_indicator_is_unclear(told: str) -> None:
    with pytest.raises(Unclear):
        indicator(told)
