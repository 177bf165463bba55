"""Briefs: what is asked and by whom, cited; what is done, what is missing; the same in Word and in HTML."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import html as markup

from graph.export import export_to
from graph.export.alignment_filters import Filters
from graph.export.brief_page import LETTERS, Line, Page, page
from graph.export.brief_read import SourceFile, Told, read_told, subjects
from graph.export.brief_write import html, paper
from graph.export.unwritable import Unwritable
from graph.store.builds import Build
from graph.store.pool import Pool
from tests.graph.export.made_facts import facts

FILE = SourceFile("report.docx", "ab" * 32, True, "2026-01-02")


@pytest.fixture
def told() -> Told:
    return Told(
        facts(),
        {"a:3": "2014-01-01", "c:7": "2016-05-05"},
        {"g:1": "c:7"},
        {"a:3": frozenset({FILE})},
        {"g:1": ("2014", "2016")},
    )


def lines(one: Page, section: str) -> list[Line]:
    return list(dict(one.sections).get(section, ()))


def test_a_group_is_told_family_by_family_with_every_ask_cited(told: Told) -> None:
    (subject,) = subjects(told)
    one = page(subject, told, "0001-x")
    assert one.title == "Courts for all"
    assert one.lead == (
        "2 asks of 2 families of mechanisms ask for the same, 2014–2016. The State’s positions in the Universal "
        "Periodic Review: noted 1."
    )
    assert lines(one, "What is asked") == [
        Line("heading", "Universal Periodic Review"),
        Line("said", "Words of a:3", "A/HRC/1/1, para. 3; noted"),
        Line("heading", "Treaty bodies"),
        Line("said", "Words of c:7", "CERD/C/VNM/CO/1, para. 7"),
    ]
    assert [line.text for line in lines(one, "What is being done")] == [
        "No programme in this build is linked to any of these asks."
    ], "a rejected link is no link"
    assert "noted 1 of these" in lines(one, "Gaps")[0].text
    assert "report.docx, 2026-01-02, SHA-256 abababababab…" in one.sources
    assert "0001-x" in one.sources


def test_a_theme_is_told_with_its_programmes_and_how_they_are_known(told: Told) -> None:
    (subject,) = subjects(told, "education")
    one = page(subject, told, "0001-x")
    assert "are about this theme" in one.lead
    (work,) = lines(one, "What is being done")
    assert work.text.endswith("USD 5 spent – link confirmed by a person")
    assert "UNICEF, UNESCO, 2020–2024" in work.text


def test_long_words_are_cut_and_all_that_is_not_worded_is_cited(told: Told) -> None:
    many = [replace(told.facts.asks["a:3"], iri=f"n:{number}", paragraph=str(number), text=f"{number} " + "word " * 99)
            for number in range(20)]  # fmt: skip
    (subject,) = subjects(told)
    asked = lines(page(replace(subject, asks=tuple(many)), told, ""), "What is asked")
    assert [line.kind for line in asked] == ["heading", "said", "said", "said", "also"]
    assert all(len(line.text) <= LETTERS + 2 for line in asked if line.kind == "said")
    assert asked[-1].text.count("para.") == 12
    assert asked[-1].text.endswith("and 5 more.")


def test_a_name_that_nothing_has_says_what_there_is(told: Told) -> None:
    with pytest.raises(Unwritable, match="Courts for all"):
        subjects(told, "Fish")


def test_word_and_html_say_the_same_and_nothing_hostile_is_live(told: Told, tmp_path: Path) -> None:
    (subject,) = subjects(told)
    one = page(replace(subject, title="<script>alert(1)</script> & \x07"), told, "0001-x")
    made = markup.fromstring(html([one]))
    assert not made.xpath("//script")
    assert str(made.xpath("string(//h1)")).strip() == "<script>alert(1)</script> &"
    paper([one]).save(tmp_path / "b.docx")
    words = " ".join(p.text for p in docx.Document(str(tmp_path / "b.docx")).paragraphs)
    shown = " ".join(str(text) for text in made.itertext())
    for _, some in one.sections:
        for line in some:
            assert line.text in words
            assert line.text in shown
            assert line.cite in words
            assert line.cite in shown


def test_several_briefs_stand_on_a_page_each(told: Told, tmp_path: Path) -> None:
    (subject,) = subjects(told)
    one = page(subject, told, "")
    paper([one, one]).save(tmp_path / "b.docx")
    breaks = docx.Document(str(tmp_path / "b.docx")).element.body.xpath(".//w:br[@w:type='page']")
    assert len(breaks) == 2
    assert len(list(markup.fromstring(html([one, one])).iter("article"))) == 2


def test_the_briefs_of_the_example_are_written_by_their_endings(example: Build, tmp_path: Path) -> None:
    with Pool(example.store) as pool:
        found = subjects(read_told(pool, "VNM"))
        export_to("brief", pool, example, "VNM", tmp_path / "b.html")
        export_to("brief", pool, example, "VNM", tmp_path / "b.docx", Filters(theme=found[0].title))
        with pytest.raises(Unwritable, match="one State"):
            export_to("brief", pool, example, None, tmp_path / "b.docx")
        with pytest.raises(Unwritable, match="theme alone"):
            export_to("brief", pool, example, "VNM", tmp_path / "b.docx", Filters(agency="UNDP"))
    titles = markup.fromstring((tmp_path / "b.html").read_text("utf-8")).xpath("//h1/text()")
    assert titles == [one.title for one in found]
    assert docx.Document(str(tmp_path / "b.docx")).core_properties.title == found[0].title
