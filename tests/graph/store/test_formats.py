"""Result formats: what is written is read back as the same terms by another reader."""

import csv
import io

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.store import formats

XSD = "http://www.w3.org/2001/XMLSchema#"
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30) | st.sampled_from(
    ["a\tb", "a\nb", 'say "x"', "<&>", "\\", "=1+1", ""]
)
LITERALS = st.one_of(
    TEXT.map(ox.Literal),
    TEXT.map(lambda text: ox.Literal(text, language="en")),
    st.integers().map(lambda number: ox.Literal(str(number), datatype=ox.NamedNode(XSD + "integer"))),
)
TERMS = st.one_of(
    st.none(),
    LITERALS,
    st.sampled_from(["http://example.org/a", "urn:x:é"]).map(ox.NamedNode),
    st.sampled_from(["b0", "b1"]).map(ox.BlankNode),
)
ROWS = st.lists(st.tuples(TERMS, TERMS), max_size=4)
READERS = {
    formats.JSON: ox.QueryResultsFormat.JSON,
    formats.XML: ox.QueryResultsFormat.XML,
    formats.TSV: ox.QueryResultsFormat.TSV,
}


@pytest.mark.parametrize("media", READERS)
@given(rows=ROWS)
@example(rows=[(None, ox.Literal(" ")), (ox.Literal("\n a\t"), ox.Literal("\r "))])
def test_rows_are_read_back_as_they_were(media: str, rows: list[tuple[ox.Literal | None, ...]]) -> None:
    body = formats.ROWS[media](["a", "b"], rows)
    found = ox.parse_query_results(body, format=READERS[media])
    assert [tuple(row) for row in found] == [tuple(row) for row in rows]


@given(rows=ROWS)
def test_csv_holds_plain_values(rows: list[tuple[ox.Literal | None, ...]]) -> None:
    body = formats.ROWS[formats.CSV](["a", "b"], rows).decode()
    head, *lines = csv.reader(io.StringIO(body, newline=""))
    assert head == ["a", "b"]
    assert len(lines) == len(rows)


@pytest.mark.parametrize("mark", ["\x00", "\x01", "\x1f", "\ufffe"])
def test_xml_stays_well_formed_whatever_a_text_holds(mark: str) -> None:
    body = formats.ROWS[formats.XML](["a"], [(ox.Literal(f"a{mark}b"),)])
    found = list(ox.parse_query_results(body, format=ox.QueryResultsFormat.XML))
    assert found[0][0] == ox.Literal("a\ufffdb")


def test_truth_is_told_in_json_or_xml() -> None:
    for media in formats.ROWS:
        body, told = formats.truth(True, media)
        reader = READERS[told]
        assert bool(ox.parse_query_results(body, format=reader)) is True


def test_a_graph_is_written_in_every_format() -> None:
    triple = ox.Triple(ox.NamedNode("http://example.org/a"), ox.NamedNode("http://example.org/p"), ox.Literal("x"))
    for media, form in formats.GRAPHS.items():
        body = formats.graph([triple], media, {"ex": "http://example.org/"})
        assert [quad.triple for quad in ox.parse(body, format=form)] == [triple], media
