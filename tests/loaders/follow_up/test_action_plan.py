"""A national plan: each action with its links, its indicators and its cost; a reason for what is not read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
import xlsxwriter

from graph.records import (
    Action,
    ActionKey,
    Basis,
    Indicator,
    Measure,
    Money,
    PassageKey,
    Plan,
    Record,
    Relation,
    ReviewKey,
    StatedLink,
    Value,
)
from graph.source import Severity, Source
from loaders.follow_up import action_plan
from loaders.follow_up.templates import ACTION_PLAN
from loaders.identify import identify

Make = Callable[..., Source]
T = TypeVar("T", bound=Record)
COLUMNS = ACTION_PLAN.names


def row(**more: str) -> dict[str, str]:
    told = {"Plan": "Rights for all", "Plan start": "2025", "State": "Slovenia", "No.": "3.1"}
    told |= {"Recommendation": "A/HRC/28/15 115.22; 115.23", "Action": "Train the judges", "Responsible": "A ministry"}
    return told | {name.replace("_", " "): value for name, value in more.items()}


def read(source: Source) -> list[Record]:
    assert [loader.name for loader in identify(source)] == ["follow_up.action_plan"]
    return list(action_plan.load(source))


def of(records: list[Record], kind: type[T]) -> list[T]:
    return [one for one in records if isinstance(one, kind)]


def reasons(source: Source, severity: Severity = Severity.WARNING) -> list[str]:
    return [f"{one.place}: {one.reason}" for one in source.findings if one.severity == severity]


def test_a_row_is_an_action_of_its_plan_with_everything_that_its_cells_say(make: Make) -> None:
    cells = {
        "Plan end": "2028", "Description": "For the courts of every district", "Responsible": "A ministry; A court",
        "Partners": "UNHCR", "Start": "2025-03-01", "Deadline": "2026", "Cost": "40,000", "Currency": "eur",
        "Status": "under way", "Evidence": "A report", "Indicator": "Judges trained", "Unit": "persons",
        "Baseline": "0", "Target": "120", "Actual": "35", "Means of verification": "A register",
    }  # fmt: skip
    source = make(COLUMNS, row(**cells))
    records = read(source)
    key, start, deadline = ActionKey("SVN/plan/2025/rights-for-all", "3.1"), date(2025, 3, 1), date(2026, 12, 31)
    assert of(records, Plan) == [
        Plan(
            identifier="SVN/plan/2025/rights-for-all", states=("SVN",), title="Rights for all", start=date(2025, 1, 1),
            end=date(2028, 12, 31), place="row 2",
        )
    ]  # fmt: skip
    assert of(records, Action) == [
        Action(
            key=key,
            state="SVN",
            title="Train the judges",
            description="For the courts of every district",
            responsible=("A ministry", "A court"),
            partners=("UNHCR",),
            start=start,
            deadline=deadline,
            cost=(Money("40000", "EUR", "cost", start, deadline),),
            status="under way",
            evidence="A report",
            place="row 2",
        )
    ]
    (indicator,) = of(records, Indicator)
    assert (indicator.owner, indicator.title, indicator.unit, indicator.source) == (
        key, "Judges trained", "persons", "A register",
    )  # fmt: skip
    assert indicator.values == (
        Value(Measure.BASELINE, "0"), Value(Measure.TARGET, "120"), Value(Measure.ACTUAL, "35"),
    )  # fmt: skip
    links = of(records, StatedLink)
    assert [one.object for one in links] == [PassageKey("A/HRC/28/15", f"115.{number}") for number in (22, 23)]
    assert {(one.subject, one.relation, one.basis, one.quote) for one in links} == {
        (key, Relation.CONTRIBUTES_TO, Basis.STATE_REPORT, "A/HRC/28/15 115.22; 115.23")
    }
    assert source.findings == []


NAMED = {
    ("115.22; 115.23-24", "2"): [ReviewKey("SVN", 2, f"115.{number}") for number in (22, 23, 24)],
    ("22, 23", "3"): [ReviewKey("SVN", 3, "22"), ReviewKey("SVN", 3, "23")],
    ("rec. 22; CEDAW/C/SVN/CO/5-6, para. 20 (b)", "1"): [
        ReviewKey("SVN", 1, "22"), PassageKey("CEDAW/C/SVN/CO/5-6", "20 (b)"),
    ],
    ("recomendaciones 115.1", "2"): [ReviewKey("SVN", 2, "115.1")],
}  # fmt: skip


@pytest.mark.parametrize("cells", NAMED)
def test_numbers_alone_are_those_of_the_review_that_the_row_tells(make: Make, cells: tuple[str, str]) -> None:
    source = make(COLUMNS, row(Recommendation=cells[0], Cycle=cells[1]))
    assert [one.object for one in of(read(source), StatedLink)] == NAMED[cells]
    assert source.findings == []


def test_a_sheet_called_after_state_and_cycle_tells_both(tmp_path: Path) -> None:
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Slovenia, 3rd cycle")
        sheet.write_row(0, 0, ["Recommendation", "Action", "Responsible", "Plan start"])
        sheet.write_row(1, 0, ["22", "Train the judges", "A ministry", 2025])
        book.add_worksheet("Notes").write(0, 0, "a remark")
    source = Source.of(path)
    (link,) = of(read(source), StatedLink)
    assert (link.subject, link.object) == (
        ActionKey("SVN/plan/2025/made", link.subject.local if isinstance(link.subject, ActionKey) else ""),
        ReviewKey("SVN", 3, "22"),
    )
    assert "sheet Notes: only a file's first sheet is read" in reasons(source)[0]


def test_a_cell_merged_down_holds_for_every_row_beside_it_and_an_empty_one_for_none(tmp_path: Path) -> None:
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Recommendation", "Action", "Responsible"])
        for number in range(1, 5):
            sheet.write_row(number, 1, [f"Action {number}", "A ministry"])
        sheet.merge_range("A2:A3", "A/HRC/28/15 115.22")
        sheet.write("A4", "A/HRC/28/15 115.23")
    source = Source.of(path)
    records = read(source)
    asked = [one.object.paragraph for one in of(records, StatedLink) if isinstance(one.object, PassageKey)]
    assert asked == ["115.22", "115.22", "115.23"]
    assert len(of(records, Action)) == 4
    assert "row 5: the action names no recommendation" in reasons(source, Severity.NOTE)


def test_a_row_that_repeats_an_action_adds_recommendations_and_indicators_only(make: Make) -> None:
    further = row(Recommendation="A/HRC/28/15 115.40", Indicator="Courts", Target="7")
    source = make(COLUMNS, row(Indicator="Judges"), further, row(Action="Another"))
    records = read(source)
    assert len(of(records, Action)) == len(of(records, Plan)) == 1
    assert [(one.local, one.title) for one in of(records, Indicator)] == [("1", "Judges"), ("2", "Courts")]
    assert len(of(records, StatedLink)) == 3
    assert reasons(source) == ["row 4: an earlier row has the number '3.1' for another action: this row is not read"]


def test_two_plans_of_one_state_and_year_stay_two_and_a_second_end_of_one_is_told(make: Make) -> None:
    rows = (row(), row(Plan="Rights of women"), row(**{"No.": "4", "Plan end": "2030"}))
    source = make(COLUMNS, *rows)
    records = read(source)
    assert [one.identifier.split("/")[-1] for one in of(records, Plan)] == ["rights-for-all", "rights-of-women"]
    assert len(of(records, Action)) == 3
    assert "has another end on row 2" in reasons(source)[0]


def test_an_action_without_number_is_named_by_its_words_and_a_plan_without_title_after_its_file(make: Make) -> None:
    cells = row(**{"No.": "", "Plan": "", "Plan start": ""})
    again = row(**{"No.": "", "Plan": "", "Plan start": "", "Action": "Train the police"})
    records = read(make(COLUMNS, again, cells, name="Plan of action.csv"))
    (plan,) = of(records, Plan)
    assert (plan.identifier, plan.title) == ("SVN/plan/plan-of-action", "Plan of action")
    keys = [one.key.local for one in of(records, Action)]
    (moved,) = (one.key.local for one in of(read(make(COLUMNS, cells)), Action))
    assert moved == keys[1] != keys[0]


BAD = {
    "Deadline": ("31.31.2026", "Deadline: not a day: '31.31.2026'"),
    "Cost": ("100", "Cost: 100 has no ISO 4217 currency ('')"),
    "State": ("Narnia", "State: no State is called 'Narnia'"),
    "Cycle": ("9", "Cycle: '9' is no cycle of the UPR (1 to 4)"),
    "Recommendation": ("all of them", "Recommendation: 'all of them' names no document and paragraph"),
    "Target": ("7", "a baseline, target or actual value without an indicator: not read"),
}


@pytest.mark.parametrize("column", BAD)
def test_a_cell_that_cannot_be_read_is_a_finding_and_its_action_is_kept(make: Make, column: str) -> None:
    cell, reason = BAD[column]
    source = make(COLUMNS, row(**{column: cell}))
    assert [one.title for one in of(read(source), Action)] == ["Train the judges"]
    assert reasons(source)[0].startswith(f"row 2: {reason}")


def test_bare_numbers_without_state_or_cycle_are_told_and_not_guessed(make: Make) -> None:
    for cells in ({"Cycle": ""}, {"Cycle": "2", "State": ""}, {"Cycle": "2", "State": "SVN; HRV"}):
        source = make(COLUMNS, row(Recommendation="115.22", **cells))
        assert of(read(source), StatedLink) == []
        assert any("names no document and paragraph" in one for one in reasons(source))


@pytest.mark.parametrize(
    "headings",
    [
        ("RECOMMANDATION", "Action", "Responsable", "État", "Échéance", "N°"),
        ("recomendacion", "Acción", "Entidad responsable", "Estado", "Plazo", "N.º"),
    ],
)
def test_headings_may_be_french_or_spanish(make: Make, headings: tuple[str, ...]) -> None:
    told = ("A/HRC/28/15 115.22", "Former les juges", "Un ministère", "Eslovenia", "2026", "7")
    source = make(headings, dict(zip(headings, told, strict=True)))
    records = read(source)
    (action,) = of(records, Action)
    assert (action.state, action.deadline, action.key.local) == ("SVN", date(2026, 12, 31), "7")
    assert len(of(records, StatedLink)) == 1
    assert reasons(source) == []
