"""How right links are: labelled pairs of real documents, each State judged by weights fitted without it."""

from pathlib import Path

import pytest

from graph.records import Relation

REACHED = {
    # area under the curve, precision and recall at the threshold that links are proposed from
    Relation.SAME_ASK: (0.97, 0.94, 0.78),
    Relation.REPEATS: (0.91, 0.79, 0.60),
    Relation.REINFORCES: (0.90, 0.90, 0.60),
    Relation.CONTRIBUTES_TO: (0.85, 0.83, 0.60),
}


@pytest.mark.parametrize("relation", REACHED)
def test_links_are_as_right_as_promised(shared_data: Path, relation: Relation) -> None:
    from benchmarks.linking import labelled

    assert shared_data.is_dir()
    found = labelled.figures(relation)
    area, precision, recall = REACHED[relation]
    assert found.count >= 200
    assert found.area >= area
    assert found.precision >= precision
    assert found.recall >= recall
    assert found.calibration <= 0.08


def test_reinforcing_links_reach_nine_in_ten_with_six_in_ten_found(shared_data: Path) -> None:
    from benchmarks.linking import labelled

    assert shared_data.is_dir()
    found = labelled.figures(Relation.REINFORCES)
    assert found.count >= 300
    assert dict(found.recall_at)[0.90] >= 0.60


def test_the_weights_that_are_shipped_are_those_that_fitting_gives(shared_data: Path) -> None:
    from benchmarks.linking.fit import fit, training
    from graph.link.score import weights

    assert shared_data.is_dir()
    shipped = weights(Relation.CONTRIBUTES_TO, taught=True)
    fitted = fit(training(Relation.CONTRIBUTES_TO))
    assert fitted.by_feature.tolist() == pytest.approx(shipped.by_feature, abs=0.05)
    assert fitted.start == pytest.approx(shipped.start, abs=0.05)
