"""The page that tells why two things are linked; what names a thing; a group at a glance."""

import re

import pytest
from flask.testing import FlaskClient

from graph.review.explain import explained
from graph.review.links import Wanted, links
from graph.store.builds import Build
from graph.store.pool import Pool
from graph.terms import rg
from tests.webui.story import CERD, COMPILATION, REPORT
from tests.webui.test_pages import PAGE, read
from webui.app import create_app
from webui.links import HEADINGS
from webui.places import explain_of


def test_each_link_of_a_page_leads_to_its_explanation(client: FlaskClient) -> None:
    page = client.get(f"/id/document/{CERD}/para/12", headers=PAGE).text
    found = re.findall(r'href="(/explain[^"]+)">Why\?', page)
    assert len(found) == page.count('<li class="link ')
    for address in found:
        assert client.get(address.replace("&amp;", "&"), headers=PAGE).status_code == 200


def test_a_stated_link_tells_its_words_file_and_place(client: FlaskClient) -> None:
    words = read(client, f"/explain?one={COMPILATION}+12&other={CERD}+12")
    assert "OHCHR endnote" in words
    assert "CERD/C/VNM/CO/10-14, para. 12." in words
    assert "Said in compilation.pdf, endnote 31" in words


def test_shared_words_are_marked_on_both_sides(client: FlaskClient) -> None:
    page = client.get(f"/explain?one={COMPILATION}+12&other={CERD}+12", headers=PAGE).text
    assert page.count("<mark>minorities</mark>") == 2


def test_decisions_are_told_with_name_day_and_reason(client: FlaskClient) -> None:
    words = read(client, f"/explain?one=project/VNM-1&other={REPORT}+99.79")
    assert "2026-01-02 rejected by A. Reader: ended before" in words


def test_a_computed_link_shows_a_sum_that_makes_its_score(told: Build, client: FlaskClient) -> None:
    with Pool(told.store) as pool:
        held = next(one for one in links(pool, Wanted(basis="similarity")) if one.relation == "reinforces")
        (one,) = [one for one in explained(pool, held.subject, held.object) if one.basis == "similarity"]
    page = client.get(explain_of(held.subject, held.object), headers=PAGE).text
    assert one.equation in page
    assert page.count('<svg class="signed"') >= len(one.reasons)
    assert not re.search(r"\sstyle=", page)


def test_the_same_is_told_as_json(client: FlaskClient) -> None:
    answer = client.get(f"/explain?one={CERD}+12&other={COMPILATION}+12&format=json")
    assert answer.mimetype == "application/json"
    assert answer.json is not None
    assert [link["relation"] for link in answer.json["links"]] == ["cites"]


def test_two_things_that_nothing_links_are_told_calmly(client: FlaskClient) -> None:
    assert "No link between" in read(client, f"/explain?one=project/VNM-2&other={CERD}+12")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        ("?one=<script>&other=x", 400),
        (f"?one={CERD}+12&other=A/NO/1+1", 404),
        (f"?one={CERD}+12&other={REPORT}+99.78&format=pdf", 406),
    ],
)
def test_what_cannot_be_explained_is_refused_with_a_reason(client: FlaskClient, query: str, status: int) -> None:
    answer = client.get("/explain" + query, headers=PAGE)
    assert answer.status_code == status
    assert "<script>&" not in answer.text


def test_every_relation_has_a_heading_and_what_is_named_comes_last() -> None:
    assert list(dict.fromkeys(HEADINGS.values()))[-2:] == ["Names", "Named by"]
    assert (HEADINGS["repeats", "out"], HEADINGS["repeats", "in"]) == ("Asked before", "Asked again later")


def test_a_real_group_tells_what_holds_it_together_and_no_network_draws_names(example: Build) -> None:
    with Pool(example.store) as pool:
        client = create_app(example, pool).test_client()
        query = f"SELECT ?group WHERE {{ ?group a <{rg('Group')}> }}"
        group = next(row[0].value for row in pool.select(query).rows if row[0])
        path = "/id/" + group.split("/id/")[1]
        words = read(client, path)
        drawn = client.get("/network/data/state/VNM").json
    for told in ("Mechanisms", "how surely another mechanism backs an ask, on average", "Most central ask"):
        assert told in words
    assert drawn is not None
    assert "names" not in {edge["relation"] for edge in drawn["edges"]}
