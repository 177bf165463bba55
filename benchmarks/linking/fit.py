"""The weights of features, fitted to labelled pairs: the best pair of parts speaks for its pair.

Asks that ask alike share one set of weights; that the same act is asked (`sameAsk`, `repeats`) or only the same matter
(`reinforces`) moves where it starts. Programmes have weights of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

import graph.link
from benchmarks.linking.pairs import TESTED, TRAINING, Example, examples, labels
from graph.link.features import FEATURES
from graph.records import Relation

GROUPED = 1.0
"""Set by hand: pairs that OHCHR lists under one heading are too few in the labels to say."""
THRESHOLDS = {
    Relation.SAME_ASK: 0.75,
    Relation.REPEATS: 0.7,
    Relation.REINFORCES: 0.65,
    Relation.CONTRIBUTES_TO: 0.5,
}
"""From which score on links are proposed: chosen on labelled pairs of left-out States, for precision first."""
_FLOOR_THRESHOLD = {Relation.CONTRIBUTES_TO: 0.7}
"""Where it differs without labels."""
ALIKE = (Relation.SAME_ASK, Relation.REPEATS, Relation.REINFORCES)
_STRICT = (Relation.SAME_ASK, Relation.REPEATS)
_RIDGE = 0.2
"""Inverse strength of the penalty on large weights: few labels must not say much of a rare feature.

Of 0.03 to 0.8 the one with the least log-loss over left-out States, both sets of weights together (0.1 to 0.4 differ by
less than 0.002)."""
_ROUNDS = 6
_FIRST = [FEATURES.index(name) for name in ("wording", "labels", "matters", "same_treaty")]
_NOT_FITTED = {True: ("grouped",), False: ("grouped", "labels")}
_HEAD = """\
# What each feature adds to the log-odds that two things are linked. Written by `python -m benchmarks.linking fit`:
# fitted to the pairs in benchmarks/linking/labels/, `taught` with labels learnt from people's coding, `floor` without.
"""


@dataclass(frozen=True, slots=True)
class Fitted:
    """`by_feature` in the order of FEATURES; `start` of asks alike in matter, `strict` is added for the same act."""

    start: float
    strict: float
    by_feature: NDArray[np.float64]

    def odds(self, found: Sequence[Example]) -> NDArray[np.float64]:
        """Log-odds of each example; −∞ where all its parts are vetoed."""
        return np.array(
            [
                (one.rows @ self.by_feature).max() + self.start + self.strict * (one.relation in _STRICT)
                if len(one.rows)
                else -np.inf
                for one in found
            ]
        )


def threshold_of(relation: Relation, *, taught: bool) -> float:
    return THRESHOLDS[relation] if taught else _FLOOR_THRESHOLD.get(relation, THRESHOLDS[relation])


def training(relation: Relation, *, taught: bool = True) -> list[Example]:
    """Every example that the weights of a relation are fitted to."""
    together = ALIKE if relation in ALIKE else (relation,)
    return [
        one
        for other in together
        for files in (TESTED, TRAINING)
        if other in files
        for one in examples(files[other], other, taught=taught)
    ]


def fit(found: Sequence[Example], *, taught: bool = True) -> Fitted:
    """Logistic regression on the best pair of parts of each example, which is chosen anew in each round."""
    usable = [one for one in found if len(one.rows)]
    fitted = [at for at, name in enumerate(FEATURES) if name not in _NOT_FITTED[taught]]
    strict = np.array([float(one.relation in _STRICT) for one in usable])[:, None]
    mean = np.vstack([one.rows for one in usable])[:, fitted].mean(axis=0)
    spread = np.vstack([one.rows for one in usable])[:, fitted].std(axis=0) + 1e-9
    weights = np.zeros(len(FEATURES))
    weights[_FIRST] = 1
    start = move = 0.0
    for _ in range(_ROUNDS):
        best = np.array([one.rows[int(np.argmax(one.rows @ weights))][fitted] for one in usable])
        table = np.hstack([(best - mean) / spread, (strict - strict.mean()) / (strict.std() + 1e-9)])
        model = LogisticRegression(C=_RIDGE, max_iter=5000).fit(table, labels(usable))
        scaled = model.coef_[0]
        weights = np.zeros(len(FEATURES))
        weights[fitted] = scaled[:-1] / spread
        move = float(scaled[-1] / (strict.std() + 1e-9))
        start = float(model.intercept_[0] - weights[fitted] @ mean - move * strict.mean())
    return Fitted(start, move, weights)


def write() -> Path:
    """Fit to all labelled pairs and write `weights.toml`."""
    lines = [_HEAD]
    for name, taught in (("taught", True), ("floor", False)):
        for relation in THRESHOLDS:
            found = fit(training(relation, taught=taught), taught=taught)
            start = found.start + found.strict * (relation in _STRICT)
            threshold = threshold_of(relation, taught=taught)
            lines.append(f"[{name}.{relation.value}]\nthreshold = {threshold}\nstart = {start:.3f}")
            told = zip(FEATURES, found.by_feature.tolist(), strict=True)
            lines += [f"{feature} = {weight:.3f}" for feature, weight in told if weight]
            lines.append(f"grouped = {GROUPED}\n" if relation is Relation.REINFORCES else "")
    path = Path(graph.link.__file__).parent / "weights.toml"
    path.write_text("\n".join(lines), "utf-8")
    return path
