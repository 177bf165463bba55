"""`rightsgraph search`: what it prints, where a build has its index, and how it says what is wrong."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.store.builds import Build
from graph.text import index, search
from rightsgraph import app


def run(example: Build, *words: str, code: int = 0) -> tuple[str, str]:
    done = CliRunner().invoke(app, ["search", *words, "--store", str(example.path.parent)])
    assert done.exit_code == code, done.output
    return done.stdout, done.stderr


def test_a_build_holds_its_index_and_tells_its_checksum(example: Build) -> None:
    assert index.whole(example)
    assert example.report()["text"]["things"] > 500


def test_json_and_csv_hold_the_same_hits(example: Build) -> None:
    told = json.loads(run(example, "minority", "languages", "--format", "json")[0])
    rows = list(csv.DictReader(StringIO(run(example, "minority", "languages", "--format", "csv")[0])))
    assert [one["iri"] for one in told] == [row["iri"] for row in rows]
    assert len(told) == min(20, search(example, "minority languages").total) > 0


def test_the_table_says_how_many_there_are_and_offers_a_state(example: Build) -> None:
    out, err = run(example, "education", "Viet", "Nam", "-n", "2")
    assert "of" in err
    assert "--state VNM finds" in err
    assert "iri" in out


def test_a_state_may_be_named_in_words(example: Build) -> None:
    by_name = json.loads(run(example, "education", "--state", "Viet Nam", "-f", "json")[0])
    assert by_name == json.loads(run(example, "education", "--state", "VNM", "-f", "json")[0])
    assert by_name


@pytest.mark.parametrize(
    "wrong",
    [("--kind", "Dragon"), ("--state", "Atlantis"), ("--family", "x"), ("--position", "maybe"), ("--format", "x")],
)
def test_wrong_use_is_told_and_ends_with_2(example: Build, wrong: tuple[str, str]) -> None:
    assert wrong[1] in run(example, "education", *wrong, code=2)[1]


def test_no_build_says_what_to_do(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["search", "education", "--store", str(tmp_path)])
    assert done.exit_code == 2
    assert "rightsgraph build" in done.output


def test_what_cannot_be_read_is_told_beside_what_its_words_find(example: Build) -> None:
    out, err = run(example, '"education', "--format", "json")
    assert "quotation mark" in err
    assert json.loads(out)
