"""Search in a build without an index: by words, by symbol, by symbol and paragraph."""

import shutil
from pathlib import Path

import pytest
from flask import Flask

from graph.store.builds import Build
from graph.store.pool import Pool
from tests.webui.story import CERD, REPORT
from webui.app import create_app
from webui.plain_search import Results, search


def found(app: Flask, words: str, state: str = "") -> list[str]:
    with app.test_request_context():
        results: Results = search(words, state)
    return [card.name for card in results.cards]


def test_all_words_must_occur_in_any_case(app: Flask) -> None:
    assert found(app, "MINORITY languages press") == [f"{REPORT}, para. 99.78"]
    assert found(app, "minority languages unicorn") == []


def test_projects_are_found_beside_passages(app: Flask) -> None:
    names = found(app, "bilingual")
    assert f"{REPORT}, para. 99.80" in names
    assert any("Mother tongue" in name for name in names)


def test_a_state_narrows_the_search(app: Flask) -> None:
    assert found(app, "bilingual", "VNM")
    assert found(app, "bilingual", "FRA") == []


@pytest.mark.parametrize("words", [f"{CERD} 12", f"{CERD}, para. 12", f"{CERD.lower()} paragraph 12", f"{CERD} § 12"])
def test_a_symbol_and_a_paragraph_find_the_passage(app: Flask, words: str) -> None:
    assert found(app, words) == [f"{CERD}, para. 12"]


def test_a_symbol_finds_its_document_and_those_below_it(app: Flask) -> None:
    assert found(app, REPORT) == ["Report of the Working Group: Viet Nam", "Views of the State"]


@pytest.mark.parametrize("words", ['"} DELETE', "\\", "?s ?p ?o", "'); --", "\x00", "a" * 500, "'''", "\ud800"])
def test_no_words_break_the_query(app: Flask, words: str) -> None:
    assert found(app, words) == []


def test_a_build_without_an_index_is_searched_all_the_same_and_the_page_says_so(told: Build, tmp_path: Path) -> None:
    older = tmp_path / told.name
    shutil.copytree(told.path, older, ignore=shutil.ignore_patterns("text.sqlite"))
    with Pool(older / "store") as pool:
        client = create_app(Build(older), pool).test_client()
        page = client.get("/search?q=bilingual&state=VNM", headers={"Accept": "text/html"})
        front = client.get("/", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "This build has no index of its words" in page.text
    assert f"{REPORT}, para. 99.80" in page.text
    assert "Viet Nam" in front.text
