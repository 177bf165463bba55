"""Lists made by the tests themselves."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from graph.source import Source


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Source]:
    """`make(("Action", …), {"Action": "Train"}, …)` → a CSV of these columns and rows."""

    def made(columns: Sequence[str], *rows: dict[str, str], name: str = "made.csv") -> Source:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns)
            writer.writeheader()
            writer.writerows(rows)
        return Source.of(path)

    return made
