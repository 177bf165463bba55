"""A country team's own lists: the links they state, and a reason for each cell that is not read."""

import csv
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from graph.records import (
    Basis,
    Framework,
    Level,
    Money,
    PassageKey,
    Project,
    ProjectKey,
    Record,
    Relation,
    Result,
    ResultKey,
    StatedLink,
)
from graph.source import Severity, Source
from loaders.identify import identify
from loaders.programming.own_list import load as own_list
from loaders.programming.own_list import template

Make = Callable[..., Source]
PROJECTS, FRAMEWORK = template.PROJECTS.names, template.FRAMEWORK.names


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A CSV of these rows, each a dict of the cells that are not empty."""

    def made(columns: Sequence[str], *rows: dict[str, str]) -> Source:
        path = tmp_path / "made.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns)
            writer.writeheader()
            writer.writerows(rows)
        return Source.of(path)

    return made


def project(**more: str) -> dict[str, str]:
    told = {"Project no.": "ARG-1", "Title": "Courts that all can reach", "Agency": "UNDP; OIM", "State": "Argentina"}
    return told | {name.replace("_", " "): value for name, value in more.items()}


def result(level: str, code: str, **more: str) -> dict[str, str]:
    told = {"Framework": "UNDAF", "State": "MOZ", "Start": "2012", "End": "2015", "Level": level, "Code": code}
    return told | {"Title": f"Title of {code}"} | {name.replace("_", " "): value for name, value in more.items()}


def read(source: Source) -> list[Record]:
    return list(own_list.load(source))


def one(source: Source) -> Project:
    (found,) = (record for record in read(source) if isinstance(record, Project))
    return found


def reasons(source: Source) -> list[str]:
    return [f"{found.place}: {found.reason}" for found in source.findings if found.severity == Severity.WARNING]


def test_a_row_is_a_project_with_everything_that_its_cells_say(make: Make) -> None:
    cells = {
        "Partners": "A ministry", "Start": "2012", "End": "31/12/2015", "Budget": "1,200.50", "Currency": "usd",
        "Result": "ARG/2010 OU 3", "SDG": "16.3; SDG 4.A", "Description": "For all",
    }  # fmt: skip
    source = make(PROJECTS, project(**cells))
    assert [loader.name for loader in identify(source)] == ["programming.own_list"]
    start, end = date(2012, 1, 1), date(2015, 12, 31)
    assert one(source) == Project(
        identifier="ARG-1",
        title="Courts that all can reach",
        description="For all",
        states=("ARG",),
        implementers=("UNDP", "OIM"),
        funders=("A ministry",),
        result=ResultKey("ARG/2010", "OU 3"),
        start=start,
        end=end,
        sdgs=("16.3", "4.a"),
        money=(Money("1200.50", "USD", "budget", start, end),),
        place="row 2",
    )
    assert source.findings == []


NAMED = {
    "A/HRC/22/4 99.5; 99.7": ["A/HRC/22/4 99.5", "A/HRC/22/4 99.7"],
    "A/HRC/22/4, paras. 99.5, 99.7–9": [f"A/HRC/22/4 99.{number}" for number in (5, 7, 8, 9)],
    "A/HRC/22/4 99.5\nA/HRC/22/4 99.7": ["A/HRC/22/4 99.5", "A/HRC/22/4 99.7"],
    "A/HRC/22/4 99.5;99.5": ["A/HRC/22/4 99.5", "A/HRC/22/4 99.5"],
    "CRC/C/VNM/CO/3-4, para. 27 (b); A/HRC/16/45/Add.2 85": ["CRC/C/VNM/CO/3-4 27 (b)", "A/HRC/16/45/Add.2 85"],
    "rec. 12 of A/HRC/8/34": [],
    "99.5": [],
    "A/HRC/22/4": [],
    "A/HRC/22/4 all of them": [],
    "": [],
}


@pytest.mark.parametrize("cell", NAMED)
def test_the_recommendations_a_cell_names_are_links_that_quote_it(make: Make, cell: str) -> None:
    source = make(PROJECTS, project(Recommendations=cell))
    links = [record for record in read(source) if isinstance(record, StatedLink)]
    assert [
        f"{link.object.symbol} {link.object.paragraph}" for link in links if isinstance(link.object, PassageKey)
    ] == (NAMED[cell])
    assert {(link.subject, link.relation, link.basis) for link in links} <= {
        (ProjectKey("ARG-1"), Relation.CONTRIBUTES_TO, Basis.CITED_IN_TEXT)
    }
    assert {link.quote for link in links} <= {" ".join(cell.split())}
    assert bool(reasons(source)) is (not NAMED[cell] and bool(cell))


BAD = {
    "Start": ("31.31.2012", "Start: not a day: '31.31.2012'"),
    "SDG": ("18", "SDG: no goal or target of the SDGs: '18'"),
    "Budget": ("100", "Budget: 100 has no ISO 4217 currency ('')"),
    "Result": ("OU 3", "Result: 'OU 3' names no framework and code"),
    "State": ("Narnia", "State: no State is called 'Narnia'"),
}


@pytest.mark.parametrize("column", BAD)
def test_a_cell_that_cannot_be_read_is_a_finding_and_its_project_is_kept(make: Make, column: str) -> None:
    cell, reason = BAD[column]
    source = make(PROJECTS, project(**{column: cell}))
    assert one(source).title == "Courts that all can reach"
    (told,) = reasons(source)
    assert told.startswith(f"row 2: {reason}")


def test_a_project_that_ends_before_it_starts_is_told(make: Make) -> None:
    source = make(PROJECTS, project(Start="2015", End="2012"))
    one(source)
    assert reasons(source) == ["row 2: it ends on 2012-12-31, before it starts on 2015-01-01"]


def test_a_bare_figure_is_told_apart_by_its_state(make: Make) -> None:
    assert one(make(PROJECTS, project(**{"Project no.": "7"}))).identifier == "ARG-7"
    assert one(make(PROJECTS, project(**{"Project no.": "7", "State": "ARG; MOZ"}))).identifier == "7"


def test_a_number_that_comes_twice_is_read_once_and_a_row_without_one_is_told(make: Make) -> None:
    source = make(PROJECTS, project(), project(Title="Another"), project(**{"Project no.": ""}))
    assert one(source).title == "Courts that all can reach"
    assert [reason.split(": ")[0] for reason in reasons(source)] == ["row 3", "row 4"]


def test_texts_say_which_language_they_are_in(make: Make) -> None:
    texts = {"Title": "Acceso a la justicia para los pueblos", "Description": "Con el Estado y por los derechos"}
    assert one(make(PROJECTS, project(**texts))).language == "es"


def test_headings_may_be_fewer_or_more_or_in_other_letters(make: Make) -> None:
    columns = ["PROJECT NO.", "Title", "agency", "State", "Colour"]
    row = {"PROJECT NO.": "ARG-1", "Title": "Courts", "agency": "UNDP", "State": "ARG", "Colour": "red"}
    source = make(columns, row)
    assert (one(source).implementers, one(source).states) == (("UNDP",), ("ARG",))
    assert reasons(source)[0] == "headings: the column 'Colour' is not in the template: it is not read"
    assert any("no column Partners, Start" in found.reason for found in source.findings)


@pytest.mark.parametrize("columns", [["Title", "Agency", "State"], ["Framework", "Title"], ["a"]])
def test_other_tables_are_not_claimed(make: Make, columns: list[str]) -> None:
    assert not own_list.recognise(make(columns))


def test_a_workbook_is_read_with_its_dates_and_figures(tmp_path: Path) -> None:
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, PROJECTS)
        sheet.write_row(1, 0, ["ARG-1", "Courts", "UNDP", "", "", 2015, 1200.5, "USD", "", 16.3])
        sheet.write_datetime(1, 4, datetime(2012, 3, 9), book.add_format({"num_format": "dd/mm/yyyy hh:mm"}))  # noqa: DTZ001
        sheet.write(1, 12, "ARG")
    source = Source.of(path)
    found = one(source)
    assert (found.start, found.end, found.sdgs) == (date(2012, 3, 9), date(2015, 12, 31), ("16.3",))
    assert found.money == (Money("1200.5", "USD", "budget", found.start, found.end),)
    assert source.findings == []


def test_a_framework_is_named_by_state_and_first_year_and_its_tree_holds(make: Make) -> None:
    rows = (
        result("output", "HR.1", **{"Parent code": "HR", "Recommendations": "A/HRC/17/16 88.1"}),
        result("Outcome", "HR"),
    )
    source = make(FRAMEWORK, *rows)
    assert [loader.name for loader in identify(source)] == ["programming.own_list"]
    framework, first, link, second = read(source)
    assert isinstance(framework, Framework)
    assert isinstance(first, Result)
    assert isinstance(second, Result)
    assert isinstance(link, StatedLink)
    assert (framework.identifier, framework.start, framework.end) == (
        "MOZ/2012", date(2012, 1, 1), date(2015, 12, 31),
    )  # fmt: skip
    assert (first.key, first.level, first.parent) == (
        ResultKey("MOZ/2012", "HR.1"), Level.OUTPUT, ResultKey("MOZ/2012", "HR"),
    )  # fmt: skip
    assert (second.level, second.parent) == (Level.OUTCOME, None)
    assert (link.subject, link.object) == (first.key, PassageKey("A/HRC/17/16", "88.1"))
    assert source.findings == []


WRONG = {
    "a level that there is not": ({"Level": "pillar"}, "a result needs a code and a level"),
    "no code": ({"Code": ""}, "a result needs a code and a level"),
    "no first year": ({"Start": ""}, "its framework's one State and first year"),
    "two States": ({"State": "MOZ; ARG"}, "its framework's one State and first year"),
    "a code that is taken": ({}, "an earlier row has the code 'HR' in MOZ/2012 too"),
    "a parent that no row has": ({"Code": "X", "Parent code": "Y"}, "its parent 'Y' is no row of MOZ/2012"),
    "itself as its parent": ({"Code": "X", "Parent code": "X"}, "it is its own parent"),
    "another title of the framework": ({"Code": "X", "Framework": "UNSDCF"}, "has another title or another period"),
    "a target without an indicator": ({"Code": "X", "Target": "7"}, "without an indicator: not read"),
    "another title of a code": ({"Indicator": "I", "Title": "Other"}, "an earlier row has the code 'HR'"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_result_that_does_not_fit_is_told(make: Make, what: str) -> None:
    cells, reason = WRONG[what]
    source = make(FRAMEWORK, result("outcome", "HR"), result("output", "HR") | cells)
    read(source)
    (told,) = reasons(source)
    assert told.startswith("row 3: ")
    assert reason in told
