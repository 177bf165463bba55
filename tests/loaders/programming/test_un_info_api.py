"""UN INFO as its API serves it: entities under whatever grouping was asked, each once, their money never twice."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.records import Framework, Level, Money, Project, Record, Result, ResultKey
from graph.source import Refused, Severity, Source
from loaders.identify import identify
from loaders.programming.un_info import answer, overview

Make = Callable[[Any], Source]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(told: Any) -> Source:
        path = tmp_path / "made.json"
        path.write_text(told if isinstance(told, str) else json.dumps(told), "utf-8")
        return Source.of(path)

    return made


def metrics(required: float, available: float, spent: float) -> list[dict[str, Any]]:
    told = ((8, "Total Expenditure", spent), (6, "Total Available Resources", available))
    return [{"total": total, "metricId": key, "metricName": name} for key, name, total in told] + [
        {"total": required, "metricId": 5, "metricName": "Total Required Resources"}
    ]


def entity(key: int, name: str, parent: int | None = None, **more: Any) -> dict[str, Any]:
    years = {"startDate": "2022-01-01T00:00:00.000Z", "endDate": "2026-12-31"}
    told = {"id": key, "code": f" {key} ", "name": name, "description": "", **years, "parentId": parent}
    return told | {"parentName": "", "metrics": metrics(100, 90.5, 10)} | more


def goal(number: int | None, *inside: dict[str, Any]) -> dict[str, Any]:
    told = {"id": number, "name": "", "short": "", "properties": {}, "count": 1, "metrics": metrics(1, 1, 1)}
    return told | ({"planEntities": list(inside)} if inside else {})


WORKSPACE = {"id": 37, "name": "Viet Nam", "countries": [{"name": "Viet Nam"}]}
SUB_OUTPUT = entity(4, "Teachers learn", 3, parentName="Output 1.1")


def served(**groupings: list[Any]) -> dict[str, Any]:
    tree = {
        "planEntity:SP": [entity(1, "Inclusion")],
        "planEntity:OC": [entity(2, "Schools for all", 1)],
        "planEntity:OU": [entity(3, "Output 1.1", 2)],
        "agency,planEntity:SOU": [
            {"id": 9, "name": "UNICEF", "planEntities": [SUB_OUTPUT], "metrics": metrics(100, 90.5, 10)},
            {"id": 8, "name": "UN Women", "planEntities": [SUB_OUTPUT | {"metrics": metrics(7, 0, 0)}]},
        ],
    }
    return {"workspace": WORKSPACE} | tree | groupings


def read(source: Source) -> list[Record]:
    assert [loader.name for loader in identify(source)] == ["programming.un_info_api"]
    return list(answer.load(source))


def projects(records: list[Record]) -> list[Project]:
    return [one for one in records if isinstance(one, Project)]


def reasons(source: Source) -> list[str]:
    return [f"{one.place}: {one.reason}" for one in source.findings if one.severity == Severity.WARNING]


def test_the_answers_of_a_workspace_are_a_framework_with_its_results_and_projects(make: Make) -> None:
    source = make(served())
    framework, *others = read(source)
    assert isinstance(framework, Framework)
    start, end = date(2022, 1, 1), date(2026, 12, 31)
    assert (framework.identifier, framework.states, framework.start, framework.end) == (
        "VNM/un-info-37", ("VNM",), start, end,
    )  # fmt: skip
    results = [one for one in others if isinstance(one, Result)]
    key = [ResultKey("VNM/un-info-37", local) for local in "123"]
    assert [(one.key, one.level, one.parent, one.code) for one in results] == [
        (key[0], Level.PRIORITY, None, "1"), (key[1], Level.OUTCOME, key[0], "2"), (key[2], Level.OUTPUT, key[1], "3"),
    ]  # fmt: skip
    one, other = projects(others)
    assert (one.identifier, other.identifier) == ("un-info-37-4-UNICEF", "un-info-37-4-UNWomen")
    assert (one.result, one.states, one.implementers, one.start, one.end) == (key[2], ("VNM",), ("UNICEF",), start, end)
    assert one.money == (
        Money("100", "USD", "required", start, end), Money("90.5", "USD", "available", start, end),
        Money("10", "USD", "spent", start, end),
    )  # fmt: skip
    assert [money.amount for money in other.money] == ["7", "0", "0"]
    assert source.findings == []


def test_goals_and_partners_told_elsewhere_reach_every_agency_and_bring_no_money(make: Make) -> None:
    more = {
        "planEntity:SOU,sdg": [SUB_OUTPUT | {"sdgs": [goal(4), goal(None), goal(5)]}],
        "contributingPartner,planEntity:SOU": [{"id": 1, "name": "A fund", "planEntities": [SUB_OUTPUT]}],
    }
    source = make(served(**more))
    found = projects(read(source))
    assert [one.sdgs for one in found] == [("4", "5")] * 2
    assert [one.funders for one in found] == [("A fund",)] * 2
    assert [len(one.money) for one in found] == [3, 3]
    assert source.findings == []


def test_agencies_inside_a_sub_output_are_projects_of_their_own(make: Make) -> None:
    inside = [{"id": 9, "name": "FAO", "metrics": metrics(60, 0, 0)}, {"id": 7, "name": "WHO", "metrics": []}]
    told = {"workspace": WORKSPACE, "planEntity:SOU,agency": [SUB_OUTPUT | {"agencies": inside}]}
    source = make(told)
    found = projects(read(source))
    assert [(one.implementers, [money.amount for money in one.money]) for one in found] == [
        (("FAO",), ["60", "0", "0"]), (("WHO",), []),
    ]  # fmt: skip
    assert reasons(source)[0].startswith("projects: 2 sub-outputs name the output 'Output 1.1'")


def test_goals_of_an_entity_itself_are_read_and_what_is_no_goal_is_told(make: Make) -> None:
    source = make({"workspace": WORKSPACE, "sou": [SUB_OUTPUT | {"sdgs": [{"id": 16}, 99]}]})
    assert projects(read(source))[0].sdgs == ("16",)
    assert "sub-output 4: no goal or target of the SDGs: '99'" in reasons(source)


def test_a_workspace_of_several_states_claims_no_project_for_one(make: Make) -> None:
    countries = [{"name": "Fiji"}, {"name": "Tonga"}, {"name": "Atlantis"}]
    source = make(served() | {"workspace": {"id": 168, "countries": countries}})
    framework, *others = read(source)
    assert isinstance(framework, Framework)
    assert (framework.identifier, framework.states) == ("multi-country/un-info-168", ("FJI", "TON"))
    assert {one.states for one in projects(others)} == {()}
    assert any("'Atlantis' is called no State" in one.reason for one in source.findings)


ALONE = {
    "priorities": ([entity(1, "Inclusion")], [Level.PRIORITY], 0),
    "outputs": ([entity(3, "Output 1.1", 2)], [Level.OUTPUT], 0),
    "outcomes by their parent": ([entity(2, "Schools", 1, parentName="SP1: Inclusion")], [Level.OUTCOME], 0),
    "sub-outputs": ([entity(4, "Teachers", 3, parentName="OU2.1 Schools")], [], 1),
    "agencies": ([{"id": 9, "name": "FAO", "metrics": [], "planEntities": [SUB_OUTPUT]}], [], 1),
    "goals": ([goal(4, SUB_OUTPUT)], [], 1),
}


@pytest.mark.parametrize("name", ALONE)
def test_an_answer_alone_is_read_without_a_state(make: Make, name: str) -> None:
    told, levels, number = ALONE[name]
    source = make(told)
    framework, *others = read(source)
    assert isinstance(framework, Framework)
    assert (framework.identifier, framework.states) == ("multi-country/un-info", ())
    assert [one.level for one in others if isinstance(one, Result)] == levels
    assert len(projects(others)) == number
    assert reasons(source)[0].startswith("file: the answer names no workspace and so no State")


@pytest.mark.parametrize(
    "told",
    [
        [entity(5, "Something", 4)],
        [{"id": 1, "name": "Somebody", "metrics": [], "planEntities": [SUB_OUTPUT]}],
        '[{"id": 1, "metrics": [], "parentId": 3',
    ],
)
def test_an_answer_alone_that_does_not_tell_what_it_is_is_refused_with_advice(make: Make, told: Any) -> None:
    with pytest.raises(Refused, match=r"fetch un-info ISO3|download it again"):
        read(make(told))


def test_what_does_not_fit_is_told_and_the_rest_is_read(make: Make) -> None:
    odd = [
        SUB_OUTPUT | {"mood": "good", "startDate": "2022-02-31", "metrics": [{"total": 1, "metricId": 77}, "x"]},
        "an entry",
        {"name": "no id", "metrics": []},
    ]
    source = make(served(**{"planEntity:SOU": odd, "agency,planEntity:SOU": {"a": 1}, "colour": [1]}))
    (one,) = projects(read(source))
    assert (one.identifier, one.start, one.money) == ("un-info-37-4", None, ())
    told = "\n".join(reasons(source))
    for part in (
        "agency,planEntity:SOU: a list was expected",
        "keys: 'colour' is no grouping",
        "planEntity:SOU 2: an object was expected",
        "entities: 1 have no id",
        "keys: plan entities have mood",
        "a metric that is not known of UN INFO",
        "start: not a day: '2022-02-31'",
    ):
        assert part in told


def test_a_parent_that_is_not_there_and_a_circle_are_no_trap(make: Make) -> None:
    tree = {"planEntity:OC": [entity(2, "a", 5), entity(6, "b", 6)], "planEntity:OU": [entity(3, "c", 2)]}
    circle = {"planEntity:SP": [entity(7, "d", 8), entity(8, "e", 7)]}
    source = make({"workspace": WORKSPACE, **tree, **circle})
    found = [(one.key.local, one.parent and one.parent.local) for one in read(source) if isinstance(one, Result)]
    assert ("3", "2") in found
    assert ("2", None) in found
    assert "outcome 2: its parent 5 is not in the file" in reasons(source)
    assert any("priority 7" in one and "circle" in one for one in reasons(source))


def test_an_id_that_is_told_twice_otherwise_is_read_once_and_told(make: Make) -> None:
    tree = {"planEntity:SP": [entity(1, "a"), entity(1, "a")], "planEntity:OC": [entity(1, "b")]}
    source = make({"workspace": WORKSPACE, **tree})
    assert [one.level for one in read(source) if isinstance(one, Result)] == [Level.PRIORITY]
    assert reasons(source) == ["outcome 1: the same id is told as priority before, otherwise: the first is read"]


@pytest.mark.parametrize("told", [{"ou": [1], "a": 2}, {"sp": "x"}, [{"metrics": 1}], {"workspace": {}, "sdg": []}])
def test_other_json_is_not_claimed(make: Make, told: Any) -> None:
    assert not answer.recognise(make(told))


def test_overviews_without_entities_stay_refused(shared_data: Path) -> None:
    for name in ("api-countries-sdgs", "api-global-sdgs", "countries-index"):
        source = Source.of(shared_data / "un-info" / f"{name}.json")
        assert [loader.name for loader in identify(source)] == ["programming.un_info_overview"]
        with pytest.raises(Refused, match="names no project"):
            list(overview.load(source))
