"""Compilations from file to records: statements, what they cite, OHCHR's groupings; PDF and text without layout."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from graph.records import Document, DocumentKind, Passage, PassageKey, PassageKind, Record, Relation, StatedLink
from graph.source import Refused, Severity, Source
from loaders.documents.paper import raise_marks
from loaders.identify import identify
from loaders.upr import documents_json
from loaders.upr.compilation import load as compilation

Placed = tuple[float, float, float, str]
Make = Callable[[Iterable[Iterable[Placed]]], Source]
Triple = tuple[str, str, str]
DOCUMENTS = "un-documents"


def links(records: Iterable[Record], relation: Relation) -> set[Triple]:
    """(paragraph of the statement, symbol, paragraph) of every link of one kind to a document."""
    found = set()
    for link in records:
        if isinstance(link, StatedLink) and link.relation is relation and isinstance(link.object, PassageKey):
            assert isinstance(link.subject, PassageKey)
            found.add((link.subject.paragraph, link.object.symbol, link.object.paragraph))
    return found


def passages(records: Iterable[Record], kind: PassageKind) -> dict[str, Passage]:
    return {
        f"{one.symbol} {one.paragraph}": one for one in records if isinstance(one, Passage) and one.kind is kind
    }  # fmt: skip


def page(*lines: tuple[float, str], size: float = 10) -> list[Placed]:
    return [(left, 780.0 - 16 * row, size, text) for row, (left, text) in enumerate(lines)]


def raised(left: float, row: int, mark: str) -> Placed:
    """A note mark above the base of a line of a page."""
    return (left, 780.0 - 16 * row + 4, 6, mark)


TITLE = page(
    (300, "A/HRC/WG.6/42/PER/2"),
    (300, "Distr.: General"),
    (300, "7 May 2030"),
    (57, "Human Rights Council"),
    (57, "Working Group on the Universal Periodic Review"),
    (57, "Forty-second session"),
    (57, "Peru"),
    (57, "Compilation of information by the Office of the High Commissioner"),
)
TEXT = [
    *page(
        (57, "A. Water and trees"),
        (57, "1. The Committee against Torture (CAT) recommended wells."),
        (57, "The Independent Expert on minority issues and CEDAW asked for trees."),
        (57, "2. She asked for shade."),
    ),
    raised(360, 1, "1"),
    raised(415, 2, "2"),
    raised(190, 3, "3"),
]
NOTES = page(
    (57, "Notes"),
    (57, "1 For relevant recommendations, see A/HRC/20/1, paras. 99.1 and 99.3-99.4. CAT/C/PER/CO/3, para. 23 (a)."),
    (57, "2 A/HRC/4/9/Add.2, para. 7. See also CEDAW/C/PER/CO/4, paras. 5-6; and CAT/C/PER/CO/3/Add.1, para. 2."),
    (57, "3 A/HRC/4/9/Add.2, para. 8."),
)


def test_a_made_compilation_gives_statements_passages_and_links(make_pdf: Make) -> None:
    source = make_pdf([TITLE, TEXT, NOTES])
    assert compilation.recognise(source)
    records = list(compilation.load(source))
    document = records[0]
    assert isinstance(document, Document)
    assert (document.symbol, document.kind) == ("A/HRC/WG.6/42/PER/2", DocumentKind.COMPILATION)
    assert (document.state, document.cycle) == ("PER", 4)
    said = passages(records, PassageKind.STATEMENT)
    own = [one for one in said.values() if one.symbol == document.symbol]
    assert [one.paragraph for one in own] == ["1 s1", "1 s2", "2"]
    assert own[0].text == "The Committee against Torture (CAT) recommended wells."
    assert (own[0].section, own[0].mechanism, own[0].state) == ("A. Water and trees", None, "PER")
    assert links(records, Relation.CITES) == {
        ("1 s1", "CAT/C/PER/CO/3", "23 (a)"),
        ("1 s2", "A/HRC/4/9/Add.2", "7"),
        ("1 s2", "CEDAW/C/PER/CO/4", "5"),
        ("1 s2", "CEDAW/C/PER/CO/4", "6"),
        ("1 s2", "CAT/C/PER/CO/3/Add.1", "2"),
        ("2", "A/HRC/4/9/Add.2", "8"),
    }
    assert links(records, Relation.GROUPED_WITH) == {("1 s1", "A/HRC/20/1", f"99.{number}") for number in (1, 3, 4)}


def test_whose_words_are_cited_is_told_by_symbol_and_by_any_sentence(make_pdf: Make) -> None:
    records = list(compilation.load(make_pdf([TITLE, TEXT, NOTES])))
    seen = passages(records, PassageKind.OBSERVATION)
    assert {key: one.mechanism for key, one in seen.items()} == {
        "CAT/C/PER/CO/3 23 (a)": "CAT",
        "A/HRC/4/9/Add.2 7": "SR Minorities",
        "A/HRC/4/9/Add.2 8": "SR Minorities",
        "CEDAW/C/PER/CO/4 5": "CEDAW",
        "CEDAW/C/PER/CO/4 6": "CEDAW",
    }
    assert seen["A/HRC/4/9/Add.2 8"].summary == "She asked for shade."
    assert not any(one.text for one in seen.values()), "only the document itself gives its words"
    reply = passages(records, PassageKind.STATEMENT)["CAT/C/PER/CO/3/Add.1 2"]
    assert reply.mechanism is None, "a reply to concluding observations is the State's own"


def test_a_compilation_without_notes_says_so(make_pdf: Make) -> None:
    source = make_pdf([TITLE, TEXT[:4]])
    records = list(compilation.load(source))
    assert not links(records, Relation.CITES)
    assert any("no endnotes" in finding.reason for finding in source.findings)


def test_a_corrigendum_and_a_summary_are_no_compilation(make_pdf: Make) -> None:
    for symbol in ("A/HRC/WG.6/42/PER/2/Corr.1", "A/HRC/WG.6/42/PER/3"):
        other = [(x, y, size, text.replace("A/HRC/WG.6/42/PER/2", symbol)) for x, y, size, text in TITLE]
        assert not compilation.recognise(make_pdf([other]))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("wells.1 Trees,2 and", "wells.¹ Trees,² and"),
        ("of UNICEF.1 Then 2", "of UNICEF.¹ Then 2"),
        ("framework1 and bodies2\n", "framework¹ and bodies²\n"),
        ("(No. 189),1 in 1961.2 Then", "(No. 189),¹ in 1961.² Then"),
        ("para. 1 of 2 wells.1", "para. 1 of 2 wells.¹"),
    ],
)
def test_glued_marks_are_told_from_other_figures_by_their_order(text: str, marked: str) -> None:
    assert raise_marks(text, 2) == marked


def told(tmp_path: Path, **changed: Any) -> Source:
    paper = {
        "_id": "1", "_source": "x", "title": "Peru - UN Compilation", "url": "", "country_reviewed": "Peru",
        "country_code": "PER", "session": 42, "cycle": 4, "doc_type": "compilation", "date": "2014-01-01",
        "symbol": "A/HRC/WG.6/42/PER/2",
        "text": "A\n/HRC/WG.6/42/PER/2\nI. Background\n1. It was prepared so.\nII. Trees1\n2. CAT asked for wells.2\n"
        "Notes\n1 For relevant recommendations, see A/HRC/20/1, para. 99.1.\n2 CAT/C/PER/CO/3, para. 4.\n",
    }  # fmt: skip
    path = tmp_path / "paper.json"
    path.write_text(json.dumps(paper | changed), "utf-8")
    return Source.of(path)


def test_text_without_layout_is_read_as_well(tmp_path: Path) -> None:
    source = told(tmp_path)
    assert documents_json.recognise(source)
    records = list(documents_json.load(source))
    assert links(records, Relation.CITES) == {("2", "CAT/C/PER/CO/3", "4")}
    assert links(records, Relation.GROUPED_WITH) == {("2", "A/HRC/20/1", "99.1")}
    assert not source.findings


def test_a_cycle_that_the_symbol_denies_is_a_finding(tmp_path: Path) -> None:
    source = told(tmp_path, cycle=2)
    document = next(iter(documents_json.load(source)))
    assert isinstance(document, Document)
    assert document.cycle == 4
    assert [finding.place for finding in source.findings] == ["cycle"]


def test_other_papers_in_json_are_documents_alone(tmp_path: Path) -> None:
    source = told(tmp_path, symbol="A/HRC/WG.6/42/PER/4")
    (document,) = documents_json.load(source)
    assert isinstance(document, Document)
    assert document.kind is DocumentKind.OTHER
    symbol, text = source.findings
    assert "its text begins with A/HRC/WG.6/42/PER/2" in symbol.reason
    assert "not read yet" in text.reason


@pytest.mark.parametrize("content", ["{", '{"_source": 1, "country_code": "", "doc_type": "", "symbol": "none"}', "[]"])
def test_json_that_is_no_paper_is_left_alone_or_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "paper.json").write_text(content, "utf-8")
    source = Source.of(tmp_path / "paper.json")
    if documents_json.recognise(source):
        with pytest.raises(Refused, match="not a UPR paper"):
            list(documents_json.load(source))


SEEN = {
    "slovenia/cycle2/g1414064.pdf": {
        ("1 s3", "CRC/C/SVN/CO/3-4", "79"),  # Ibid. after "See also"
        ("13", "A/HRC/18/33/Add.2", "58 (c)"),
        ("16 s2", "CRC/C/SVN/CO/3-4", "34 (d)"),  # Ibid., paras. 34(a) (b) (c) and (d)
        ("28", "CRC/C/SVN/CO/3-4", "74 (a)"),
        ("31", "CAT/C/SVN/CO/3", "10"),  # CO/3para. 10
        ("40 s2", "A/HRC/18/33/Add.2", "58 (m)"),
        ("52 s2", "CAT/C/SVN/CO/3/Add.1", "17"),
        ("53 s3", "CRC/C/SVN/CO/3-4", "76"),
    },
    "slovenia/cycle1/g0917123.pdf": {
        ("5 s2", "E/C.12/SVN/CO/1", "6"),  # "CESCR¹⁶ and CRC¹⁷ were pleased …"
        ("5 s2", "CRC/C/15/Add.230", "8"),
        ("25 s1", "CEDAW/C/SVN/CO/4", "6 (c)"),
        ("33", "A/HRC/7/23", "67"),
        ("45 s2", "CEDAW/C/SVN/CO/4", "28"),
    },
    "upr-documents-json/record_0001.json": {
        ("3", "CRC/C/BRB/CO/2", "63"),  # para. 62-63
        ("37 s2", "CRC/C/BRB/CO/2", "47"),
        ("37 s3", "CEDAW/C/BRB/CO/5-8", "36"),
        ("50 s1", "CEDAW/C/BRB/CO/5-8", "32"),
    },
    "upr-documents-json/record_0004.json": {
        ("7", "CRC/C/15/Add.219", "5"),
        ("19 s1", "CRC/C/BRN/CO/2-3", "46 (a)"),
        ("23", "CRC/C/BRN/CO/2-3", "70"),  # Ibid. before "See CRC/C/15/Add.219"
        ("59 s1", "CEDAW/C/BRN/CO/1-2", "28"),
    },
}
"""Read by eye in the printed papers."""
NOT_SEEN = {
    "slovenia/cycle2/g1414064.pdf": {("33", "CRC/C/SVN/CO/3-4", "38")},  # Ibid. after "UNESCO, para. 37"
    "upr-documents-json/record_0001.json": {("37 s2", "CEDAW/C/BRB/CO/5-8", "36")},
}


@pytest.mark.parametrize("file", SEEN)
def test_pairs_read_by_eye_are_among_those_read(shared_data: Path, file: str) -> None:
    source = Source.of(shared_data / DOCUMENTS / file)
    (loader,) = identify(source)
    found = links(loader.load(source), Relation.CITES)
    assert found >= SEEN[file]
    assert not found & NOT_SEEN.get(file, set())


@pytest.mark.parametrize(
    ("file", "notes", "headings", "grouped"),
    [("record_0001.json", 54, 16, 126), ("record_0004.json", 70, 16, 208)],
)
def test_headings_group_last_cycle_s_recommendations(
    shared_data: Path, file: str, notes: int, headings: int, grouped: int
) -> None:
    source = Source.of(shared_data / DOCUMENTS / "upr-documents-json" / file)
    records = list(documents_json.load(source))
    of_heading = {
        (link.place, link.object)
        for link in records
        if isinstance(link, StatedLink)
        and link.relation is Relation.GROUPED_WITH
        and link.place.startswith("heading")
        and link.quote.startswith("For ")
    }
    assert len({place for place, _ in of_heading}) == headings
    assert len(of_heading) == grouped
    citing = {
        link.place
        for link in records
        if isinstance(link, StatedLink) and link.relation is Relation.CITES and isinstance(link.object, PassageKey)
    }
    assert len(citing) == notes, "every note with a symbol is linked to its sentence"
    assert not [finding for finding in source.findings if "no mark" in finding.reason]


def test_a_slip_of_the_paper_is_told_and_kept(shared_data: Path) -> None:
    source = Source.of(shared_data / DOCUMENTS / "upr-documents-json" / "record_0004.json")
    list(documents_json.load(source))
    assert [one.place for one in source.findings if "Ibid. leads to CEDAW" in one.reason] == ["note 9"]


def test_a_damaged_file_that_can_be_repaired_is_read(shared_data: Path) -> None:
    source = Source.of(shared_data / DOCUMENTS / "slovenia" / "cycle1" / "g0917123.pdf")
    records = list(compilation.load(source))
    said = [one for one in records if isinstance(one, Passage) and one.symbol.endswith("SVN/2")]
    assert [one.paragraph.split()[0] for one in said][-1] == "45"
    assert all(one.severity is Severity.NOTE for one in source.findings)
