"""What is worth deciding next: the uncertain before the certain, what much hangs on before what little does."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.clean import Unclear
from graph.review.bridges import cut_off, pair
from graph.review.influence import Hanging, Influence, in_words
from graph.review.links import Held, Wanted, links
from graph.review.worklist import Task, tasks, worklist
from graph.store.pool import Pool
from tests.graph.review.conftest import Decided


def held(subject: str, object_: str, score: float = 0.5, relation: str = "reinforces", **told: str) -> Held:
    return Held(subject, relation, object_, told.get("basis", "similarity"), score, told.get("status", "proposed"))


def order(*found: Held, answered: set[str] | None = None) -> list[str]:
    made = sorted(tasks(found, answered or set()), key=lambda task: -task.worth)
    return [task.link.subject + task.link.object for task in made]


def hanging(link: Held, *others: Held, answered: frozenset[str] = frozenset()) -> Hanging:
    return Influence((link, *others), answered).of(link)


def test_even_odds_come_before_what_is_almost_certain_either_way() -> None:
    ring = [held("a", "b", 0.97), held("b", "c", 0.5), held("c", "a", 0.05)]
    assert order(*ring)[0] == "bc"


def test_a_link_that_is_surely_right_is_worth_nothing() -> None:
    (task,) = tasks([held("a", "b", 1.0)], set())
    assert task.worth == 0


def test_a_bridge_comes_before_a_link_that_others_hold_too() -> None:
    left = [held("a", "b"), held("b", "c"), held("c", "a")]
    right = [held("x", "y"), held("y", "z"), held("z", "x")]
    bridge = held("c", "x")
    assert order(*left, *right, bridge)[0] == "cx"
    assert hanging(bridge, *left, *right).asks == 3
    assert hanging(left[0], *left[1:], *right, bridge).asks == 0


def test_a_rejected_link_holds_nothing_together() -> None:
    rejected = held("c", "a", status="rejected")
    assert hanging(held("a", "b"), held("b", "c"), rejected).asks == 1
    assert hanging(held("a", "b"), held("b", "c"), held("c", "a")).asks == 0


def test_a_link_that_another_basis_states_too_has_nothing_hanging_on_it() -> None:
    assert hanging(held("a", "b"), held("b", "a", basis="ohchrEndnote"), answered=frozenset("a")) == Hanging()


def test_programmes_and_positions_on_an_end_hang_on_a_link_between_asks() -> None:
    one = held("a", "b")
    programme, both = (
        held("p", "a", relation="contributesTo"),
        [held("q", end, relation="contributesTo") for end in "ab"],
    )
    found = hanging(one, programme, *both, answered=frozenset("b"))
    assert found == Hanging(asks=1, programmes=1, positions=1)
    assert "; ".join(in_words(found, one)) == (
        "the only bridge between two parts of the network: 1 ask would be cut off; "
        "1 programme on one of the two only; 1 position of the State on its ends"
    )


def test_the_only_programme_of_an_ask_comes_before_one_of_many() -> None:
    only = held("p", "a", relation="contributesTo")
    many = [held(programme, "b", relation="contributesTo") for programme in ("q", "r", "s")]
    assert order(only, *many)[0] == "pa"
    assert list(in_words(hanging(only, *many), only)) == [
        "the only ask this programme works on",
        "the only programme that works on this ask",
    ]


def test_only_computed_links_that_nobody_decided_on_are_listed() -> None:
    stated, done = held("a", "b", basis="ohchrEndnote"), held("b", "c", status="confirmed")
    assert order(stated, done, held("c", "a")) == ["ca"]


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda ends: ends[0] < ends[1]), max_size=20))
def test_a_bridge_cuts_off_as_many_as_are_no_longer_reached(drawn: set[tuple[int, int]]) -> None:
    pairs = {pair(str(one), str(other)) for one, other in drawn}
    expected = {}
    for one, other in pairs:
        here, there = _reached(one, pairs - {(one, other)}), _reached(other, pairs - {(one, other)})
        if here != there:
            expected[one, other] = min(len(here), len(there))
    assert cut_off(pairs) == expected


def _reached(start: str, pairs: set[tuple[str, str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        now = waiting.pop()
        near = {other for ends in pairs if now in ends for other in ends} - found
        found |= near
        waiting += sorted(near)
    return found


def test_twenty_thousand_links_of_one_state_are_weighed_in_three_seconds() -> None:
    chance = random.Random(3)  # noqa: S311
    asks = [f"a{number}" for number in range(3000)]
    many = [held(chance.choice(asks), chance.choice(asks) + "x", chance.random()) for _ in range(14_000)]
    many += [held(f"p{n % 500}", chance.choice(asks), chance.random(), "contributesTo") for n in range(6000)]
    start = time.perf_counter()
    assert len(list(tasks(many, set(asks[::2])))) == 20_000
    assert time.perf_counter() - start < 3


def test_the_work_list_of_a_build_leaves_out_what_is_decided(decided: Decided) -> None:
    with Pool(decided.finished.build.store) as pool:
        whole, of_state = worklist(pool, most=1000), worklist(pool, "VNM", 1000)
        first = worklist(pool, "VNM", 2)
        proposed = [link for link in links(pool, Wanted("VNM", status="proposed")) if link.computed]
        with pytest.raises(Unclear):
            worklist(pool, "Atlantis")
    ends = {(task.link.subject, task.link.object) for task in of_state}
    assert ends == {(link.subject, link.object) for link in proposed}
    assert len(whole) > len(of_state) > 2
    assert first == of_state[:2]
    assert [task.worth for task in whole] == sorted((task.worth for task in whole), reverse=True)
    assert all(_plain(task) for task in whole)


def _plain(task: Task) -> bool:
    return task.reasons[0] == f"score {task.link.score:g}" and task.worth >= 0


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(status="confirmed"), 2),
        (Wanted("VNM", basis="person"), 1),
        (Wanted("ARG", status="confirmed"), 0),
        (Wanted("Viet Nam", "rg:reinforces", "similarity", "confirmed"), 1),
    ],
)
def test_links_are_found_by_state_relation_basis_and_status(decided: Decided, wanted: Wanted, count: int) -> None:
    with Pool(decided.finished.build.store) as pool:
        assert len(links(pool, wanted)) == count


def test_links_of_a_document_are_those_of_its_passages(decided: Decided) -> None:
    from graph.review.ends import end

    with Pool(decided.finished.build.store) as pool:
        of_document = links(pool, Wanted(about=end("A/HRC/12/11")))
        of_passage = links(pool, Wanted(about=end("A/HRC/12/11 99.79")))
        every = links(pool, Wanted())
    assert {(one.subject, one.object) for one in of_passage} < {(one.subject, one.object) for one in of_document}
    inside = end("A/HRC/12/11") + "/para/"
    assert of_document == [one for one in every if inside in one.subject + one.object]


@pytest.mark.parametrize(
    "wanted", [Wanted(basis="hearsay"), Wanted(status="maybe"), Wanted(relation="likes"), Wanted("XXX")]
)
def test_a_word_that_is_none_is_refused_with_those_there_are(wanted: Wanted) -> None:
    with pytest.raises(ValueError, match=r"there are|none of|XXX"):
        wanted.queries()
