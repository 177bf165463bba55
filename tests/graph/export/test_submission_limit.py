"""The joint submission: every recommendation by its paragraph, supported and noted, within the limit as Word counts."""

from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from graph.export import export_to
from graph.export.facts import UPR
from graph.export.submission import last_review, write
from graph.export.submission_words import LIMIT
from graph.export.unwritable import Unwritable
from graph.store.builds import Build
from graph.store.pool import Pool
from tests.graph.export.made_facts import facts

ISSUED = {"A/HRC/1/1": "2014-01-01", "CERD/C/VNM/CO/1": "2016-05-05"}
REPORTS = {
    "a:1": [f"A/HRC/WG.6/9/VNM/1, para. 4: {'Schools were built and ' * 20}opened."],
    "a:3": ["A/HRC/1/1/Add.1, para. 9: Not now."],
}


@pytest.fixture
def build(tmp_path: Path) -> Build:
    (tmp_path / "report.json").write_text('{"files": []}', "utf-8")
    return Build(tmp_path)


def body(path: Path) -> list[str]:
    """The paragraphs before the first annex."""
    told = [one.text for one in docx.Document(str(path)).paragraphs]
    return told[: next(number for number, text in enumerate(told) if text.startswith("Annex"))]


def notes(path: Path) -> list[str]:
    with ZipFile(path) as parts:
        told = etree.fromstring(parts.read("word/endnotes.xml"))
    return ["".join(map(str, one.itertext())).strip() for one in told][2:]


def test_every_recommendation_is_told_by_paragraph_and_position_with_its_sources(build: Build, tmp_path: Path) -> None:
    out = tmp_path / "s.docx"
    write(facts(), ISSUED, build, out, reports=REPORTS)
    told = body(out)
    entries = {text.split(" ", 1)[0]: text for text in told if text[:1].isdigit()}
    assert set(entries) == {"1", "2", "3", "10"}
    assert entries["1"].startswith("1 (supported). Words of a:1. Programmes: UNICEF, UNESCO")
    assert "Reported: Schools were built" in entries["1"]
    assert (
        entries["3"]
        == "3 (noted). Words of a:3. The State answered: Not now. Asked again since by CERD (proposed link)."
    )
    assert entries["10"].startswith("10 (none stated).")
    assert "1 noted" in told[3]
    assert "2 supported" in told[3]
    assert "A/HRC/1/1, para. 3; A/HRC/1/1/Add.1, para. 9; CERD/C/VNM/CO/1, para. 7." in notes(out)
    references = docx.Document(str(out)).element.body.iter(qn("w:endnoteReference"))
    assert len(list(references)) == len(notes(out)) == 4


def test_what_was_said_before_the_review_or_on_an_unknown_day_is_not_said_since(build: Build, tmp_path: Path) -> None:
    for issued in ({"A/HRC/1/1": "2014-01-01"}, {**ISSUED, "CERD/C/VNM/CO/1": "2013-12-31"}):
        write(facts(), issued, build, tmp_path / "s.docx")
        assert not any("since by" in text for text in body(tmp_path / "s.docx"))


@pytest.mark.parametrize("limit", [300, 180, 140])
def test_the_words_before_the_annex_are_those_counted_and_no_recommendation_is_lost(
    build: Build, tmp_path: Path, limit: int
) -> None:
    out = tmp_path / "s.docx"
    made = write(facts(), ISSUED, build, out, limit, REPORTS)
    words = sum(len(text.split()) for text in body(out))
    assert words <= limit
    text = "\n".join(one.text for one in docx.Document(str(out)).paragraphs)
    assert f"{words} words of {limit}, without notes and annexes." in text
    assert sum(line[:1].isdigit() for line in body(out)) == 4
    assert bool(made.shortened) == (limit < 300)
    for citation, whole in made.shortened:
        assert f"{citation}. {whole}" in text, "what was cut is whole in the annex"


def test_what_cannot_be_short_enough_is_said_and_nothing_is_cut_off(build: Build, tmp_path: Path) -> None:
    write(facts(), ISSUED, build, tmp_path / "s.docx", 20)
    assert sum(text[:1].isdigit() for text in body(tmp_path / "s.docx")) == 4
    assert "too long even so" in "\n".join(one.text for one in docx.Document(str(tmp_path / "s.docx")).paragraphs)


def test_the_submission_of_the_example_is_on_its_last_review(example: Build, tmp_path: Path) -> None:
    with Pool(example.store) as pool:
        export_to("submission", pool, example, "VNM", tmp_path / "s.docx")
        with pytest.raises(Unwritable, match="one State"):
            export_to("submission", pool, example, None, tmp_path / "s.docx")
    told = body(tmp_path / "s.docx")
    assert told[0] == "Joint submission to the Universal Periodic Review"
    assert 0 < sum(len(text.split()) for text in told) <= LIMIT


def test_the_last_review_is_the_report_issued_last_and_not_the_highest_symbol() -> None:
    assert last_review(facts(), {}) == "A/HRC/1/1"
    assert all(ask.symbol == "A/HRC/1/1" for ask in facts().asks.values() if ask.mechanism == UPR)
