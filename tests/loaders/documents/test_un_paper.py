"""Numbered papers: paragraphs, headings and items from the layout of real UN documents and of our own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.source import Refused, Source
from loaders.documents import citations, days, sdgs, un_paper
from loaders.documents.blocks import Block
from loaders.documents.headings import Heading, heading, placed
from loaders.documents.items import Item, Listed, listed
from loaders.documents.paragraphs import told
from tests.loaders.un_layout import lines, printed, typed

LOST = {"bhutan2010.pdf"}
"""Its list of 99 recommendations, numbered from 1, is longer than the text before it."""


def silent(*_: str) -> None:
    """Tell nobody."""


def test_every_paragraph_of_real_un_papers_is_found_in_order(shared_data: Path) -> None:
    folder = shared_data / "un-documents"
    read = 0
    reports = sorted((folder / "upr-working-group-reports").glob("*.pdf"))
    for path in [*sorted((folder / "slovenia").rglob("g*.pdf")), *reports[::4]]:
        source = Source.of(path)
        try:
            paragraphs = un_paper.read(source).told.paragraphs
        except Refused:
            continue
        numbers = [paragraph.number for paragraph in paragraphs]
        if path.name not in LOST and numbers:
            assert numbers == list(range(1, numbers[-1] + 1)), path.name
            read += 1
    assert read > 25


def test_headings_of_a_real_paper_stand_under_each_other(shared_data: Path) -> None:
    paper = un_paper.read(Source.of(shared_data / "un-documents" / "slovenia" / "cycle3" / "g1924226.pdf"))
    assert {len(one.headings) for one in paper.told.paragraphs} == {1, 2, 4}
    last = paper.told.paragraphs[-1].headings
    assert last[0] == "Information provided by stakeholders"
    assert last[2:] == ("Rights of specific persons or groups", "Stateless persons")


@pytest.mark.parametrize("form", [printed, typed])
def test_misprinted_numbers_are_paragraphs_where_one_is_missing(tmp_path: Path, form: Callable[..., Source]) -> None:
    text = """
p: 1. Trees are old, said the first of 2 men.
p: 2, Their leaves are green.
p: 3 Their roots are deep.
p: 4. 2003 was a good year.
p: 5. Apples were sold.
"""
    found = un_paper.read(form(tmp_path / "x", "A/HRC/99/1", "1 May 2030", ("Council",), lines(text))).told.paragraphs
    assert [(one.number, one.text.split()[0]) for one in found] == [
        (1, "Trees"), (2, "Their"), (3, "Their"), (4, "2003"), (5, "Apples"),
    ]  # fmt: skip


def test_a_table_in_small_letters_is_no_heading_and_its_text_is_kept() -> None:
    blocks = [
        Block("1. Figures follow.", "page 1", 113, 10),
        Block("Table 1", "page 1", 113, 10),
        Block("North 17 South 3", "page 1", 113, 8),
        Block("B. Trees", "page 1", 80, 12),
        Block("2. Trees are old.", "page 1", 113, 10),
    ]
    first, second = told(blocks, silent).paragraphs
    assert first.text == "Figures follow. Table 1 North 17 South 3"
    assert second.headings == ("Trees",)


def test_an_entry_of_the_contents_is_no_heading(tmp_path: Path) -> None:
    text = """
