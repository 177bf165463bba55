"""Networks: what is drawn, what a sieve lets through, what is left out and said, and where nodes stand."""

import json
import math
import re
from collections.abc import Iterator
from itertools import pairwise

import networkx as nx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from graph import terms
from graph.export import linked
from graph.export.drawing import Edge, Node, told
from graph.layout import places
from graph.store.builds import Build
from graph.store.pool import Pool
from tests.webui.story import CERD, REPORT
from webui.app import create_app


def data(client: FlaskClient, path: str) -> dict:
    answer = client.get(f"/network/data/{path}")
    assert answer.status_code == 200
    return json.loads(answer.data)


def ends(found: dict) -> set[tuple[str, str, str]]:
    return {(edge["from"], edge["relation"], edge["to"]) for edge in found["edges"]}


def test_a_network_tells_nodes_and_links_that_stand(client: FlaskClient) -> None:
    found = data(client, "state/VNM")
    nodes = {node["id"]: node for node in found["nodes"]}
    cerd = nodes[terms.passage(CERD, "12")]
    assert cerd["group"] == "treatyBodies"
    assert cerd["label"] == f"{CERD}, para. 12"
    assert cerd["path"] == f"/id/document/{CERD}/para/12"
    assert cerd["text"].startswith("Give children of minorities")
    assert all(edge["from"] in nodes and edge["to"] in nodes for edge in found["edges"])
    rejected = (terms.project("VNM-1"), "contributesTo", terms.passage(REPORT, "99.79"))
    added = (terms.passage(REPORT, "99.82"), "reinforces", terms.passage(CERD, "12"))
    assert added in ends(found)
    assert rejected not in ends(found)


def test_a_link_says_whether_it_was_stated_computed_or_decided(client: FlaskClient) -> None:
    found = data(client, "state/VNM")
    basis = {(edge["from"], edge["to"]): edge["basis"] for edge in found["edges"]}
    assert basis[terms.passage(REPORT, "99.82"), terms.passage(CERD, "12")] == "decided"
    assert basis[terms.passage("A/HRC/WG.6/18/VNM/2", "12"), terms.passage(CERD, "12")] == "stated"
    assert "computed" in basis.values()


def test_one_ask_has_a_network_of_its_own(client: FlaskClient) -> None:
    found = data(client, f"document/{CERD}/para/12")
    centre = terms.passage(CERD, "12")
    assert all(centre in (edge["from"], edge["to"]) for edge in found["edges"])
    assert [node["id"] for node in found["nodes"] if node.get("central")] == [centre]


@pytest.mark.parametrize("path", ["group/VNM/story", f"document/{REPORT}", "project/VNM-1"])
def test_groups_documents_and_projects_have_networks(client: FlaskClient, path: str) -> None:
    assert data(client, path)["edges"]


def test_the_data_of_a_network_is_the_same_at_every_request(client: FlaskClient, told: Build) -> None:
    first = client.get("/network/data/state/VNM")
    with Pool(told.store) as pool:
        again = create_app(told, pool).test_client().get("/network/data/state/VNM")
    assert first.data == again.data
    same = client.get("/network/data/state/VNM", headers={"If-None-Match": first.headers["ETag"]})
    assert same.status_code == 304


def rows(client: FlaskClient, query: str) -> list[str]:
    page = client.get(f"/network/state/VNM?{query}", headers={"Accept": "text/html"}).text
    body = page.split("<tbody>")[1].split("</tbody>")[0]
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)) for row in body.split("<tr>")[1:]]


def test_the_table_holds_every_link_and_needs_no_script(client: FlaskClient) -> None:
    found = rows(client, "")
    assert len(found) == len(data(client, "state/VNM")["edges"])
    assert any("99.82" in row and "reinforces" in row and "decided" in row and "Why?" in row for row in found)


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("filtered=yes&family=upr&family=treatyBodies&position=partlySupported&relation=reinforces&basis=decided", 1),
        ("filtered=yes&family=upr&family=treatyBodies&position=noted&relation=reinforces&basis=decided", 0),
        ("filtered=yes&family=upr&position=partlySupported&relation=reinforces&basis=decided", 0),
        ("filtered=yes", 0),
        ("relation=cites", 1),
        ("score=1.0&basis=computed", 0),
        ("theme=No such theme", 0),
    ],
)
def test_filters_work_without_a_script(client: FlaskClient, query: str, holds: int) -> None:
    assert len(rows(client, query)) == holds


