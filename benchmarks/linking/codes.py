"""Pairs of recommendations to one State that share all of UPR Info's issues against pairs that share none.

Labels are learnt from sessions 1–9; pairs are of sessions 10–13. The linker sees the texts alone.
"""

from collections import defaultdict
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from benchmarks.linking.ranking import records
from graph.link.candidates import Candidates
from graph.link.features import features
from graph.link.score import weights
from graph.link.sides import Side, Text, sides
from graph.records import ListedRecommendation, Relation
from graph.terms import concept, mechanism
from graph.train import model

_NOTHING = -100.0
"""Of texts too short to ask for anything."""
_EACH = 400
"""Pairs of each kind from one State at most, spread over all."""


def told() -> list[str]:
    coded = _coded(("1-5", "6-9"))
    texts = {text: issues for by_text in coded.values() for text, issues in by_text.items()}
    ordered = sorted(texts)
    taught = model(ordered, [texts[text] for text in ordered], {})
    found: dict[str, list[NDArray[np.float64]]] = defaultdict(list)
    right: list[NDArray[np.bool_]] = []
    for by_text in _coded(("10-13",)).values():
        names = sorted(by_text)
        (side,) = sides(
            [Text(text, text, mechanism("UPR")) for text in names], labeller=taught.labeller, known=taught.known
        )
        pairs, same = _pairs([by_text[text] for text in names])
        if len(pairs):
            whole = taught.labeller.likely(names)
            found["labels of whole texts"].append(np.einsum("ij,ij->i", whole[pairs[:, 0]], whole[pairs[:, 1]]))
            for name, scores in _scored(side, pairs).items():
                found[name].append(scores)
            right.append(same)
    truth = np.concatenate(right)
    lines = [f"pairs sharing all issues ({int(truth.sum())}) against none ({int((~truth).sum())}): AUC"]
    return lines + [f"{name:28} {roc_auc_score(truth, np.concatenate(some)):6.3f}" for name, some in found.items()]


def _coded(parts: tuple[str, ...]) -> dict[tuple[str, int], dict[str, frozenset[str]]]:
    """(State, session) → text → issues."""
    issues: dict[tuple[str, int], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for part in parts:
        for row in records(f"upr-info/recommendations-sessions-{part}.csv"):
            if isinstance(row, ListedRecommendation):
                issues[row.state, row.session][row.text] |= {concept(tag.scheme, tag.label) for tag in row.tags}
    return {key: {text: frozenset(some) for text, some in by_text.items()} for key, by_text in issues.items()}


def _pairs(issues: list[frozenset[str]]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    same, other = [], []
    for one, two in combinations(range(len(issues)), 2):
        if issues[one] and issues[one] == issues[two]:
            same.append((one, two))
        elif issues[one] and issues[two] and not issues[one] & issues[two]:
            other.append((one, two))
    chosen = [*_spread(same), *_spread(other)]
    kinds = [True] * len(_spread(same)) + [False] * len(_spread(other))
    return np.array(chosen, dtype=np.int64).reshape(-1, 2), np.array(kinds, dtype=bool)


def _spread(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return found[:: max(1, len(found) // _EACH)][:_EACH]


def _scored(side: Side, pairs: NDArray[np.int64]) -> dict[str, NDArray[np.float64]]:
    """By the cosine of label probabilities, by wording, and by the score of `reinforces`; the best parts speak."""
    met = [
        (at, left, right)
        for at, (one, other) in enumerate(pairs.tolist())
        for left in side.of(one).tolist()
        for right in side.of(other).tolist()
    ]
    at = np.array([place for place, _, _ in met])
    chosen = Candidates(np.array([left for _, left, _ in met]), np.array([right for _, _, right in met]))
    measured = features(side, side, chosen.left, chosen.right)
    kinds = {
        "wording": measured.column("wording"),
        "labels": measured.column("labels"),
        "score": weights(Relation.REINFORCES, taught=True).odds(measured.table),
    }
    best = {}
    for name, values in kinds.items():
        best[name] = np.full(len(pairs), -np.inf)
        np.maximum.at(best[name], at, values)
        best[name][np.isinf(best[name])] = _NOTHING
    return best
