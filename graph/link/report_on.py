"""`rg:reportsOn`, computed: which earlier recommendations a statement of a review's papers speaks to.

Compilations, summaries and national reports are written under headings, and what stands under one heading speaks to the
same recommendations: a statement is compared by its own words and labels, by its heading's, and by its neighbours'.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.link.block import Block, Statement
from graph.link.labels import Label, Labeller
from graph.link.lexicon import lexicon
from graph.link.made import Link
from graph.link.score import Profile, profiles, scores
from graph.link.sides import Known
from graph.link.wording import Wording, shared_words
from graph.records import Basis, Relation
from graph.terms import document_of

SHARED = 0.5
"""How much of a statement's score is that of all statements under its heading."""
MOST = 3
"""Recommendations proposed for one statement."""
OWN = 1.2
"""Log-odds that a statement's own words and labels must give: "others said the same" speaks to nothing by itself."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds: `wording` is a TF-IDF cosine, `labels` a cosine of themes and persons
    weighted by rarity (both 0–1), `context` what both add for the heading above a statement.

    Set by hand: of the pairs above the threshold three in four stand under one heading of OHCHR's too.
    """

    start: float = -3.5
    wording: float = 7.0
    labels: float = 3.2
    context: float = 3.0
    threshold: float = 0.5


REPORTS = Weights()


@dataclass(frozen=True, slots=True)
class Listed:
    """Texts by place: IRIs, words, their word rows, their labels."""

    iris: tuple[str, ...]
    texts: tuple[str, ...]
    rows: Any
    labels: tuple[Mapping[str, Label], ...]

    @classmethod
    def of(cls, iris: Sequence[str], texts: Sequence[str], labeller: Labeller, wording: Wording) -> "Listed":
        labels = labeller.label(texts, [() for _ in texts])
        return cls(tuple(iris), tuple(texts), wording.matrix(texts), tuple(labels))

    def weights(self) -> list[Mapping[str, float]]:
        """Labels by concept, without those that only follow from others."""
        return [{concept: label.weight for concept, label in one.items() if not label.follows} for one in self.labels]


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores (0–1), a row a statement, a column an ask; what of the log-odds is the statement's own; label profiles."""

    table: NDArray[np.float64]
    own: NDArray[np.float64]
    profiles: tuple[Profile, Profile]


@dataclass(frozen=True, slots=True)
class Papers:
    """Statements, the headings above them, and which heading each stands under (by place)."""

    statements: Listed
    headings: Listed
    under: tuple[int, ...]

    @classmethod
    def of(cls, found: Sequence[tuple[str, str, str]], labeller: Labeller, wording: Wording) -> "Papers":
        """From (IRI, text, heading) of each statement; a heading of another paper is another heading."""
        keys = [(document_of(iri), heading) for iri, _, heading in found]
        place = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        return cls(
            Listed.of([iri for iri, _, _ in found], [text for _, text, _ in found], labeller, wording),
            Listed.of(["".join(key) for key in place], [heading for _, heading in place], labeller, wording),
            tuple(place[key] for key in keys),
        )

    def scores(self, asks: Listed, weights: Weights = REPORTS) -> "Scores":
        """A score for each statement and ask."""
        told, above, asked = profiles(self.statements.weights(), self.headings.weights(), asks.weights())
        own = weights.wording * _cosines(self.statements, asks) + weights.labels * (told.table @ asked.table.T)
        heading = weights.context * (_cosines(self.headings, asks) + above.table @ asked.table.T)
        under = np.array(self.under)
        total = own + heading[under]
        shared = np.zeros((len(self.headings.iris), total.shape[1]))
        np.add.at(shared, under, total)
        shared /= np.bincount(under, minlength=len(shared))[:, None]
        odds = weights.start + (1 - SHARED) * total + SHARED * shared[under]
        return Scores(scores(odds), own, (told, asked))


def _cosines(left: Listed, right: Listed) -> NDArray[np.float64]:
    table: NDArray[np.float64] = (left.rows @ right.rows.T).toarray()
    return table


def computed(block: Block, labeller: Labeller, known: Known) -> list[Link]:
    """For each statement the few recommendations of earlier cycles that it most likely speaks to.

    Where the paper lists recommendations beside a statement, only those are looked at: the list says among which, the
    score says which. A State's section that says itself what it answers needs no proposal.
    """
    statements = [one for one in block.statements if one.cycle and one.section and one.text and not one.reports_on]
    if not statements or not block.asks:
        return []
    texts = [one.text for one in block.asks]
    wording = Wording.of([*texts, *(one.text for one in statements)], known.stems)
    asks = Listed.of([one.iri for one in block.asks], texts, labeller, wording)
    papers = Papers.of([(one.iri, one.text, one.section) for one in statements], labeller, wording)
    found = papers.scores(asks)
    table = np.where(_allowed(block, statements) & (found.own >= OWN), found.table, 0.0)
    return [
        Link(
            subject=statements[row].iri,
            relation=Relation.REPORTS_ON,
            object=asks.iris[column],
            basis=Basis.SIMILARITY,
            score=round(float(table[row, column]), 3),
            reasons=(*_reasons(papers.statements, asks, row, column, found), _under(statements[row])),
            evidence=statements[row].iri,
        )
        for row, column in _best(table)
    ]


def _best(table: NDArray[np.float64]) -> Iterator[tuple[int, int]]:
    """(statement, ask) of the few best of each statement above the threshold."""
    for row, scored in enumerate(table):
        order = np.argsort(-scored, kind="stable")[:MOST]
        yield from ((row, column) for column in order[scored[order] >= REPORTS.threshold].tolist())


def _under(statement: Statement) -> str:
    return f"under the heading {statement.section!r}"


def _reasons(left: Listed, right: Listed, row: int, column: int, found: Scores) -> list[str]:
    """Why a statement speaks to an ask, in plain words, the weightiest first."""
    told, asked = found.profiles
    shared = told.table[row] * asked.table[column]
    reasons = [
        f"both concern {lexicon().name(told.concepts[concept])} ({shared[concept]:.2f})"
        for concept in np.argsort(-shared, kind="stable")[:3].tolist()
        if shared[concept] > 0.02
    ]
    words = sorted(shared_words(left.texts[row], right.texts[column])[0], key=lambda word: (-len(word), word))[:4]
    if words:
        cosine = float((left.rows[row] @ right.rows[column].T).toarray()[0, 0])
        reasons.append(f"shared words: {', '.join(words)} ({cosine:.2f})")
    return reasons


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
