"""The desk in a real Chromium: a whole story by keyboard alone, keys that can be switched off, no barrier found."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from graph.review.decisions import FILE
from graph.store.builds import Build
from tests.webui.conftest import served
from tests.webui.test_browser import chromium as chromium
from tests.webui.test_browser import watched
from tests.webui.workshop import PASSWORD, Ground, Site, ground, site
from webui.places import explain_of

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module", name="on")
def build_asked(told: Build) -> Iterator[Ground]:
    with ground(told) as it:
        yield it


@pytest.fixture
def here(on: Ground, tmp_path: Path) -> Site:
    return site(on, tmp_path)


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def go(page, key: str) -> None:
    """A key that leads to a page."""
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press(key)


def log_in(page, where: str) -> None:
    page.goto(f"{where}desk?state=VNM")
    page.wait_for_selector("#name:focus")  # by itself
    page.keyboard.type("Ana Reviewer")
    press(page, "Tab")
    page.wait_for_selector("#password:focus")
    page.keyboard.type(PASSWORD)
    go(page, "Enter")
    assert urlsplit(page.url).path == "/desk"


def pair(page) -> str:
    return page.inner_text("#link .row")


def test_a_morning_at_the_desk_by_keyboard_alone(chromium, here: Site) -> None:
    with served(here.app) as where:
        seen = watched(chromium, where)
        page = seen.page
        log_in(page, where)
        first = pair(page)
        go(page, "j")
        second = pair(page)
        assert second != first
        go(page, "k")
        assert pair(page) == first
        go(page, "c")
        page.wait_for_selector("#told .done")
        assert "Confirmed" in page.inner_text("#told")
        assert pair(page) == second
        press(page, "r")
        page.wait_for_selector("form.rejecting input:focus")
        page.keyboard.type("joking: cruel ruse?")  # letters that are keys elsewhere
        go(page, "Enter")
        assert pair(page) not in (first, second)
        go(page, "u")
        page.wait_for_selector("#told .done")
        assert "Taken back" in page.inner_text("#told")
        assert [(line.decision, line.why) for line in here.lines()][1] == ("reject", "joking: cruel ruse?")
        page.focus("header .who button")
        go(page, "Enter")
        assert page.query_selector("header .who") is None
        page.goto(f"{where}desk?state=VNM")
        assert urlsplit(page.url).path == "/login"
        assert seen.errors == []
        assert seen.outside == []
        page.context.close()
    assert [line.decision for line in here.lines()] == ["confirm", "reject", "reopen"]
    assert {line.who for line in here.lines()} == {"Ana Reviewer"}
    assert (here.folder / FILE).read_text("utf-8").count("Ana Reviewer") >= 3


def test_an_empty_reason_rejects_nothing_and_escape_leaves_the_field(chromium, here: Site) -> None:
    with served(here.app) as where:
        page = watched(chromium, where).page
        log_in(page, where)
        press(page, "r", "Enter", "Escape")
        assert page.evaluate("document.activeElement.tagName") == "BODY"
        assert here.lines() == ()
        page.context.close()


def test_keys_can_be_switched_off_for_good(chromium, here: Site) -> None:
    with served(here.app) as where:
        page = watched(chromium, where).page
        log_in(page, where)
        press(page, "?")
        assert page.evaluate("document.activeElement.id") == "keys-on"
        press(page, "Space")
        page.reload()
        before = page.url
        press(page, "c", "j", "u")
        page.wait_for_timeout(300)
        assert page.url == before
        assert here.lines() == ()
        page.context.close()


def test_keys_with_ctrl_stay_the_browsers(chromium, here: Site) -> None:
    with served(here.app) as where:
        page = watched(chromium, where).page
        log_in(page, where)
        press(page, "Control+c")
        page.wait_for_timeout(300)
        assert here.lines() == ()
        page.context.close()


def test_without_scripts_the_buttons_do(chromium, here: Site) -> None:
    with served(here.app) as where:
        context = chromium.new_context(java_script_enabled=False)
        page = context.new_page()
        log_in(page, where)
        assert not page.is_visible("#keys")
        page.click("text=Confirm")
        assert "Confirmed" in page.inner_text("#told")
        page.click("text=Undo my last")
        context.close()
    assert [line.decision for line in here.lines()] == ["confirm", "reopen"]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_no_barrier_is_found_and_every_page_fits(chromium, here: Site, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    link = here.proposed[0]
    paths = ["desk", "desk?state=VNM", "desk?state=VNM&contested=yes", "desk/decisions", "desk/add", "account"]
    with served(here.app) as where:
        seen = watched(chromium, where, width, scheme)
        seen.page.goto(f"{where}login")
        found = barriers(axe, seen.page, "login")
        log_in(seen.page, where)
        for path in [*paths, explain_of(link.subject, link.object)[1:]]:
            seen.page.goto(where + path)
            found += barriers(axe, seen.page, path)
            wider = seen.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wider <= 0, f"{path} is {wider} pixels too wide"
        assert found == []
        assert seen.errors == []
        seen.page.context.close()


def barriers(axe, page, path: str) -> list[str]:
    told = axe.run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{path}: {one['id']} {one['nodes'][0]['html'][:200]}" for one in told]
