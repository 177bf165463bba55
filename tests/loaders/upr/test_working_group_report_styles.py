"""Each numbering style that Working Group reports use, on small chapters in words of our own."""

from graph.records import Position
from loaders.documents.pdf import Line
from loaders.upr.working_group.asks import Asks
from loaders.upr.working_group.conclusions import chapter
from loaders.upr.working_group.dialogue import Paragraph, paragraphs
from loaders.upr.working_group.interpret import interpret
from loaders.upr.working_group.pledges import pledges

SUPPORTED = "The recommendations below enjoy the support of Utopia:"
CLOSING = "All conclusions and/or recommendations reflect the position of the submitting State(s)."


def lines(text: str) -> tuple[Line, ...]:
    """Lines as on a page: blanks at the left are its indent, an empty line a wider gap, `---` a page break."""
    made: list[Line] = []
    y, page = 800.0, 3
    for row in text.strip("\n").splitlines():
        if row.strip() == "---":
            y, page = 800.0, page + 1
        elif row.strip():
            left = 100 + 7.0 * (len(row) - len(row.lstrip()))
            made.append(Line(row.strip(), left, left + 300, y, 10, page))
        y -= 12 if row.strip() else 6
    return tuple(made)


def read(text: str, dialogue: str = "") -> Asks:
    spoken: dict[int, Paragraph] = paragraphs(lines(dialogue)) if dialogue else {}
    return interpret(chapter(lines(text)), spoken, "XKX")


def positions(asks: Asks) -> dict[str, tuple[Position | None, str]]:
    return {name: (ask.position, ask.stated_in) for name, ask in asks.by_paragraph.items()}


def test_a_plain_list_is_numbered_by_its_lead() -> None:
    asks = read(f"""
64. {SUPPORTED}

    1. Plant trees along each
        road (Peru, Chile);

    2. Open more libraries (Viet Nam).

65. {CLOSING}
""")
    assert list(asks.by_paragraph) == ["64.1", "64.2"]
    first = asks.by_paragraph["64.1"]
    assert (first.text, first.states, first.aliases) == ("Plant trees along each road", ("PER", "CHL"), ("1",))
    assert (first.position, first.stated_in, first.page) == (Position.SUPPORTED, "64", 3)
    assert first.words == SUPPORTED.strip(":")
    assert not asks.odd


def test_the_next_lead_is_told_from_the_item_with_its_number() -> None:
    """The 96th item and paragraph 96 follow each other: what they say decides, not where they stand."""
    items = "\n\n".join(f"    {number}. Build bridge number {number} (Peru);" for number in range(1, 97))
    asks = read(f"""
95. {SUPPORTED}

{items}

96. The following recommendations did not enjoy the support of Utopia:

    1. Sell the bridges (Chile).

97. {CLOSING}
""")
    assert len(asks.by_paragraph) == 97
    assert asks.by_paragraph["95.96"].states == ("PER",)
    assert positions(asks)["96.1"] == (Position.NOTED, "96")


def test_dotted_numbers_with_and_without_the_last_point() -> None:
    asks = read(f"""
83. {SUPPORTED}

    83.1 Plant trees (Peru);

    83.2. Water the trees (Chile);

84. The following recommendations will be examined by Utopia, which will respond in due time:

    84.1. Cut no trees (Peru).

85. {CLOSING}
""")
    assert positions(asks) == {
        "83.1": (Position.SUPPORTED, "83"),
        "83.2": (Position.SUPPORTED, "83"),
        "84.1": (Position.PENDING, "84"),
    }


def test_a_misprinted_number_keeps_its_place_and_is_told() -> None:
    asks = read("""
86. The following recommendations were made to Utopia:

    86.1. Plant trees (Peru);

    85.2. Water trees (Chile);

    86.3. Love trees (Cuba);
""")
    assert list(asks.by_paragraph) == ["86.1", "86.2", "86.3"]
    assert asks.by_paragraph["86.2"].aliases == ("85.2",)
    assert [reason for _, reason in asks.odd] == ["85.2 is printed where 86.2 is due"]


