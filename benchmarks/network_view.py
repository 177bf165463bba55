"""How fast a network is drawn in Chromium and how smoothly it is dragged: `python benchmarks/network_view.py`.

For 500 and 5,000 nodes with two links each, by sigma.js and by vis-network: seconds to lay out on the server, from
opening the page to the first drawing, and frames a second while the drawing is dragged for two seconds.
"""

import json
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page, sync_playwright

sys.path.append(str(Path(__file__).resolve().parent.parent))

from graph.build import build
from graph.export.drawing import told
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from tests.webui.conftest import served
from tests.webui.story import decisions, story
from tests.webui.test_network_browser import made
from webui.app import create_app

FRAMES = """() => { window.frames_seen = 0;
  const tick = () => { window.frames_seen += 1; requestAnimationFrame(tick); };
  requestAnimationFrame(tick); }"""
FLAGS = ["--headless", "--no-sandbox", "--enable-unsafe-swiftshader"]


def dragged(page: Page) -> float:
    """Frames a second while the mouse moves the drawing."""
    box = page.locator("#network").bounding_box()
    assert box
    x, y = box["x"] + 30, box["y"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    start = time.perf_counter()
    step = 0
    while time.perf_counter() - start < 2:
        step += 1
        page.mouse.move(x + step % 200, y + step % 120)
    took = time.perf_counter() - start
    page.mouse.up()
    return float(page.evaluate("window.frames_seen")) / took


def measured(page: Page, address: str, count: int) -> tuple[float, float, float]:
    start = time.perf_counter()
    body = json.dumps(told(*made(count)))
    laid = time.perf_counter() - start
    page.route("**/network/data/**", lambda route: route.fulfill(body=body, content_type="application/json"))
    start = time.perf_counter()
    page.goto(f"{address}network/state/VNM")
    page.wait_for_selector("#network[data-drawn]", timeout=120_000)
    return laid, time.perf_counter() - start, dragged(page)


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        done = build(
            story(), Builds(Path(folder)), lambda store: Pool(store, Limits.for_builds()), decisions=decisions()
        )
        browser: Any = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        print(f"{'drawn by':9} {'nodes':>6} {'laid out':>9} {'first drawing':>14} {'frames/s':>9}")
        for bundles, name in ((True, "sigma"), (False, "vis")):
            with Pool(done.build.store) as pool, served(create_app(done.build, pool, {"BUNDLES": bundles})) as address:
                for count in (500, 5000):
                    page = browser.new_page(viewport={"width": 1280, "height": 900})
                    laid, first, frames = measured(page, address, count)
                    print(f"{name:9} {count:6} {laid:8.2f}s {first:13.2f}s {frames:9.1f}", flush=True)
                    page.close()
        browser.close()


if __name__ == "__main__":
    main()
