"""The whole story in a real Chromium: search, see what reinforces, log in, confirm, build anew, take the workbook."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.review.decisions import FILE, Decisions
from graph.store.builds import Builds
from graph.store.pool import Pool
from graph.workspace import copy_example
from tests.webui.conftest import served
from tests.webui.test_browser import chromium as chromium
from tests.webui.test_browser import watched
from tests.webui.workshop import PASSWORD
from webui.accounts import passwords, people
from webui.accounts.people import Account, Role
from webui.accounts.settings import Settings
from webui.app import create_app

pytestmark = pytest.mark.browser

WHO = "Ana Reviewer"
WHY = "the same children, the same lessons"


def build_again(folder: Path) -> None:
    """By the command line, as a person does."""
    command = [sys.executable, "-m", "rightsgraph", "build", str(folder), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@contextmanager
def viewer(folder: Path) -> Iterator[str]:
    """The workspace served, whatever build is current: as `rightsgraph serve` does."""
    builds = Builds(folder / "builds")
    with Pool(lambda: builds.current().store) as pool:
        config = {"WORKSPACE": folder, "ACCOUNTS": Settings.read(folder, os.environ)}
        with served(create_app(builds.current, pool, config)) as where:
            yield where


def may_review(folder: Path) -> None:
    account = Account(WHO, Role.REVIEWER, passwords.hashed(PASSWORD, "", 12), date(2026, 1, 1))
    people.change(folder, lambda _: [account])


def log_in(page) -> None:
    page.click("header >> text=Log in")
    page.fill("#name", WHO)
    page.fill("#password", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_selector("header .who")


def told(folder: Path, chromium, words: str, name: str, iso3: str) -> None:
    """From words to a decision that the next build, the group, the matrix and the workbook hold."""
    with viewer(folder) as where:
        seen = watched(chromium, where, 1280)
        page = seen.page
        page.goto(where)
        page.fill("main input[type=search]", words)
        page.click("main button[type=submit]")
        page.click(f"main article a:has-text('{name}') >> nth=0")
        recommendation = page.url
        assert name in page.inner_text("h1")

        group = page.get_attribute("main a[href*='/id/group/'] >> nth=0", "href")
        page.goto(where.rstrip("/") + group)
        assert name in page.inner_text("main")
        page.goto(recommendation)
        page.click("li.link:not(.confirmed) a[href*='/explain'] >> nth=0")
        pair = page.url

        log_in(page)
        page.goto(pair)
        page.fill("form.confirming input[name=why] >> nth=0", WHY)
        page.click("form.confirming button >> nth=0")
        page.wait_for_selector("#told .done")
        line = Decisions.read(folder / FILE).lines[-1]
        assert (line.who, line.decision, line.why) == (WHO, "confirm", WHY)
        assert WHY in (folder / FILE).read_text("utf-8")

        build_again(folder)
        page.goto(recommendation)
        assert f"by {WHO}" in page.inner_text("main")
        page.goto(where.rstrip("/") + group)
        assert name in page.inner_text("main")

        page.goto(f"{where}state/{iso3}/alignment")
        assert page.locator("main table").count() >= 1
        with page.expect_download() as taking:
            page.click("text=Download the workbook")
        book = load_workbook(BytesIO(Path(taking.value.path()).read_bytes()), read_only=True)
        cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell}
        assert any(name in cell for cell in cells)
        assert any("confirmed" in cell for cell in cells), book.sheetnames
        assert seen.errors == []
        assert seen.outside == []
        page.context.close()


def test_the_story_of_the_example(chromium, tmp_path: Path) -> None:
    copy_example(tmp_path)
    build_again(tmp_path)
    may_review(tmp_path)
    told(tmp_path, chromium, "children own languages customs", "99.79", "VNM")