def test_a_number_without_its_point_is_still_a_number() -> None:
    asks = read("""
70. The following recommendations were made to Utopia:

    1. Plant trees (Peru);

    2 Water trees in all of the
    gardens (Chile);

    3. Love trees (Cuba);
""")
    assert list(asks.by_paragraph) == ["70.1", "70.2", "70.3"]


def test_a_line_that_begins_with_another_number_is_no_item() -> None:
    asks = read("""
106. The following recommendations did not enjoy the support of Utopia:

    106.1. Ratify ILO Convention No.
        169. It protects peoples; and see
        105.31 above as well (Peru);

    106.2. Plant trees (Chile).
""")
    assert list(asks.by_paragraph) == ["106.1", "106.2"]
    assert "169. It protects" in asks.by_paragraph["106.1"].text


def test_recommendations_that_were_only_made_have_no_position_until_a_later_line_states_it() -> None:
    made = """
56. In the course of the discussion, the following recommendations were made to Utopia:

    1. Recommended that Utopia plant trees (Peru);

    2. That Utopia water them (Chile).
"""
    assert positions(read(made))["56.1"] == (None, "56")
    unnumbered = read(made + "\nThe recommendations listed above enjoy the support of Utopia.\n\n57. " + CLOSING)
    assert positions(unnumbered) == {"56.1": (Position.SUPPORTED, "56"), "56.2": (Position.SUPPORTED, "56")}
    numbered = read(made + "\n57. The response of Utopia will be included in the outcome report.\n\n58. " + CLOSING)
    assert positions(numbered) == {"56.1": (Position.PENDING, "57"), "56.2": (Position.PENDING, "57")}


def test_numbers_named_later_bring_a_remark_and_keep_the_position() -> None:
    asks = read(f"""
98. {SUPPORTED}

    1. Plant trees (Peru);

    2. Water trees (Chile);

    3. Love trees (Cuba).

99. Utopia considers that recommendations Nos. 1 and 3 above are already implemented.

100. {CLOSING}
""")
    assert asks.by_paragraph["98.1"].remark == "already implemented"
    assert asks.by_paragraph["98.2"].remark == ""
    assert positions(asks)["98.3"] == (Position.SUPPORTED, "98")


def test_a_number_that_names_no_ask_is_told() -> None:
    asks = read("""
98. The recommendations below enjoy the support of Utopia:

    1. Plant trees (Peru).

99. Utopia considers that recommendations Nos. 1 and 7 above are already implemented.
""")
    assert [reason for _, reason in asks.odd] == ["paragraph 99 names 98.7, which is not in the report"]


DIALOGUE = """
34. Peru thanked Utopia.

35. Canada applauded the libraries. It recommended that Utopia (a) open a library
in each village; (b) lend books free of charge; and (c) print more books. It asked about
schools.

36. Noting the lakes, Malaysia recommended that boats be free. It liked the
fish. Malaysia recommended that swimming be taught.
"""


def test_asks_named_by_reference_stand_in_the_dialogue_and_their_speaker_asks() -> None:
    asks = read("""
102. The recommendations noted in the report in paragraphs 35 (a), (b) and
36 above did not enjoy the support of Utopia.
""", DIALOGUE)  # fmt: skip
    assert positions(asks) == dict.fromkeys(("35 (a)", "35 (b)", "36"), (Position.NOTED, "102"))
    first, whole = asks.by_paragraph["35 (a)"], asks.by_paragraph["36"]
    assert (first.text, first.states) == ("open a library in each village", ("CAN",))
    assert whole.states == ("MYS",)
    assert "boats be free" in whole.text
    assert "liked the fish" not in whole.text, "what asks for nothing is left out"


def test_a_letter_that_is_not_printed_is_taken_by_its_turn_and_told() -> None:
    asks = read("90. The recommendations in paragraph 36 (b) did not enjoy the support of Utopia.", DIALOGUE)
    assert asks.by_paragraph["36 (b)"].text == "Malaysia recommended that swimming be taught."
    assert "taken by its turn" in asks.notes[0][1]


