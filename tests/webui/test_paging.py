"""A long list in pages: every row is on one page, whatever number is asked for."""

from hypothesis import given
from hypothesis import strategies as st

from webui.paging import SIZE, page


@given(st.integers(0, 450))
def test_the_pages_hold_every_row_once(total: int) -> None:
    rows = list(range(total))
    first = page(rows, "1")
    pages = [page(rows, str(number)) for number in range(1, first.pages + 1)]
    assert [row for one in pages for row in one.shown] == rows
    assert all(len(one.shown) <= SIZE for one in pages)


@given(st.text(max_size=12))
def test_any_page_number_gives_a_page(number: str) -> None:
    assert page(["a"], number).shown == ["a"]
