"""The network in a real Chromium, drawn by sigma.js and by vis-network: filters, keys, expanding, folding, a file."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page

from graph import terms
from graph.export.drawing import Edge, Node, told
from graph.export.network_page import page as network_page
from graph.store.builds import Build
from graph.store.pool import Pool
from tests.webui.conftest import served
from tests.webui.story import CERD, REPORT
from tests.webui.test_browser import Watched, watched
from webui.app import create_app
from webui.assets import NETWORK, has

pytestmark = pytest.mark.browser

DRAWN = "#network[data-drawn]"


@pytest.fixture(scope="module")
def painting(need: Callable[[str], None]) -> Iterator[object]:
    """A Chromium that has WebGL, in software where there is no graphics card."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        need("Chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    flags = ["--headless", "--no-sandbox", "--enable-unsafe-swiftshader", "--disable-background-networking"]
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=["sigma", "vis"])
def drawn_by(request: pytest.FixtureRequest, app: Flask, need: Callable[[str], None]) -> str:
    name: str = request.param
    with app.app_context():
        if name == "sigma" and not has(NETWORK):
            need("sigma.js is not installed: it comes with an install where npm is present")
    return name


@pytest.fixture(scope="module")
def where(told: Build, drawn_by: str) -> Iterator[str]:
    with Pool(told.store) as pool, served(create_app(told, pool, {"BUNDLES": drawn_by == "sigma"})) as address:
        yield address


def opened(painting, where: str, path: str, width: int = 1280, scheme: str = "light") -> tuple[Watched, Page]:
    seen = watched(painting, where, width, scheme)
    seen.page.goto(where + path)
    seen.page.wait_for_selector(DRAWN, timeout=20_000)
    return seen, seen.page


def shown(page: Page) -> tuple[int, int]:
    nodes, links = page.get_attribute("#network", "data-shown").split()
    return int(nodes), int(links)


def well(seen: Watched) -> None:
    assert seen.outside == []
    assert seen.errors == []
    seen.page.context.close()


def inked(page: Page) -> bool:
    """Whether the picture of the drawing has more than one colour in its middle."""
    shot = page.locator("#network").screenshot()
    return len(set(shot)) > 50 and len(shot) > 5000


def test_the_network_is_drawn_and_filtered(painting, where: str, drawn_by: str) -> None:
    seen, page = opened(painting, where, "network/state/VNM")
    assert page.evaluate("networkView.drawing.name") == drawn_by
    assert inked(page)
    nodes, links = shown(page)
    assert nodes > 5
    assert links > 5
    page.uncheck("input[name=basis][value=computed]")
    assert 0 < shown(page)[1] < links
    for box in page.query_selector_all("#relations input"):
        box.uncheck()
    assert shown(page) == (0, 0)
    assert "relation=" not in page.url
    assert "filtered=yes" in page.url
    well(seen)


def test_an_address_with_filters_shows_the_same_again(painting, where: str) -> None:
    seen, page = opened(painting, where, "network/state/VNM")
    page.uncheck("input[name=family][value=programme]")
    page.focus("[name=score]")
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    before = shown(page)
    page.reload()
    page.wait_for_selector(DRAWN)
    assert shown(page) == before
    well(seen)


def test_a_node_is_found_chosen_and_left_by_keys_alone(painting, where: str) -> None:
    seen, page = opened(painting, where, "network/state/VNM")
    page.focus("#find")
    page.keyboard.type("give children of minorities")
    page.wait_for_selector("#nodes li:only-child button")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert CERD in page.inner_text("#chosen h2")
    assert "Give children of minorities" in page.inner_text("#chosen .words")
    why = page.get_attribute("#chosen .ties a", "href")
    assert page.request.get(where.rstrip("/") + why).ok
    page.fill("#find", "")
    page.focus("#nodes button[tabindex='0']")
    page.keyboard.press("Home")
    first = page.evaluate("document.activeElement.dataset.id")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.id") != first
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === [...document.querySelectorAll('#nodes button')].at(-1)")
    well(seen)


