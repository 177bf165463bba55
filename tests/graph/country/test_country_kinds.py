"""The kinds of a country sheet: each column is told apart, means something, and is written as the ontology says."""

from io import BytesIO

import openpyxl
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import RDFS, SKOS

import ontology
from graph import terms
from graph.country.book import GUIDE, LISTS, explained, letters, tables, workbook
from graph.country.column import STEPS, Form, Kind
from graph.country.kinds import KINDS

EVERY = tuple(KINDS.values())
NAMES = [kind.file for kind in EVERY]


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    found = rdflib.Graph()
    for entry in (ontology.root() / "rightsgraph.ttl", ontology.root() / "vocab" / "country-sheet.ttl"):
        found.parse(data=entry.read_text("utf-8"), format="turtle")
    return found


@pytest.mark.parametrize("kind", EVERY, ids=NAMES)
def test_no_heading_of_a_sheet_stands_for_two_columns_in_any_language(kind: Kind) -> None:
    seen: set[str] = set()
    for column in kind.columns:
        assert not seen & column.headings, column.name
        assert column.meaning
        seen |= column.headings


@pytest.mark.parametrize("kind", EVERY, ids=NAMES)
def test_every_class_and_property_that_a_sheet_tells_is_defined(kind: Kind, vocabulary: rdflib.Graph) -> None:
    assert (rdflib.URIRef(terms.rg(kind.cls)), RDFS.label, None) in vocabulary
    for column in kind.columns:
        if column.tells.startswith("rg:"):
            assert (rdflib.URIRef(column.iri), SKOS.definition, None) in vocabulary, column.tells


@pytest.mark.parametrize("kind", EVERY, ids=NAMES)
def test_no_two_columns_of_a_sheet_tell_the_same_property_but_amounts(kind: Kind) -> None:
    told = [(column.tells, column.of if column.form is Form.AMOUNT else "") for column in kind.columns if column.tells]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("kind", EVERY, ids=NAMES)
def test_every_word_of_a_list_is_a_concept_with_its_meaning(kind: Kind, vocabulary: rdflib.Graph) -> None:
    for column in kind.columns:
        if column.form is Form.CHOICE:
            assert column.choices, column.name
            assert column.example in column.choices or not column.example
            for word in column.choices:
                concept = rdflib.URIRef(column.choice(word))
                assert (concept, SKOS.definition, None) in vocabulary, word
                if column.of != STEPS:
                    assert vocabulary.value(concept, SKOS.prefLabel) == rdflib.Literal(word, "en")


@pytest.mark.parametrize("kind", EVERY, ids=NAMES)
def test_every_sheet_asks_for_its_source_and_can_tell_one_row_from_another(kind: Kind) -> None:
    assert [column.name for column in kind.columns[-3:]] == ["Note", "Source", "As of"]
    assert any(column.key and column.needed for column in kind.columns)


def test_the_workbook_has_a_sheet_a_kind_with_headings_explanations_and_lists() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook()))
    assert book.sheetnames == [GUIDE, *(kind.title for kind in EVERY), LISTS]
    for kind in EVERY:
        sheet = book[kind.title]
        assert [cell.value for cell in sheet[1]] == [column.name for column in kind.columns]
        assert [cell.value for cell in sheet[2]] == [explained(column) for column in kind.columns]
        assert sheet.max_row == 2
        offered = {str(one.sqref).split(":")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
        chosen = {f"{letters(n)}3": column for n, column in enumerate(kind.columns) if column.choices}
        assert offered.keys() == chosen.keys()
        for place, column in chosen.items():
            area = offered[place].rpartition("!")[2].replace("$", "")
            assert tuple(row[0].value for row in book[LISTS][area]) == column.choices


def test_the_files_are_the_same_bytes_each_time() -> None:
    assert workbook() == workbook()
    assert tables() == tables()


def test_columns_are_lettered_as_a_spreadsheet_letters_them() -> None:
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_the_words_of_the_lists_have_no_blank_nodes_and_no_word_twice_in_a_list() -> None:
    data = (ontology.root() / "vocab" / "country-sheet.ttl").read_bytes()
    subjects = {quad.subject for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)}
    assert not any(isinstance(one, ox.BlankNode) for one in subjects)
    for kind in EVERY:
        for column in kind.columns:
            assert len(column.choices) == len(set(column.choices))
