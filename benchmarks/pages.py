"""What each page weighs and how long it takes: `python -m benchmarks.pages STORE [STATE]`.

Weight: all that Chromium fetches for the page with an empty cache, in kB as sent. Time: of the server alone, warm.
"""

import shutil
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.viewed import pages, viewer

ROUNDS = 20
MOST_KB = 150
MOST_MS = 300


def main(store: str, iso3: str = "") -> None:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with viewer(Path(store)) as (where, app, pool), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        client = app.test_client()
        print(f"{'page':<12}{'kB':>8}{'first ms':>10}{'median ms':>11}{'p95 ms':>8}")
        for name, address in pages(pool, iso3).items():
            first, *warm = [_timed(client, address) for _ in range(ROUNDS + 1)]
            warm.sort()
            p95 = warm[int(0.95 * ROUNDS) - 1]
            weight = _weight(browser, where + address)
            over = " over" * ((weight > MOST_KB and name != "network") or p95 > MOST_MS)
            print(f"{name:<12}{weight:>8.1f}{first:>10.0f}{warm[ROUNDS // 2]:>11.0f}{p95:>8.0f}{over}")
        browser.close()


def _timed(client, address: str) -> float:  # type: ignore[no-untyped-def]
    started = time.perf_counter()
    answer = client.get(address, headers={"Accept": "text/html"})
    taken = (time.perf_counter() - started) * 1000
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status}")
    return taken


def _weight(browser: Browser, url: str) -> float:
    """kB over the wire, headers too."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sent: list[float] = []
    session.on("Network.loadingFinished", lambda told: sent.append(told["encodedDataLength"]))
    page.goto(url, wait_until="networkidle")
    context.close()
    return sum(sent) / 1000


if __name__ == "__main__":
    main(*sys.argv[1:])
