"""The pages of a State in a real Chromium: nothing scrolls sideways, nothing fails, each table can be reached."""

import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from flask import Flask

from tests.webui.conftest import served

pytestmark = pytest.mark.browser

PAGES = (
    "state/VNM",
    "state/VNM/asks",
    "state/VNM/asks?position=noted&year=2009",
    "state/VNM/groups",
    "state/VNM/programmes?agency=unicef",
    "state/VNM/documents",
    "state/VNM/documents?status=missing",
    "state/VNM/themes",
    "state/VNM/timeline",
)


@pytest.fixture(scope="module")
def browser(need: Callable[[str], None]) -> Iterator[Any]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        need("Chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=flags)
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(app: Flask) -> Iterator[str]:
    with served(app) as where:
        yield where


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark"), (3840, "light")])
def test_no_page_of_a_state_scrolls_sideways_or_fails(browser: Any, address: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda fault: errors.append(str(fault)))
    for one in PAGES:
        page.goto(f"{address}{one}")
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, one
        assert errors == [], one
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_counts_are_legible_on_every_colour_of_the_heat_map(browser: Any, address: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}state/VNM")
    least = page.evaluate(CONTRAST)
    context.close()
    assert len(least) == 5
    assert min(least) >= 4.5, least


CONTRAST = """() => {
  const canvas = document.createElement("canvas"); canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d", {willReadFrequently: true});
  const solid = (...colours) => {
    pen.clearRect(0, 0, 1, 1);
    for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const under = getComputedStyle(document.body).backgroundColor;
  return [1, 2, 3, 4, 5].map((step) => {
    const cell = document.querySelector("table.heat tbody td:last-child");
    cell.className = `s${step}`;
    const style = getComputedStyle(cell);
    const [a, b] = [light(solid(under, style.backgroundColor)), light(solid(style.color))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  });
}"""


def test_a_wide_table_can_be_scrolled_by_keyboard(browser: Any, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{address}state/VNM")
    regions = page.locator(".scroll")
    assert regions.count() >= 4
    for number in range(regions.count()):
        region = regions.nth(number)
        assert region.get_attribute("tabindex") == "0"
        assert region.get_attribute("aria-label")
        region.focus()
        assert region.evaluate("node => node === document.activeElement")
    context.close()


def test_headings_stand_in_order(browser: Any, address: str) -> None:
    page = browser.new_page()
    for one in PAGES:
        page.goto(f"{address}{one}")
        levels = page.evaluate(
            "[...document.querySelectorAll('main h1, main h2, main h3, main h4')].map(h => +h.tagName[1])"
        )
        assert levels[0] == 1, one
        assert all(later - before <= 1 for before, later in pairwise(levels)), one
    page.close()
