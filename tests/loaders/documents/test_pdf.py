"""The PDF reader: lines in reading order with their indentation, note marks raised, bad files refused."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from graph.source import Refused, Source
from loaders.documents import furniture, pdf

Placed = tuple[float, float, float, str]
Make = Callable[[Iterable[Iterable[Placed]]], Source]


def test_lines_come_from_top_to_bottom_with_their_left_edge(make_pdf: Make) -> None:
    pages = pdf.read(make_pdf([[(142, 600, 10, "1. Plant more trees (Peru);"), (113, 640, 10, "12. A lead:")]]))
    (page,) = pages
    assert [line.text for line in page.lines] == ["12. A lead:", "1. Plant more trees (Peru);"]
    assert [round(line.x0) for line in page.lines] == [113, 142]
    assert page.lines[0].page == 1
    assert page.lines[0].y > page.lines[1].y


def test_pieces_beside_each_other_are_one_line(make_pdf: Make) -> None:
    (page,) = pdf.read(make_pdf([[(57, 700, 10, "12."), (113, 700, 10, "The delegation spoke.")]]))
    assert [line.text for line in page.lines] == ["12. The delegation spoke."]


def test_a_raised_small_digit_is_a_note_mark(make_pdf: Make) -> None:
    mark: Placed = (57 + 46.1, 704, 6, "9")
    (page,) = pdf.read(make_pdf([[(57, 700, 10, "framework"), mark, (57, 680, 10, "Convention No. 189")]]))
    assert [line.text.replace(" ", "") for line in page.lines] == ["framework⁹", "ConventionNo.189"]


def test_furniture_goes_and_a_footnote_is_kept_apart(make_pdf: Make) -> None:
    title: list[Placed] = [(57, 700, 10, "A title page")]
    second: list[Placed] = [
        (57, 800, 8, "A/HRC/99/7"),
        *((113.0, 700.0 - 12 * row, 10.0, f"Line {row} of the running text stands here.") for row in range(20)),
        (113, 90, 8, "** A footnote in small letters."),
        (57, 40, 8, "GE.09-12345"),
        (538, 40, 8, "2"),
    ]
    body = furniture.body(pdf.read(make_pdf([title, second])))
    assert [line.text for line in body.lines][1:] == [
        f"Line {row} of the running text stands here." for row in range(20)
    ]
    assert [line.text for line in body.footnotes] == ["** A footnote in small letters."]
    assert round(body.size) == 10 or body.size > 8


def test_a_number_inside_the_page_is_not_furniture(make_pdf: Make) -> None:
    pages = pdf.read(make_pdf([[(57, 700, 10, "A title page")], [(113, 500, 10, "12"), (113, 480, 10, "Text.")]]))
    assert "12" in [line.text for line in furniture.body(pages).lines]


@pytest.mark.parametrize("content", [b"%PDF-1.4\nnothing more", b"", b"%PDF-1.7\n1 0 obj <<>> endobj"])
def test_a_damaged_file_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(content)
    with pytest.raises(Refused, match="download it again"):
        pdf.read(Source.of(path))


def test_a_file_cut_in_the_middle_is_refused_or_read_but_never_breaks(make_pdf: Make) -> None:
    source = make_pdf([[(57, 700, 10, "Some words")]])
    whole = source.path.read_bytes()
    for size in range(0, len(whole), 37):
        source.path.write_bytes(whole[:size])
        try:
            pdf.read(Source.of(source.path))
        except Refused:
            continue


def test_a_single_damaged_page_is_told_and_the_others_are_read(make_pdf: Make) -> None:
    source = make_pdf([[(57, 700, 10, "First")], [(57, 700, 10, "Second")]])
    source.path.write_bytes(source.path.read_bytes().replace(b"/Kids [5 0 R 7 0 R]", b"/Kids [5 0 R 9 0 R]"))
    pages = pdf.read(source)
    assert [[line.text for line in page.lines] for page in pages] == [["First"], []]
    assert [one.place for one in source.findings] == ["page 2"]


def test_a_page_without_text_is_refused_as_a_scan(make_pdf: Make) -> None:
    with pytest.raises(Refused, match="OCR"):
        pdf.read(make_pdf([[], []]))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("develop\ufffement", "development"),
        ("self\ufffedetermination", "self-determination"),
        ("Vice\ufffeMinister", "Vice-Minister"),
        ("2005\ufffe2009", "2005-2009"),
        ("re\ufffeengage", "re-engage"),
        ("unbroken words", "unbroken words"),
    ],
)
def test_words_broken_at_a_line_end_are_made_whole(broken: str, whole: str) -> None:
    assert pdf.unbroken(broken) == whole


def test_a_compound_keeps_the_hyphen_that_the_document_gives_it_elsewhere(make_pdf: Make) -> None:
    lines = ["All asylum-seekers were heard by asylum-", "seekers of other coun-", "tries."]
    pages = pdf.read(make_pdf([[(57, 700 - 14 * at, 10, text) for at, text in enumerate(lines)]]))
    text = pdf.unbroken(" ".join(line.text for line in pages[0].lines))
    assert text == "All asylum-seekers were heard by asylum-seekers of other countries."


def test_real_scan_and_damaged_file_are_refused(shared_data: Path) -> None:
    folder = shared_data / "un-documents" / "slovenia"
    with pytest.raises(Refused, match="OCR"):
        pdf.read(Source.of(folder / "cycle3" / "Letter-OHCHR-HC-Slovenia.pdf"))


def test_real_note_marks_are_raised_and_convention_numbers_are_not(shared_data: Path) -> None:
    pages = pdf.read(Source.of(shared_data / "un-documents" / "slovenia" / "cycle3" / "g1924226.pdf"))
    text = "\n".join(line.text for page in pages for line in page.lines)
    assert "framework⁹" in text
    assert "submissions¹ to" in text
    assert "1961 Convention" in text
