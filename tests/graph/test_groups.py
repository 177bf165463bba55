"""Groups hold what asks for the same, of two mechanisms at least, and tell what a person must know of them."""

import random
from itertools import combinations, product

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph import terms
from graph.link.groups.communities import communities, network
from graph.link.groups.told import Told
from graph.link.made import Link
from graph.records import Relation
from tests.graph.made_groups import ask, grouped, link, names

UPR = [ask(f"u{number}") for number in range(4)]
CEDAW = [ask(f"c{number}", mechanism="CEDAW") for number in range(4)]
CAT = [ask(f"t{number}", mechanism="CAT") for number in range(4)]


def test_asks_of_one_mechanism_are_no_group() -> None:
    assert grouped(UPR, [link(one.iri[-2:], other.iri[-2:]) for one, other in combinations(UPR, 2)]) == []


def test_the_same_ask_made_again_joins_the_group_that_it_repeats() -> None:
    links = [link("c0", "u0"), link("u0", "u1", relation=Relation.REPEATS)]
    (made,) = grouped([*UPR, *CEDAW], links)
    assert names(made) == ["c0", "u0", "u1"]
    assert made.asks_by_family == ((terms.rg("treatyBodies"), 1), (terms.rg("upr"), 2))


def test_one_link_does_not_glue_two_themes_together() -> None:
    """Two families of eight, wholly linked each, and a single sure link between them."""
    left = [link(f"u{one}", f"c{other}") for one, other in product(range(4), range(4))]
    right = [link(f"v{one}", f"t{other}") for one, other in product(range(4), range(4))]
    asks = [*UPR, *CEDAW, *CAT, *(ask(f"v{number}") for number in range(4))]
    made = grouped(asks, [*left, *right, link("c0", "t0", score=1.0)])
    assert sorted(map(names, made)) == [sorted(f"{a}{n}" for a in pair for n in range(4)) for pair in ("cu", "tv")]


def test_the_order_of_asks_and_links_does_not_matter() -> None:
    draw = random.Random(7)  # noqa: S311 - no secret
    links = [
        link(f"u{one}", f"{body}{other}", score=draw.choice((0.5, 0.7, 0.9)))
        for one, other, body in product(range(4), range(4), "ct")
        if draw.random() < 0.4
    ]
    asks = [*UPR, *CEDAW, *CAT]
    first = grouped(asks, links)
    draw.shuffle(links)
    assert first
    assert grouped(asks, links) == first


def test_a_link_to_what_is_no_ask_of_the_state_or_to_itself_is_left_aside() -> None:
    (made,) = grouped([*UPR, *CEDAW], [link("u0", "c0"), link("u0", "elsewhere"), link("u0", "u0")])
    assert names(made) == ["c0", "u0"]


def test_bridges_joints_and_the_central_ask_of_a_chain_are_found() -> None:
    (made,) = grouped([*UPR, *CEDAW], [link("u0", "c0", 0.9), link("c0", "u1", 0.8)])
    ids = {terms.link(one.subject, terms.rg("reinforces"), one.object, "similarity") for one in _chain()}
    assert set(made.bridges) == ids
    assert made.joints == (terms.BASE + "c0",)
    assert made.central == terms.BASE + "c0"
    assert dict(made.centrality) == {terms.BASE + "c0": 0.85, terms.BASE + "u0": 0.45, terms.BASE + "u1": 0.4}


def test_a_ring_has_neither_bridge_nor_joint() -> None:
    ring = [link("u0", "c0"), link("c0", "u1"), link("u1", "c1"), link("c1", "u0")]
    (made,) = grouped([*UPR, *CEDAW], ring)
    assert (made.bridges, made.joints) == ((), ())


def test_strength_is_how_surely_another_mechanism_backs_an_ask_on_average() -> None:
    """0.9 and 0.9 for the pair; the repeated ask is backed by its own mechanism only and counts nothing."""
    links = [link("c0", "u0", 0.9), link("u0", "u1", 1.0, Relation.REPEATS)]
    assert grouped([*UPR, *CEDAW], links)[0].strength == 0.6


def test_positions_years_and_programmes_are_counted_from_what_the_graph_tells() -> None:
    told = {
        terms.BASE + "u0": Told("supported", 2010, ("urn:project:1",)),
        terms.BASE + "u1": Told("noted", 2019),
    }
    programmed = [
        link("project/2", "c0", relation=Relation.CONTRIBUTES_TO),
        link("project/3", "c3", relation=Relation.CONTRIBUTES_TO),
    ]
    (made,) = grouped([*UPR, *CEDAW], _chain(), told=told, programmed=programmed)
    assert made.positions == (("noted", 1), ("supported", 1))
    assert made.years == (2010, 2019)
    assert made.programmes == (terms.BASE + "project/2", "urn:project:1")


def test_a_group_that_nothing_dates_has_no_years_and_a_cycle_dates_what_has_no_day() -> None:
    assert grouped([*UPR, *CEDAW], _chain())[0].years is None
    cycles = [ask("u0", cycle=1), ask("u1", cycle=3), *CEDAW]
    assert grouped(cycles, _chain())[0].years == (2010, 2019)


PAIRS = st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0.01, 1.0))


@given(st.lists(PAIRS, max_size=40))
def test_every_ask_is_in_one_community_and_hangs_together_with_it(pairs: list[tuple[int, int, float]]) -> None:
    graph = network(link(f"a{one}", f"a{other}", score) for one, other, score in pairs)
    found = communities(graph)
    assert sorted(iri for part in found for iri in part) == sorted(graph)
    assert all(nx.is_connected(graph.subgraph(part)) for part in found)


def _chain() -> list[Link]:
    return [link("u0", "c0", 0.9), link("c0", "u1", 0.8)]
