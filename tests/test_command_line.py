"""The commands as a person runs them: the demo, the questions, wrong use."""

import subprocess
import sys
from pathlib import Path

import pytest

from graph.store.builds import Build


def run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rightsgraph", *arguments], capture_output=True, text=True, cwd=cwd, check=False
    )


def test_the_demo_builds_prints_groups_and_writes_the_workbook(tmp_path: Path) -> None:
    done = run("demo", "--no-serve", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Mutually reinforcing asks" in done.stdout
    assert "Viet Nam" in done.stdout
    assert (tmp_path / "rightsgraph-demo" / "exports" / "alignment.xlsx").stat().st_size > 5_000


def test_the_files_of_the_example_are_what_the_press_prints(tmp_path: Path) -> None:
    from example.papers import PAPERS
    from example.press import main

    main(tmp_path)
    for paper in PAPERS:
        printed = Path(__file__).resolve().parent.parent / "example" / "sources" / paper.file
        assert (tmp_path / paper.file).read_bytes() == printed.read_bytes()


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
def test_a_question_is_answered_in_every_format(example: Build, form: str) -> None:
    store = str(example.path.parent)
    done = run("query", "positions", "-p", "state=VNM", "--store", store, "--format", form)
    assert done.returncode == 0, done.stderr
    assert "99.78" in done.stdout


def test_a_file_of_sparql_is_run_as_it_is(example: Build, tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_text("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3", "utf-8")
    done = run("query", str(path), "--store", str(example.path.parent), "--format", "turtle")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_wrong_use_exits_with_two_and_says_what_is_right(tmp_path: Path) -> None:
    for arguments, words in (
        (("query", "nothing"), "no question"),
        (("query", "1", "-p", "state"), "name=value"),
        (("query", "1", "--format", "pdf"), "no format"),
        (("export", "poem"), "no export"),
        (("query", "1", "--store", str(tmp_path)), "rightsgraph build"),
    ):
        done = run(*arguments, cwd=tmp_path)
        assert done.returncode == 2, arguments
        assert words in done.stderr


def test_a_refused_query_exits_with_one(example: Build, tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_text("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "utf-8")
    done = run("query", str(path), "--store", str(example.path.parent))
    assert done.returncode == 1
    assert "SERVICE" in done.stderr


def test_every_command_helps_with_an_example() -> None:
    told = run("--help").stdout
    for command in ("init", "build", "sources", "query", "export", "fetch", "serve", "demo"):
        assert command in told
        assert "Example:" in run(command, "--help").stdout, command


def test_a_new_workspace_is_ready_for_files(tmp_path: Path) -> None:
    assert run("init", "country", cwd=tmp_path).returncode == 0
    assert (tmp_path / "country" / "sources").is_dir()
    assert run("sources", "--known").stdout.count("UPR") >= 3


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, rightsgraph; print([m for m in ('sklearn', 'pyoxigraph', 'rdflib', 'flask') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
