"""Every page as people see it, narrow and wide, light and dark: `python -m benchmarks.screenshots STORE [STATE]`.

Written into `screenshots/`, which git ignores: NAME-WIDTH-SCHEME.png.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.viewed import pages, viewer

FOLDER = Path("screenshots")
SCREENS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
TALLEST = 6000
"""Pixels of a page that a picture shows."""


def main(store: str, iso3: str = "") -> None:
    FOLDER.mkdir(exist_ok=True)
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with viewer(Path(store)) as (where, _, pool), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for width, scheme in SCREENS:
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page = context.new_page()
            for name, address in pages(pool, iso3).items():
                page.goto(where + address, wait_until="load")
                height = page.evaluate("document.documentElement.scrollHeight")
                page.set_viewport_size({"width": width, "height": min(height, TALLEST)})
                page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png")
                page.set_viewport_size({"width": width, "height": 800})
            context.close()
        browser.close()
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER.absolute()}")


if __name__ == "__main__":
    main(*sys.argv[1:])
