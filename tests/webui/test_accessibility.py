"""Every page for everybody: no barrier that axe finds, narrow and wide, light and dark; texts in their direction."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from graph.build import build
from graph.records import Passage, PassageKind
from graph.review.decisions import Decisions
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from tests.webui.conftest import served
from tests.webui.story import CERD, REPORT, loaded
from tests.webui.test_browser import chromium as chromium
from tests.webui.test_browser import watched
from webui.app import create_app

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "",
    "?sort=documents#states",
    "search",
    "search?q=minority",
    "search?q=nothingatall",
    "state/VNM",
    "state/VNM/asks",
    "state/VNM/asks?position=noted",
    "state/VNM/groups",
    "state/VNM/programmes",
    "state/VNM/documents",
    "state/VNM/documents?status=missing",
    "state/VNM/themes",
    "state/VNM/timeline",
    "state/VNM/alignment",
    "state/VNM/alignment/links",
    "state/VNM/alignment/gaps/supported",
    f"id/document/{REPORT}",
    f"id/document/{REPORT}/para/99.78",
    f"id/document/{REPORT}/para/99.82",
    f"id/document/{CERD}/para/12",
    "id/group/VNM/story",
    "id/group/VNM/story?view=brief",
    "id/project/VNM-1",
    "ns/Recommendation",
    f"explain?one={REPORT}+99.82&other={CERD}+12",
    "questions",
    "questions/01_positions?state=VNM&ask=yes",
    "network",
    "network/state/VNM",
    "sparql",
    "sparql?query=SELECT+*+{?s+?p+?o}+LIMIT+5&format=html",
    "sources",
    "changes",
    "limits",
    "desk/decisions",
)
BY_SIGHT = {"type": "rule", "values": ["color-contrast", "target-size", "scrollable-region-focusable"]}
"""What depends on the colours and the width; the others are the same on every screen."""
SCREENS = [
    (360, "light", RULES),
    pytest.param(360, "dark", BY_SIGHT, marks=pytest.mark.long),
    pytest.param(1280, "light", BY_SIGHT, marks=pytest.mark.long),
    pytest.param(1280, "dark", RULES, marks=pytest.mark.long),
]
ARABIC = "أن تعلّم الأطفال بلغتهم الأم"
HEBREW = "ללמד ילדים בשפת אמם"


def workers(store: Path) -> Pool:
    return Pool(store, Limits.for_builds())


@pytest.fixture(scope="module")
def address(more_app: Flask) -> Iterator[str]:
    with served(more_app) as where:
        yield where


def barriers(page, rules) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    told = axe.run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:160]}" for one in told]


@pytest.mark.parametrize(("width", "scheme", "rules"), SCREENS)
def test_no_page_holds_anybody_off(chromium, address: str, width: int, scheme: str, rules) -> None:
    seen = watched(chromium, address, width, scheme)
    found = []
    for path in PAGES:
        answer = seen.page.goto(address + path, wait_until="load")
        found += [] if answer.status == 200 else [f"{path}: {answer.status}"]
        found += [f"{path}: {one}" for one in barriers(seen.page, rules)]
        if seen.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append(f"{path}: wider than the screen")
    assert not found, "\n".join(found)
    assert seen.errors == []
    seen.page.context.close()


def test_no_text_runs_wider_than_is_readable_on_the_widest_screen(chromium, address: str) -> None:
    page = watched(chromium, address, 3840).page
    for path in PAGES:
        page.goto(address + path, wait_until="load")
        assert page.evaluate("document.querySelector('main').getBoundingClientRect().width") <= 1400, path
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
    page.context.close()


def test_every_link_and_field_that_tab_reaches_shows_it(chromium, address: str) -> None:
    page = watched(chromium, address, 1280).page
    for path in ("", "state/VNM/asks", "id/group/VNM/story", "state/VNM/alignment"):
        page.goto(address + path, wait_until="load")
        reached = []
        for _ in range(40):
            page.keyboard.press("Tab")
            reached.append(page.evaluate(FOCUSED))
        assert all(shown for _, shown in reached), (path, [name for name, shown in reached if not shown])
        assert len({name for name, _ in reached}) > 10, path
    page.context.close()


FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
  return [one.tagName + " " + (one.textContent || one.name || "").trim().slice(0, 40), ring || one === document.body];
}"""


def test_a_text_from_right_to_left_runs_so_and_leaves_the_page_as_it_is(chromium, tmp_path: Path) -> None:
    records = [
        Passage(
            symbol="CRC/C/EGY/CO/3",
            paragraph=str(number),
            kind=PassageKind.OBSERVATION,
            mechanism="CRC",
            state="EGY",
            text=text,
            place=f"row {number}",
        )
        for number, text in enumerate((ARABIC, HEBREW), start=1)
    ]
    made = build([loaded("a.csv", *records)], Builds(tmp_path), workers, decisions=Decisions())
    with Pool(made.build.store) as pool, served(create_app(made.build, pool)) as where:
        page = watched(chromium, where).page
        for number, text in enumerate((ARABIC, HEBREW), start=1):
            for path in (f"id/document/CRC/C/EGY/CO/3/para/{number}", "state/EGY/asks", "id/document/CRC/C/EGY/CO/3"):
                page.goto(where + path)
                runs = page.evaluate(DIRECTION, text)
                assert runs == ["rtl"] * len(runs), path
                assert runs, path
                assert page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "ltr"
        page.context.close()


DIRECTION = """text => [...document.querySelectorAll("main *")]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.includes(text)))
  .map(one => getComputedStyle(one).direction)"""
