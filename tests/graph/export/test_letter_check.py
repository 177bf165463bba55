"""The letter check: every UPR recommendation beside other mechanisms and the SDGs, and what is missing said."""

import csv
from pathlib import Path

import openpyxl
import pytest

from graph.export import export_to
from graph.export.facts import UPR
from graph.export.letter import NO_COUNTERPART, NO_TARGET, write
from graph.export.letter_read import TOLD, Aim, Letter, read_letter
from graph.store.builds import Build
from graph.store.pool import Pool
from tests.graph.export.made_facts import facts


@pytest.fixture
def build(tmp_path: Path) -> Build:
    (tmp_path / "report.json").write_text('{"files": []}', "utf-8")
    return Build(tmp_path)


@pytest.fixture
def made() -> Letter:
    return Letter(facts(), {"a:1": (Aim("4", "Quality education", ("list.xlsx",)), Aim("4.5", "Target 4.5", ()))})


def test_each_recommendation_has_one_row_and_what_is_missing_is_said(
    made: Letter, build: Build, tmp_path: Path
) -> None:
    write(made, build, tmp_path / "letter.xlsx")
    book = openpyxl.load_workbook(tmp_path / "letter.xlsx")
    rows = list(book["Recommendations"].iter_rows(min_row=3, values_only=True))
    told = {row[1]: row[5:] for row in rows}
    assert [row[1] for row in rows] == [f"A/HRC/1/1, para. {number}" for number in (1, 2, 3, 10)]
    assert told["A/HRC/1/1, para. 1"] == (None, None, None, "4.5*", "4", NO_COUNTERPART)
    assert told["A/HRC/1/1, para. 3"] == ("CERD/C/VNM/CO/1, para. 7 [0.90]", None, None, None, None, NO_TARGET)
    assert [row[1:] for row in book["Reviews"].iter_rows(min_row=3, values_only=True)] == [("A/HRC/1/1", 4, 1, 0, 1, 0)]
    (pair,) = book["Counterparts"].iter_rows(min_row=3, values_only=True)
    assert pair[5:11] == ("CERD/C/VNM/CO/1, para. 7", "Words of c:7", "CERD", "similarity", "proposed", 0.9)
    assert [row[4:] for row in book["SDGs"].iter_rows(min_row=3, values_only=True)] == [
        ("4", "Quality education", "coded in list.xlsx"),
        ("4.5", "Target 4.5", TOLD),
    ]


def test_the_csv_names_each_counterpart_and_target_with_basis_and_score(
    made: Letter, build: Build, tmp_path: Path
) -> None:
    write(made, build, tmp_path / "letter.csv")
    with (tmp_path / "letter.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["Recommendation"].rsplit(" ", 1)[-1], row["Corresponds to"], row["Score"]) for row in rows] == [
        ("1", "SDG 4", "1.000"), ("1", "SDG 4.5", ""), ("1", NO_COUNTERPART, ""),
        ("2", NO_COUNTERPART, ""), ("2", NO_TARGET, ""),
        ("3", "CERD/C/VNM/CO/1, para. 7", "0.900"), ("3", NO_TARGET, ""),
        ("10", NO_COUNTERPART, ""), ("10", NO_TARGET, ""),
    ]  # fmt: skip


def test_the_check_of_the_example_names_every_recommendation_and_tells_coded_from_computed(
    example: Build, tmp_path: Path
) -> None:
    with Pool(example.store) as pool:
        told = read_letter(pool, "VNM")
        export_to("letter", pool, example, "VNM", tmp_path / "letter.csv")
    asks = [ask for ask in told.facts.asks.values() if ask.mechanism == UPR and ask.kind == "recommendation"]
    assert {ask.iri for ask in told.asks} == {ask.iri for ask in asks} != set()
    assert all(one.ask.mechanism != UPR for found in told.counterparts.values() for one in found)
    for ask in asks:
        assert {aim.code for aim in told.aims.get(ask.iri, ())} == {
            tag.code or tag.iri.rsplit("/", 1)[-1] for tag in ask.tags if tag.kind == "sdg"
        }
    with (tmp_path / "letter.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert {row["Recommendation"] for row in csv.DictReader(stream)} == {ask.citation for ask in asks}