def test_a_reference_to_nothing_is_told_and_adds_nothing() -> None:
    asks = read("90. The recommendations in paragraphs 35 (f) and 77 did not enjoy the support of Utopia.", DIALOGUE)
    assert not asks.by_paragraph
    assert len(asks.odd) == 2


def test_a_single_ask_without_number_bears_its_leads() -> None:
    asks = read("""
100. The following recommendation did not enjoy the support of Utopia:

    Sell all the boats at once (Chile).

The country offered the following comments:

    The boats are needed on the lakes.

101. All conclusions and/or recommendations reflect the position of the submitting State(s).
""")
    assert list(asks.by_paragraph) == ["100"]
    assert asks.by_paragraph["100"].states == ("CHL",)
    assert asks.by_paragraph["100"].remark == "The boats are needed on the lakes."


def test_the_states_own_replies_are_no_recommendations() -> None:
    asks = read("""
92. The following recommendations did not enjoy the support of Utopia, which offered the following comments:

    1. Sell the boats (Chile);

    2. Utopia explained that it does not plan to sell any.

    3. Sell the lakes (Peru);

    Not applicable.
""")
    assert list(asks.by_paragraph) == ["92.1", "92.3"]
    assert asks.by_paragraph["92.1"].remark == "Utopia explained that it does not plan to sell any."
    assert asks.by_paragraph["92.3"].remark == "Not applicable."


def test_several_asks_in_one_number_are_one_passage_of_all_its_states() -> None:
    asks = read("""
58. The following recommendations were made to Utopia:

    1. Sign (Iraq)/ratify (Spain) the treaty (CERD); plant trees (Peru)
        (Chile) in line with article 9; and (a) water them; (b) love them
        (Iran (Islamic Republic of), Bolivia (Plurinational State of)).
""")
    ask = asks.by_paragraph["58.1"]
    assert ask.states == ("IRQ", "ESP", "PER", "CHL", "IRN", "BOL")
    assert ask.text.endswith("(b) love them")
    assert "(CERD)" in ask.text


def test_an_ask_goes_on_over_a_page_break() -> None:
    asks = read("""
129. The recommendations below enjoy the support of Utopia:

    129.1. Plant trees
        along the roads (Peru);
---
        Water them often (Chile);

    129.2. Love trees (Cuba).
""")
    assert asks.by_paragraph["129.1"].states == ("PER", "CHL")


def test_a_bracket_with_an_unknown_state_is_told_and_nothing_is_guessed() -> None:
    asks = read("""
75. The following recommendations were made to Utopia:

    75.1. Plant trees (Peru, Atlantis);

    75.2. Water trees (Lilliput);
""")
    assert asks.by_paragraph["75.1"].states == ("PER",)
    assert asks.by_paragraph["75.2"].states == ()
    told = " ".join(reason for _, reason in asks.odd)
    assert "Atlantis" in told
    assert "Lilliput" in told


def test_a_number_printed_twice_is_kept_apart_and_told() -> None:
    asks = read("""
75. The following recommendations were made to Utopia:

    75.1. Plant trees (Peru);

    75.2. Water trees (Chile);

    75.2. Love trees (Cuba);
""")
    assert [ask.states for ask in asks.by_paragraph.values()] == [("PER",), ("CHL",), ("CUB",)]
    assert any("twice" in reason for _, reason in asks.odd)


def test_commitments_inside_the_chapter_are_pledges() -> None:
    asks = read("""
60. During the session, Utopia made the following voluntary commitments:

    1. To plant one tree each day;

    2. To water it.
""")
    assert not asks.by_paragraph
    assert [(one.number, one.text) for one in asks.pledges] == [
        ("60.1", "To plant one tree each day;"),
        ("60.2", "To water it."),
    ]


def test_chapter_three_gives_a_pledge_for_each_paragraph_and_letter() -> None:
    found = pledges(
        lines("""
77. Utopia made the following commitments: (a) Plant trees; (b) Water them.

78. Utopia will report each year.
""")
    )
    assert [(one.number, one.text) for one in found] == [
        ("77 (a)", "Plant trees"),
        ("77 (b)", "Water them"),
        ("78", "Utopia will report each year."),
    ]
