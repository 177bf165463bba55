"""The labels of a text on the hub of themes and persons: given by a source, learnt, or found by keyword."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.link.crosswalk import goals, hub
from graph.link.learnt import Learnt
from graph.link.lexicon import Lexicon
from graph.terms import SDG, VOCAB

KEYWORD_WEIGHT = 0.6
"""How far a keyword alone is trusted; a given label counts 1, a learnt one its own score."""
CROSSWALK = "crosswalk"
SURE_ENOUGH = 0.5
"""A label less sure than this is no tag, and a theme leads to no goal."""
GOAL_WEIGHT = 0.8
"""How far the goal is trusted that a sure theme leads to: about three in four of such goals are OHCHR's too."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label of one text: how sure (0–1) and how it was come by (`given`, `learnt`, `keyword: …`, `crosswalk: …`).

    What follows from another label is no evidence of its own.
    """

    concept: str
    weight: float
    method: str

    @property
    def follows(self) -> bool:
        return self.method.startswith(CROSSWALK)


@dataclass(frozen=True, slots=True)
class Labeller:
    """Puts labels on texts; the same texts always get the same labels."""

    lexicon: Lexicon
    learnt: Learnt | None

    def label(self, texts: Sequence[str], given: Sequence[Iterable[str]]) -> list[dict[str, Label]]:
        """For each text its labels by concept, the surest way of knowing each kept."""
        predicted = self.learnt.predict(texts) if self.learnt else [{} for _ in texts]
        return [self._labels(text, codes, scores) for text, codes, scores in zip(texts, given, predicted, strict=True)]

    def likely(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """For each text how likely each learnt label is, weighted by rarity, as a row of length 1.

        Without columns if nothing was learnt: likely labels below any threshold tell texts apart, too.
        """
        return self.learnt.profile(texts) if self.learnt else np.zeros((len(texts), 0))

    def _labels(self, text: str, given: Iterable[str], scores: dict[str, float]) -> dict[str, Label]:
        found: dict[str, Label] = {}
        for concept in sorted(given):
            for target in hub(concept):
                _keep(found, Label(target, 1.0, "given"))
        for concept, score in sorted(scores.items()):
            for target in hub(concept):
                _keep(found, Label(target, score, "learnt"))
        for concept, words in self.lexicon.find(text).items():
            _keep(found, Label(concept, KEYWORD_WEIGHT, "keyword: " + ", ".join(words)))
        for label in tuple(found.values()):
            for goal in goals(label.concept) if label.weight >= SURE_ENOUGH else ():
                _keep(
                    found,
                    Label(
                        goal, round(GOAL_WEIGHT * label.weight, 3), f"{CROSSWALK}: {self.lexicon.name(label.concept)}"
                    ),
                )
        return found


def _keep(found: dict[str, Label], label: Label) -> None:
    known = found.get(label.concept)
    if known is None or label.weight > known.weight:
        found[label.concept] = label


def property_of(concept: str) -> str:
    """The property that tags a thing with a concept: `sdg`, `affectedGroup` or `theme`."""
    if concept.startswith(SDG):
        return "sdg"
    scheme = concept.removeprefix(VOCAB).split("/")[0]
    return "affectedGroup" if "person" in scheme else "theme"
