"""`rightsgraph link …` and `rightsgraph review …` as people and programs run them."""

import csv
import json
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

import rightsgraph
from graph.review.decisions import Decisions
from tests.graph.review.conftest import LINES, Decided

ONE = ("A/HRC/12/11 99.79", "reinforces", "A/HRC/16/45/Add.2 85")


def run(*arguments: str | Path, **environment: str) -> Result:
    told = {"RIGHTSGRAPH_WHO": None} | environment
    return CliRunner().invoke(rightsgraph.app, [str(one) for one in arguments], env=told)


@pytest.fixture
def folder(tmp_path: Path, decided: Decided) -> Path:
    """A workspace of its own whose decisions are those of the finished build, which nothing changes."""
    shutil.copy(decided.folder / "decisions.csv", tmp_path)
    (tmp_path / "builds").symlink_to(decided.folder / "builds")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [("link", one) for one in ("list", "confirm", "reject", "add", "reopen")]
    + [("review", one) for one in ("list", "merge", "conflicts", "threshold")],
    ids=" ".join,
)
def test_every_command_on_links_helps_with_an_example(command: tuple[str, str]) -> None:
    done = run(*command, "--help")
    assert done.exit_code == 0
    assert f"rightsgraph {' '.join(command)}" in done.output.split("Example:")[1]


@pytest.mark.parametrize("word", ["confirm", "reject", "reopen"])
def test_a_decision_is_appended_with_name_day_and_reason(folder: Path, word: str) -> None:
    before = (folder / "decisions.csv").read_bytes()
    done = run("link", word, *ONE, "--why", "read both", "--who", "C. Third", "--folder", folder)
    assert done.exit_code == 0, done.output
    assert "from the next build on" in done.output
    assert (folder / "decisions.csv").read_bytes().startswith(before)
    last = Decisions.read(folder / "decisions.csv").lines[-1]
    assert (last.decision, last.who, last.why) == (word, "C. Third", "read both")