h1: CONTENTS
tail: I. Introduction .......................... 1 - 2 3
tail: II. Trees 2 - 17 4
page:
h1: I. Introduction
p: 1. Words.
h1: II. Trees
p: 2. Trees are old.
"""
    found = un_paper.read(
        printed(tmp_path / "x", "A/HRC/99/1", "1 May 2030", ("Council",), lines(text))
    ).told.paragraphs
    assert [one.headings for one in found] == [("Introduction",), ("Trees",)]


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        (["Do: (a) one; (b) that; and (c) more."], Listed("Do:", (("a", "one;"), ("b", "that;"), ("c", "more.")), "")),
        (["Do:", "(a) This;", "(b) That.", "The rest."], Listed("Do:", (("a", "This;"), ("b", "That.")), "The rest.")),
        (["See articles 2 (a) and 3 (b)."], Listed("See articles 2 (a) and 3 (b).", (), "")),
        (["Do:", "(i) This;", "(ii) That."], Listed("Do:", (("i", "This;"), ("ii", "That.")), "")),
        (["Do:", "a) This;", "b) That."], Listed("Do:", (("a", "This;"), ("b", "That.")), "")),
    ],
)  # fmt: skip
def test_items_are_told_from_references(blocks: list[str], found: Listed) -> None:
    items = tuple(Item((letter,), text) for letter, text in found.items)
    assert listed(blocks, silent) == Listed(found.lead, items, found.tail)


def test_an_eighth_and_ninth_item_are_letters_unless_a_list_begins() -> None:
    blocks = ["Do:", *(f"({letter}) Word;" for letter in "abcdefgh"), "(i) Word."]
    assert [item.letters for item in listed(blocks, silent).items][-1] == ("i",)
    blocks[-2] = "(h) Words:"
    assert [item.letters for item in listed(blocks, silent).items][-1] == ("h", "i")


@given(st.lists(st.text(max_size=60), max_size=12))
def test_no_text_is_lost_when_a_paragraph_is_taken_apart(blocks: list[str]) -> None:
    found = listed(blocks, silent)
    kept = f"{found.lead}{''.join(item.text for item in found.items)}{found.tail}"
    assert {mark for mark in "".join(blocks) if mark.isupper()} <= set(kept)


def test_larger_letters_then_roman_then_capital_then_figures_lead() -> None:
    path: tuple[Heading, ...] = ()
    for text, size in (("I. One", 14.0), ("A. Two", 12.0), ("Three", 10.0), ("Four", 10.0), ("B. Five", 12.0)):
        path = placed(path, heading(Block(text, "page 1", size=size)))
    assert [one.text for one in path] == ["One", "Five"]
    flat: tuple[Heading, ...] = ()
    for text in ("C. Principal subjects of concern", "1. General measures", "Legislation", "2. Civil rights"):
        flat = placed(flat, heading(Block(text, "page 1", size=10.0)))
    assert [one.text for one in flat] == ["Principal subjects of concern", "Civil rights"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("13 (a) and (b), 23–25", ["13 (a)", "13 (b)", "23", "24", "25"]),
        ("30 (a)–(c) and 41 (b) (i)", ["30 (a)", "30 (b)", "30 (c)", "41 (b) (i)"]),
        ("5 (a) (detention), 7 (speech) and 9", ["5 (a)", "7", "9"]),
        ("9 à 11", ["9", "10", "11"]),
        ("11-9", ["11", "9"]),
    ],
)
def test_lists_of_paragraphs_are_written_out(text: str, found: list[str]) -> None:
    assert citations.numbers(text) == found


def test_paragraphs_belong_to_the_document_they_follow() -> None:
    found = list(citations.cited("See CRC/C/VNM/CO/2, paras. 45 and 46, and CEDAW/C/GC/35 (para. 9); A/HRC/12/11."))
    assert [(one.symbol, one.paragraphs) for one in found] == [
        ("CRC/C/VNM/CO/2", ("45", "46")),
        ("CEDAW/C/GC/35", ("9",)),
        ("A/HRC/12/11", ()),
    ]
    found = list(
        citations.cited(
            "see paras. 9 and 12 of CAT/C/SVN/CO/8 and paragraph 5 of its previous concluding "
            "observations (CAT/C/SVN/CO/7)"
        )
    )
    assert [(one.symbol, one.paragraphs) for one in found] == [
        ("CAT/C/SVN/CO/8", ("9", "12")), ("CAT/C/SVN/CO/7", ("5",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in line with targets 4.5, 4.a and 16.2 of the SDGs", ("4.5", "4.a", "16.2")),
        ("Sustainable Development Goals 4 and 16", ("4", "16")),
        ("a target 5.1 of the budget", ()),
        ("target 18.1 of the Sustainable Development Goals", ()),
        ("la meta 5.2 de los Objetivos de Desarrollo Sostenible", ("5.2",)),
    ],
)
def test_goals_are_named_where_the_text_is_about_them(text: str, found: tuple[str, ...]) -> None:
    assert sdgs.named(text) == found


@given(st.text(max_size=200))
def test_any_text_has_days_periods_and_citations_or_none(text: str) -> None:
    assert all(period.start <= period.finish for period in days.periods(text))
    list(days.days(text))
    days.when(text)
    list(citations.cited(text))
    sdgs.named(text)


def test_a_last_item_without_its_full_stop_is_no_heading() -> None:
    texts = ["1. Plant:", "(a) Oaks;", "(b) Pines", "B. Trees", "2. Trees are old.", "(a) Roots", "3. Roots are deep."]
    first, second, third = told([Block(text, "page 1") for text in texts], silent).paragraphs
    assert first.text == "Plant: (a) Oaks; (b) Pines"
    assert second.headings == ("Trees",)
    assert third.headings == ("Trees", "Roots"), "a heading that begins with a letter"


@pytest.mark.hostile
@pytest.mark.parametrize("number", ["9" * 5000, "²", "-1", "999999999", ""])
def test_numbers_of_word_that_mean_harm_count_nothing(tmp_path: Path, number: str) -> None:
    from tests.loaders.documents.word import zipped

    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    place = f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr>'
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{number}"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    deep = f'<w:lvl w:ilvl="{number}"><w:lvlText w:val="%1."/></w:lvl>'
    path = tmp_path / "x.docx"
    path.write_bytes(
        zipped({
            "word/document.xml": f"<w:document {names}><w:body><w:p><w:pPr>{place}</w:pPr><w:r><w:t>Words.</w:t></w:r>"
            "</w:p></w:body></w:document>",
            "word/numbering.xml": f'<w:numbering {names}><w:abstractNum w:abstractNumId="0">{level}{deep}'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
            "word/styles.xml": f'<w:styles {names}><w:style w:styleId="x"><w:pPr><w:outlineLvl w:val="{number}"/>'
            "</w:pPr></w:style></w:styles>",
        })
    )  # fmt: skip
    [block] = un_paper.blocks(Source.of(path))
    assert block.text.endswith("Words.")
    assert len(block.text) < 20


@pytest.mark.hostile
def test_long_sentences_that_nearly_ask_are_judged_at_once() -> None:
    from loaders.documents import asking

    for text in ("I, " * 5_000, "It " * 5_000, "recommends " * 5_000, "Committee, " * 2_000 + "recommend"):
        for language in asking.LANGUAGES:
            asking.asks(text, language)
            asking.concerned(text, language)
