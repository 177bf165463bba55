"""UPR Info's list: old Macintosh text, States by any name, NGO's codes kept apart from the UN's words."""

from collections import Counter
from pathlib import Path

import pytest

from graph.records import ListedRecommendation, PassageKind, Position, Tag
from graph.source import Severity, Source
from loaders.identify import identify
from loaders.upr import upr_info

HEADINGS = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session"


def listed(tmp_path: Path, *rows: str) -> tuple[Source, list[ListedRecommendation]]:
    """A file as UPR Info's old exports are: Mac Roman, lines ended by a carriage return alone."""
    path = tmp_path / "list.csv"
    path.write_bytes("\r".join([HEADINGS, *rows]).encode("mac_roman"))
    source = Source.of(path)
    assert upr_info.recognise(source)
    asks = list(upr_info.load(source))
    source.findings = [finding for finding in source.findings if "Mac Roman" not in finding.reason]
    return source, asks


def row(**changed: str) -> str:
    cells = {
        "To": "Peru", "To-Rgrp": "GRULAC", "To-Org": "OAS", "Text": '"Plant trees, vis-à-vis the Guaraní"',
        "From": "Chile", "From-Rgrp": "GRULAC", "From-Org": "OAS", "Response": "Accepted", "Action": "5",
        "Issue": '"Environment,Indigenous peoples"', "Session": "2",
    }  # fmt: skip
    return ",".join((cells | changed).values())


def test_a_row_gives_one_ask_with_one_recommending_state(tmp_path: Path) -> None:
    source, (ask,) = listed(tmp_path, row())
    assert (ask.state, ask.recommending_state, ask.session) == ("PER", "CHL", 2)
    assert ask.text == "Plant trees, vis-à-vis the Guaraní"
    assert (ask.position, ask.position_words, ask.action_category) == (Position.SUPPORTED, "Accepted", 5)
    assert ask.tags == (Tag("upr-info-issue", "Environment"), Tag("upr-info-issue", "Indigenous peoples"))
    assert not ask.official
    assert ask.place == "row 2"
    assert not source.findings


def test_noted_is_noted(tmp_path: Path) -> None:
    _, (ask,) = listed(tmp_path, row(Response="Noted"))
    assert (ask.position, ask.position_words) == (Position.NOTED, "Noted")


@pytest.mark.parametrize("name", ["(Unknown)", "&#40;Unknown&#41;"])
def test_an_unknown_recommending_state_is_none_and_a_finding(tmp_path: Path, name: str) -> None:
    source, (ask,) = listed(tmp_path, row(From=name))
    assert ask.recommending_state is None
    assert [one.place for one in source.findings] == ["row 2"]


def test_rows_repeated_to_the_letter_are_read_once_and_counted(tmp_path: Path) -> None:
    source, asks = listed(tmp_path, row(), row(), row(), row(From="Cuba"))
    assert [ask.recommending_state for ask in asks] == ["CHL", "CUB"]
    (told,) = source.findings
    assert (told.severity, told.reason.split()[0]) == (Severity.NOTE, "2")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"To": "Atlantis"}, "Atlantis"),
        ({"From": "Atlantis"}, "Atlantis"),
        ({"Response": "Pending"}, "Pending"),
        ({"Session": "spring"}, "spring"),
        ({"Session": "99"}, "99"),
        ({"Action": "many"}, "many"),
        ({"Action": "7"}, "7"),
        ({"Text": " "}, "no text"),
    ],
)
def test_a_value_nobody_knows_is_a_finding_and_the_next_row_is_read(
    tmp_path: Path, changed: dict[str, str], told: str
) -> None:
    source, asks = listed(tmp_path, row(**changed), row(Session="3"))
    assert [ask.session for ask in asks] == [3]
    (finding,) = source.findings
    assert (finding.place, finding.severity) == ("row 2", Severity.WARNING)
    assert told in finding.reason


def test_a_pledge_is_what_a_state_promised_and_no_ask(tmp_path: Path) -> None:
    source, (pledge,) = listed(tmp_path, row(From="Peru", Response="Voluntary Pledge"))
    assert (pledge.kind, pledge.state, pledge.recommending_state) == (PassageKind.PLEDGE, "PER", None)
    assert pledge.position is None
    assert not source.findings


@pytest.mark.parametrize(
    ("file", "rows", "noted"),
    [
        ("recommendations-sessions-1-5.csv", 6094, 2007),
        ("recommendations-sessions-6-9.csv", 8342, 2137),
        ("recommendations-sessions-10-13.csv", 9047, 2067),
    ],
)
def test_every_real_row_is_read(shared_data: Path, file: str, rows: int, noted: int) -> None:
    source = Source.of(shared_data / "upr-info" / file)
    assert [loader.name for loader in identify(source)] == ["upr.upr_info"]
    asks = list(upr_info.load(source))
    assert len(asks) == rows
    assert Counter(ask.position for ask in asks) == {Position.NOTED: noted, Position.SUPPORTED: rows - noted}
    assert all(one.severity is Severity.NOTE for one in source.findings)
    assert not any("\r" in ask.text or "�" in ask.text for ask in asks)


def test_the_workbook_says_what_its_csv_says(shared_data: Path) -> None:
    folder = shared_data / "upr-info"
    told = [
        [(ask.state, ask.session, ask.recommending_state, ask.position, ask.action_category, ask.tags) for ask in found]
        for found in (
            upr_info.load(Source.of(folder / f"recommendations-sessions-1-5.{ending}")) for ending in ("csv", "xls")
        )
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize("file", ["upr-sessions.csv", "upr-years.csv", "inter-rater/rater-1.csv"])
def test_other_tables_of_the_same_house_are_left_alone(shared_data: Path, file: str) -> None:
    assert not upr_info.recognise(Source.of(shared_data / "upr-info" / file))
