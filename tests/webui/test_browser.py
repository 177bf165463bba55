"""The viewer in a real Chromium: nothing asked elsewhere, no error, no script of a stranger, a drawing drawn."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask

from graph.build import build
from graph.records import Passage, PassageKind, Project, Record
from graph.review.decisions import Decisions
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from tests.webui.conftest import served
from tests.webui.story import CERD, REPORT, loaded
from webui.app import create_app

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "search?q=minority",
    "state/VNM",
    "state/VNM/asks",
    "state/VNM/programmes",
    f"id/document/{REPORT}/para/99.82",
    f"id/document/{CERD}/para/12",
    "id/group/VNM/story",
    "questions/01_positions?ask=yes",
    "sparql?query=SELECT+*+{?s+?p+?o}+LIMIT+5&format=html",
    "sources",
    "limits",
)
PAYLOADS = (
    "<script>window.struck=1</script>",
    "\"><img src=x onerror='window.struck=1'>",
    "' onmouseover='window.struck=1",
    "</textarea></title></style><svg onload='window.struck=1'>",
    "{{ 7*7 }}${7*7}<%= 7*7 %>",
    "javascript:window.struck=1",
    "data:text/html,<script>window.struck=1</script>",
    "&lt;script&gt;window.struck=1&lt;/script&gt;",
    "\u2028</script><script>window.struck=1</script>",
)


@dataclass
class Watched:
    """A page and everything wrong that was noticed while it was open."""

    page: "object"
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def chromium(need: Callable[[str], None]) -> Iterator[object]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        need("Chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(app: Flask) -> Iterator[str]:
    with served(app) as where:
        yield where


def watched(chromium, address: str, width: int = 1200, scheme: str = "light") -> Watched:
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    seen = Watched(page)

    def asked(request) -> None:
        if not request.url.startswith((address, "data:")):
            seen.outside.append(request.url)

    page.on("request", asked)
    page.on("console", lambda message: seen.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda fault: seen.errors.append(str(fault)))
    return seen


@pytest.mark.parametrize(("width", "scheme"), [(1200, "light"), (360, "dark")])
def test_every_page_stays_at_home_and_fits_the_screen(chromium, address: str, width: int, scheme: str) -> None:
    seen = watched(chromium, address, width, scheme)
    for path in PAGES:
        answer = seen.page.goto(address + path, wait_until="load")
        assert answer.status == 200, path
        wider = seen.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{path} is {wider} pixels too wide"
        assert seen.page.evaluate("document.documentElement.getAttribute('data-bs-theme')") == scheme
    assert seen.outside == []
    assert seen.errors == []
    seen.page.context.close()


def test_no_text_of_a_source_ever_runs(chromium, tmp_path) -> None:
    made = build(hostile(), Builds(tmp_path), lambda store: Pool(store, Limits.for_builds()), decisions=Decisions())
    with Pool(made.build.store) as pool, served(create_app(made.build, pool)) as where:
        seen = watched(chromium, where)
        pages = ["", "state/VNM/asks", "state/VNM/programmes", "state/VNM/documents", "search?q=script", "sources"]
        pages += [
            "questions/01_positions?ask=yes",
            "network/state/VNM",
            "id/document/A/X/1",
            "changes",
            "changes?state=VNM",
        ]
        pages += ["state/VNM", "state/VNM/timeline", "state/VNM/themes", "state/VNM/alignment", "state/VNM?lang=fr"]
        pages += [f"explain?one=A/X/1+{number}&other=A/X/1+0" for number in range(1, len(PAYLOADS))]
        pages += ["explain?one=" + PAYLOADS[1] + "&other=A/X/1+0", "state/VNM/alignment/links?row=" + PAYLOADS[0]]
        pages += [f"id/document/A/X/1/para/{number}" for number in range(len(PAYLOADS))]
        pages += ["search?q=" + payload for payload in PAYLOADS] + ["sparql?format=html&query=" + PAYLOADS[3]]
        pages += ["sparql?format=html&query=SELECT (<" + PAYLOADS[5] + "> AS ?x) {}", "nowhere/" + PAYLOADS[0]]
        for path in pages:
            seen.page.goto(where + path, wait_until="load")
            assert seen.page.evaluate("window.struck") is None, path
            schemes = seen.page.evaluate("[...document.links].map(one => one.protocol)")
            assert set(schemes) <= {"http:", "https:"}, path
        assert seen.outside == []
        seen.page.context.close()


def hostile() -> list:
    records: list[Record] = []
    for number, payload in enumerate(PAYLOADS):
        records += [
            Passage(
                symbol="A/X/1",
                paragraph=str(number),
                kind=PassageKind.RECOMMENDATION,
                mechanism="UPR",
                state="VNM",
                text=payload,
                section=payload,
                recommending_states=("FRA",),
                place=payload,
            ),
            Project(identifier=f"P-{payload}", title=payload, implementers=(payload,), states=("VNM",), place=payload),
        ]
    return [loaded("<img src=x onerror=window.struck=1>.csv", *records)]
