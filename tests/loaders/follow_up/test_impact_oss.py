"""IMPACT OSS: positions and actions as far as its lists tell whose they are; the rest is said."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.records import Action, Indicator, PassageKey, Plan, Position, PositionStated, ReviewKey, StatedLink
from graph.source import Refused, Severity, Source
from loaders.follow_up import impact_oss
from loaders.identify import identify

Make = Callable[..., Source]
RECOMMENDATIONS = ("id", "reference", "title", "accepted", "response", "draft")
ACTIONS = (
    "id", "title", "description", "outcome", "indicator_summary", "target_date", "target_date_comment",
    "recommendations", "created_at",
)  # fmt: skip


def reasons(source: Source) -> list[str]:
    return [f"{one.place}: {one.reason}" for one in source.findings if one.severity == Severity.WARNING]


def test_recommendations_give_positions_where_their_reference_tells_which(make: Make) -> None:
    rows = [
        {"reference": "A/HRC/28/15 115.22", "title": "Train the judges", "accepted": "TRUE", "response": "Begun"},
        {"reference": "A/HRC/28/15 115.23", "title": "Train the police", "accepted": "false", "response": ""},
        {"reference": "115.24", "title": "No State told", "accepted": "true"},
        {"reference": "A/HRC/28/15 115.25", "title": "Unknown", "accepted": "maybe"},
        {"reference": "A/HRC/28/15 115.26", "title": "Silent", "accepted": ""},
        {"reference": "CEDAW/C/SVN/CO/5-6 20", "title": "A committee's", "accepted": "true"},
    ]
    source = make(RECOMMENDATIONS, *rows)
    assert [loader.name for loader in identify(source)] == ["follow_up.impact_oss"]
    found = [one for one in impact_oss.load(source) if isinstance(one, PositionStated)]
    assert [(one.about, one.position, one.remark) for one in found] == [
        (PassageKey("A/HRC/28/15", "115.22"), Position.SUPPORTED, "Begun"),
        (PassageKey("A/HRC/28/15", "115.23"), Position.NOTED, ""),
    ]
    assert [reason.split(": ")[0] for reason in reasons(source)] == ["row 4", "row 5", "row 7"]


def test_state_and_cycle_make_numbers_alone_enough(make: Make) -> None:
    columns = (*RECOMMENDATIONS, "Country", "UPR cycle", "mood")
    row = {"reference": "115.24", "title": "T", "accepted": "in part", "Country": "Slovenia", "UPR cycle": "2"}
    source = make(columns, row)
    (one,) = (one for one in impact_oss.load(source) if isinstance(one, PositionStated))
    assert (one.about, one.position) == (ReviewKey("SVN", 2, "115.24"), Position.PARTLY_SUPPORTED)
    assert reasons(source) == ["headings: the column 'mood' is not known of IMPACT OSS: it is not read"]


def test_actions_are_one_plan_with_what_they_answer(make: Make) -> None:
    rows = [
        {
            "id": "7", "title": "Train the judges", "description": "All of them", "outcome": "Fair trials",
            "indicator_summary": "Judges trained", "target_date": "31/12/2026", "target_date_comment": "If paid",
            "recommendations": "A/HRC/28/15 115.22; 115.23",
        },
        {"id": "8", "title": "Translate the law"},
        {"id": "7", "title": "Again"},
        {"id": "9", "title": ""},
    ]  # fmt: skip
    source = make(ACTIONS, *rows, name="actions.csv")
    assert [loader.name for loader in identify(source)] == ["follow_up.impact_oss"]
    records = list(impact_oss.load(source))
    assert [one.identifier for one in records if isinstance(one, Plan)] == ["impact-oss/actions"]
    first, second = (one for one in records if isinstance(one, Action))
    assert (first.key.local, first.description, first.deadline) == (
        "7", "All of them\nFair trials\nIf paid", date(2026, 12, 31),
    )  # fmt: skip
    assert second.title == "Translate the law"
    assert [one.title for one in records if isinstance(one, Indicator)] == ["Judges trained"]
    assert len([one for one in records if isinstance(one, StatedLink)]) == 2
    assert [reason.split(": ")[0] for reason in reasons(source)] == ["row 4", "row 5"]


@pytest.mark.parametrize(
    "columns",
    [
        ("title", "reference", "frequency_months", "start_date", "end_date"),
        ("title", "description", "indicator_id", "due_date_id", "document_url"),
    ],
)
def test_lists_that_name_their_owner_by_number_alone_are_refused_with_advice(
    make: Make, columns: tuple[str, ...]
) -> None:
    source = make(columns, {"title": "T"})
    assert [loader.name for loader in identify(source)] == ["follow_up.impact_oss"]
    with pytest.raises(Refused, match="export actions and recommendations"):
        list(impact_oss.load(source))


def test_import_forms_of_the_tool_have_remarks_in_their_headings(make: Make) -> None:
    columns = ("title [required: text]", "reference [required: text]", "accepted [optional: true/false]")
    source = make(columns, dict(zip(columns, ("T", "A/HRC/28/15 115.22", "true"), strict=True)))
    assert len(list(impact_oss.load(source))) == 1
