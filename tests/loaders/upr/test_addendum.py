"""Addenda from file to positions: classes with lists, comments, free answers; real ones with their figures."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from benchmarks import positions
from graph.records import (
    Basis,
    Document,
    DocumentKind,
    Passage,
    PassageKey,
    PassageKind,
    Position,
    PositionStated,
    Record,
    Relation,
    StatedLink,
    StatedTotal,
)
from graph.source import Source
from loaders.identify import identify
from loaders.upr.addendum import load as addendum
from loaders.upr.addendum.answers import position, remark

Placed = tuple[float, float, float, str]
Make = Callable[[Iterable[Iterable[Placed]]], Source]
P = Position


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("Peru accepts the recommendation.", P.SUPPORTED),
        ("Peru fully supports it.", P.SUPPORTED),
        ("These recommendations enjoy the support of Peru", P.SUPPORTED),
        ("Accepted recommendations", P.SUPPORTED),
        ("Peru accepts the recommendation, which has been partly implemented.", P.SUPPORTED),
        ("Peru takes note of these recommendations.", P.NOTED),
        ("Peru cannot, at this point in time, make a definitive statement.", P.NOTED),
        ("The following recommendations are not supported.", P.NOTED),
        ("The following do not enjoy the support of Peru:", P.NOTED),
        ("Peru is not yet in a position to accept it.", P.NOTED),
        ("Rejected by Peru.", P.NOTED),
        ("Peru accepts the first convention. However, it cannot accept the recommendation on the other.",
         P.PARTLY_SUPPORTED),
        ("Peru partially accepts it.", P.PARTLY_SUPPORTED),
        ("Accepted in part.", P.PARTLY_SUPPORTED),
        ("Trees are planted every year.", None),
        ("The ministry provides support for planters.", None),
        ("The recommendations were examined and will be answered in due time.", None),
    ],
)  # fmt: skip
def test_the_words_of_a_state_are_its_position_and_silence_is_none(said: str, means: Position | None) -> None:
    assert position(said) is means


def test_what_a_state_adds_of_implementation_is_its_remark() -> None:
    assert remark("Peru accepts it and considers it already implemented.") == "already implemented"
    assert remark("in the process of implementation") == "in the process of implementation"
    assert remark("Peru accepts it.") == ""


def written(*lines: tuple[float, float, str]) -> list[Placed]:
    """Lines of a page: left edge, letter size, text."""
    return [(left, 760.0 - 15 * row, size, text) for row, (left, size, text) in enumerate(lines)]


def text(*lines: str) -> list[tuple[float, float, str]]:
    """Running text; a line that begins with `#` is a heading, in larger letters."""
    return [(57, 12, line[1:]) if line.startswith("#") else (113, 10, line) for line in lines]


TITLE = written(
    (300, 10, "A/HRC/99/7/Add.1"),
    (300, 10, "Distr.: General"),
    (300, 10, "7 May 2030"),
    (57, 10, "Human Rights Council"),
    (57, 10, "Ninety-ninth session"),
    (57, 14, "Report of the Working Group on the Universal Periodic Review"),
    (57, 14, "Peru"),
    (57, 12, "Addendum"),
    (57, 12, "Views on conclusions and/or recommendations, voluntary commitments and"),
    (57, 12, "replies presented by the State under review"),
)


def answers(make_pdf: Make, *lines: str) -> tuple[Source, list[Record], dict[str, Position]]:
    source = make_pdf([TITLE, written(*text(*lines))])
    assert addendum.recognise(source)
    records = list(addendum.load(source))
    stated = [record for record in records if isinstance(record, PositionStated)]
    assert {record.about.symbol for record in stated if isinstance(record.about, PassageKey)} <= {"A/HRC/99/7"}
    return source, records, {one.about.paragraph: one.position for one in stated if isinstance(one.about, PassageKey)}


def test_classes_with_ranges_and_missing_blanks_answer_every_number(make_pdf: Make) -> None:
    source, records, found = answers(
        make_pdf,
        "1. Peru received 9 recommendations, as the report says.",
        "#Accepted recommendations",
        "2. The Government accepts the following recommendations 122.1, 122.3-4,122.6 and",
        "122.7– 8.",
        "#Noted recommendations",
        "3. The Government notes recommendations 122.2, 122.5.",
        "122.5",
        "Planting is for the provinces, which support it where they can.",
    )
    supported = dict.fromkeys(("122.1", "122.3", "122.4", "122.6", "122.7", "122.8"), P.SUPPORTED)
    assert found == {**supported, "122.2": P.NOTED, "122.5": P.NOTED}
    document, *stated, total = records
    assert isinstance(document, Document)
    assert (document.symbol, document.kind, document.state) == ("A/HRC/99/7/Add.1", DocumentKind.ADDENDUM, "PER")
    assert isinstance(total, StatedTotal)
    assert (total.report, total.total) == ("A/HRC/99/7", 9)
    last = stated[-1]
    assert isinstance(last, PositionStated)
    assert (last.document, last.paragraph, last.day) == ("A/HRC/99/7/Add.1", "3", date(2030, 5, 7))
    assert last.remark.startswith("Planting is for the provinces"), "the comment, not a position of its own"
    assert not source.findings


def test_what_a_state_says_beside_its_position_is_a_passage_that_reports_on_each(make_pdf: Make) -> None:
    _, records, _ = answers(
        make_pdf,
        "1. Peru accepts the recommendation.",
        "2., 3.,",
        "4. Peru accepts these recommendations. Trees are planted every year.",
        "5. Peru accepts the recommendation, already implemented.",
    )
    passages = [record for record in records if isinstance(record, Passage)]
    assert [(one.symbol, one.paragraph, one.kind) for one in passages] == [
        ("A/HRC/99/7/Add.1", "rec. 2, 3, 4", PassageKind.STATEMENT),
        ("A/HRC/99/7/Add.1", "rec. 5", PassageKind.STATEMENT),
    ], "a bare acceptance reports nothing"
    assert (passages[0].state, passages[0].text[-30:]) == ("PER", " Trees are planted every year.")
    links = [record for record in records if isinstance(record, StatedLink)]
    assert {(one.relation, one.basis) for one in links} == {(Relation.REPORTS_ON, Basis.STATE_REPORT)}
    assert {(one.subject, one.object) for one in links} == {
        (PassageKey("A/HRC/99/7/Add.1", listed), PassageKey("A/HRC/99/7", number))
        for listed, number in (("rec. 2, 3, 4", "2"), ("rec. 2, 3, 4", "3"), ("rec. 2, 3, 4", "4"), ("rec. 5", "5"))
    }


def test_a_comment_on_a_range_is_cited_by_it_and_reports_on_each_of_it(make_pdf: Make) -> None:
    _, records, _ = answers(
        make_pdf,
        "1. The Government notes recommendations 122.2-122.4.",
        "Recommendation 122.2– 4: Trees are for the provinces.",
    )
    (passage,) = [record for record in records if isinstance(record, Passage)]
    assert (passage.paragraph, passage.text) == ("rec. 122.2–4", "Trees are for the provinces.")
    objects = [record.object for record in records if isinstance(record, StatedLink)]
    assert objects == [PassageKey("A/HRC/99/7", f"122.{number}") for number in (2, 3, 4)]


def test_bare_numbers_with_free_answers_are_kept_bare(make_pdf: Make) -> None:
    source, _, found = answers(
        make_pdf,
        "1. Peru cannot, at this point in time, make a definitive statement.",
        "2., 3.,",
        "4. Peru accepts these recommendations, already implemented.",
        "5. Peru accepts the recommendation on trees. Peru cannot accept the recommendation on",
        "goats.",
        "6. Goats are many.",
    )
    supported = dict.fromkeys(("2", "3", "4"), P.SUPPORTED)
    assert found == {"1": P.NOTED, **supported, "5": P.PARTLY_SUPPORTED}
    (finding,) = source.findings
    assert "recommendation 6: the answer takes no position" in finding.reason


def test_paragraphs_of_the_addendum_are_no_answers_where_answers_name_their_number(make_pdf: Make) -> None:
    _, _, found = answers(
        make_pdf,
        "1. Peru welcomes the dialogue and thanks all delegations.",
        "Recommendation 122.1: Peru accepts it.",
        "Recommendation 122.2: Not accepted.",
    )
    assert found == {"122.1": P.SUPPORTED, "122.2": P.NOTED}


@pytest.mark.parametrize("between", [" – ", ": ", " ", ". "])
def test_a_full_number_with_its_position_right_after_it_is_an_answer(make_pdf: Make, between: str) -> None:
    _, _, found = answers(
        make_pdf,
        f"122.1{between}Accepted.",
        f"122.2{between}Not supported; it is for the provinces.",
        f"122.3{between}Partially accepted.",
        "122.4 Plant trees in support of the poor (Chile);",
    )
    assert found == {"122.1": P.SUPPORTED, "122.2": P.NOTED, "122.3": P.PARTLY_SUPPORTED}


def test_a_range_that_runs_backwards_keeps_its_ends_and_is_told(make_pdf: Make) -> None:
    source, _, found = answers(make_pdf, "1. Peru accepts recommendations 122.9-122.4.")
    assert set(found) == {"122.9", "122.4"}
    assert "122.9–122.4" in source.findings[0].reason


def test_an_addendum_without_answers_is_a_document_and_a_finding(make_pdf: Make) -> None:
    source, records, found = answers(make_pdf, "Peru thanks all delegations.")
    assert (len(records), found) == (1, {})
    assert "no position" in source.findings[0].reason


def test_a_visit_report_with_the_same_kind_of_symbol_is_left_alone(make_pdf: Make) -> None:
    title = written(
        (300, 10, "A/HRC/99/7/Add.1"),
        (57, 10, "Human Rights Council"),
        (57, 14, "Report of the Special Rapporteur on trees"),
        (57, 14, "Addendum: Mission to Peru"),
    )
    source = make_pdf([title])
    assert not addendum.recognise(source)


REAL = [
    ("cycle1/g1012465.pdf", {"supported": 90, "noted": 4, "partlySupported": 3}, None, (48, 72)),
    ("cycle2/g1504261.pdf", {"supported": 142, "noted": 21}, 163, (86, 93)),
    ("cycle3/g2004192.pdf", {"supported": 124, "noted": 33}, 215, (56, 75)),
]


@pytest.mark.parametrize(("file", "figures", "total", "comments"), REAL)
def test_real_addenda_answer_every_recommendation_left_open(
    shared_data: Path, file: str, figures: dict[str, int], total: int | None, comments: tuple[int, int]
) -> None:
    source = Source.of(shared_data / "un-documents" / "slovenia" / file)
    assert [loader.name for loader in identify(source)] == ["upr.addendum"]
    records = list(addendum.load(source))
    stated = [record for record in records if isinstance(record, PositionStated)]
    assert Counter(record.position.value for record in stated) == figures
    assert len({record.about for record in stated}) == len(stated), "none is answered twice"
    assert [record.total for record in records if isinstance(record, StatedTotal)] == [total] * bool(total)
    assert tuple(sum(isinstance(record, kind) for record in records) for kind in (Passage, StatedLink)) == comments
    assert not source.findings


@pytest.mark.usefixtures("shared_data")
@pytest.mark.parametrize(
    ("review", "supported", "noted"), [(positions.REVIEWS[0], 142, 21), (positions.REVIEWS[1], 182, 33)]
)
def test_report_and_addendum_together_agree_with_ohchr(
    review: tuple[str, str, str, str], supported: int, noted: int
) -> None:
    assert Counter(positions.positions(*review[:3]).values()) == {P.SUPPORTED: supported, P.NOTED: noted}
    assert not positions.against_list(*review).differing


@pytest.mark.usefixtures("shared_data")
def test_free_answers_agree_with_upr_info() -> None:
    agreement = positions.against_upr_info()
    assert agreement.compared == 106
    assert agreement.share > 0.99, agreement.differing


@pytest.mark.parametrize("content", [b"", b"not a PDF", b"%PDF-1.4 broken"])
def test_recognising_never_raises(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "some.pdf").write_bytes(content)
    assert not addendum.recognise(Source.of(tmp_path / "some.pdf"))
