"""A score can say why: what the reasons add is its log-odds; the weights name what there is; thresholds are obeyed."""

import math
import re
import tomllib
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from graph.link import COMPUTED, Link, compared
from graph.link.features import FEATURES
from graph.link.pairs import Comparison
from graph.link.reasons import reasons
from graph.link.score import Weights, scores, weights
from graph.records import Relation
from tests.graph.made_asks import ask, block, computed, floor, many, programme

ASKS = many(120)
WORKS = [programme("p1", "Drinking water and literacy in the valleys"), programme("p2", "An end to child labour")]
KINDS = 9
"""At most so many reasons: each rounded, or left out for being small, by at most 0.05."""
_ADDED = re.compile(r" \(([+-]\d+\.\d)\)$")
WEIGHTS = tomllib.loads(files("graph.link").joinpath("weights.toml").read_text("utf-8"))


def told(sentence: str) -> float:
    """What a reason says it adds."""
    found = _ADDED.search(sentence)
    assert found, sentence
    return float(found[1])


def test_what_the_reasons_add_is_the_log_odds_of_the_score_up_to_rounding() -> None:
    made = computed(ASKS, WORKS)
    assert {one.relation for one in made} == set(COMPUTED)
    for link in made:
        assert link.reasons[-1].startswith("before looking at the pair")
        assert len(link.reasons) <= KINDS
        odds = sum(map(told, link.reasons))
        least, most = scores(np.array([odds - 0.05 * KINDS, odds + 0.05 * KINDS]))
        assert least - 0.0005 <= link.score <= most + 0.0005


def test_what_the_features_add_is_the_log_odds_exactly() -> None:
    asks, _ = compared(block(ASKS), floor())
    by = floor().weights(Relation.REINFORCES)
    comparison = Comparison(Relation.REINFORCES, asks, asks, by, lambda left, right: left < right)
    pairs = comparison.pairs()
    odds = comparison.odds(pairs)
    for at in np.flatnonzero(np.isfinite(odds))[:200].tolist():
        assert by.start + math.fsum(by.added(pairs.table[at]).values()) == pytest.approx(odds[at])


def test_the_weightiest_reason_stands_first_and_what_adds_next_to_nothing_is_not_told() -> None:
    for link in computed(ASKS, WORKS):
        weighed = [abs(told(one)) for one in link.reasons[:-1]]
        assert weighed == sorted(weighed, reverse=True)
        assert min(weighed, default=1) > 0


@pytest.mark.parametrize("feature", FEATURES)
def test_each_feature_is_told_in_one_sentence(feature: str) -> None:
    """No feature adds in silence, and none is told twice."""
    text = "Invite the Special Rapporteur on torture to visit the country"
    asks, _ = compared(block([ask("a", text), ask("b", text)]), floor())
    alone = Weights(start=-1.0, by_feature=tuple(float(name == feature) for name in FEATURES), threshold=0.5)
    first, before = reasons(asks, asks, 0, 1, np.ones(len(FEATURES)), alone)
    assert told(first) == 1.0
    assert _ADDED.sub("", first).strip()
    assert before == "before looking at the pair (-1.0)"


def test_reasons_name_the_words_and_the_matter_that_two_texts_share() -> None:
    asks = [ask("a", "Prohibit corporal punishment of children"), ask("b", "Ban the corporal punishments", "CRC")]
    (link,) = computed(asks)
    text = "\n".join(link.reasons)
    assert "shared words: punishment, corporal" in text
    assert "both are about corporal punishment" in text
    assert "both ask first to prohibit or criminalize" in text


def test_the_features_of_every_pair_lie_between_0_and_1() -> None:
    asks, works = compared(block(ASKS, WORKS), floor())
    for left, right in ((asks, asks), (works, asks)):
        by = floor().weights(Relation.SAME_ASK)
        table = Comparison(Relation.SAME_ASK, left, right, by, lambda one, _: one >= 0).pairs().table
        assert len(table) > 50
        assert np.isfinite(table).all()
        assert table.min() >= 0
        assert table.max() <= 1 + 1e-9


@pytest.mark.parametrize("kind", ["taught", "floor"])
@pytest.mark.parametrize("relation", COMPUTED)
def test_the_weights_of_each_relation_name_only_features_that_exist(kind: str, relation: Relation) -> None:
    table = WEIGHTS[kind][relation.value]
    assert table.keys() <= {"start", "threshold", *FEATURES}
    assert 0 < table["threshold"] < 1
    assert table["start"] < 0
    assert weights(relation, taught=kind == "taught").threshold == table["threshold"]


def test_the_weights_are_of_computed_relations_and_of_no_others() -> None:
    assert WEIGHTS.keys() == {"taught", "floor"}
    for kind in WEIGHTS.values():
        assert kind.keys() == {relation.value for relation in COMPUTED}


def test_labels_weigh_only_where_people_s_coding_taught_any() -> None:
    for relation in COMPUTED:
        place = FEATURES.index("labels")
        assert weights(relation, taught=True).by_feature[place] > 0
        assert weights(relation, taught=False).by_feature[place] == 0


@pytest.mark.parametrize("relation", COMPUTED)
def test_a_threshold_of_the_settings_is_obeyed_for_its_relation_alone(relation: Relation) -> None:
    few = many(60)
    before = computed(few, WORKS)
    scores = [one.score for one in of(before, relation)]
    bar = (min(scores) + max(scores)) / 2
    after = computed(few, WORKS, replace(floor(), thresholds={relation.value: bar}))
    assert min(scores) < bar < max(scores)
    assert of(after, relation) == [one for one in of(before, relation) if one.score >= bar]
    assert [one for one in after if one.relation is not relation] == [
        one for one in before if one.relation is not relation
    ]


def test_a_lower_threshold_of_the_settings_proposes_more() -> None:
    few = many(60)
    before = of(computed(few), Relation.REINFORCES)
    after = of(computed(few, by=replace(floor(), thresholds={"reinforces": 0.3})), Relation.REINFORCES)
    usual = floor().weights(Relation.REINFORCES).threshold
    assert min(one.score for one in after) < usual
    assert set(before) <= set(after)


def of(links: tuple[Link, ...], relation: Relation) -> list[Link]:
    return [one for one in links if one.relation is relation]
