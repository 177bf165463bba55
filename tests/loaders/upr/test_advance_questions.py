"""Advance questions: who asks what, in which language, of which review."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from graph.records import Document, DocumentKind, Passage, PassageKind, Record
from graph.source import Refused, Source
from loaders.identify import identify

Placed = tuple[float, float, float, str]
Make = Callable[[Iterable[Iterable[Placed]]], Source]


def read(make_pdf: Make, *lines: tuple[float, float, str]) -> tuple[Source, list[Record]]:
    source = make_pdf([[(x, y, 12, text) for x, y, text in lines]])
    (loader,) = identify(source)
    return source, list(loader.load(source))


PAPER = (
    (165, 780, "ADVANCE QUESTIONS TO PERU - ADD.2"),
    (90, 740, "CHILE"),
    (108, 720, "\u2022 How many wells were dug, and"),
    (126, 706, "who drinks from them?"),
    (108, 680, "\u2022 When will there be more?"),
    (90, 640, "UNITED KINGDOM OF GREAT BRITAIN & NORTHERN IRELAND"),
    (108, 620, "Water"),
    (108, 606, "\u2022 \u00bfCu\u00e1ntos pozos hay en el sur y para cu\u00e1ndo los del norte?"),
    (90, 560, "ATLANTIS"),
    (108, 540, "\u2022 Is there water?"),
)


def test_questions_stand_under_the_state_that_puts_them(make_pdf: Make) -> None:
    source, (document, *passages) = read(make_pdf, *PAPER)
    assert isinstance(document, Document)
    assert (document.kind, document.symbol) == (
        DocumentKind.ADVANCE_QUESTIONS,
        "advance-questions/PER/undated/Add.2",
    )
    found = [one for one in passages if isinstance(one, Passage)]
    assert {one.kind for one in found} == {PassageKind.QUESTION}
    assert [(one.paragraph, one.recommending_states, one.section, one.language) for one in found] == [
        ("CHL 1", ("CHL",), "", "en"),
        ("CHL 2", ("CHL",), "", "en"),
        ("GBR 1", ("GBR",), "Water", "es"),
    ]
    assert found[0].text == "How many wells were dug, and who drinks from them?"
    assert any("ATLANTIS" in finding.reason for finding in source.findings)


def test_questions_to_nobody_known_are_refused(make_pdf: Make) -> None:
    with pytest.raises(Refused, match="ATLANTIS"):
        read(make_pdf, (165, 780, "ADVANCE QUESTIONS TO ATLANTIS"))


@pytest.mark.parametrize(
    ("file", "symbol", "asked"),
    [
        ("Slovenia.pdf", "advance-questions/SVN/2010", {"DNK": 2, "SWE": 4, "GBR": 7}),
        ("Slovenia_Add.pdf", "advance-questions/SVN/2010/Add.1", {"ARG": 10, "CZE": 5, "NOR": 4}),
    ],
)
def test_slovenia_s_questions_are_read_to_the_last(
    shared_data: Path, file: str, symbol: str, asked: dict[str, int]
) -> None:
    source = Source.of(shared_data / "un-documents" / "slovenia" / "cycle1" / file)
    (loader,) = identify(source)
    document, *passages = loader.load(source)
    assert isinstance(document, Document)
    assert (document.symbol, document.cycle) == (symbol, 1)
    counts: dict[str, int] = {}
    for one in passages:
        assert isinstance(one, Passage)
        counts[one.recommending_states[0]] = counts.get(one.recommending_states[0], 0) + 1
    assert counts == asked
