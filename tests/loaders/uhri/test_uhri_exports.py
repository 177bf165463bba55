"""UHRI's exports: every annotation becomes a passage or a finding; each rule of cleaning is counted."""

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from benchmarks import uhri as synthetic
from graph.records import Document, DocumentKind, Passage, PassageKind, Position, PositionStated, Record, Tag
from graph.source import Refused, Source
from loaders.identify import identify

ONE: dict[str, Any] = {
    "AnnotationId": "a1", "DocumentId": "d1", "Symbol": "CRC/C/PER/CO/6-7", "Body": "- CRC",
    "AnnotationType": "- Recommendations", "Countries": ["Peru"], "Regions": ["Latin America and the Caribbean"],
    "Themes": ["Right to food"], "AffectedPersons": ["Children"],
    "Sdgs": ["2 - ZERO HUNGER", "16.2 - Protect children"],
    "Text": "Water 12.The Committee recommends more wells.", "PublicationDate": "2025-02-12T00:00:00",
    "PublicationDateOnUhri": "2025-03-03T10:53:45.827", "UprCycle": None, "UprPositions": [],
    "UprRecommendingCountry": [], "UprRecommendingRegions": [], "UprSession": [],
}  # fmt: skip
UPR = ONE | {
    "AnnotationId": "u1", "Symbol": "A/HRC/28/15", "Body": "- UPR", "Text": "115.3 Dig wells (Chile);",
    "UprCycle": "2", "UprPositions": ["- Supported"], "UprRecommendingCountry": ["Chile"],
    "UprSession": ["- 20th Session - Cycle 2"],
}  # fmt: skip


def load(tmp_path: Path, *told: dict[str, Any]) -> tuple[Source, list[Record]]:
    path = tmp_path / "export.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    source = Source.of(path)
    (loader,) = identify(source)
    return source, list(loader.load(source))


def passages(records: list[Record]) -> list[Passage]:
    return [one for one in records if isinstance(one, Passage)]


def rules(source: Source) -> dict[str, str]:
    return {one.place.removeprefix("rule: "): one.reason for one in source.findings if one.place.startswith("rule")}


def test_an_annotation_is_a_passage_with_its_labels(tmp_path: Path) -> None:
    _, (document, passage) = load(tmp_path, ONE)
    assert isinstance(document, Document)
    assert (document.symbol, document.kind, document.state) == (
        "CRC/C/PER/CO/6-7", DocumentKind.CONCLUDING_OBSERVATIONS, "PER"
    )  # fmt: skip
    assert isinstance(passage, Passage)
    assert (passage.paragraph, passage.section, passage.text) == ("12", "Water", "The Committee recommends more wells.")
    assert (passage.kind, passage.mechanism, passage.annotation) == (PassageKind.RECOMMENDATION, "CRC", "a1")
    assert passage.tags == (Tag("uhri-theme", "Right to food"), Tag("uhri-person", "Children"))
    assert passage.sdgs == ("2", "16.2")


def test_a_recommendation_of_the_upr_has_states_cycle_and_position(tmp_path: Path) -> None:
    _, (document, passage, position) = load(tmp_path, UPR)
    assert isinstance(document, Document)
    assert document.cycle == 2
    assert isinstance(passage, Passage)
    assert (passage.paragraph, passage.recommending_states, passage.cycle) == ("115.3", ("CHL",), 2)
    assert isinstance(position, PositionStated)
    assert (position.about, position.position) == (passage.key, Position.SUPPORTED)


