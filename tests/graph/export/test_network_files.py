"""Networks as files for other programs: valid, with every attribute, whatever the texts hold."""

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.export import KINDS, Unwritable, export_to
from graph.export.drawing import Edge, Node, basis_kind
from graph.export.network import write
from graph.store.builds import Build
from graph.store.pool import Pool

NODES = (
    Node(
        "urn:a", "A/X/1, para. 1", "upr", "Recommendation", "Teach <all> & “each”", "noted", ("Education", "Minorities")
    ),
    Node("urn:b", "B/2, para. 3", "treatyBodies", "Observation", "تعليم"),
)
EDGES = (
    Edge("urn:a", "reinforces", "urn:b", 0.75, "computed"),
    Edge("urn:a", "cites", "urn:b", 1.0, "stated"),
)


@pytest.mark.parametrize(("ending", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_a_network_is_read_back_whole(tmp_path: Path, ending: str, read: Callable[[Path], nx.Graph]) -> None:
    out = tmp_path / f"n.{ending}"
    write("ours", NODES, EDGES, out)
    graph = read(out)
    assert set(graph) == {"urn:a", "urn:b"}
    node = graph.nodes["urn:a"]
    assert (node["label"], node["family"], node["position"]) == ("A/X/1, para. 1", "upr", "noted")
    assert node["text"] == "Teach <all> & “each”"
    assert node["themes"] == "Education; Minorities"
    told = {(data["relation"], data["basis"], float(data["score"])) for _, _, data in graph.edges(data=True)}
    assert told == {("reinforces", "computed", 0.75), ("cites", "stated", 1.0)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(text=st.text(max_size=30))
def test_no_text_makes_a_file_that_cannot_be_read(tmp_path: Path, text: str) -> None:
    nodes = [Node("urn:a", text, text=text, themes=(text,)), Node("urn:b", "b")]
    for ending, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        out = tmp_path / f"n.{ending}"
        write(text, nodes, [Edge("urn:a", "cites", "urn:b", 1, "stated")], out)
        assert set(read(out)) == {"urn:a", "urn:b"}
    write(text, nodes, [Edge("urn:a", "cites", "urn:b", 1, "stated")], tmp_path / "n.html")


@pytest.mark.parametrize("ending", KINDS["network"].endings)
def test_the_network_of_a_state_or_of_all_is_written(example: Build, tmp_path: Path, ending: str) -> None:
    with Pool(example.store) as pool:
        for state in ("VNM", None):
            export_to("network", pool, example, state, tmp_path / f"n{ending}")
            assert "A/HRC/12/11" in (tmp_path / f"n{ending}").read_text("utf-8")
        with pytest.raises(Unwritable, match="FRA"):
            export_to("network", pool, example, "FRA", tmp_path / f"n{ending}")


def test_the_basis_of_a_link_is_of_one_of_three_kinds() -> None:
    assert basis_kind("similarity", "proposed") == "computed"
    assert basis_kind("sharedCodes", "confirmed") == "decided"
    assert basis_kind("person", "confirmed") == "decided"
    assert basis_kind("ohchrEndnote", "proposed") == "stated"
