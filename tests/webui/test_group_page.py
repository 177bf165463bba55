"""A group's page and its brief: what the asks share is marked, what is missing is said, and a brief is one sheet."""

import re
import shutil
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph import terms
from graph.store.builds import Build
from tests.webui.conftest import served
from tests.webui.story import CERD, REPORT, VISIT
from webui.cards import Card
from webui.groups import by_year, gaps, recommending
from webui.shared import shared

HERE = "/id/group/VNM/story"
PAGE = {"Accept": "text/html"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def client(more_app: Flask) -> FlaskClient:
    return more_app.test_client()


def words(client: FlaskClient, address: str) -> str:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == 200, answer.text
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def ask(name: str, family: str, text: str, **more: str) -> Card:
    told = {"family": [family], "text": [text], **{key: [value] for key, value in more.items()}}
    return Card(name, told)


def test_a_word_is_marked_if_asks_of_two_families_use_it_whatever_its_ending() -> None:
    asks = [
        ask("a", "upr", "Open schools for minorities"),
        ask("b", "treatyBodies", "Schooling of a minority in Slovenian"),
        ask("c", "upr", "Slovenia should open bakeries"),
    ]
    found = shared(asks, "Slovenia")
    marked = {name: [piece for piece, both in pieces if both] for name, pieces in found.pieces.items()}
    assert marked == {"a": ["schools", "minorities"], "b": ["Schooling", "minority"], "c": []}
    for one in asks:
        assert "".join(piece for piece, _ in found.pieces[one.iri]) == one.text


def test_words_of_routine_and_of_one_family_alone_are_not_marked() -> None:
    found = shared(
        [ask("a", "upr", "Ensure bakeries"), ask("b", "upr", "Ensure bakeries"), ask("c", "treatyBodies", "Ensure")]
    )
    assert not any(both for pieces in found.pieces.values() for _, both in pieces)


def test_gaps_are_what_is_missing_and_nothing_else() -> None:
    asks = [
        ask("a", "upr", "x", position="noted"),
        ask("b", "upr", "x", position="pending"),
        ask("c", "treatyBodies", "x"),
    ]
    found = gaps(asks, [])
    assert (found.nothing_known, found.noted_repeated, found.pending, found.supported_untouched) == (True, 1, 1, 0)
    assert not found.without_review
    assert gaps(asks[:2], []).noted_repeated == 0
    assert gaps(asks[2:], []).without_review


def test_recommending_states_and_years_are_counted() -> None:
    asks = [
        ask("a", "upr", "x", recommendingState="Sweden", issued="2009-10-05"),
        ask("b", "upr", "x", recommendingState="Sweden", issued="2014-01-01"),
        ask("c", "treatyBodies", "x"),
    ]
    assert recommending(asks) == [("Sweden", 2)]
    assert by_year(asks) == [("2009", {"upr": 1}), ("2014", {"upr": 1}), ("", {"treatyBodies": 1})]


def test_the_page_shows_programmes_money_and_who_supports(client: FlaskClient) -> None:
    text = words(client, HERE)
    assert "Recommending States Philippines" in text
    table = text[text.index("Programmes that work on these asks") :]
    assert "Teachers for minority languages" in table
    assert "1 000 USD budget" in table
    assert "none linked" not in text


def test_links_of_programmes_are_explained_by_the_pair_and_not_by_the_group(client: FlaskClient) -> None:
    text = client.get(HERE, headers=PAGE).text
    table = text[text.index('id="programmes"') :]
    explained = re.findall(r'href="(/explain\?[^"]+)"', table)
    assert explained
    for address in explained:
        assert "group" not in address
        assert client.get(address.replace("&amp;", "&"), headers=PAGE).status_code == 200


def test_the_columns_mark_what_is_common(client: FlaskClient) -> None:
    text = client.get(HERE, headers=PAGE).text
    assert re.search(r"<mark>minorit\w+</mark>", text)


def test_a_brief_cites_every_ask_and_names_its_sources(client: FlaskClient, told_more: Build) -> None:
    answer = client.get(f"{HERE}?view=brief", headers=PAGE)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))
    for cited in (f"{REPORT}, para. 99.78 (Philippines)", f"{CERD}, para. 12", f"{VISIT}, para. 85"):
        assert cited in text
    assert "report.pdf, 2026-01-01, SHA-256" in text
    assert told_more.name in text
    assert "<nav" not in answer.text
    assert "Teachers for minority languages (UNESCO, UNICEF): 1 000 USD budget; 500.5 EUR spent" in text


def test_the_members_are_a_table_to_download(client: FlaskClient) -> None:
    text = client.get(f"{HERE}?format=csv").text
    assert all(iri in text for iri in (terms.passage(REPORT, "99.78"), terms.passage(CERD, "12")))


@pytest.mark.browser
def test_group_brief_passage_and_alignment_have_no_barrier_and_fit(
    more_app: Flask, need: Callable[[str], None]
) -> None:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        need("Chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    pages = (
        HERE, f"{HERE}?view=brief", f"/id/document/{REPORT}/para/99.78", "/state/VNM/alignment",
        f"/id/document/{REPORT}", "/id/project/VNM-3", "/state/VNM/alignment?by=asks&basis=stated",
        "/state/VNM/alignment/links",
        "/state/VNM/alignment/gaps/noted",
    )  # fmt: skip
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    found, errors = [], []
    with sync_api.sync_playwright() as playwright, served(more_app) as where:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        for width, scheme in ((1280, "light"), (360, "dark")):
            page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
            page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
            for one in pages:
                page.goto(where + one[1:])
                if (
                    width > 1000 or one in pages[:4]
                ):  # a rule that fails in the dark alone is one of contrast: four will do
                    told = axe.run(page, options={"runOnly": RULES}).response["violations"]
                    found += [f"{one} {width}: {fault['id']} {fault['nodes'][0]['html'][:200]}" for fault in told]
                wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert wider <= 0, f"{one} is {wider} pixels too wide at {width}"
        page.goto(f"{where}{HERE[1:]}?view=brief")
        sheets = re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4"))
        browser.close()
    assert found == []
    assert errors == []
    assert len(sheets) == 1
