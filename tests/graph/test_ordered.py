"""Lines in order, each once, however few fit into memory."""

from hypothesis import given
from hypothesis import strategies as st

from graph.ordered import ordered

lines = st.lists(
    st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs",))).map(lambda text: text + "\n")
)


@given(lines, st.integers(min_value=1, max_value=9))
def test_whatever_fits_at_once_the_order_is_the_same(told: list[str], at_once: int) -> None:
    assert list(ordered(told, at_once)) == sorted(set(told))