@pytest.mark.parametrize(
    ("text", "number", "heading", "rest"),
    [
        ("136.1 Dig wells", "136.1", "", "Dig wells"),
        ("166.6. Dig wells", "166.6", "", "Dig wells"),
        ("para. 96 Dig wells", "96", "", "Dig wells"),
        ("Paragraph 12 (b): Dig wells", "12 (b)", "", "Dig wells"),
        ("Recommendation No. 21. (para. 96: 21.) Dig wells", "96.21", "", "Dig wells"),
        ("Recommendations contained in para. 77 (a): Dig wells", "77 (a)", "", "Dig wells"),
        ("17.The Committee", "17", "", "The Committee"),
        ("B.Positive aspects\n3.The Committee", "3", "B.Positive aspects", "The Committee"),
        ("Rural women 49.The Committee", "49", "Rural women", "The Committee"),
        ("R 12.4 Dig wells", "12.4", "", "Dig wells"),
        ("Wells were dug in 2015. Trees too.", "not given (a1)", "", "Wells were dug in 2015. Trees too."),
    ],
)
def test_the_number_inside_a_text_is_its_paragraph(
    tmp_path: Path, text: str, number: str, heading: str, rest: str
) -> None:
    _, records = load(tmp_path, ONE | {"Text": text})
    (passage,) = passages(records)
    assert (passage.paragraph, passage.section, passage.text) == (number, heading, rest)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"Text": "12.<p>The Committee &amp; all</p>"}, "HTML taken out of a text"),
        ({"Text": "12.The Committee &nbsp;"}, "entities of a text made letters"),
        ({"Countries": ["PK"]}, "two-letter code of a country read"),
        ({"Countries": []}, "no country: taken from the symbol"),
        ({"Countries": ["Peru*"]}, "asterisk of a country taken off"),
        ({"Body": "- Committee on the Rights of the Child"}, "body called by another name than its notation"),
        ({"Body": "-"}, "no body: taken from the symbol"),
        ({"AnnotationType": "-"}, "type missing or a UUID: an observation"),
        ({"AnnotationType": "0a0c9531-85fa-4408-a9db-bc816c2e1261"}, "type missing or a UUID: an observation"),
        ({"Themes": [" Right to food "]}, "marks and blanks around a label taken off"),
        ({"Themes": ["Reservations"]}, "theme 'Reservations' kept as doubtful"),
        ({"Symbol": "CRC/C/ PER/CO/6-7"}, "symbol put into its normal form"),
        ({"Symbol": None}, "no symbol: the document's identity stands for it"),
    ],
)
def test_every_dirt_is_cleaned_by_a_rule_that_counts(tmp_path: Path, change: dict[str, Any], rule: str) -> None:
    source, records = load(tmp_path, ONE | change)
    assert rules(source)[rule] == "1 values"
    (passage,) = passages(records)
    assert passage.state in ("PER", "PAK")
    assert "<" not in passage.text
    assert "&" not in passage.text.replace("& all", "")


def test_the_default_theme_is_kept_but_is_no_theme(tmp_path: Path) -> None:
    _, records = load(tmp_path, ONE | {"Themes": ["Reservations", "Right to food"]})
    (passage,) = passages(records)
    assert [tag.doubtful for tag in passage.tags if tag.scheme == "uhri-theme"] == [True, False]


def test_two_states_are_both_addressed(tmp_path: Path) -> None:
    _, records = load(tmp_path, ONE | {"Countries": ["Peru", "Chile"]})
    (passage,) = passages(records)
    assert (passage.state, passage.other_states) == ("PER", ("CHL",))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"Countries": ["European Union"]}, "no State is called 'European Union'"),
        ({"Body": "- SR Nothing", "Symbol": "A/HRC/1/2"}, "no mechanism is called 'SR Nothing'"),
        ({"Sdgs": ["no goal"]}, "no goal or target begins with 'no goal'"),
        ({"AnnotationType": "- Praise"}, "no type is called 'Praise'"),
    ],
)
def test_a_value_that_no_rule_cleans_is_told_and_the_record_kept(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    source, records = load(tmp_path, ONE | change)
    assert len(passages(records)) == 1
    assert any(one.reason.startswith(reason) for one in source.findings)


def test_a_record_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    lost = ONE | {"AnnotationId": "a2", "Symbol": None, "DocumentId": None}
    empty = ONE | {"AnnotationId": "a3", "Text": " "}
    source, records = load(tmp_path, ONE, ONE, lost, empty)
    assert len(passages(records)) == 1
    told = [one.reason for one in source.findings if one.reason.startswith("annotation ")]
    assert [reason.split(" ")[1].rstrip(":") for reason in told] == ["a1", "a2", "a3"]


def test_parts_of_one_paragraph_are_parts_and_the_same_words_are_one(tmp_path: Path) -> None:
    part = ONE | {"AnnotationId": "a2", "Text": "12.It further urges the State to mend pipes."}
    same = UPR | {"AnnotationId": "u2", "UprRecommendingCountry": ["Kenya"]}
    _, records = load(tmp_path, ONE, part, UPR, same)
    found = passages(records)
    assert [one.paragraph for one in found] == ["12", "12 part 2", "115.3", "115.3"]
    assert found[1].aliases == ("12",)


def test_a_reply_of_the_state_is_no_recommendation(tmp_path: Path) -> None:
    _, records = load(tmp_path, UPR | {"Text": "Response of Peru: wells are dug.", "UprPositions": []})
    assert passages(records)[0].kind is PassageKind.STATEMENT


def test_a_special_procedure_s_text_carries_its_own_language(tmp_path: Path) -> None:
    spanish = (
        "12. El Relator recomienda al Estado que las comunidades y los pueblos del norte tengan pozos para el agua."
    )
    _, records = load(tmp_path, ONE | {"Body": "- SR Water & sanitation", "Symbol": "A/HRC/9/9/Add.1", "Text": spanish})
    assert passages(records)[0].language == "es"


def test_json_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([ONE, UPR])[:-20], encoding="utf-8")
    source = Source.of(path)
    (loader,) = identify(source)
    assert len(passages(list(loader.load(source)))) == 1
    assert any(one.place == "after record 1" for one in source.findings)


