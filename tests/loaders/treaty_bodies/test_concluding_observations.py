"""Concluding observations in the layouts of several committees and years, from file to passages."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graph.records import (
    Basis,
    Document,
    DocumentKind,
    Examination,
    Passage,
    PassageKey,
    PassageKind,
    Record,
    StatedLink,
)
from graph.source import Refused, Source
from loaders.identify import identify
from loaders.read import read
from loaders.treaty_bodies.concluding_observations import load as loader
from tests.loaders.treaty_bodies import observations
from tests.loaders.un_layout import Made, printed, typed

FORMS = [printed, typed]
R = PassageKind.RECOMMENDATION


def made(
    path: Path, paper: Made, form: Callable[..., Source] = printed, lines: tuple[tuple[str, str], ...] = ()
) -> Source:
    return form(path / f"paper-{form.__name__}", paper.symbol, paper.issued, paper.masthead, lines or paper.lines)


def records(source: Source) -> list[Record]:
    assert [one.name for one in identify(source)] == [loader.LOADER.name]
    return list(loader.load(source))


def passages(found: list[Record]) -> dict[str, Passage]:
    return {one.paragraph: one for one in found if isinstance(one, Passage)}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("paper", observations.ALL, ids=lambda paper: paper.symbol)
def test_every_layout_is_claimed_by_one_loader_and_read_to_its_last_paragraph(
    tmp_path: Path, paper: Made, form: Callable[..., Source]
) -> None:
    source = made(tmp_path, paper, form)
    numbers = [text.split(".")[0] for kind, text in paper.lines if kind == "p"]
    assert [number for number in passages(records(source)) if "(" not in number] == numbers
    assert not [finding for finding in source.findings if finding.severity != "note"]


@pytest.mark.parametrize("paper", observations.ALL, ids=lambda paper: paper.symbol)
def test_pdf_and_word_with_typed_or_automatic_numbers_say_the_same(tmp_path: Path, paper: Made) -> None:
    def automatic(*told: object) -> Source:
        return typed(*told, automatic=True)  # type: ignore[arg-type]

    def said(form: Callable[..., Source]) -> list[tuple[str, str, str, tuple[str, ...]]]:
        found = passages(records(made(tmp_path, paper, form))).values()
        return [(one.paragraph, one.text, one.section, one.concerns) for one in found]

    assert said(printed) == said(typed) == said(automatic)


def test_the_paper_says_its_state_committee_session_and_day_of_adoption(tmp_path: Path) -> None:
    document, examination, *_ = records(made(tmp_path, observations.CRC))
    assert isinstance(document, Document)
    assert (document.kind, document.state, document.issued) == (
        DocumentKind.CONCLUDING_OBSERVATIONS, "SVN", date(2030, 3, 8),
    )  # fmt: skip
    assert document.title == "Concluding observations on the combined ninth and tenth periodic reports of Slovenia"
    assert isinstance(examination, Examination)
    assert (examination.body, examination.session, examination.day) == ("CRC", 93, date(2030, 2, 1))
    assert examination.observations == "CRC/C/SVN/CO/9-10"


@pytest.mark.parametrize(
    ("paper", "state", "body", "session", "day"),
    [
        (observations.CCPR, "PER", "CCPR", 150, date(2029, 3, 27)),
        (observations.CEDAW, "VNM", "CEDAW", 99, None),
        (observations.CERD_1999, "MRT", "CERD", 55, date(1999, 8, 20)),
        (observations.CESCR_FR, "MCO", "CESCR", None, date(2034, 5, 23)),
        (observations.CCPR_2003, "MLI", "CCPR", 99, date(2003, 4, 3)),
        (observations.CRPD, "UGA", "CRPD", None, date(2036, 4, 12)),
        (observations.CAT, "SVN", "CAT", None, date(2031, 5, 19)),
        (observations.CMW_ES, "PER", "CMW", None, date(2035, 4, 13)),
    ],
    ids=lambda value: getattr(value, "symbol", None),
)
def test_old_symbols_and_other_languages_tell_it_too(
    tmp_path: Path, paper: Made, state: str, body: str, session: int | None, day: date | None
) -> None:
    found = next(one for one in records(made(tmp_path, paper)) if isinstance(one, Examination))
    assert (found.state, found.body, found.session, found.day) == (state, body, session, day)


def test_what_asks_is_a_recommendation_a_concern_an_observation_and_all_else_is_stated(tmp_path: Path) -> None:
    for paper, asking in (
        (observations.CRC, {"4", "6", "6 (a)", "6 (b)", "6 (b) (i)", "6 (b) (ii)", "6 (c)", "9"}),
        (observations.CCPR, {"5", "5 (a)", "5 (b)", "7"}),
        (observations.CEDAW, {"5", "5 (a)", "5 (b)", "6", "7"}),
        (observations.CERD_1999, {"6", "7", "7 (a)", "7 (b)", "7 (c)"}),
        (observations.CESCR_FR, {"4"}),
        (observations.CCPR_2003, {"3", "4", "4 (a)", "4 (b)"}),
        (observations.CRPD, {"3", "3 (a)", "3 (b)", "4"}),
        (observations.CAT, {"4", "4 (a)", "4 (b)"}),
        (observations.CMW_ES, {"3", "3 (a)", "3 (b)"}),
    ):
        found = passages(records(made(tmp_path, paper)))
        assert {number for number, one in found.items() if one.kind is R} == asking, paper.symbol
        assert {one.kind for one in found.values()} <= {R, PassageKind.OBSERVATION, PassageKind.STATEMENT}
    found = passages(records(made(tmp_path, observations.CRC)))
    assert {number: found[number].kind for number in ("1", "7", "8")} == {
        "1": PassageKind.STATEMENT, "7": PassageKind.OBSERVATION, "8": PassageKind.OBSERVATION
    }  # fmt: skip


def test_an_item_reads_alone_with_the_sentence_that_leads_to_it(tmp_path: Path) -> None:
    found = passages(records(made(tmp_path, observations.CCPR)))
    assert found["5 (b)"].text == (
        "The State party should take steps to bring every detainee before a judge in time. In particular, it should: "
        "(b) Count those who wait."
    )
    nested = passages(records(made(tmp_path, observations.CRC)))["6 (b) (ii)"].text
    assert nested.endswith(
        "the Committee recommends that the State party: (b) Take measures to: (ii) Publish what was counted;"
    )


def test_headings_are_told_from_the_chapter_down(tmp_path: Path) -> None:
    found = passages(records(made(tmp_path, observations.CRC)))
    assert found["1"].section == "Introduction"
    assert found["4"].section == (
        "Main areas of concern and recommendations > General measures of implementation (arts. 4, 42 and 44 (6))"
        " > Legislation"
    )
    assert found["7"].section == "Main areas of concern and recommendations > Violence against children (art. 19)"
    assert found["11"].section == "Implementation and reporting > Next report"


def test_a_recommendation_names_the_concerns_it_answers(tmp_path: Path) -> None:
    found = passages(records(made(tmp_path, observations.CRC)))
    assert found["6 (a)"].concerns == ("5",)
    assert found["9"].concerns == ("7", "8"), "several concerns before one recommendation"
    assert found["4"].concerns == (), "nothing stands before it under its heading"
    both = passages(records(made(tmp_path, observations.CEDAW)))
    assert both["6"].concerns == ("6",), "concern and recommendation in one paragraph"
    assert both["7"].concerns == ("6",), "the second recommendation answers what the first did"
    assert passages(records(made(tmp_path, observations.CERD_1999)))["6"].concerns == (), "another chapter is no answer"


def test_paragraphs_picked_for_follow_up_carry_the_words_that_pick_them(tmp_path: Path) -> None:
    found = passages(records(made(tmp_path, observations.CCPR)))
    assert {number for number, one in found.items() if one.follow_up} == {"5 (a)", "7"}
    assert "by 30 March 2032" in found["7"].follow_up
    found = passages(records(made(tmp_path, observations.CEDAW)))
    assert {number for number, one in found.items() if one.follow_up} == {"5 (a)", "5 (b)", "7"}
    found = passages(records(made(tmp_path, observations.CESCR_FR)))
    assert {number for number, one in found.items() if one.follow_up} == {"4"}
    found = passages(records(made(tmp_path, observations.CCPR_2003)))
    assert {number for number, one in found.items() if one.follow_up} == {"3", "4 (a)"}
    found = passages(records(made(tmp_path, observations.CAT)))
    assert {number for number, one in found.items() if one.follow_up} == {"4 (a)"}
    found = passages(records(made(tmp_path, observations.CMW_ES)))
    assert {number for number, one in found.items() if one.follow_up} == {"3", "3 (a)", "3 (b)"}


def test_goals_and_earlier_paragraphs_named_in_the_text_are_links(tmp_path: Path) -> None:
    found = records(made(tmp_path, observations.CRC))
    assert passages(found)["4"].sdgs == ("16.3",)
    assert passages(found)["9"].sdgs == ("16.2",)
    links = {(one.subject, one.object): one for one in found if isinstance(one, StatedLink)}
    own = "CRC/C/SVN/CO/9-10"
    assert set(links) == {
        (PassageKey(own, "4"), PassageKey("CRC/C/SVN/CO/3-4", "9")),
        (PassageKey(own, "7"), PassageKey("CRC/C/GC/13", "4")),
        (PassageKey(own, "7"), PassageKey("CRC/C/GC/13", "17")),
    }
    link = links[PassageKey(own, "4"), PassageKey("CRC/C/SVN/CO/3-4", "9")]
    assert link.basis is Basis.CITED_IN_TEXT
    assert link.quote.startswith("Recalling its previous recommendations")


def test_an_annex_is_no_part_of_the_last_paragraph(tmp_path: Path) -> None:
    assert "delegation" not in passages(records(made(tmp_path, observations.CEDAW)))["9"].text


def test_a_lost_number_is_a_finding_and_loses_no_text(tmp_path: Path) -> None:
    lines = tuple(line for line in observations.CCPR.lines if not line[1].startswith("6."))
    source = made(tmp_path, observations.CCPR, lines=lines)
    assert "6" not in passages(records(source))
    assert any("next number found is 7" in finding.reason for finding in source.findings)


def test_a_paragraph_picked_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    lines = tuple((kind, text.replace("and 7 above", "and 77 above")) for kind, text in observations.CEDAW.lines)
    source = made(tmp_path, observations.CEDAW, lines=lines)
    records(source)
    assert any("77" in finding.reason for finding in source.findings)


def test_a_numbered_subheading_is_no_paragraph(tmp_path: Path) -> None:
    lines = (
        ("title", "Concluding observations: Peru"),
        ("p", "1. The Committee adopted on 3 June 2004 the following concluding observations."),
        ("h1", "D. Principal subjects of concern and recommendations"),
        ("h2", "2. General measures"),
        ("p", "2. The Committee is concerned that trees are old."),
        ("p", "3. The Committee recommends that the State party plant new ones."),
        ("h2", "4. Civil rights"),
        ("p", "4. The Committee recommends that the State party ask children."),
    )
    found = passages(records(made(tmp_path, observations.CCPR, lines=lines)))
    assert list(found) == ["1", "2", "3", "4"]
    assert found["3"].section.endswith("> General measures")
    assert found["4"].section.endswith("> Civil rights")


def test_a_paper_in_a_language_that_is_not_read_says_so(tmp_path: Path) -> None:
    from loaders.documents import asking

    assert "ru" not in asking.LANGUAGES
    lines = (("title", "Генеральная Ассамблея"), ("p", "1. Комитет рекомендует."))
    source = made(tmp_path, observations.CCPR, typed, lines)
    assert passages(records(source)) == {}
    assert any("'ru'" in finding.reason for finding in source.findings)


def test_a_paper_without_numbers_says_that_nothing_is_read(tmp_path: Path) -> None:
    source = made(
        tmp_path, observations.CCPR, lines=(("title", "Concluding observations: Peru"), ("tail", "Some words."))
    )
    assert passages(records(source)) == {}
    assert any("no numbered paragraph" in finding.reason for finding in source.findings)


def test_a_state_s_reply_and_a_subcommittee_s_report_are_no_concluding_observations(tmp_path: Path) -> None:
    for symbol in ("CCPR/C/PER/CO/9/Add.1", "CAT/OP/PER/1"):
        lines = (
            ("title", "Concluding observations: information received from Peru"),
            ("p", "1. Peru is glad to report."),
        )
        source = printed(tmp_path / "reply.pdf", symbol, "3 May 2030", ("Human Rights Committee",), lines)
        assert [one.name for one in identify(source)] == ["upr.paper"]


@pytest.mark.parametrize("form", FORMS)
def test_torn_files_are_refused_or_read_but_never_a_crash(tmp_path: Path, form: Callable[..., Source]) -> None:
    whole = made(tmp_path, observations.CRC, form).content()
    folder = tmp_path / "torn"
    folder.mkdir()
    for number, part in enumerate((3, 5, 7, 9)):
        (folder / f"{number}").write_bytes(whole[: len(whole) * part // 10])
    done = read([folder])
    assert {finding.file for finding in done.findings} == {"0", "1", "2", "3"}
    assert not any("please report" in finding.reason for finding in done.findings)


def test_a_word_file_whose_styles_are_broken_is_read_with_a_finding(tmp_path: Path) -> None:
    from tests.loaders.documents.word import zipped

    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        for text in ("CCPR/C/PER/CO/9", "Concluding observations", "1. The State party should plant trees.")
    )
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    path = tmp_path / "broken.docx"
    path.write_bytes(
        zipped(
            {"word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>", "word/styles.xml": "<x"}
        )
    )
    source = Source.of(path)
    assert passages(records(source))["1"].kind is R
    assert any("styles.xml" in finding.place for finding in source.findings)


def test_a_file_that_is_neither_pdf_nor_word_is_refused_by_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"PK\x03\x04 nothing")
    assert not loader.recognise(Source.of(path))
    with pytest.raises(Refused):
        list(loader.load(Source.of(path)))
