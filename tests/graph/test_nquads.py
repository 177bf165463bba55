"""Every line that is written is read back as the same quad."""

from datetime import date
from decimal import Decimal

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from graph import nquads

S, P, G = "http://example.org/s", "http://example.org/p", "http://example.org/g"


def read_back(term: str) -> ox.Literal:
    (quad,) = list(ox.parse(nquads.line(S, P, term, G), format=ox.RdfFormat.N_QUADS))
    assert isinstance(quad.object, ox.Literal)
    return quad.object


@given(st.text())
def test_any_text_is_written_and_read_back_without_its_control_characters(text: str) -> None:
    value = read_back(nquads.text(text)).value
    assert nquads.text(value) == nquads.text(text)
    assert len(value) <= len(text)


def test_quotes_newlines_and_other_scripts_survive() -> None:
    text = 'a "quote"\\\n\ttab é 教育 ‏عربي'
    assert read_back(nquads.text(text, "EN")) == ox.Literal(text, language="en")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15))
def test_a_decimal_is_written_as_the_store_gives_it_back(value: Decimal) -> None:
    store = ox.Store()
    store.bulk_load(nquads.line(S, P, nquads.decimal(value), G).encode(), format=ox.RdfFormat.N_QUADS)
    (quad,) = list(store)
    assert str(quad.object) == nquads.decimal(value)


def test_days_whole_numbers_and_truth_carry_their_datatype() -> None:
    assert str(read_back(nquads.day(date(2009, 10, 5)))).endswith("XMLSchema#date>")
    assert str(read_back(nquads.whole(7))).endswith("XMLSchema#integer>")
    assert read_back(nquads.truth(True)).value == "true"