@pytest.mark.parametrize("query", ["score=high", "score=nan", "page=0", "page=x", "family=<b>", "theme='\"><script>"])
def test_an_odd_filter_gives_a_page_all_the_same(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/network/state/VNM?{query}", headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert "<b>" not in answer.text
    assert "><script>" not in answer.text


@pytest.mark.parametrize("ending", ["html", "graphml", "gexf"])
def test_a_network_can_be_kept_as_a_file(client: FlaskClient, ending: str) -> None:
    answer = client.get(f"/network/file/{ending}/state/VNM")
    assert answer.status_code == 200
    assert f'filename="network.{ending}"' in answer.headers["Content-Disposition"]
    assert "99.82" in answer.text
    assert client.get("/network/file/pdf/state/VNM").status_code == 404


def test_only_the_parts_of_the_view_are_served(client: FlaskClient) -> None:
    assert client.get("/network/part/view.js").mimetype == "text/javascript"
    assert client.get("/network/part/view.css").mimetype == "text/css"
    for name in ("../drawing.py", "drawing.py", "..%2fdrawing.py"):
        assert client.get(f"/network/part/{name}").status_code == 404


def test_networks_begin_at_a_state_or_a_search(client: FlaskClient) -> None:
    page = client.get("/network", headers={"Accept": "text/html"}).text
    assert 'href="/network/state/VNM"' in page
    assert 'action="/search"' in page


@pytest.fixture
def plain(told: Build) -> Iterator[Flask]:
    """The app as it is where npm was not to be had."""
    with Pool(told.store) as pool:
        yield create_app(told, pool, {"BUNDLES": False})


def test_without_bundles_the_page_says_so_and_uses_vis_network(plain: Flask) -> None:
    page = plain.test_client().get("/network/state/VNM", headers={"Accept": "text/html"}).text
    assert "vis-network.min.js" in page
    assert "sigma" not in re.sub(r"<p.*?</p>", "", page)
    assert "Drawn by vis-network" in page


def test_too_many_links_are_cut_to_the_surest_and_counted(told: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linked, "MOST_NODES", 4)
    with Pool(told.store) as pool:
        found = linked.linked(pool, [terms.state("VNM")])
        whole = data(create_app(told, pool).test_client(), "state/VNM")
    assert len(found.nodes) <= 4
    assert found.left_out > 0
    assert len(found.edges) + found.left_out >= len(whole["edges"])
    scores = [edge.score for edge in found.edges]
    assert scores == sorted(scores, reverse=True)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=60))
def test_no_two_nodes_stand_on_each_other(pairs: list[tuple[int, int]]) -> None:
    edges = [(str(one), str(other)) for one, other in pairs]
    nodes = sorted({end for edge in edges for end in edge})
    found = places(nodes, edges)
    assert sorted(found) == nodes
    assert found == places(list(reversed(nodes)), list(reversed(edges)))
    spots = list(found.values())
    for number, spot in enumerate(spots):
        assert all(math.dist(spot, other) > 20 for other in spots[:number])


def test_a_large_network_is_laid_out_in_time_and_by_what_hangs_together() -> None:
    graph = nx.connected_caveman_graph(20, 30)
    edges = [(f"n{one:03}", f"n{other:03}") for one, other in graph.edges()]
    found = places([f"n{node:03}" for node in graph], edges)
    assert len(set(found.values())) == 600
    near = [math.dist(found[one], found[other]) for one, other in edges]
    order = sorted(found)
    far = [math.dist(found[one], found[other]) for one, other in pairwise(order[::31])]
    assert sum(near) / len(near) < 0.5 * sum(far) / len(far)


def test_what_the_script_reads_has_words_for_everything() -> None:
    nodes = [Node("a", "A", "upr", "Recommendation", position="noted"), Node("b", "B", "treatyBodies", "Observation")]
    found = told(nodes, [Edge("a", "reinforces", "b", 0.5, "computed")])
    assert [node["positioned"] for node in found["nodes"]] == [True, False]
    assert found["words"]["relations"]["reinforces"]
    assert found["edges"][0]["directed"] is False
