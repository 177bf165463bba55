"""House rules that keep strangers' text out of queries and pages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.hostile

WEBUI = Path(__file__).resolve().parents[2] / "webui"
_QUERY = re.compile(r"\b(SELECT|CONSTRUCT|ASK|DESCRIBE|WHERE|FILTER|OPTIONAL|UNION|GRAPH)\b.*[{?]", re.DOTALL)


def built(tree: ast.AST) -> Iterator[ast.AST]:
    """Every expression that builds text out of parts."""
    for node in ast.walk(tree):
        formats = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
        adds = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod)
        if isinstance(node, ast.JoinedStr) or formats or adds:
            yield node


def test_no_query_is_built_from_parts() -> None:
    for path in WEBUI.rglob("*.py"):
        for node in built(ast.parse(path.read_text("utf-8"))):
            words = " ".join(
                part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)
            )
            constant = not any(isinstance(part, ast.Name | ast.Call | ast.FormattedValue) for part in ast.walk(node))
            starter = path.name == "examples.py"  # two constants: prefixes and the form's first query
            assert constant or starter or not _QUERY.search(words), f"{path.name}:{node.lineno}"


def test_no_template_switches_escaping_off() -> None:
    for path in WEBUI.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(
            r"\|\s*safe\b|autoescape|<script(?![^>]*\ssrc=)|\sstyle=|<[a-z][^<>{}]*\son[a-z]+=", text
        ), path.name
    for path in WEBUI.rglob("*.py"):
        if path.name != "language.py":  # sentences of our own catalogues; what is put into them is escaped
            assert "Markup" not in path.read_text("utf-8"), path.name


def test_no_script_of_ours_builds_html_from_text() -> None:
    for path in WEBUI.rglob("*.js"):
        if "npm" in path.parts:  # bundles of others, which draw what they are given by their own means
            continue
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", path.read_text("utf-8"))
