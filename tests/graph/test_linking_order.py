"""The same asks give the same links, in whatever order and process; no thing is linked with itself or too often."""

import os
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from graph.link import Linked
from graph.link.block import Ask, Programme
from graph.link.made import Link
from graph.link.pairs import MOST
from graph.records import Relation
from tests.graph.made_asks import COMPUTED, ask, block, computed, floor, linked, many, programme

ROOT = Path(__file__).resolve().parents[2]
ASKS = many(90)
"""Few enough that nothing is alike with more than may be linked with it: then no order decides which are kept."""
WORKS = [programme("p1", "Drinking water and literacy"), programme("p2", "An end to child labour and child marriage")]
EAGER = replace(floor(), thresholds={relation.value: 0.2 for relation in COMPUTED})
"""A model that proposes more than may be linked."""
DIRECTED = (Relation.REPEATS, Relation.CONTRIBUTES_TO)


@pytest.fixture(scope="module")
def made() -> Linked:
    return linked(ASKS, WORKS)


def unordered(made: Linked) -> set[tuple[object, ...]]:
    """Links with what is told of them; two that ask alike stand in no order."""
    return {(one.relation, ends(one), one.score) for one in made.links}


def ends(link: Link) -> tuple[str, ...]:
    both = (link.subject, link.object)
    return both if link.relation in DIRECTED else tuple(sorted(both))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_asks_and_programmes_does_not_matter(made: Linked, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - no secret
    again = linked(draw.sample(ASKS, len(ASKS)), draw.sample(WORKS, len(WORKS)))
    assert {one.relation for one in made.links} >= {Relation.SAME_ASK, Relation.REPEATS, Relation.REINFORCES}
    assert unordered(again) == unordered(made)
    assert set(again.tags) == set(made.tags)


def test_the_same_block_gives_the_same_links_twice(made: Linked) -> None:
    assert linked(ASKS, WORKS) == made


def test_another_process_with_another_hash_seed_makes_the_same_links(made: Linked) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from tests.graph.test_linking_order import ASKS, WORKS, linked; print(repr(linked(ASKS, WORKS)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(ROOT)],
        env=os.environ | {"PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert told.stdout.strip() == repr(made)


def test_each_link_is_made_once_and_none_leads_to_itself(made: Linked) -> None:
    counted = Counter((one.relation, *ends(one)) for one in made.links)
    assert len(counted) > 100
    assert set(counted.values()) == {1}
    assert not [one for one in made.links if one.subject == one.object]


def test_links_stay_inside_what_their_relation_means(made: Linked) -> None:
    known = {one.iri: one for one in block(ASKS).asks}
    for link in made.links:
        if link.relation is Relation.CONTRIBUTES_TO:
            assert link.subject not in known
            continue
        one, other = known[link.subject], known[link.object]
        if link.relation is Relation.REINFORCES:
            assert one.mechanism != other.mechanism
        else:
            assert one.mechanism == other.mechanism
            assert (one.engagement == other.engagement) is (link.relation is Relation.SAME_ASK)
        if link.relation is Relation.REPEATS:
            assert one.when is not None
            assert other.when is not None
            assert one.when > other.when


def test_of_many_alike_each_is_linked_with_the_best_few_only() -> None:
    text = "Prohibit the corporal punishment of children"
    upr = [ask(f"u{number:02d}", text, look=1 + number // 20) for number in range(40)]
    crc = [ask(f"c{number:02d}", text, "CRC") for number in range(40)]
    made = computed([*upr, *crc], [programme("p", "Corporal punishment of children in schools")], EAGER)
    for relation in (Relation.SAME_ASK, Relation.REPEATS, Relation.REINFORCES, Relation.CONTRIBUTES_TO):
        links = [one for one in made if one.relation is relation]
        subjects, objects = Counter(one.subject for one in links), Counter(one.object for one in links)
        assert max(subjects.values()) == MOST
        assert max(objects.values()) <= MOST


def test_the_best_are_kept_where_there_are_too_many() -> None:
    work = [programme("p", "Corporal punishment of children in island schools")]
    near = [
        ask(f"n{number:02d}", "End the corporal punishment of children in island schools") for number in range(MOST)
    ]
    far = [ask(f"a{number:02d}", "Prohibit the corporal punishment of infants by guardians") for number in range(MOST)]
    assert len(contributions(far, work)) == MOST
    assert contributions([*far, *near], work) == {one.iri for one in near}
    assert contributions([*near, *far], work) == {one.iri for one in near}


def contributions(asks: list[Ask], works: list[Programme]) -> set[str]:
    return {one.object for one in computed(asks, works, EAGER) if one.relation is Relation.CONTRIBUTES_TO}
