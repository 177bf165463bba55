"""Country sheets made by the tests themselves: the template, filled in with sentences of our own."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from graph.country.book import workbook
from graph.country.kinds import KINDS
from graph.source import Source

Rows = list[Mapping[str, object]]


def filled(sheets: Mapping[str, Rows]) -> "openpyxl.Workbook":
    """The template with these rows by kind, each a mapping from heading to cell."""
    book = openpyxl.load_workbook(BytesIO(workbook()))
    for name, rows in sheets.items():
        kind = KINDS[name]
        for row in rows:
            assert not set(row) - {column.name for column in kind.columns}
            book[kind.title].append([row.get(column.name) for column in kind.columns])
    return book


@pytest.fixture
def fill(tmp_path: Path) -> Callable[..., Source]:
    """`fill({"reviews": [{"State": "VNM", "Cycle": 3}]})` → a workbook with that row."""

    def made(sheets: Mapping[str, Rows], name: str = "country.xlsx") -> Source:
        path = tmp_path / name
        filled(sheets).save(path)
        return Source.of(path)

    return made