def test_a_node_is_expanded_and_folded_again(painting, where: str) -> None:
    seen, page = opened(painting, where, f"network/document/{REPORT}/para/99.82")
    small = shown(page)
    assert REPORT in page.inner_text("#chosen h2"), "the centre is chosen from the start"
    assert page.get_by_role("button", name="Expand").count() == 0, "all links of the centre are there"
    page.evaluate(f"networkView.choose({json.dumps(terms.passage(CERD, '12'))})")
    page.get_by_role("button", name="Expand").click()
    page.wait_for_selector(f"#network:not([data-shown='{small[0]} {small[1]}'])")
    large = shown(page)
    assert large[0] > small[0]
    assert large[1] > small[1]
    page.get_by_role("button", name="Collapse").click()
    assert shown(page) == small
    well(seen)


def test_folding_hides_what_hangs_on_a_node_alone(painting, where: str) -> None:
    seen, page = opened(painting, where, f"network/document/{CERD}/para/12")
    nodes, _ = shown(page)
    assert nodes > 2
    page.get_by_role("button", name="Collapse").click()
    assert shown(page)[0] == 1
    page.get_by_role("button", name="Unfold").click()
    assert shown(page)[0] == nodes
    well(seen)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_nothing_bars_anybody_from_the_network(painting, where: str, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    seen, page = opened(painting, where, "network/state/VNM", width, scheme)
    page.click("#nodes button >> nth=0")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.evaluate("document.getElementById('table').open = true")
    found = axe.Axe().run(page).response["violations"]
    serious = [(one["id"], one["nodes"][0]["html"][:200]) for one in found if one["impact"] in ("serious", "critical")]
    assert serious == []
    seen.page.context.close()


def made(count: int) -> tuple[list[Node], list[Edge]]:
    groups = ("upr", "treatyBodies", "specialProcedures", "programme", "other")
    nodes = [
        Node(f"n{n}", f"A/X/{n // 50}, para. {n}", groups[n % 5], "Recommendation", f"Words of ask {n}", "noted")
        for n in range(count)
    ]
    edges = [
        Edge(f"n{n}", "reinforces", f"n{other}", 0.3 + (n % 7) / 10, "computed")
        for n in range(count)
        for other in ((n * 7 + 1) % count if n % 20 == 0 else (n + 1) % count, n - n % 40)
        if other != n
    ]
    return nodes, edges


def test_five_hundred_nodes_are_drawn_in_the_viewer(painting, where: str) -> None:
    seen = watched(painting, where)
    nodes, edges = made(500)
    body = json.dumps(told(nodes, edges))
    seen.page.route(
        "**/network/data/state/VNM", lambda route: route.fulfill(body=body, content_type="application/json")
    )
    seen.page.goto(where + "network/state/VNM")
    seen.page.wait_for_selector(DRAWN, timeout=20_000)
    assert shown(seen.page)[0] > 0
    assert inked(seen.page)
    well(seen)


def test_a_file_of_five_thousand_nodes_works_without_any_server(painting, tmp_path: Path) -> None:
    nodes, edges = made(5000)
    out = tmp_path / "network.html"
    out.write_text(network_page("Five thousand", nodes, edges), "utf-8")
    seen = watched(painting, out.as_uri())
    seen.page.goto(out.as_uri())
    seen.page.wait_for_selector(DRAWN, timeout=30_000)
    assert shown(seen.page)[0] == 5000
    seen.page.uncheck("input[name=family][value=other]")
    assert shown(seen.page)[0] == 4000
    seen.page.fill("#find", "ask 4321")
    seen.page.click("#nodes button")
    assert "Words of ask 4321" in seen.page.inner_text("#chosen")
    well(seen)


def test_texts_of_sources_in_a_file_never_run(painting, tmp_path: Path) -> None:
    evil = "</script><script>window.struck=1</script><img src=x onerror='window.struck=1'>"
    nodes = [Node("a", evil, "upr", "Recommendation", evil, themes=(evil,)), Node("b", evil, "other", text=evil)]
    out = tmp_path / "network.html"
    out.write_text(network_page(evil, nodes, [Edge("a", "cites", "b", 1, "stated", evil)]), "utf-8")
    seen = watched(painting, out.as_uri())
    seen.page.goto(out.as_uri())
    seen.page.wait_for_selector(DRAWN)
    seen.page.click("#nodes button >> nth=0")
    assert seen.page.evaluate("window.struck") is None
    assert evil in seen.page.inner_text("#chosen h2")
    well(seen)
