"""Labels learnt from people's coding: whatever labelled passages a workspace holds train it at build time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.base import clone
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

ENOUGH_TEXTS = 300
"""Fewer labelled texts than this teach nothing that keywords do not know."""
ENOUGH_EXAMPLES = 8
"""A label seen less often is left to the keywords."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """A linear model per label over TF-IDF of words, word pairs and four letters (LinearSVC, classes balanced)."""

    vectoriser: Any
    model: Any
    labels: tuple[str, ...]

    def predict(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """For each text its likely labels with a probability-like score; at least 0.2 to be told."""
        if not texts:
            return []
        decisions = self.model.decision_function(self.vectoriser.transform(texts))
        scores = 1 / (1 + np.exp(-3 * decisions))
        rows, columns = np.nonzero(scores >= 0.2)
        found: list[dict[str, float]] = [{} for _ in texts]
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            found[row][self.labels[column]] = float(scores[row, column])
        return found


_WORDS = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, strip_accents="unicode")
_LETTERS = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4), sublinear_tf=True, min_df=3, strip_accents="unicode")
"""Four letters see what words of one stem share: "discriminate", "discrimination"."""


def learn(texts: Sequence[str], labels: Sequence[frozenset[str]]) -> Learnt | None:
    """Train on labelled texts (one set of labels each); None if there are too few to learn from."""
    counts = Counter(label for one in labels for label in one)
    kept = {label for label, count in counts.items() if count >= ENOUGH_EXAMPLES}
    if len(texts) < ENOUGH_TEXTS or len(kept) < 2:
        return None
    vectoriser = FeatureUnion([("words", clone(_WORDS)), ("letters", clone(_LETTERS))])
    binariser = MultiLabelBinarizer(classes=sorted(kept))
    target = binariser.fit_transform([label & kept for label in labels])
    model = OneVsRestClassifier(LinearSVC(C=0.5, class_weight="balanced", random_state=0))
    model.fit(vectoriser.fit_transform(texts), target)
    return Learnt(vectoriser, model, tuple(binariser.classes_))