def test_a_link_between_two_that_nothing_links_is_added_once_and_then_decided_on(folder: Path) -> None:
    link = ("A/HRC/12/11 99.78", "sameAsk", "A/HRC/12/11 99.79")
    told = ("--why", "alike", "--who", "A", "--quiet", "--folder", folder)
    assert (run("link", "add", *link, *told).exit_code, run("link", "add", *link, *told).exit_code) == (0, 2)
    assert run("link", "reject", *reversed(link), *told).output == ""
    words = [line.decision for line in Decisions.read(folder / "decisions.csv").lines[-2:]]
    assert words == ["add", "reject"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("confirm", *ONE), "say why"),
        (("confirm", *ONE, "--why", "x", "--who", " "), "say who"),
        (("confirm", "A/HRC/12/11 99.78000", *ONE[1:], "--why", "x"), "does not hold 'A/HRC/12/11 99.78000'"),
        (("confirm", ONE[0], "repeats", ONE[2], "--why", "x"), "rightsgraph link add"),
        (("confirm", ONE[0], "likes", ONE[2], "--why", "x"), "none of reinforces"),
        (("confirm", ONE[0], ONE[1], ONE[0], "--why", "x"), "these are one"),
        (("confirm", "the first", *ONE[1:], "--why", "x"), "write an IRI"),
        (("add", *ONE, "--why", "x"), "there already (similarity): confirm it"),
        (("reject", ONE[0], "contributesTo", "project/VNM-MTBBE", "--why", "x"), "the other way round"),
        (("list", "--format", "pdf"), "no format"),
        (("list", "--status", "maybe"), "there are: confirmed, proposed, rejected"),
        (("list", "--state", "Atlantis"), "Atlantis"),
    ],
)
def test_wrong_use_exits_with_two_and_writes_nothing(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    before = (folder / "decisions.csv").read_bytes()
    who = () if "--who" in arguments or arguments[0] == "list" else ("--who", "A")
    done = run("link", *arguments, *who, "--folder", folder)
    assert done.exit_code == 2, done.output
    assert words in done.output
    assert (folder / "decisions.csv").read_bytes() == before


def test_without_a_build_the_way_to_one_is_told(tmp_path: Path) -> None:
    done = run("link", "list", "--folder", tmp_path)
    assert (done.exit_code, "rightsgraph build" in done.output) == (2, True)


def test_a_file_of_decisions_that_cannot_be_written_exits_with_one(folder: Path) -> None:
    (folder / "decisions.csv").write_text("day,who\n", "utf-8")
    done = run("link", "confirm", *ONE, "--why", "x", "--who", "A", "--folder", folder)
    assert (done.exit_code, "its heading lacks" in done.output) == (1, True)


def test_who_decides_is_told_by_option_before_environment_before_settings(folder: Path) -> None:
    (folder / "rightsgraph.toml").write_text('[review]\nwho = "By Settings"\n', "utf-8")
    told = ("link", "confirm", *ONE, "--why", "x", "--folder", folder)
    run(*told)
    run(*told, RIGHTSGRAPH_WHO="By Environment")
    run(*told, "--who", "By Option", RIGHTSGRAPH_WHO="By Environment")
    names = [line.who for line in Decisions.read(folder / "decisions.csv").lines[-3:]]
    assert names == ["By Settings", "By Environment", "By Option"]


def test_links_are_listed_for_programs_and_can_be_named_as_they_are_listed(folder: Path) -> None:
    told = ("link", "list", "--state", "VNM", "--relation", "reinforces", "--folder", folder)
    rows = json.loads(run(*told, "--format", "json").output)
    assert rows == sorted(rows, key=lambda row: -row["score"])
    assert {row["status"] for row in rows} == {"proposed", "confirmed"}
    assert [row["who"] for row in rows if row["contested"]] == ["B. Reader"]
    again = list(csv.DictReader(StringIO(run(*told, "--format", "csv").output)))
    assert [row["subject"] for row in again] == [row["subject"] for row in rows]
    last = again[-1]
    done = run(
        "link",
        "confirm",
        last["subject"],
        last["relation"],
        last["object"],
        "--why",
        "x",
        "--who",
        "A",
        "--folder",
        folder,
    )
    assert done.exit_code == 0, done.output


def test_the_work_list_tells_worth_reasons_and_both_texts(folder: Path) -> None:
    told = ("review", "list", "--state", "VNM", "--most", "3", "--folder", folder)
    rows = json.loads(run(*told, "--format", "json").output)
    assert len(rows) == 3
    assert rows[0]["worth"] >= rows[1]["worth"] >= rows[2]["worth"] > 0
    assert all(row["because"].startswith("score 0.") and row["subject says"] and row["object says"] for row in rows)
    assert "worth" in run(*told).output


def test_conflicts_are_listed_with_both_sides(folder: Path) -> None:
    (row,) = json.loads(run("review", "conflicts", "--format", "json", "--folder", folder).output)
    assert (row["by"], row["earlier"], row["its by"], row["in force"]) == (
        "A. Person",
        "reject",
        "B. Reader",
        "confirm",
    )
    (folder / "decisions.csv").unlink()
    assert run("review", "conflicts", "--folder", folder).output == "nobody disagrees\n"


def test_files_and_workspaces_of_others_are_merged(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    line = LINES[2].replace("B. Reader", "C. Third").replace("confirm", "reject")
    (other / "decisions.csv").write_text("\n".join((LINES[0], LINES[1], line, "torn")) + "\n", "utf-8")
    done = run("review", "merge", other, other / "decisions.csv", "--folder", folder)
    assert done.exit_code == 0, done.output
    assert f"1 appended to {folder / 'decisions.csv'}, 1 stood there already" in done.output
    assert "row 4: not a decision" in done.output
    assert "1 in conflict" in done.output
    again = run("review", "merge", other, "--quiet", "--folder", folder)
    assert (again.exit_code, again.output) == (0, "")
    assert Decisions.read(folder / "decisions.csv").lines[-1].who == "C. Third"
    assert run("review", "merge", tmp_path / "other" / "none.csv", "--folder", folder).exit_code == 2
    assert run("review", "merge", tmp_path / "builds", "--folder", folder).exit_code == 2


def test_a_threshold_is_refused_below_the_floor_with_what_is_missing(folder: Path) -> None:
    done = run("review", "threshold", "--format", "csv", "--folder", folder)
    assert done.exit_code == 0, done.output
    assert "nobody has decided" in run("review", "threshold", "--state", "ARG", "--folder", folder).output
    assert run("review", "threshold", "--precision", "7", "--folder", folder).exit_code == 2


def test_cells_like_formulas_are_guarded_in_csv_and_plain_in_json() -> None:
    from graph.review.printed import printed

    assert printed(("why",), [("=1+1",), ("-",), (0.5,), (True,)], "csv") == "why\n'=1+1\n'-\n0.5\nyes\n"
    assert json.loads(printed(("why",), [("=1+1",)], "json")) == [{"why": "=1+1"}]


def test_the_commands_run_in_a_process_of_their_own_and_load_nothing_heavy_for_help(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rightsgraph", "review", "conflicts", "--folder", str(folder), "--format", "csv"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, "", 2)
    code = (
        "import sys, rightsgraph\n"
        "print([m for m in ('networkx', 'pyoxigraph', 'sklearn', 'graph.review.links') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
