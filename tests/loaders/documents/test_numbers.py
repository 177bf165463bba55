"""Lists of recommendation numbers and note marks, as printed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.documents import numbers
from loaders.documents.marks import marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1–5, 14, 18", ["1", "2", "3", "4", "5", "14", "18"]),
        ("122.17-18, 122.30", ["122.17", "122.18", "122.30"]),
        ("122.34- 35", ["122.34", "122.35"]),
        ("122.144,122.146", ["122.144", "122.146"]),
        ("115. 23 and 115.59–115.61", ["115.23", "115.59", "115.60", "115.61"]),
        ("135, 136 and 137", ["135", "136", "137"]),
        ("7 to 9", ["7", "8", "9"]),
        ("5, 5, 4-5", ["5", "4"]),
    ],
)
def test_ranges_are_written_out_in_order_each_number_once(text: str, found: list[str]) -> None:
    told: list[str] = []
    assert numbers.expand(text, told.append) == found
    assert not told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("19–12", ["19", "12"]),
        ("122.9-122.4", ["122.9", "122.4"]),
        ("122.9-4", ["122.9", "122.4"]),
        ("151.119–115.127", ["151.119", "115.127"]),
    ],
)
def test_a_range_that_cannot_be_right_keeps_its_ends_and_is_told(text: str, found: list[str]) -> None:
    told: list[str] = []
    assert numbers.expand(text, told.append) == found
    assert len(told) == 1


@given(st.lists(st.integers(1, 250), min_size=1, max_size=12, unique=True), st.sampled_from([", ", ",", "; "]))
def test_any_list_is_found_whole_and_read_back(wanted: list[int], between: str) -> None:
    text = "recommendations " + between.join(map(str, wanted)) + " of us"
    listed = re.search(numbers.LIST, text)
    assert listed is not None
    assert numbers.expand(listed[0], list[str]().append) == [str(number) for number in wanted]


def test_a_year_or_a_symbol_is_no_list() -> None:
    assert re.search(numbers.LIST, "of 2014") is None
    assert re.fullmatch(numbers.LIST, "28/15") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("wells.⁹ Trees¹²", [9, 12]), ("bodies¹, ²", [1, 2]), ("bodies¹ ²", [1, 2]), ("none 12", [])],
)
def test_note_marks_are_raised_digits(text: str, found: list[int]) -> None:
    assert marks(text) == found
