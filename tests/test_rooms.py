"""The house rules: which room may import which, and where an IRI may be built."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("graph", "loaders", "ontology", "queries", "webui")
MAY_IMPORT = {
    "ontology": set(),
    "queries": set(),
    "graph": {"ontology", "queries"},
    "loaders": {"graph"},
    "webui": {"graph", "queries"},
}


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_the_rooms_below_it(room: str) -> None:
    for path in (ROOT / room).rglob("*.py"):
        for module in imports(path):
            other = module.split(".")[0]
            if other in ROOMS and other != room:
                assert other in MAY_IMPORT[room], f"{path.relative_to(ROOT)} imports {module}"
            assert other != "rightsgraph", f"{path.relative_to(ROOT)} imports the composition root"


def test_a_loader_never_imports_another_kind_of_loader() -> None:
    shared = {"documents", "identify"}
    for path in (ROOT / "loaders").rglob("*.py"):
        parts = path.relative_to(ROOT / "loaders").parts
        if len(parts) < 2:
            continue
        for module in imports(path):
            if module.startswith("loaders."):
                assert module.split(".")[1] in {parts[0], *shared}, f"{path.relative_to(ROOT)} imports {module}"


def test_only_terms_builds_an_iri() -> None:
    told = ("w3id.org/rightsgraph", "metadata.un.org/sdg")
    for room in ("graph", "loaders", "webui"):
        for path in (ROOT / room).rglob("*.py"):
            if path.name == "terms.py":
                continue
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and not _docstring(node.value):
                    assert not any(base in node.value for base in told), f"{path}: {node.value[:60]}"


def _docstring(text: str) -> bool:
    return "\n" in text and "PREFIX" not in text


def test_every_module_says_what_it_is() -> None:
    for room in (*ROOMS, "tests"):
        for path in (ROOT / room).rglob("*.py"):
            source = path.read_text("utf-8")
            if source.strip():
                assert ast.get_docstring(ast.parse(source)), f"{path.relative_to(ROOT)} has no docstring"
