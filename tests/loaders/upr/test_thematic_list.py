"""OHCHR's thematic lists in their four layouts, read back cell by cell where the real table is known."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import positions
from graph.records import Assessment, Passage, PassageKey, Position, PositionStated, Record, Tag
from graph.source import Source
from loaders.identify import identify
from loaders.upr import thematic_list
from tests.loaders.documents.word import word

OLD = ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation")
CYCLE_4 = (
    "Recommendation and recommending State",
    "Position of the State under review",
    "Human rights themes and groups of persons",
    "Relevant SDGs",
)
HEAD = "UPR of Peru (4th Cycle – 42nd session) Thematic list of recommendations Page 1 of 3"
SOURCE = "Source of position: A/HRC/99/7/Add.1 - Para. 3"


def read(path: Path, rows: list[tuple[str, ...]], head: str = HEAD) -> tuple[Source, list[Record]]:
    source = word(path / "list.docx", rows, head=head)
    assert thematic_list.recognise(source)
    return source, list(thematic_list.load(source))


def one(path: Path, heading: tuple[str, ...], *cells: str, head: str = HEAD) -> tuple[Passage, PositionStated]:
    """What a list of a single row gives, without any finding."""
    source, records = read(path, [heading, ("Theme: Water",), cells], head)
    passage, stated = records
    assert not source.findings
    assert isinstance(passage, Passage)
    assert isinstance(stated, PositionStated)
    return passage, stated


def test_letter_codes_of_cycle_2_stay_with_their_labels(tmp_path: Path) -> None:
    cells = (f"115.1 Plant trees (Chile);\n{SOURCE}", "Supported", "E2 Water\nG1 Members of minorities\n"
             "Affected persons:\n- children\n- general", "")  # fmt: skip
    passage, stated = one(tmp_path, OLD, *cells, head=HEAD.replace("42nd", "20th"))
    assert passage.key == stated.about == PassageKey("A/HRC/99/7", "115.1")
    assert (passage.state, passage.cycle, passage.recommending_states) == ("PER", 2, ("CHL",))
    assert passage.text == "Plant trees (Chile);"
    assert passage.tags == (
        Tag("ohchr-theme", "E2 Water"), Tag("ohchr-theme", "G1 Members of minorities"), Tag("uhri-person", "children"),
    )  # fmt: skip
    assert (stated.position, stated.document, stated.paragraph) == (Position.SUPPORTED, "A/HRC/99/7/Add.1", "3")
    assert (stated.day, stated.words, stated.place) == (None, "Supported", "row 3")


def test_number_codes_of_cycle_2_are_taken_off(tmp_path: Path) -> None:
    cells = (f"115.1 Plant trees (Chile);\n{SOURCE}", "Noted", "2.1. Acceptance of norms\n31 Water", "")
    passage, stated = one(tmp_path, OLD, *cells)
    assert passage.tags == (Tag("ohchr-theme", "Acceptance of norms"), Tag("ohchr-theme", "Water"))
    assert stated.position is Position.NOTED


def test_cycle_3_holds_themes_goals_and_persons_in_one_cell(tmp_path: Path) -> None:
    labels = "- Water\nSDGs:\n- 6 - CLEAN WATER\n- 16 - PEACE\nAffected persons:\n- Women & girls"
    passage, _ = one(tmp_path, OLD, f"115.2 Dig wells (Cuba) (Peru);{SOURCE}", "Supported", labels, "")
    assert passage.sdgs == ("6", "16")
    assert passage.tags == (Tag("ohchr-theme", "Water"), Tag("uhri-person", "Women & girls"))
    assert passage.recommending_states == ("CUB", "PER")


def test_cycle_4_has_a_column_of_goals_and_the_labels_of_uhri(tmp_path: Path) -> None:
    cells = (f"140.2 Dig wells (Cuba);\n{SOURCE}", "Supported/Noted",
             "- Water\nGroups of persons:\n- Children", "- 6 - CLEAN WATER\n- 6.1 - drinking water")  # fmt: skip
    passage, stated = one(tmp_path, CYCLE_4, *cells)
    assert passage.sdgs == ("6", "6.1")
    assert passage.tags == (Tag("uhri-theme", "Water"), Tag("uhri-person", "Children"))
    assert (passage.cycle, stated.position) == (4, Position.PARTLY_SUPPORTED)


@pytest.mark.parametrize(
    ("source", "symbol", "paragraph"),
    [
        ("Source of Position: A/HRC/43/15 - Para 121", "A/HRC/43/15", "121"),
        ("Source of position A/HRC/43/15/ADD.1", "A/HRC/43/15/Add.1", ""),
        ("Source of position: A/HRC/43/15/Add.1, para. 3 - Para. 3", "A/HRC/43/15/Add.1", "3"),
        ("source of position: A/HRC/43/15/Add.1 – paras. 3 and 5", "A/HRC/43/15/Add.1", "3 and 5"),
    ],
)
def test_the_source_of_the_position_is_read_as_offices_write_it(
    tmp_path: Path, source: str, symbol: str, paragraph: str
) -> None:
    passage, stated = one(tmp_path, OLD, f"121.1 Dig wells (Cuba);{source}", "Supported", "- Water", "")
    assert (passage.symbol, passage.text) == ("A/HRC/43/15", "Dig wells (Cuba);")
    assert (stated.document, stated.paragraph) == (symbol, paragraph)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ((f"Plant trees (Chile); {SOURCE}", "Supported", "- Water", ""), "no number such as 115.18"),
        (("115.1 Plant trees (Chile);", "Supported", "- Water", ""), "which report"),
        ((f"115.1 Plant trees (Chile); {SOURCE}", "Perhaps", "- Water", ""), "Perhaps"),
        ((f"115.1 Plant trees; {SOURCE}", "Noted", "- Water", ""), "no recommending State"),
        ((f"115.1 Plant trees (Chile); {SOURCE}", "Noted", "- Water\nSDGs:\n- soon", ""), "soon"),
        (("A note of the office", ""), "not a recommendation"),
    ],
)
def test_what_a_row_does_not_tell_is_a_finding_at_that_row(tmp_path: Path, cells: tuple[str, ...], told: str) -> None:
    source, _ = read(tmp_path, [OLD, cells])
    (finding,) = source.findings
    assert told in finding.reason
    assert finding.place in ("row 2", "file")


def test_what_somebody_wrote_of_implementation_is_an_assessment(tmp_path: Path) -> None:
    source, records = read(tmp_path, [OLD, (f"115.1 Plant trees (Chile); {SOURCE}", "Noted", "- Water", "Planted.")])
    (assessment,) = (record for record in records if isinstance(record, Assessment))
    assert (assessment.about, assessment.words) == (PassageKey("A/HRC/99/7", "115.1"), "Planted.")
    assert not assessment.official
    assert not source.findings


def test_a_list_that_names_no_state_says_so(tmp_path: Path) -> None:
    source, records = read(tmp_path, [OLD, (f"1.1 Plant (Chile); {SOURCE}", "Noted", "- Water", "")], head="Page 1")
    assert isinstance(records[0], Passage)
    assert (records[0].state, records[0].cycle) == (None, None)
    assert [finding.place for finding in source.findings] == ["heading"]


def test_another_table_is_left_alone(tmp_path: Path) -> None:
    assert not thematic_list.recognise(word(tmp_path / "a.docx", [("Recommendation", "Ministry", "By when")]))
    assert not thematic_list.recognise(word(tmp_path / "b.docx", []))


@pytest.mark.parametrize(
    ("document", "rows", "state", "cycle", "noted"),
    [(positions.LISTS[0][0], 163, "SVN", 2, 21), (positions.LISTS[1][0], 215, "SVN", 3, 33)],
)
def test_the_real_lists_are_read_whole(
    shared_data: Path, document: str, rows: int, state: str, cycle: int, noted: int
) -> None:
    source = Source.of(shared_data / "ohchr-thematic-lists" / document)
    assert [loader.name for loader in identify(source)] == ["upr.thematic_list"]
    records = list(thematic_list.load(source))
    passages = [record for record in records if isinstance(record, Passage)]
    stated = Counter(record.position for record in records if isinstance(record, PositionStated))
    assert len({passage.paragraph for passage in passages}) == len(passages) == rows
    assert {(passage.state, passage.cycle) for passage in passages} == {(state, cycle)}
    assert stated == {Position.SUPPORTED: rows - noted, Position.NOTED: noted}
    assert not source.findings


@pytest.mark.usefixtures("shared_data")
@pytest.mark.parametrize(("document", "key"), positions.LISTS)
def test_cells_agree_with_the_table_people_made(document: str, key: str) -> None:
    cells = positions.cells(document, key)
    assert cells.compared > 1_100
    assert cells.share >= 0.995, cells.differing
    assert not positions.recommending(document, key).differing
