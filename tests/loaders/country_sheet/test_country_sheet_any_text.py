"""Whatever stands in a cell: it is read, told, or both; no row breaks the file, and what is written is sound."""

import csv
import io
from datetime import date
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import clean
from graph.country.column import Form, Kind
from graph.country.kinds import KINDS
from graph.records import Entry
from graph.source import Loaded, Source
from graph.write import quads
from loaders.country_sheet import load as country_sheet

_HARD = (
    *("05/07/2026", "2026-11-24", "http://[", "https://a/%zz?#", "https://é.example/", "a;b", ";;", "=1+1"),
    *("A/HRC/41/7", "A/HRC/41/7 38.12; 9 (b)", "٣", "²", "–", "1e9", "-5", "9" * 60, "yes", "VNM", "CERD", "A"),
    *("\x00\ufffe", "a\r\nb"),
)
_CELL = st.one_of(st.sampled_from(_HARD), st.text(max_size=30))


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_text_in_any_cell_is_read_or_told(kind: Kind, data: st.DataObject, tmp_path: Path) -> None:
    cells = {column.name: column.example for column in kind.columns}
    changed = data.draw(st.dictionaries(st.sampled_from(sorted(cells)), _CELL, max_size=6))
    told = io.StringIO(newline="")
    writer = csv.DictWriter(told, list(cells))
    writer.writeheader()
    writer.writerow(cells | changed)
    path = tmp_path / "made.csv"
    path.write_bytes(told.getvalue().encode("utf-8", "surrogatepass"))
    source = Source(path=path, name="made.csv", read_on=date(2026, 11, 24))
    records = tuple(country_sheet.load(source))
    _sound(source, records)
    entry = next((one for one in records if isinstance(one, Entry)), None)
    for name, text in changed.items():
        column = kind.named(name)
        says = clean.text(text).strip("; ")
        if entry and column.form is not Form.TEXT and says and not entry.all(name) and column.tells:
            assert source.findings, (name, text)
    assert entry or source.findings


def _sound(source: Source, records: tuple[object, ...]) -> None:
    """Every line that is written is N-Quads."""
    loaded = Loaded(source.name, "0" * 64, source.read_on, country_sheet.LOADER, records)  # type: ignore[arg-type]
    assert list(ox.parse("".join(quads(loaded)).encode(), format=ox.RdfFormat.N_QUADS))
