"""How right links are on labelled pairs: each State is judged by weights fitted without it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import precision_recall_curve, roc_auc_score

from benchmarks.linking.fit import fit, threshold_of, training
from benchmarks.linking.pairs import TESTED, Example, examples, labels
from graph.link.score import scores
from graph.records import Relation

_BINS = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one relation: pairs, right ones among them, area under the curve, precision and recall at the threshold that
    links are proposed from, calibration error (mean distance of score and share of right, over tenths), the largest
    recall at three precisions, and the precision estimated for all that is proposed: each pair counts for as many as
    its band of likeness has."""

    relation: Relation
    count: int
    right: int
    area: float
    precision: float
    recall: float
    calibration: float
    recall_at: tuple[tuple[float, float], ...]
    estimated: float


def judged(relation: Relation, *, taught: bool = True) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """A score for each labelled pair, by weights fitted to the other States; and its label."""
    found = examples(TESTED[relation], relation, taught=taught)
    every = training(relation, taught=taught)
    score = np.zeros(len(found))
    for iso3 in sorted({one.pair.state for one in found}):
        fitted = fit([one for one in every if one.pair.state != iso3], taught=taught)
        places = [at for at, one in enumerate(found) if one.pair.state == iso3]
        score[places] = scores(fitted.odds([found[at] for at in places]))
    return score, labels(found)


def figures(relation: Relation, *, taught: bool = True) -> Figures:
    score, right = judged(relation, taught=taught)
    proposed = score >= threshold_of(relation, taught=taught)
    precision, recall, _ = precision_recall_curve(right, score)
    weight = np.array([one.pair.weight for one in examples(TESTED[relation], relation, taught=taught)])[proposed]
    return Figures(
        relation=relation,
        count=len(right),
        right=int(right.sum()),
        area=float(roc_auc_score(right, score)),
        precision=float(right[proposed].mean()),
        recall=float(right[proposed].sum() / right.sum()),
        calibration=_calibration(score, right),
        recall_at=tuple((least, float(max(recall[precision >= least], default=0.0))) for least in (0.85, 0.90, 0.95)),
        estimated=float(weight[right[proposed]].sum() / weight.sum()),
    )


def _calibration(score: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    tenths = np.array_split(np.argsort(score, kind="stable"), _BINS)
    return float(sum(len(some) / len(score) * abs(score[some].mean() - right[some].mean()) for some in tenths))


def agreement(found: Sequence[str]) -> float:
    """Mean Cohen's kappa of three labellers' votes."""
    votes = np.array([[int(vote) for vote in one] for one in found])
    kappas = []
    for one, other in ((0, 1), (0, 2), (1, 2)):
        a, b = votes[:, one], votes[:, other]
        chance = a.mean() * b.mean() + (1 - a.mean()) * (1 - b.mean())
        kappas.append(((a == b).mean() - chance) / (1 - chance))
    return float(np.mean(kappas))


def told() -> list[str]:
    """A line for each relation, with and without labels learnt from coding."""
    heads = f"{'pairs':>5} {'right':>5} {'AUC':>6} {'P':>6} {'R':>6} {'calibr.':>7} {'est. P':>7}"
    lines = [f"{'':22} {heads}   R at P .85 / .90 / .95"]
    for taught in (True, False):
        for relation in TESTED:
            one = figures(relation, taught=taught)
            name = relation.value + ("" if taught else ", floor")
            lines.append(
                f"{name:22} {one.count:5} {one.right:5} {one.area:6.3f} {one.precision:6.3f} {one.recall:6.3f}"
                f" {one.calibration:7.3f} {one.estimated:7.3f}   "
                + " / ".join(f"{recall:.3f}" for _, recall in one.recall_at)
            )
    return lines


__all__ = ["Example", "Figures", "agreement", "figures", "judged", "told"]
