"""The parts of the Working Group report loader: positions, references, brackets, speakers, the introduction."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records import Position
from loaders.documents.pdf import Line
from loaders.upr.working_group import brackets, leads, references
from loaders.upr.working_group.blocks import Block
from loaders.upr.working_group.conclusions import chapter
from loaders.upr.working_group.dialogue import Paragraph, paragraphs
from loaders.upr.working_group.interpret import interpret
from loaders.upr.working_group.introduction import introduction


@pytest.mark.parametrize(
    ("words", "position"),
    [
        ("have been examined by X and enjoy the support of X", Position.SUPPORTED),
        ("have been examined by X and enjoyed its support", Position.SUPPORTED),
        ("enjoy the support of X, which considers that they are already implemented", Position.SUPPORTED),
        ("did not enjoy the support of X", Position.NOTED),
        ("do not conform to its laws and X cannot accept them", Position.NOTED),
        ("did not enjoy its support since they are inaccurate and/or factually incorrect", Position.NOTED),
        ("X takes note of the recommendations below and offers comments", Position.NOTED),
        ("have been examined by X and have been noted by X", Position.NOTED),
        ("will be examined by X, which will provide responses in due time", Position.PENDING),
        ("would be examined by X, which would respond no later than the session", Position.PENDING),
        ("X notes the recommendations and will provide appropriate responses", Position.PENDING),
        ("X has noted these recommendations for consideration and response in due time", Position.PENDING),
        ("The response of X will be included in the outcome report", Position.PENDING),
        ("the following recommendations were made to X", None),
    ],
)
def test_the_words_of_a_lead_tell_the_position(words: str, position: Position | None) -> None:
    assert leads.position(words) is position


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        (
            "which considers they are already implemented or in the process of implementation",
            "already implemented or in the process of implementation",
        ),
        ("are in the process of implementation", "in the process of implementation"),
        ("are not applicable to the country", "not applicable"),
        ("enjoy the support of X", ""),
    ],
)  # fmt: skip
def test_a_lead_keeps_the_states_remark(words: str, remark: str) -> None:
    assert leads.remark(words) == remark


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("paragraphs 35 (a), (b), (e); 41; 45, last sentence", ["35 (a)", "35 (b)", "35 (e)", "41", "45"]),
        ("paragraph 19 (a) and (b) and paragraph 22 (b) above", ["19 (a)", "19 (b)", "22 (b)"]),
        ("in paragraphs 43 (a) (ii) and 68 (d) (i)", ["43 (a) (ii)", "68 (d) (i)"]),
        ("paragraphs 48 (b) (d), 51 (a) (c)", ["48 (b)", "48 (d)", "51 (a)", "51 (c)"]),
        ("With regard to recommendation 26 (c), the State", ["26 (c)"]),
        ("paragraphs 23 (Germany), 27 (United Kingdom), X said that 39 parties and 3,000 groups", ["23", "27"]),
        ("in paragraph 8 of the compilation", []),
        ("recommendations in paragraphs 77.13, 77.43 above", []),
    ],
)  # fmt: skip
def test_references_to_the_dialogue_are_read(text: str, found: list[str]) -> None:
    assert [str(one) for one in references.to_dialogue(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("recommendations Nos. 1, 2 and 5–7 above", ["1", "2", "5", "6", "7"]),
        ("the recommendations Nos. 85-88 have", ["85", "86", "87", "88"]),
        ("recommendations 76.22, 76.32 and 76. 47 above", ["76.22", "76.32", "76.47"]),
        ("the recommendations in paragraphs 77.13, 77.43 above", ["77.13", "77.43"]),
        ("the first part of recommendation 3 above", ["3"]),
        ("recommendations noted in paragraphs 16, 20 and 24 above", []),
        ("With regard to recommendation 26 (c), the State", []),
    ],
)
def test_numbers_of_a_list_are_read(text: str, found: list[str]) -> None:
    assert references.to_list(text) == found


@pytest.mark.parametrize(
    ("text", "states", "kept"),
    [
        ("Plant trees (Bosnia and Herzegovina, Italy and Germany);", ("BIH", "ITA", "DEU"), "Plant trees"),
        ("Plant trees (Iran (Islamic Republic of));", ("IRN",), "Plant trees"),
        ("Plant trees (Venezuela(Bolivarian Republic of));", ("VEN",), "Plant trees"),
        ("Plant trees (Italy) (Poland).", ("ITA", "POL"), "Plant trees"),
        ("Plant trees (Slovenia, on behalf of a group)", ("SVN",), "Plant trees"),
        ("Plant trees (the Netherlands; Holy See)", ("NLD", "VAT"), "Plant trees"),
        ("Plant (Peru) and water (CERD) trees", ("PER",), "Plant (Peru) and water (CERD) trees"),
        ("Plant trees (Chile; love trees (Cuba);", ("CHL", "CUB"), "Plant trees (Chile; love trees"),
        ("Plant trees (such as oaks (old) (Switzerland);", ("CHE",), "Plant trees (such as oaks (old)"),
        ("Plant trees", (), "Plant trees"),
    ],
)
def test_brackets_tell_who_asked(text: str, states: tuple[str, ...], kept: str) -> None:
    assert brackets.asked_by(text) == states
    assert brackets.without_last(text) == kept


@given(st.text(alphabet="()(),;/ abPeruChile and", max_size=80))
def test_no_text_breaks_the_brackets(text: str) -> None:
    for one in brackets.brackets(text):
        assert 0 <= one.start < one.end <= len(text) + 1
    brackets.without_last(text)
    brackets.unread(text)


@given(st.lists(st.text(alphabet="0123456789.() abPeru;:recommendations enjoy the support", max_size=60), max_size=25))
def test_no_lines_break_the_chapter(texts: list[str]) -> None:
    made = tuple(Line(text, 100, 300, 800.0 - 12 * row, 10, 3) for row, text in enumerate(texts) if text.strip())
    interpret(chapter(made), paragraphs(made), "PER")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Canada applauded the work. Peru was mentioned.", "CAN"),
        ("Noting its friendship with Norway, Malaysia recommended that boats be free.", "MYS"),
        ("The delegation thanked all.", ""),
    ],
)
def test_the_speaker_is_the_state_that_a_verb_follows(text: str, speaker: str) -> None:
    assert Paragraph(12, Block("12", 3, [text])).speaker("VNM") == speaker


def test_the_introduction_tells_session_days_and_troika() -> None:
    told = introduction(
        "1. The Working Group held its thirty-fourth session from 30 November to 11 December 2019. "
        "The review of Peru was held at the 4th meeting, on 2 December 2019. "
        "2. The Council selected the following group of rapporteurs (troika) to facilitate the review of Peru: "
        "Bosnia and Herzegovina, Chile and the Republic of Korea. "
        "3. Documents: (A/HRC/WG.6/34/PER/1); (A/HRC/WG.6/34/PER/2); (A/HRC/WG.6/34/PER/3)."
    )
    assert (told.session, told.told_session) == (34, 34)
    assert (told.start, told.end, told.day) == (date(2019, 11, 30), date(2019, 12, 11), date(2019, 12, 2))
    assert told.troika == ("BIH", "CHL", "KOR")


def test_a_day_without_its_year_is_in_the_sessions_year() -> None:
    told = introduction(
        "The Working Group held its twelfth session from 3 to 14 October 2011. "
        "The review of Peru was held at the 16th meeting on 12 October. The delegation was headed by a minister."
    )
    assert told.day == date(2011, 10, 12)


def test_an_introduction_that_says_nothing_is_empty() -> None:
    told = introduction("The Working Group held its second session from 45 to 99 May 2008.")
    assert (told.session, told.start, told.day, told.troika) == (2, None, None, ())
