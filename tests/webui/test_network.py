"""Networks: what is drawn, what is left out and said, and where nodes stand."""

import math

from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from graph import terms
from tests.webui.story import CERD, REPORT
from webui.layout import places


def test_a_network_tells_nodes_and_links_that_stand(client: FlaskClient) -> None:
    told = client.get("/network/data/state/VNM").json
    assert told is not None
    nodes = {node["id"]: node for node in told["nodes"]}
    assert nodes[terms.passage(CERD, "12")]["group"] == "treatyBodies"
    assert nodes[terms.passage(CERD, "12")]["path"] == f"/id/document/{CERD}/para/12"
    assert all(edge["from"] in nodes and edge["to"] in nodes for edge in told["edges"])
    relations = {(edge["from"], edge["relation"], edge["to"]) for edge in told["edges"]}
    rejected = (terms.project("VNM-1"), "contributesTo", terms.passage(REPORT, "99.79"))
    added = (terms.passage(REPORT, "99.82"), "reinforces", terms.passage(CERD, "12"))
    assert added in relations
    assert rejected not in relations


def test_one_ask_has_a_network_of_its_own(client: FlaskClient) -> None:
    told = client.get(f"/network/data/document/{CERD}/para/12").json
    assert told is not None
    centre = terms.passage(CERD, "12")
    assert all(centre in (edge["from"], edge["to"]) for edge in told["edges"])
    assert [node["id"] for node in told["nodes"] if node["central"]] == [centre]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=60))
def test_no_two_nodes_stand_on_each_other(pairs: list[tuple[int, int]]) -> None:
    edges = [(str(one), str(other)) for one, other in pairs]
    nodes = sorted({end for edge in edges for end in edge})
    found = places(nodes, edges)
    assert sorted(found) == nodes
    assert found == places(nodes, edges)
    spots = list(found.values())
    for number, spot in enumerate(spots):
        assert all(math.dist(spot, other) > 20 for other in spots[:number])
