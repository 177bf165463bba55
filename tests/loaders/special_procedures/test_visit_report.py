"""Reports on country visits: the visit, the paragraphs, what is asked and of whom."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph.records import Document, DocumentKind, Passage, PassageKind, Record, Visit
from graph.source import Source
from loaders.identify import identify
from loaders.read import read
from loaders.special_procedures.visit_report import load as loader
from loaders.special_procedures.visit_report.addressees import addressee
from tests.loaders.special_procedures import reports
from tests.loaders.un_layout import Line, Made, printed, typed

FORMS = [printed, typed]


def made(path: Path, paper: Made, form: Callable[..., Source] = printed, lines: tuple[Line, ...] = ()) -> Source:
    name = f"report-{form.__name__}"
    return form(path / name, paper.symbol, paper.issued, paper.masthead, lines or paper.lines)


def records(source: Source) -> list[Record]:
    assert [one.name for one in identify(source)] == [loader.LOADER.name]
    return list(loader.load(source))


def passages(found: list[Record]) -> dict[str, Passage]:
    return {one.paragraph: one for one in found if isinstance(one, Passage)}


def visits(found: list[Record]) -> list[tuple[str, str, str, date | None, date | None, str | None]]:
    return [
        (one.state, one.mandate, one.holder, one.start, one.end, one.report) for one in found if isinstance(one, Visit)
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("paper", reports.ALL, ids=lambda paper: paper.symbol)
def test_every_layout_is_claimed_by_one_loader_and_read_without_loss(
    tmp_path: Path, paper: Made, form: Callable[..., Source]
) -> None:
    source = made(tmp_path, paper, form)
    numbers = [text.split(".")[0] for kind, text in paper.lines if kind == "p"]
    assert [number for number in passages(records(source)) if "(" not in number] == numbers
    assert source.findings == []


@pytest.mark.parametrize(
    ("paper", "visit"),
    [
        (reports.EDUCATION_2010, ("VNM", "SR Education", "Ana Maria Lopez", date(2030, 7, 5), date(2030, 7, 15))),
        (reports.WORKING_GROUP_2035, ("PER", "WG Arbitrary detention", "", date(2034, 11, 28), date(2034, 12, 9))),
        (reports.OLD_1999, ("MEX", "SR Summary executions", "Bacre Samba Ndong", date(1998, 7, 12), date(1998, 7, 24))),
        (reports.SPANISH, ("HND", "SR Food", "Elena Prado Ruiz", date(2033, 5, 2), date(2033, 5, 9))),
    ],
    ids=lambda value: getattr(value, "symbol", None),
)
def test_a_visit_has_mandate_holder_days_and_report(
    tmp_path: Path, paper: Made, visit: tuple[str, str, str, date, date]
) -> None:
    found = records(made(tmp_path, paper))
    assert visits(found) == [(*visit, paper.symbol)]


def test_the_title_of_a_report_is_its_own(tmp_path: Path) -> None:
    [document, *_] = records(made(tmp_path, reports.EDUCATION_2010))
    assert isinstance(document, Document)
    assert document.title == (
        "Report of the Special Rapporteur on the right to education, Ana Maria Lopez: "
        "Mission to Viet Nam (5-15 July 2030)"
    )


def test_asks_are_told_from_findings_and_only_in_their_chapter(tmp_path: Path) -> None:
    found = passages(records(made(tmp_path, reports.EDUCATION_2010)))
    asked = {number for number, one in found.items() if one.kind is PassageKind.RECOMMENDATION}
    assert asked == {"5", "5 (a)", "5 (b)", "6", "7", "8", "9"}
    assert found["5 (a)"].text.startswith(
        "The Special Rapporteur recommends that the Government of Viet Nam: (a) Extend"
    )
    assert found["5 (a)"].sdgs == ("4.5",)
    assert {one.mechanism for one in found.values()} == {"SR Education"}
    proud = passages(records(made(tmp_path, reports.WORKING_GROUP_2035)))["3"]
    assert proud.kind is PassageKind.OBSERVATION, "conclusions by themselves ask nothing"


def test_who_is_asked_is_named_where_it_is_not_the_state(tmp_path: Path) -> None:
    found = passages(records(made(tmp_path, reports.EDUCATION_2010)))
    assert {number: (one.state, one.addressee) for number, one in found.items() if one.addressee} == {
        "6": (None, "United Nations country team"),
        "7": (None, "international community"),
        "8": (None, "international community"),
        "9": (None, "Business enterprises"),
    }
    assert found["5"].state == found["1"].state == "VNM"
    other = passages(records(made(tmp_path, reports.WORKING_GROUP_2035)))
    assert other["6 (b)"].addressee == "national human rights institution"


@pytest.mark.parametrize(
    ("sentence", "heading", "asked"),
    [
        ("The Government should plant trees.", "", ""),
        ("The Expert urges Peru to plant trees.", "Recommendations to business enterprises", ""),
        ("The Expert recommends that the Parliament and civil society meet.", "", ""),
        ("The Expert encourages donor States to pay.", "", "donor States"),
        ("States of origin should pay.", "", "States of origin"),
        ("The Expert invites civil society organizations to help.", "", "civil society organizations"),
        ("It is recommended that trees be planted.", "To the World Bank", "World Bank"),
        ("It is recommended that trees be planted.", "Trees", ""),
    ],
)
def test_the_sentence_comes_before_the_heading_and_the_state_before_all(
    sentence: str, heading: str, asked: str
) -> None:
    assert addressee(sentence, heading, "PER") == asked


def test_comments_of_the_state_are_its_reply_and_ask_nothing(tmp_path: Path) -> None:
    found = records(made(tmp_path, reports.COMMENTS))
    assert isinstance(found[0], Document)
    assert (found[0].kind, found[0].state) == (DocumentKind.STATE_REPLY, "PER")
    assert visits(found) == []
    assert {(one.kind, one.mechanism) for one in passages(found).values()} == {(PassageKind.STATEMENT, None)}


def test_a_joint_visit_is_a_visit_of_each_mandate(tmp_path: Path) -> None:
    lines = (
        (
            "title",
            "Report of the Special Rapporteur on the right to food, Ana Lopez, and the Special Rapporteur on the right "
            "to education, Jo Field",
        ),
        ("title", "Mission to Peru (1-5 March 2030)"),
        ("p", "1. They went."),
        ("h0", "II. Recommendations"),
        ("p", "2. The Government should plant trees."),
    )
    source = made(tmp_path, reports.EDUCATION_2010, lines=lines)
    found = visits(records(source))
    assert [(mandate, holder) for _, mandate, holder, *_ in found] == [("SR Food", ""), ("SR Education", "")]
    assert any("joint visit" in finding.reason for finding in source.findings)


def test_a_visit_to_two_states_addresses_neither_alone(tmp_path: Path) -> None:
    title = "Report of the Special Rapporteur on the right to food on her mission to Costa Rica and Nicaragua"
    lines = (
        ("title", title),
        ("p", "1. She went in 2030."),
        ("h0", "II. Recommendations"),
        ("p", "2. Both should plant."),
    )
    source = made(tmp_path, reports.EDUCATION_2010, lines=lines)
    found = records(source)
    assert [state for state, *_ in visits(found)] == ["CRI", "NIC"]
    assert {one.state for one in passages(found).values()} == {None}
    assert any("days of the visit" in finding.reason for finding in source.findings)


def test_a_report_without_a_chapter_of_recommendations_says_so(tmp_path: Path) -> None:
    lines = tuple(line for line in reports.OLD_1999.lines if "CONCLUSIONS" not in line[1])
    source = made(tmp_path, reports.OLD_1999, lines=lines)
    assert passages(records(source))["3"].kind is PassageKind.RECOMMENDATION
    assert any("no chapter of recommendations" in finding.reason for finding in source.findings)


@pytest.mark.parametrize(
    "title", ["Summary of communications sent and replies received", "Study on visits and missions"]
)
def test_an_addendum_is_no_visit_unless_its_title_says_so(tmp_path: Path, title: str) -> None:
    lines = (("title", f"Report of the Special Rapporteur on the right to food: {title}"), ("p", "1. Words."))
    source = made(tmp_path, reports.EDUCATION_2010, lines=lines)
    assert [one.name for one in identify(source)] == ["upr.paper"]


@pytest.mark.parametrize("form", FORMS)
def test_torn_reports_are_refused_or_read_but_never_a_crash(tmp_path: Path, form: Callable[..., Source]) -> None:
    whole = made(tmp_path, reports.EDUCATION_2010, form).content()
    folder = tmp_path / "torn"
    folder.mkdir()
    for number, part in enumerate((3, 6, 9)):
        (folder / f"{number}").write_bytes(whole[: len(whole) * part // 10])
    done = read([folder])
    assert {finding.file for finding in done.findings} == {"0", "1", "2"}
    assert not any("please report" in finding.reason for finding in done.findings)
