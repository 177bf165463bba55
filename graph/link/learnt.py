"""Labels learnt from people's coding: whatever labelled passages a workspace holds train it at build time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.base import clone
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

ENOUGH_TEXTS = 300
"""Fewer labelled texts than this teach nothing that keywords do not know."""
ENOUGH_EXAMPLES = 8
"""A label seen less often is left to the keywords."""
_STEEP, _GENTLE = 3.0, 2.5
"""Slopes from distance to likelihood: for telling labels; for comparing texts, where near misses count."""
_LEAST = 0.2
"""A label less likely is not told."""

_WORDS = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, strip_accents="unicode")
_LETTERS = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4), sublinear_tf=True, min_df=3, strip_accents="unicode")
"""Four letters see what words of one stem share: "discriminate", "discrimination"."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """A linear model per label over TF-IDF of words, word pairs and four letters (LinearSVC, classes balanced).

    `coefficients` has a row a label and a column a term; `share` is the part of the coded texts that carries
    each label.
    """

    words: TfidfVectorizer
    letters: TfidfVectorizer
    coefficients: NDArray[np.float64]
    intercepts: NDArray[np.float64]
    labels: tuple[str, ...]
    share: tuple[float, ...]

    def predict(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """For each text its likely labels with a probability-like score; at least 0.2 to be told."""
        if not texts:
            return []
        scores = 1 / (1 + np.exp(-_STEEP * self._distances(texts)))
        rows, columns = np.nonzero(scores >= _LEAST)
        found: list[dict[str, float]] = [{} for _ in texts]
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            found[row][self.labels[column]] = float(scores[row, column])
        return found

    def profile(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """A row of length 1 per text: how likely each label is × its rarity. Gentle slope: near misses count."""
        if not texts:
            return np.zeros((0, len(self.labels)))
        likely = 1 / (1 + np.exp(-_GENTLE * self._distances(texts))) * np.log(1 + 1 / np.array(self.share))
        rows: NDArray[np.float64] = likely / np.linalg.norm(likely, axis=1, keepdims=True)
        return rows

    def _distances(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """How far each text lies on the side of each label."""
        distances: NDArray[np.float64] = _rows(self.words, self.letters, texts) @ self.coefficients.T + self.intercepts
        return distances

    def arrays(self) -> dict[str, NDArray[Any]]:
        """All of it as plain arrays, for `numpy.savez`; nothing in them is code."""
        return {
            "words": _terms(self.words),
            "words_idf": self.words.idf_,
            "letters": _terms(self.letters),
            "letters_idf": self.letters.idf_,
            "coefficients": self.coefficients,
            "intercepts": self.intercepts,
            "labels": np.array(self.labels),
            "share": np.array(self.share),
        }

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[Any]]) -> "Learnt":
        """From what `arrays` gave."""
        return cls(
            words=_vectoriser(_WORDS, arrays["words"], arrays["words_idf"]),
            letters=_vectoriser(_LETTERS, arrays["letters"], arrays["letters_idf"]),
            coefficients=arrays["coefficients"],
            intercepts=arrays["intercepts"],
            labels=tuple(arrays["labels"].tolist()),
            share=tuple(arrays["share"].tolist()),
        )


def learn(texts: Sequence[str], labels: Sequence[frozenset[str]]) -> Learnt | None:
    """Train on labelled texts (one set of labels each); None if there are too few to learn from."""
    counts = Counter(label for one in labels for label in one)
    kept = {label for label, count in counts.items() if count >= ENOUGH_EXAMPLES}
    if len(texts) < ENOUGH_TEXTS or len(kept) < 2:
        return None
    words, letters = clone(_WORDS).fit(texts), clone(_LETTERS).fit(texts)
    binariser = MultiLabelBinarizer(classes=sorted(kept))
    target = binariser.fit_transform([label & kept for label in labels])
    model = OneVsRestClassifier(LinearSVC(C=0.5, class_weight="balanced", random_state=0))
    model.fit(_rows(words, letters, texts), target)
    return Learnt(
        words,
        letters,
        np.vstack([one.coef_ for one in model.estimators_]),
        np.array([one.intercept_[0] for one in model.estimators_]),
        tuple(binariser.classes_),
        tuple(target.mean(axis=0).tolist()),
    )


def _rows(words: TfidfVectorizer, letters: TfidfVectorizer, texts: Sequence[str]) -> sparse.csr_matrix:
    return sparse.csr_matrix(sparse.hstack([words.transform(texts), letters.transform(texts)], format="csr"))


def _terms(vectoriser: TfidfVectorizer) -> NDArray[np.uint8]:
    """The terms in the order of their columns, as bytes of lines: an array of text would pad each to the longest."""
    return np.frombuffer("\n".join(vectoriser.get_feature_names_out()).encode(), dtype=np.uint8)


def _vectoriser(kind: TfidfVectorizer, terms: NDArray[np.uint8], rarity: NDArray[np.float64]) -> TfidfVectorizer:
    made = clone(kind)
    made.vocabulary_ = {term: column for column, term in enumerate(terms.tobytes().decode().split("\n"))}
    made.idf_ = rarity
    return made
