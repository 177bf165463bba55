"""The heat map counts asks by theme and mechanism; a count is written in its cell."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webui.state.heat import heat, step

pytestmark = pytest.mark.usefixtures("on")


@pytest.fixture
def on(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def test_columns_are_cycles_bodies_and_families_of_special_procedures() -> None:
    found = heat("VNM")
    assert [(column.family, column.label, column.total) for column in found.columns] == [
        ("upr", "UPR 1", 5),
        ("treatyBodies", "CERD", 1),
        ("specialProcedures", "Special Rapporteurs", 2),
    ]


def test_a_row_counts_its_theme_in_each_column() -> None:
    found = heat("VNM", "upr-info-issue")
    row = next(row for row in found.rows if row.theme == "upr-info-issue/minorities")
    assert row.label == "Minorities"
    assert row.cells[0].count >= 3
    assert row.all.count == sum(cell.count for cell in row.cells)
    assert row.cells[0].address == "/state/VNM/asks?cycle=1&theme=upr-info-issue/minorities"
    assert all(cell.address == "" for cell in row.cells if not cell.count)


def test_groups_of_persons_are_no_themes() -> None:
    found = heat("VNM", "uhri-person")
    assert found.scheme != "uhri-person"
    assert "uhri-person" not in dict(found.others)


def test_a_state_without_asks_has_an_empty_map() -> None:
    assert heat("POL").rows == ()


@pytest.mark.parametrize(("count", "colour"), [(0, 0), (1, 1), (2, 1), (3, 2), (8, 3), (20, 4), (50, 5), (900, 5)])
def test_colours_go_by_steps(count: int, colour: int) -> None:
    assert step(count) == colour


def test_the_map_is_a_table_with_headers_for_rows_and_columns(client: FlaskClient) -> None:
    text = client.get("/state/VNM/themes?scheme=upr-info-issue", headers={"Accept": "text/html"}).text
    table = text[text.index('<table class="heat">') : text.index("</table>", text.index('<table class="heat">'))]
    assert "<caption" in table
    assert len(re.findall(r'<th scope="col"', table)) == 5
    assert re.search(r'<th scope="row">Minorities</th>', table)
    assert re.search(r'<td class="s2"><a href="[^"]+">\d+</a></td>', table)
