"""Endnotes of a compilation: documents with paragraphs, Ibid. chains, OHCHR's lists, and the slips of print."""

from pathlib import Path

import pytest

from benchmarks import endnotes
from loaders.upr.compilation.notes import Reader, paragraph_list

A, B = "CAT/C/PER/CO/3", "CRC/C/PER/CO/3-4"


def cited(*texts: str) -> list[list[tuple[str, ...]]]:
    """What each note cites: (symbol, paragraphs …)."""
    reader = Reader([].append)
    read = [reader.read(number, text) for number, text in enumerate(texts, 1)]
    return [[(one.symbol, *one.paragraphs) for one in note.cited] for note in read]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{A}, para. 23.", [(A, "23")]),
        (f"See {A}, paras. 5–7.", [(A, "5", "6", "7")]),
        (f"{A}, paras. 5 to 7 and 9.", [(A, "5", "6", "7", "9")]),
        (f"{A}, paras 3 and. 8.", [(A, "3", "8")]),
        (f"{A}, para. 62-63.", [(A, "62", "63")]),
        (f"{A}, para. 58 (h).", [(A, "58 (h)")]),
        (f"{A}, paras. 57 and 58(b), (m) and (k).", [(A, "57", "58 (b)", "58 (m)", "58 (k)")]),
        (f"{A}, paras. 45–46 (a).", [(A, "45", "46 (a)")]),
        (f"{A}, paras. 7 (a)–(c).", [(A, "7 (a)", "7 (b)", "7 (c)")]),
        (f"{A}, para. 6 (a ), (b) and (c ).", [(A, "6 (a)", "6 (b)", "6 (c)")]),
        (f"{A}para. 10.", [(A, "10")]),
        (f"{A}, 2008,para. 6.", [(A, "6")]),
        (f"Concluding observations of the Committee against Torture ({A}), para. 4 (d).", [(A, "4 (d)")]),
        (f"{A}, para. 19. See also {B}, para. 11.", [(A, "19"), (B, "11")]),
        (f"{A}, para. 49; and {B}, paras. 50 and 72.", [(A, "49"), (B, "50", "72")]),
        (f"{A}, para. 49, and {B}, para. 7.", [(A, "49"), (B, "7")]),
        (f"{B}, paras. 69–70. See {A}, para. 55.", [(B, "69", "70"), (A, "55")]),
        ("CRC/C/15/Add.219, para. 5.", [("CRC/C/15/Add.219", "5")]),
        ("A/HRC/18/33/Add.2, para. 58 (h).", [("A/HRC/18/33/Add.2", "58 (h)")]),
        (f"{A}.", [(A,)]),
        ("UNHCR submission for the universal periodic review of Peru, p. 5.", []),
        ("International Labour Organization Convention No. 189.", []),
    ],
)
def test_a_note_is_read_as_printed(text: str, found: list[tuple[str, ...]]) -> None:
    assert cited(text) == [found]


def test_ibid_is_the_document_named_last_also_after_see_also() -> None:
    chain = cited(f"{A}, para. 23. See also {B}, para. 79.", "Ibid., para. 70(e).", "Ibid., paras. 5-6.", "Ibid.")
    assert chain[1:] == [[(B, "70 (e)")], [(B, "5", "6")], [(B, "5", "6")]]


def test_ibid_beside_another_document_keeps_both() -> None:
    assert cited(f"{A}, para. 1.", f"Ibid., para. 11. See also {B}, para. 19.")[1] == [(A, "11"), (B, "19")]
    assert cited(f"{A}, para. 1.", f"Ibid., paras. 69–70. See {B}, para. 55.")[1] == [(A, "69", "70"), (B, "55")]


@pytest.mark.parametrize(
    "source", ["UNESCO, para. 37.", "UNHCR submission, p. 4.", "See www.example.org/f?p=1.", "Letter of 8 May 2030."]
)
def test_ibid_after_a_source_without_symbol_is_no_document(source: str) -> None:
    assert cited(f"{A}, para. 1.", source, "Ibid., para. 38.", "Ibid.")[1:] == [[], [], []]


def test_ibid_with_a_page_has_no_paragraph() -> None:
    assert cited(f"{A}, para. 1.", "Ibid., p. 4.")[1] == [(A,)]


def test_ibid_at_the_very_beginning_is_nothing() -> None:
    assert cited("Ibid., para. 4.") == [[]]


@pytest.mark.parametrize(
    ("text", "symbol", "first", "count"),
    [
        ("For relevant recommendations, see A/HRC/27/11, paras. 113.59, 113.84–113.90 and 113.180.",
         "A/HRC/27/11", "113.59", 9),
        ("For relevant recommendations, see A/HRC/23/11 and Corr.1, paras. 102.1-102.22 and 102.90- 102.95.",
         "A/HRC/23/11", "102.1", 28),
        ("UNHCR submission, p. 3. For the relevant recommendation, see A/HRC/27/11, para. 113.36 (Uruguay).",
         "A/HRC/27/11", "113.36", 1),
    ],
)  # fmt: skip
def test_relevant_recommendations_are_listed_apart_from_what_is_cited(
    text: str, symbol: str, first: str, count: int
) -> None:
    note = Reader([].append).read(1, text)
    assert not note.cited
    (listed,) = note.relevant
    assert (listed.symbol, listed.paragraphs[0], len(listed.paragraphs)) == (symbol, first, count)


def test_ibid_after_a_source_without_a_symbol_is_no_document() -> None:
    reader = Reader([].append)
    notes = [reader.read(1, text) for text in (f"{A}, para. 1.", "UNHCR submission, p. 1.", "Ibid., p. 2.")]
    assert [bool(note.cited) for note in notes] == [True, False, False]


def test_a_range_that_runs_backwards_keeps_both_ends_and_is_told() -> None:
    told: list[str] = []
    assert paragraph_list("paras. 19–12", told.append) == ["19", "12"]
    assert "19–12" in told[0]
    reader = Reader(told.append)
    note = reader.read(1, "For relevant recommendations, see A/HRC/27/11, paras. 113.9–113.4.")
    assert note.relevant[0].paragraphs == ("113.9", "113.4")
    assert len(told) == 2


def test_what_real_notes_cite_is_what_a_reader_finds_in_them(shared_data: Path) -> None:
    assert shared_data.is_dir()
    right, found, wanted, told = endnotes.compare()
    assert 2 * right / (found + wanted) >= 0.98, told
