"""What changed, on its page: by State and kind, with who says so, to take away, and honest where nothing is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.build import build
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from tests.graph.asked_story import SECOND, asked
from tests.webui.story import story
from webui.app import create_app


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The app over a second build, which knows a second review."""
    builds = Builds(tmp_path_factory.mktemp("builds"))

    def ask(store: Path) -> Pool:
        return Pool(store, Limits.for_builds())

    build(story(), builds, ask)
    made = build(asked(), builds, ask).build
    with Pool(made.store) as pool:
        yield create_app(made, pool).test_client()


def test_what_concerns_no_one_state_comes_first_with_every_state_to_choose(later: FlaskClient) -> None:
    told = later.get("/changes").text
    assert "second.pdf" in told
    assert '<option value="VNM">Viet Nam (' in told
    assert 'href="/changes"' in told.split("<footer")[1]


def test_a_state_has_its_texts_as_links_and_its_counts(later: FlaskClient) -> None:
    told = later.get("/changes?state=vnm").text
    assert f'<a href="/id/document/{SECOND}/para/143.1">{SECOND}, para. 143.1</a>' in told
    assert "What changed for Viet Nam" in told
    assert "second.pdf" not in told


def test_one_kind_leaves_the_others_out(later: FlaskClient) -> None:
    told = later.get("/changes?state=VNM&kind=link").text
    assert f"because of the new {SECOND}, para. 143.1" in told
    assert "<h2>Links</h2>" in told
    assert "<h2>Texts</h2>" not in told
    answer = later.get("/changes?state=VNM&kind=link&format=json")
    assert {row["kind"] for row in answer.json} == {"link"}
    assert later.get("/changes?state=VNM&kind=link&format=csv").text.startswith("state,kind,what,about")


@pytest.mark.parametrize("address", ["/changes?state=XXX", "/changes?kind=weather"])
def test_what_there_is_not_is_not_found(later: FlaskClient, address: str) -> None:
    assert later.get(address).status_code == 404


def test_the_first_build_says_that_nothing_stands_before_it(client: FlaskClient) -> None:
    told = client.get("/changes")
    assert told.status_code == 200
    assert "nothing stands before it to compare it with" in told.text


def test_the_question_of_what_a_build_holds_points_here(client: FlaskClient) -> None:
    told = client.get("/questions/32").text
    assert 'href="/changes"' in told.split("<footer")[0]
