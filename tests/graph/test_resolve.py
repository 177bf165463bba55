"""The same recommendation from several sources becomes one node; the latest position wins."""

from dataclasses import replace
from datetime import date

from graph.records import (
    Basis,
    Coding,
    Document,
    DocumentKind,
    ListedRecommendation,
    NumberedRecommendation,
    Passage,
    PassageKey,
    PassageKind,
    Position,
    PositionStated,
    Record,
    Relation,
    ReviewKey,
    StatedLink,
    Tag,
)
from graph.resolve import Resolved, resolve
from graph.source import Loaded, Loader

REPORT = "A/HRC/99/1"


def loader(name: str, *, official: bool = True) -> Loader:
    return Loader(
        name=name,
        title=name,
        publisher="us",
        licence="ours",
        recognise=lambda _: True,
        load=lambda _: (),
        official=official,
    )


def loaded(name: str, *records: Record, official: bool = True) -> Loaded:
    return Loaded(name, name.encode().hex(), date(2026, 1, 1), loader(name, official=official), records)


def document(symbol: str, issued: date, kind: DocumentKind = DocumentKind.WORKING_GROUP_REPORT) -> Document:
    return Document(symbol=symbol, kind=kind, state="VNM", cycle=1, issued=issued, place="page 1")


def ask(paragraph: str, text: str, *states: str, aliases: tuple[str, ...] = ()) -> Passage:
    return Passage(
        symbol=REPORT,
        paragraph=paragraph,
        kind=PassageKind.RECOMMENDATION,
        state="VNM",
        text=text,
        recommending_states=states,
        aliases=aliases,
        place="page 9",
    )


def row(text: str, state: str | None, position: Position = Position.SUPPORTED) -> ListedRecommendation:
    return ListedRecommendation(
        state="VNM",
        session=5,
        recommending_state=state,
        text=text,
        position=position,
        position_words="Accepted",
        action_category=5,
        tags=(Tag("upr-info-issue", "Minorities"),),
        place="row 2",
    )


def stated(paragraph: str, position: Position, symbol: str, day: date | None = None) -> PositionStated:
    return PositionStated(
        about=PassageKey(REPORT, paragraph), position=position, document=symbol, day=day, place="page 2"
    )


WG = loaded(
    "report.pdf",
    document(REPORT, date(2009, 10, 5)),
    ask("99.1", "Teach children of minorities in their own languages", "PHL", aliases=("1",)),
    ask("99.2", "Let the press report freely on corruption in public office", "SWE"),
    stated("99.1", Position.PENDING, REPORT),
    stated("99.2", Position.NOTED, REPORT),
)


def records(resolved: Resolved, kind: type[Record]) -> list[Record]:
    return [record for one in resolved.loaded for record in one.records if isinstance(record, kind)]


def test_a_row_of_a_list_becomes_a_coding_of_the_numbered_recommendation() -> None:
    found = resolve([WG, loaded("list.csv", row("teach children of minorities, in their own languages!", "PHL"))])
    (coding,) = records(found, Coding)
    assert isinstance(coding, Coding)
    assert coding.about == PassageKey(REPORT, "99.1")
    assert not records(found, ListedRecommendation)


def test_a_reworded_row_is_found_by_its_rare_words_and_its_state() -> None:
    found = resolve(
        [WG, loaded("list.csv", row("Let the press report freely, also on corruption in public offices", "SWE"))]
    )
    (coding,) = records(found, Coding)
    assert isinstance(coding, Coding)
    assert coding.about.paragraph == "99.2"


def test_a_row_that_no_document_numbers_stays_a_recommendation_of_its_own() -> None:
    found = resolve([WG, loaded("list.csv", row("Abolish the death penalty", "ITA"))])
    assert len(records(found, ListedRecommendation)) == 1
    assert not records(found, Coding)


def test_another_recommending_state_is_reported_not_hidden() -> None:
    text = "Teach children of minorities in their own languages"
    found = resolve([WG, loaded("list.csv", row(text, "MAR"))])
    assert any("99.1" in finding.reason and "MAR" in finding.reason for finding in found.findings)


def test_the_unofficial_list_counts_only_where_official_documents_leave_it_open() -> None:
    rows = loaded(
        "list.csv",
        row("Teach children of minorities in their own languages", "PHL"),
        row("Let the press report freely on corruption in public office", "SWE"),
    )
    positions = resolve([WG, rows]).positions
    assert positions[PassageKey(REPORT, "99.1")] is Position.SUPPORTED
    assert positions[PassageKey(REPORT, "99.2")] is Position.NOTED


def test_the_addendum_comes_after_the_report_and_its_bare_numbers_find_their_list() -> None:
    symbol = REPORT + "/Add.1"
    addendum = loaded(
        "addendum.pdf",
        document(symbol, date(2009, 12, 1), DocumentKind.ADDENDUM),
        stated("1", Position.SUPPORTED, symbol),
        stated("99.2", Position.PARTLY_SUPPORTED, symbol),
    )
    positions = resolve([addendum, WG]).positions
    assert positions == {
        PassageKey(REPORT, "99.1"): Position.SUPPORTED,
        PassageKey(REPORT, "99.2"): Position.PARTLY_SUPPORTED,
    }


def test_a_number_that_the_report_lacks_is_a_finding_and_still_a_passage() -> None:
    addendum = loaded("addendum.pdf", stated("99.77", Position.NOTED, REPORT + "/Add.1"))
    found = resolve([WG, addendum])
    assert any("99.77" in finding.reason for finding in found.findings)
    assert PassageKey(REPORT, "99.77") in {one.key for one in records(found, Passage) if isinstance(one, Passage)}


def test_the_order_of_files_changes_nothing() -> None:
    rows = loaded("list.csv", row("Teach children of minorities in their own languages", "PHL"))
    assert resolve([WG, rows]) == resolve([rows, WG])


def test_a_link_to_a_number_that_the_report_lacks_is_a_finding_and_no_recommendation() -> None:
    link = StatedLink(
        subject=PassageKey("A/HRC/WG.6/18/VNM/3", "7"),
        relation=Relation.GROUPED_WITH,
        object=PassageKey(REPORT, "151.119"),
        basis=Basis.OHCHR_ENDNOTE,
        quote="see paras. 151.119",
        place="note 3",
    )
    found = resolve([WG, loaded("summary.pdf", link)])
    assert any("151.119" in finding.reason for finding in found.findings)
    assert not records(found, StatedLink)
    assert all(one.paragraph != "151.119" for one in records(found, Passage) if isinstance(one, Passage))


def test_a_number_in_a_review_is_the_recommendation_that_its_report_numbers() -> None:
    about = ReviewKey("VNM", 1, "1")
    plan = loaded("plan", PositionStated(about=about, position=Position.NOTED, place="row 2"))
    found = resolve([WG, plan])
    assert about not in found.positions
    assert PassageKey(REPORT, "99.1") in found.positions


def test_a_number_in_a_review_whose_report_is_not_read_stands_for_itself_and_is_told() -> None:
    about = ReviewKey("VNM", 3, "7")
    link = StatedLink(
        subject=PassageKey("A/X/1", "2"),
        relation=Relation.REPORTS_ON,
        object=about,
        basis=Basis.STATE_REPORT,
        quote="recommendation 7",
        place="paragraph 2",
    )
    found = resolve([WG, loaded("report", link, replace(link, place="paragraph 3"))])
    records = [record for one in found.loaded for record in one.records]
    assert [one.key for one in records if isinstance(one, NumberedRecommendation)] == [about]
    assert {one.object for one in records if isinstance(one, StatedLink)} == {about}
    assert "add it" in found.findings[0].reason
