"""Mid-term reports: entries by number from tables and running text, sections of prose, whose voice, which review."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from graph.records import Assessment, Document, DocumentKind, PassageKey, Record, ReviewKey, StatedLink
from graph.source import Refused, Source
from loaders.identify import identify
from tests.loaders.documents.word import word

Placed = tuple[float, float, float, str]
Make = Callable[[Iterable[Iterable[Placed]]], Source]
TITLE = (
    "Mid-term report of the Republic of Peru",
    "Universal Periodic Review, third cycle",
    "Ministry of Water, May 2020",
)


def page(*lines: str) -> list[Placed]:
    return [(57, 790 - 18 * row, 10, text) for row, text in enumerate(lines)]


def read(source: Source) -> list[Record]:
    (loader,) = identify(source)
    assert loader.name == "upr.midterm"
    return list(loader.load(source))


def links(records: Iterable[Record]) -> list[tuple[str, object]]:
    return [
        (link.subject.paragraph, link.object)
        for link in records
        if isinstance(link, StatedLink) and isinstance(link.subject, PassageKey)
    ]


def test_entries_of_running_text_answer_the_numbers_they_begin_with(make_pdf: Make) -> None:
    source = make_pdf(
        [
            page(*TITLE),
            page(
                "111.1 Dig more wells (Chile)",
                "Status: Partially implemented",
                "Four wells were dug.",
                "111.2-111.3 Plant trees (Kenya)",
                "Not implemented",
                "111.7 Mend pipes (Spain)",
                "Pipes were mended in May 2019.",
            ),
        ]
    )
    document, *rest = read(source)
    assert isinstance(document, Document)
    assert (document.kind, document.symbol, document.state, document.cycle, document.official) == (
        DocumentKind.MIDTERM_REPORT, "midterm-report/PER/2020", "PER", 3, True
    )  # fmt: skip
    assert document.issued == date(2020, 5, 1)
    assert links(rest) == [
        ("111.1", ReviewKey("PER", 3, "111.1")),
        ("111.2-111.3", ReviewKey("PER", 3, "111.2")),
        ("111.2-111.3", ReviewKey("PER", 3, "111.3")),
        ("111.7", ReviewKey("PER", 3, "111.7")),
    ]
    said = [(one.value, one.assessor) for one in rest if isinstance(one, Assessment)]
    assert said == [("Partially implemented", "PER"), ("Not implemented", "PER"), ("Not implemented", "PER")]


def test_a_table_s_rows_are_entries_with_their_status(tmp_path: Path) -> None:
    rows = [
        ["No.", "Recommendation", "Status of implementation", "Measures taken"],
        ["12", "Dig more wells", "Ongoing", "Four wells were dug."],
        ["14, 15", "Plant trees", "Implemented", "Trees were planted."],
    ]
    _, *rest = read(word(tmp_path / "midterm.docx", rows, title=", ".join(TITLE)))
    assert [about for _, about in links(rest)] == [ReviewKey("PER", 3, number) for number in ("12", "14", "15")]
    assert [one.value for one in rest if isinstance(one, Assessment)] == ["Ongoing", "Implemented", "Implemented"]


def test_sections_of_prose_answer_the_lists_in_their_headings(make_pdf: Make) -> None:
    lines = ("1. We report.", "Water (recommendations 3, 4)", "2. Wells were dug.", "Trees", "3. None.")
    _, *rest = read(make_pdf([page(*TITLE), page(*lines)]))
    assert links(rest) == [("2", ReviewKey("PER", 3, "3")), ("2", ReviewKey("PER", 3, "4"))]


def test_others_than_the_state_are_no_official_voice(make_pdf: Make) -> None:
    title = ("Mid-term report on Peru by a coalition of NGOs", "Universal Periodic Review, third cycle", "2020")
    source = make_pdf([page(*title), page("111.1 Wells", "111.2 Trees", "Not implemented", "111.3 Pipes")])
    document, *rest = read(source)
    assert isinstance(document, Document)
    assert not document.official
    assert [one.official for one in rest if isinstance(one, Assessment)] == [False]


def test_a_report_named_gives_its_own_numbers(make_pdf: Make) -> None:
    source = make_pdf([page(*TITLE, "on the report A/HRC/37/8"), page("111.1 Wells", "111.2 Trees", "111.3 Pipes")])
    _, *rest = read(source)
    assert {about for _, about in links(rest)} == {PassageKey("A/HRC/37/8", f"111.{one}") for one in (1, 2, 3)}


def test_a_report_of_no_state_is_refused(make_pdf: Make) -> None:
    source = make_pdf([page("Mid-term report", "Universal Periodic Review", "2020")])
    with pytest.raises(Refused, match="of which State"):
        read(source)