def test_json_without_a_whole_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([ONE])[:-20], encoding="utf-8")
    source = Source.of(path)
    (loader,) = identify(source)
    with pytest.raises(Refused, match="download it again"):
        list(loader.load(source))


def book(path: Path, headings: list[str], *rows: list[str | float]) -> Source:
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet()
    for number, row in enumerate([headings, *rows]):
        sheet.write_row(number, 0, row)
    workbook.close()
    return Source.of(path)


def row(text: str) -> list[str | float]:
    return [
        text, "- Timor-Leste", "- CRC", "CRC/C/TLS/CO/4", "- Right to food\n- Right to health", "- Children", "",
        45700.5, "", "", "- Recommendations", "a1", "", "- Asia-Pacific", "", 46125.49,
    ]  # fmt: skip


@pytest.mark.parametrize("spelling", ["Reccomending", "Recommending"])
def test_the_workbook_says_the_same_in_sixteen_columns(tmp_path: Path, spelling: str) -> None:
    headings = [name.replace("Reccomending", spelling) for name in synthetic.COLUMNS]
    source = book(tmp_path / "export.xlsx", headings, row("12.The Committee recommends more wells."))
    (loader,) = identify(source)
    assert loader.name == "uhri.xlsx"
    document, passage = loader.load(source)
    assert isinstance(document, Document)
    assert str(document.issued) == "2025-02-12"
    assert isinstance(passage, Passage)
    assert (passage.state, passage.paragraph) == ("TLS", "12")
    assert [tag.label for tag in passage.tags] == ["Right to food", "Right to health", "Children"]


def test_a_missing_and_an_unknown_column_are_told(tmp_path: Path) -> None:
    headings = ["Colour" if name == "Sdgs" else name for name in synthetic.COLUMNS]
    source = book(tmp_path / "export.xlsx", headings, row("12.The Committee recommends more wells."))
    list(identify(source)[0].load(source))
    assert {one.reason.split("'")[1] for one in source.findings if one.place == "headings"} == {"sdgs", "colour"}


@pytest.mark.parametrize("write", [synthetic.write_json, synthetic.write_xlsx])
def test_of_a_soiled_export_no_record_is_lost(shared_data: Path, tmp_path: Path, write: Any) -> None:
    assert shared_data.is_dir()
    path = tmp_path / f"export.{write.__name__.removeprefix('write_')}"
    write(path, 3000)
    source = Source.of(path)
    (loader,) = identify(source)
    found = passages(list(loader.load(source)))
    told = [one for one in source.findings if one.reason.startswith("annotation ")]
    assert len(found) + len(told) == 3000
    assert len(rules(source)) > 6


@pytest.mark.parametrize(
    ("file", "count"), [("original-shape-one-record.json", 1), ("reshaped-to-export-keys.json", 10)]
)
def test_real_records_keep_all_they_say(shared_data: Path, file: str, count: int) -> None:
    source = Source.of(shared_data / "uhri" / file)
    (loader,) = identify(source)
    found = passages(list(loader.load(source)))
    assert len(found) == count
    assert all(one.paragraph.isdigit() and one.text and one.tags for one in found)
