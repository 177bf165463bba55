"""What the documents say is so: limits, commands, loaders and questions that they name."""

import re
from pathlib import Path

from graph.store.limits import Limits
from loaders.identify import known

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_readme_lists_every_limit_with_its_default() -> None:
    for name, value, meaning in Limits().described():
        assert f"| `{name}` | {value} | {meaning} |" in README


def test_the_readme_names_every_command() -> None:
    from rightsgraph import app

    for command in app.registered_commands:
        assert command.callback is not None
        assert f"rightsgraph {command.name or command.callback.__name__}" in README


def test_every_loader_tells_what_it_reads_and_on_whose_terms() -> None:
    for loader in known():
        assert loader.title
        assert loader.publisher
        assert loader.licence


def test_every_benchmark_command_that_is_named_exists() -> None:
    told = (ROOT / "benchmarks" / "README.md").read_text("utf-8")
    for name in re.findall(r"python -m benchmarks\.(\w+)", told):
        assert (ROOT / "benchmarks" / f"{name}.py").is_file() or (ROOT / "benchmarks" / name / "__main__.py").is_file()


def test_the_documents_name_no_path_of_a_machine() -> None:
    for path in (*ROOT.glob("*.md"), *(ROOT / "benchmarks").glob("*.md")):
        assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp)/", path.read_text("utf-8")), path.name
