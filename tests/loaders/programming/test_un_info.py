"""UN INFO: every sub-output once per agency, under the output it names; nothing claimed that the file cannot know."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.records import Framework, Level, Money, Project, Record, Result, ResultKey
from graph.source import Refused, Severity, Source
from loaders.identify import identify
from loaders.programming.un_info import load as un_info
from loaders.programming.un_info import overview
from loaders.programming.un_info.workspaces import SHARED, shared

OUTPUT = "Output 1.1: Children of minorities learn in the language that they speak at home, in every province"


def node(key: str, name: str, *children: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": key, "code": f" {key} ", "name": name, "description": "", "children": list(children), **more}


def row(key: str, agency: str, **more: Any) -> dict[str, Any]:
    told = {"id": key, "agency": agency, "sdg": None, "code": " 1.2", "name": "Teachers are trained for the pilot"}
    money = {"required": "1000", "available": "900", "spent": "0"}
    return told | money | {"description": "", "start": "2022-03-01", "end": "2026-12-31", "outcome": OUTPUT} | more


def workspace(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    tree = node("1", "Inclusion", node("2", "Schools for all", node("3", OUTPUT, required="5000")))
    return {
        "workspace_id": 37, "name": "Viet Nam", "totals": {}, "sdgs": {}, "projects": list(rows), "framework": [tree],
    } | more  # fmt: skip


@pytest.fixture
def make(tmp_path: Path) -> Callable[[Any], Source]:
    def made(told: Any) -> Source:
        path = tmp_path / "made.json"
        path.write_text(told if isinstance(told, str) else json.dumps(told), "utf-8")
        return Source.of(path)

    return made


def read(source: Source) -> list[Record]:
    return list(un_info.load(source))


def projects(records: list[Record]) -> list[Project]:
    return [one for one in records if isinstance(one, Project)]


def reasons(source: Source, severity: Severity = Severity.WARNING) -> list[str]:
    return [f"{one.place}: {one.reason}" for one in source.findings if one.severity == severity]


def test_it_is_told_by_its_keys_in_any_order(make: Callable[[Any], Source]) -> None:
    told = workspace(row("7", "UNICEF"))
    for one in (told, dict(reversed(told.items()))):
        assert [loader.name for loader in identify(make(one))] == ["programming.un_info"]
    assert identify(make({"projects": [row("7", "UNICEF")]})) == []
    assert identify(make('{"workspace_id": 3')) == []


def test_the_tree_keeps_levels_parents_and_codes_without_blanks(make: Callable[[Any], Source]) -> None:
    framework, *results = read(make(workspace()))
    assert isinstance(framework, Framework)
    assert (framework.identifier, framework.states) == ("VNM/un-info-37", ("VNM",))
    told = [(one.level, one.code, one.parent) for one in results if isinstance(one, Result)]
    key = [ResultKey("VNM/un-info-37", local) for local in "12"]
    assert told == [(Level.PRIORITY, "1", None), (Level.OUTCOME, "2", key[0]), (Level.OUTPUT, "3", key[1])]


def test_a_sub_output_of_two_agencies_is_two_projects_with_each_one_s_money(make: Callable[[Any], Source]) -> None:
    source = make(workspace(row("7", "UNICEF"), row("7", "UN Women", required="20", available=None, spent="")))
    one, other = projects(read(source))
    assert (one.identifier, other.identifier) == ("un-info-37-7-UNICEF", "un-info-37-7-UNWomen")
    start, end = date(2022, 3, 1), date(2026, 12, 31)
    assert [(money.kind, money.amount) for money in one.money] == [
        ("required", "1000"), ("available", "900"), ("spent", "0"),
    ]  # fmt: skip
    assert other.money == (Money("20", "USD", "required", start, end),)
    assert (one.implementers, one.states, one.start, one.end) == (("UNICEF",), ("VNM",), start, end)
    assert reasons(source) == []


def test_a_project_stands_under_the_output_whose_name_begins_as_its_own(make: Callable[[Any], Source]) -> None:
    source = make(workspace(row("7", "WHO", outcome=OUTPUT[:70]), row("8", "WHO", outcome="Output 9: Something else")))
    assert [one.result for one in projects(read(source))] == [ResultKey("VNM/un-info-37", "3"), None]
    assert reasons(source) == [
        "projects: 1 sub-outputs name the output 'Output 9: Something else', which the framework does not have: "
        "they stand under no result"
    ]


def test_outputs_that_begin_alike_are_told_apart_by_their_whole_names_or_not_at_all(
    make: Callable[[Any], Source],
) -> None:
    tree = node("1", "P", node("2", "O", node("3", OUTPUT + " by 2024"), node("4", OUTPUT + " by 2026")))
    rows = (row("7", "WHO", outcome=OUTPUT + " by 2026"), row("8", "WHO", outcome=OUTPUT))
    found = projects(read(make(workspace(*rows, framework=[tree]))))
    assert [one.result for one in found] == [ResultKey("VNM/un-info-37", "4"), None]


def test_the_same_row_twice_is_one_project_and_a_note(make: Callable[[Any], Source]) -> None:
    source = make(workspace(row("7", "UNICEF"), row("7", "UNICEF")))
    (one,) = projects(read(source))
    assert len(one.money) == 3
    assert "project 7: the same row of UNICEF stands there 2 times: read once" in reasons(source, Severity.NOTE)


def test_rows_of_one_agency_that_differ_keep_every_amount_and_say_so(make: Callable[[Any], Source]) -> None:
    source = make(workspace(row("7", "UNICEF"), row("7", "UNICEF", required="50", name="Another name")))
    (one,) = projects(read(source))
    assert [money.amount for money in one.money if money.kind == "required"] == ["1000", "50"]
    assert one.title == "Teachers are trained for the pilot"
    assert reasons(source) == [
        "project 7: 2 rows of UNICEF differ in name, required: every amount is kept, of name the first row's"
    ]


def test_a_workspace_of_several_states_claims_no_project_for_one_of_them(make: Callable[[Any], Source]) -> None:
    source = make(workspace(row("7", "FAO"), workspace_id="241", name="Kiribati"))
    framework, *others = read(source)
    assert isinstance(framework, Framework)
    assert (framework.identifier, framework.states) == ("multi-country/un-info-241", SHARED["241"])
    assert [one.states for one in projects(others)] == [()]
    assert "serves FSM, KIR, MHL" in reasons(source)[0]
    assert shared("241", "VNM") == ()


@pytest.mark.parametrize("name", ["Aruba", "Narnia", "Pacific"])
def test_a_name_that_is_no_state_s_is_claimed_for_none(make: Callable[[Any], Source], name: str) -> None:
    source = make(workspace(row("7", "FAO"), name=name, workspace_id=999))
    framework, *others = read(source)
    assert isinstance(framework, Framework)
    assert (framework.identifier, framework.states) == ("multi-country/un-info-999", ())
    assert [one.states for one in projects(others)] == [()]
    assert f"name: {name!r} is called no State" in reasons(source)[0]


def test_each_bad_value_is_a_finding_and_the_rest_of_its_row_is_kept(make: Callable[[Any], Source]) -> None:
    bad = row("7", "", required="much", available=float("nan"), start="2022-02-31", sdg="18", extra="x", code=["a"])
    source = make(workspace(bad, {"agency": "FAO"}, "a row"))
    (one,) = projects(read(source))
    assert (one.identifier, one.start, one.end, one.sdgs, one.implementers) == (
        "un-info-37-7", None, date(2026, 12, 31), (), (),
    )  # fmt: skip
    assert [money.kind for money in one.money] == ["spent"]
    told = "\n".join(reasons(source))
    for part in (
        "project 7: required: not a number: 'much'",
        "project 7: available: not a number: 'nan'",
        "project 7: start: not a day: '2022-02-31'",
        "project 7: no goal or target of the SDGs: '18'",
        "project 7: no agency is named",
        "project 2: it has no id",
        "project 3: it has no id",
        "keys: project's 'extra' is not known of UN INFO: not read (1 times)",
    ):
        assert part.casefold() in told.casefold()


def test_a_framework_deeper_than_sub_outputs_is_cut_with_a_finding(make: Callable[[Any], Source]) -> None:
    deep = node("5", "deep", node("6", "deeper"))
    source = make(workspace(framework=[node("1", "a", node("2", "b", node("3", "c", node("4", "d", deep))))]))
    levels = [one.level for one in read(source) if isinstance(one, Result)]
    assert levels == [Level.PRIORITY, Level.OUTCOME, Level.OUTPUT, Level.SUB_OUTPUT]
    assert "framework node 5: it lies deeper than a sub-output" in reasons(source)[0]


def test_totals_that_disagree_with_the_rows_are_a_note(make: Callable[[Any], Source]) -> None:
    for total, told in (("1000.98", False), ("2000", True)):
        source = make(workspace(row("7", "UNICEF"), totals={"required": total}))
        read(source)
        assert any(one.startswith("totals: required") for one in reasons(source, Severity.NOTE)) is told


@pytest.mark.parametrize(
    "told",
    [
        '{"workspace_id": 3, "projects": [',
        '{"workspace_id": 3, "framework": []}',
        '{"workspace_id": 3, "projects": ' + "[" * 100_000,
        '{"workspace_id": {"a": 1}, "name": "Viet Nam", "projects": []}',
    ],
)
def test_what_is_no_workspace_is_refused(make: Callable[[Any], Source], told: str) -> None:
    with pytest.raises(Refused):
        read(make(told))


def test_a_tree_without_end_stops(make: Callable[[Any], Source]) -> None:
    tree: dict[str, Any] = node("0", "x")
    for number in range(1, 60):
        tree = node(str(number), "x", tree)
    source = make(workspace(framework=[tree]))
    assert len([one for one in read(source) if isinstance(one, Result)]) == 4
    assert any("no deeper than 20 levels" in one for one in reasons(source))


@pytest.mark.parametrize(
    "told",
    [
        {"Aruba": {"workspace_id": 44, "sdgs": [], "has_year_data": False}},
        [{"id": None, "name": "", "count": 62, "metrics": [{"total": 1, "metricId": 8}]}],
        {"PLW": {"workspace_id": 241, "totals": {"required": 1, "available": 1, "spent": 1}}},
    ],
)
def test_overviews_are_known_and_say_what_to_take_instead(make: Callable[[Any], Source], told: Any) -> None:
    source = make(told)
    assert [loader.name for loader in identify(source)] == ["programming.un_info_overview"]
    with pytest.raises(Refused, match="the country's own file"):
        list(overview.load(source))


COUNTRIES = {  # projects, (priorities, outcomes, outputs), sub-outputs under no output
    "ARG": (124, (4, 3, 7), 97),
    "COD": (0, (4, 5, 24), 0),
    "KEN": (288, (3, 5, 9), 0),
    "KIR": (1437, (4, 4, 65), 2),
    "MDV": (102, (3, 4, 14), 0),
    "MOZ": (260, (4, 4, 14), 0),
    "MYS": (151, (4, 4, 12), 0),
    "NPL": (271, (4, 4, 21), 0),
    "VNM": (194, (4, 4, 23), 0),
}


@pytest.mark.parametrize("name", COUNTRIES)
def test_real_workspaces_are_read_whole(shared_data: Path, name: str) -> None:
    source = Source.of(shared_data / "un-info" / "countries" / f"{name}.json")
    assert [loader.name for loader in identify(source)] == ["programming.un_info"]
    records = read(source)
    found = projects(records)
    levels = Counter(one.level for one in records if isinstance(one, Result))
    told = json.loads(source.content())
    assert len({one.identifier for one in found}) == len(found)
    assert (
        len(found), (levels[Level.PRIORITY], levels[Level.OUTCOME], levels[Level.OUTPUT]),
        sum(one.result is None for one in found),
    ) == COUNTRIES[name]  # fmt: skip
    for kind in ("required", "available", "spent"):
        money = [int(one.amount) for project in found for one in project.money if one.kind == kind]
        assert sum(money) == sum(int(one[kind] or 0) for one in told["projects"])
    assert {one.states for one in found} <= ({()} if name in ("KIR", "MYS") else {(name,)})


def test_the_languages_of_real_frameworks_are_told(shared_data: Path) -> None:
    most = {"ARG": "es", "COD": "fr", "KEN": "en", "VNM": "en"}
    for name, expected in most.items():
        records = read(Source.of(shared_data / "un-info" / "countries" / f"{name}.json"))
        counts = Counter(one.language for one in records if isinstance(one, Project | Result))
        assert counts.most_common(1)[0][0] == expected


def test_the_shared_workspaces_are_those_of_un_info_s_own_list(shared_data: Path) -> None:
    from graph import states
    from graph.clean import Unclear

    together: dict[str, set[str]] = {}
    for name, identifier in json.loads((shared_data / "un-info" / "api-workspaces.json").read_text("utf-8")).items():
        try:
            together.setdefault(str(identifier), set()).add(states.state(name))
        except Unclear:
            together.setdefault(str(identifier), set())
    assert {key: tuple(sorted(found)) for key, found in together.items() if len(found) > 1} == SHARED
