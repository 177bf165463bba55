"""`rg:reportsOn`, computed: which earlier recommendations a statement of a review's papers speaks to.

Compilations, summaries and national reports are written under headings, and what stands under one heading speaks to the
same recommendations: a statement is compared by its own words and labels, by its heading's, and by its neighbours'.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.link.block import Block, Statement
from graph.link.labels import Labeller
from graph.link.lexicon import Lexicon
from graph.link.made import Link
from graph.link.pairs import Comparer, Side
from graph.link.score import REPORTS, THRESHOLD, Profile, Weights, profiles
from graph.link.wording import Wording
from graph.records import Basis, Relation
from graph.terms import document_of

SHARED = 0.5
"""How much of a statement's score is that of all statements under its heading."""
MOST = 3
"""Recommendations proposed for one statement."""
OWN = 1.2
"""Log-odds that a statement's own words and labels must give: "others said the same" speaks to nothing by itself."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores (0–1), a row a statement, a column an ask; what of the log-odds is the statement's own; label profiles."""

    table: NDArray[np.float64]
    own: NDArray[np.float64]
    profiles: tuple[Profile, Profile]


@dataclass(frozen=True, slots=True)
class Papers:
    """Statements, the headings above them, and which heading each stands under (by place)."""

    statements: Side
    headings: Side
    under: tuple[int, ...]

    @classmethod
    def of(cls, found: Sequence[tuple[str, str, str]], labeller: Labeller, wording: Wording) -> "Papers":
        """From (IRI, text, heading) of each statement; a heading of another paper is another heading."""
        keys = [(document_of(iri), heading) for iri, _, heading in found]
        place = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        return cls(
            _side([iri for iri, _, _ in found], [text for _, text, _ in found], labeller, wording),
            _side(["".join(key) for key in place], [heading for _, heading in place], labeller, wording),
            tuple(place[key] for key in keys),
        )

    def scores(self, asks: Side, weights: Weights = REPORTS) -> "Scores":
        """A score for each statement and ask."""
        told, above, asked = profiles(self.statements.weights(), self.headings.weights(), asks.weights())
        own = weights.wording * _cosines(self.statements, asks) + weights.labels * (told.table @ asked.table.T)
        heading = weights.context * (_cosines(self.headings, asks) + above.table @ asked.table.T)
        under = np.array(self.under)
        total = own + heading[under]
        shared = np.zeros((len(self.headings.iris), total.shape[1]))
        np.add.at(shared, under, total)
        shared /= np.bincount(under, minlength=len(shared))[:, None]
        odds = weights.intercept + (1 - SHARED) * total + SHARED * shared[under]
        return Scores(1 / (1 + np.exp(-odds)), own, (told, asked))


def _side(iris: list[str], texts: list[str], labeller: Labeller, wording: Wording) -> Side:
    return Side(tuple(iris), wording.matrix(texts), tuple(labeller.label(texts, [() for _ in texts])))


def _cosines(left: Side, right: Side) -> NDArray[np.float64]:
    table: NDArray[np.float64] = (left.rows @ right.rows.T).toarray()
    return table


def computed(block: Block, asks: Side, labeller: Labeller, wording: Wording, lexicon: Lexicon) -> list[Link]:
    """For each statement the few recommendations of earlier cycles that it most likely speaks to.

    Where the paper lists recommendations beside a statement, only those are looked at: the list says among which, the
    score says which. A State's section that says itself what it answers needs no proposal.
    """
    statements = [one for one in block.statements if one.cycle and one.section and one.text and not one.reports_on]
    if not statements or not asks.iris:
        return []
    papers = Papers.of([(one.iri, one.text, one.section) for one in statements], labeller, wording)
    found = papers.scores(asks)
    scores = np.where(_allowed(block, statements) & (found.own >= OWN), found.table, 0.0)
    comparer = Comparer(wording, lexicon, REPORTS)
    links = []
    for row, statement in enumerate(statements):
        order = np.argsort(-scores[row], kind="stable")[:MOST]
        for column in order[scores[row][order] >= THRESHOLD].tolist():
            cosine = float((papers.statements.rows[row] @ asks.rows[column].T).toarray()[0, 0])
            reasons = comparer.reasons(papers.statements, asks, row, column, cosine, found.profiles)
            links.append(
                Link(
                    subject=statement.iri,
                    relation=Relation.REPORTS_ON,
                    object=asks.iris[column],
                    basis=Basis.SIMILARITY,
                    score=round(float(scores[row, column]), 3),
                    reasons=(*reasons, f"under the heading {statement.section!r}"),
                    evidence=statement.iri,
                )
            )
    return links


def _allowed(block: Block, statements: Sequence[Statement]) -> NDArray[np.bool_]:
    """Earlier recommendations; of these only the listed ones where the paper lists any."""
    earlier: dict[int, NDArray[np.bool_]] = {}
    cycles = np.array([ask.cycle or 0 for ask in block.asks])
    place = {ask.iri: number for number, ask in enumerate(block.asks)}
    table = np.zeros((len(statements), len(block.asks)), dtype=bool)
    for row, statement in enumerate(statements):
        cycle = statement.cycle or 0
        if cycle not in earlier:
            earlier[cycle] = (cycles > 0) & (cycles < cycle)
        listed = [place[iri] for iri in statement.grouped if iri in place]
        if listed:
            table[row, listed] = True
        else:
            table[row] = earlier[cycle]
    return table
