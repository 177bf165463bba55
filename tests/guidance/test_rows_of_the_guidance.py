"""The 61 rows of the guidance for country teams on the review: one test each, on the stories and on real papers."""

from typing import Final

import pytest

from tests.guidance import checklist, documents, people, stories, uses  # noqa: F401 - they enter their rows
from tests.guidance.registry import CODES, ROWS, Worlds

OPEN: Final = {
    "S26": "a mandate holder has a term; the mandate itself has no date of its own in the vocabulary",
    "C10": "an event with the press is recorded; no sheet for the press is exported yet",
}
"""Rows that are not true yet, each with what is missing."""


@pytest.mark.parametrize("code", [code for code in CODES if code in ROWS])
def test_the_row_keeps_its_promise(code: str, worlds: Worlds) -> None:
    ROWS[code].shown(worlds)


def test_every_row_has_its_proof_or_says_what_is_missing() -> None:
    assert set(CODES) == ROWS.keys() | OPEN.keys()
    assert not ROWS.keys() & OPEN.keys()
    assert all(one.promise for one in ROWS.values())


@pytest.mark.parametrize(
    ("state", "words", "told"),
    [
        ("VNM", "language, bilingual", ("2009-10-05,recommendation,UPR", "A/HRC/12/11, para. 99.79", "VNM-MTBBE")),
        ("ARG", "follow", ("2008-05-13,recommendation,UPR", "A/HRC/8/34, para. 64.18", "2012-01-01,project,OHCHR")),
        ("MOZ", "justice", ("2011-03-28,recommendation,UPR", "A/HRC/17/16, para. 89.45", "2012-01-01,project,UNDP")),
    ],
)
def test_one_command_tells_each_story_with_days_and_citations(
    state: str, words: str, told: tuple[str, ...], worlds: Worlds
) -> None:
    printed = worlds.stories.command(
        "query", "story_of_a_theme", "-p", f"state={state}", "-p", f"word={words}", "-f", "csv"
    )
    days = [line[:10] for line in printed.splitlines() if line[:2] == "20"]
    assert days == sorted(days)
    assert all(one in printed for one in told), printed
