"""The SPARQL page: with YASGUI and plain, in words and in a real Chromium; nothing is asked of any other host."""

import json
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page

from graph.store.builds import Build
from graph.store.pool import Pool
from graph.terms import NS, PREFIXES
from tests.webui.conftest import served
from tests.webui.story import CERD
from tests.webui.test_browser import Watched, watched
from tests.webui.test_network_browser import painting as painting
from webui.app import create_app
from webui.assets import EDITOR, has

READY = "#query-form[data-ready]"
COUNTS = "SELECT ?kind (COUNT(*) AS ?asks) { ?ask a ?kind } GROUP BY ?kind ORDER BY DESC(?asks)"
LINKS = f"CONSTRUCT {{ ?a <{NS}reinforces> ?b }} {{ ?a <{NS}reinforces> ?b }}"


def test_the_vocabulary_is_told_with_definitions(client: FlaskClient) -> None:
    told = json.loads(client.get("/sparql/vocabulary").data)
    classes = {one["short"]: one["means"] for one in told["classes"]}
    assert "An ask of a State by its peers" in classes["rg:Recommendation"]
    properties = {one["short"]: one for one in told["properties"]}
    assert properties["rg:paragraph"]["iri"] == NS + "paragraph"
    assert "skos:prefLabel" in properties
    assert all(one["means"] for one in [*told["classes"], *told["properties"]])
    assert told["prefixes"] == PREFIXES


@pytest.fixture
def plain(told: Build) -> Iterator[Flask]:
    """The app as it is where npm was not to be had."""
    with Pool(told.store) as pool:
        yield create_app(told, pool, {"BUNDLES": False})


def test_without_bundles_the_plain_editor_says_so_and_answers(plain: Flask) -> None:
    page = plain.test_client().get(f"/sparql?format=html&query={quote(COUNTS)}").text
    assert "yasgui" not in page
    assert "This is the plain editor" in page
    assert "editor.js" in page
    assert "format=csv" in page
    assert "Permalink" in page
    assert ">asks</th>" in page


@pytest.fixture(scope="module")
def bench(told: Build, app: Flask, need: Callable[[str], None]) -> Iterator[str]:
    with app.app_context():
        if not has(EDITOR):
            need("YASGUI is not installed: it comes with an install where npm is present")
    with Pool(told.store) as pool, served(create_app(told, pool)) as address:
        yield address


def opened(painting, where: str, query: str = "", width: int = 1280, scheme: str = "light") -> tuple[Watched, Page]:
    seen = watched(painting, where, width, scheme)
    seen.page.goto(f"{where}sparql?format=html&query={quote(query)}" if query else f"{where}sparql")
    seen.page.wait_for_selector(READY, timeout=20_000)
    return seen, seen.page


def well(seen: Watched) -> None:
    assert seen.outside == []
    assert seen.errors == []
    seen.page.context.close()


@pytest.mark.browser
def test_a_query_typed_in_the_editor_is_answered_with_links_downloads_and_an_address(painting, bench: str) -> None:
    seen, page = opened(painting, bench)
    page.click(".CodeMirror")
    page.keyboard.press("Control+A")
    page.keyboard.type(f"SELECT ?s {{ ?s a <{NS}Recommendation> }}")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#results td a")
    assert page.get_attribute("#results td a", "href").startswith("/id/document/")
    assert "5 rows" in page.inner_text("#told")
    assert "query=SELECT" in page.url
    csv = page.request.get(bench.rstrip("/") + page.get_attribute("#downloads a >> nth=0", "href"))
    assert csv.headers["content-type"].startswith("text/csv")
    page.reload()
    page.wait_for_selector("#results td a")
    assert "Recommendation" in page.evaluate("yasqe.getValue()")
    well(seen)


@pytest.mark.browser
def test_terms_are_completed_with_what_they_mean_and_their_prefix_is_added(painting, bench: str) -> None:
    seen, page = opened(painting, bench)
    page.evaluate(
        "yasqe.setValue('SELECT * {\\n  ?x a rg:Recom\\n}'); yasqe.focus(); yasqe.setCursor({line: 1, ch: 15})"
    )
    page.keyboard.press("Control+Space")
    page.wait_for_selector(".CodeMirror-hint")
    assert "An ask of a State by its peers" in page.inner_text(".CodeMirror-hint")
    page.keyboard.press("Enter")
    text = page.evaluate("yasqe.getValue()")
    assert "?x a rg:Recommendation" in text
    assert f"PREFIX rg: <{NS}>" in text
    well(seen)


@pytest.mark.browser
def test_an_answer_is_seen_as_a_table_a_chart_or_a_network(painting, bench: str) -> None:
    seen, page = opened(painting, bench, COUNTS)
    head = page.locator("#results th button >> nth=0")
    head.click()
    first = page.inner_text("#results tbody tr td")
    head.click()
    assert page.inner_text("#results tbody tr td") != first
    page.click(".select_chart")
    page.wait_for_selector(".bars rect")
    widths = [float(box.get_attribute("width")) for box in page.query_selector_all(".bars rect")]
    assert widths[0] == 100
    assert widths == sorted(widths, reverse=True)
    assert page.locator(".select_network.disabled").count() == 1
    page.goto(f"{bench}sparql?format=html&query={quote(LINKS)}")
    page.wait_for_selector(READY)
    assert page.locator(".select_chart.disabled").count() == 1
    page.click(".select_network")
    page.wait_for_selector("#network[data-drawn] canvas")
    assert int(page.get_attribute("#network", "data-drawn")) > 3
    assert CERD in page.evaluate(
        "Object.keys(yasr.results.getBindings()[0]) && JSON.stringify(yasr.results.getBindings())"
    )
    well(seen)


@pytest.mark.browser
def test_a_refusal_is_told_in_words(painting, bench: str) -> None:
    seen, page = opened(painting, bench)
    page.evaluate("yasqe.setValue('SELECT nonsense')")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.wait_for_selector("#told.notice")
    assert "expected" in page.inner_text("#told")
    assert seen.outside == []
    seen.page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_nothing_bars_anybody_from_the_bench(painting, bench: str, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    seen, page = opened(painting, bench, COUNTS, width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    found = axe.Axe().run(page).response["violations"]
    serious = [(one["id"], one["nodes"][0]["html"][:300]) for one in found if one["impact"] in ("serious", "critical")]
    assert serious == []
    well(seen)


@pytest.mark.browser
def test_ctrl_enter_asks_in_the_plain_editor(painting, plain: Flask) -> None:
    with served(plain) as where:
        seen = watched(painting, where)
        seen.page.goto(f"{where}sparql")
        seen.page.fill("#query", "SELECT (40 + 2 AS ?answer) {}")
        seen.page.press("#query", "Control+Enter")
        seen.page.wait_for_selector("#answer td")
        assert seen.page.inner_text("#answer td") == "42"
        well(seen)


@pytest.mark.browser
def test_without_scripts_the_form_answers_all_the_same(painting, bench: str) -> None:
    context = painting.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{bench}sparql")
    page.fill("#query", "SELECT (40 + 2 AS ?answer) {}")
    page.click("button:has-text('Ask')")
    assert page.inner_text("#answer td") == "42"
    context.close()
