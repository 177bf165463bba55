"""Which pairs are looked at: those that share something rare, found through an index, never all with all.

For every thing that a text can hold — a stem, a matter, a treaty, a likely label — the index keeps the texts that hold
it most. A text is compared with those that it meets there, the ones it shares most with first: the cost grows with the
texts, not with their pairs.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graph.link.sides import Side
from graph.link.wording import unit

LONGEST = 250
"""Texts kept for one thing in the index: those that hold it most."""
MOST = 60
"""Texts that one text is compared with."""
_CHUNK = 1000
"""Rows multiplied at once: bounds memory."""
_LIKELY = 4
"""Labels of a text that count for finding others: the likeliest."""
_SHARES = {"stems": 1.0, "matters": 0.8, "labels": 0.6, "named": 1.0}
"""How much each kind of thing counts when choosing whom to compare with."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs by place in two lists."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]


Allowed = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.bool_]]
"""Whether texts on the left (by place) may be paired with those on the right."""


def candidates(left: Side, right: Side, allowed: Allowed) -> Candidates:
    """For each text on the left the texts on the right that it shares most with, of those allowed."""
    if not left.reads or not right.reads:
        return Candidates(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    index = _pruned(_holdings(right))
    found = list(_met(_holdings(left), index, allowed))
    rows = np.concatenate([rows for rows, _ in found])
    columns = np.concatenate([columns for _, columns in found])
    return Candidates(rows, columns)


def _holdings(side: Side) -> sparse.csr_matrix:
    """What each text holds of everything, one row of columns of all kinds; each kind has length 1."""
    kinds = [
        _SHARES["stems"] * side.rows,
        _SHARES["matters"] * unit(side.kin.rows),
        _SHARES["labels"] * _likeliest(side.likely),
        _SHARES["named"] * unit(sparse.hstack([side.treaties.rows, side.mandates.rows], format="csr")),
    ]
    return sparse.csr_matrix(sparse.hstack(kinds, format="csr"))


def _likeliest(likely: NDArray[np.float64]) -> sparse.csr_matrix:
    if not likely.shape[1]:
        return sparse.csr_matrix(likely.shape)
    kept = min(_LIKELY, likely.shape[1])
    columns = np.argsort(-likely, axis=1, kind="stable")[:, :kept]
    values = np.take_along_axis(likely, columns, axis=1)
    rows = np.repeat(np.arange(len(likely)), kept)
    return unit(sparse.csr_matrix((values.ravel(), (rows, columns.ravel())), shape=likely.shape))


def _pruned(holdings: sparse.csr_matrix) -> sparse.csr_matrix:
    """The index: thing → the texts that hold it most."""
    index = sparse.csr_matrix(holdings.T.tocsr())
    lengths = np.diff(index.indptr)
    kept = np.ones(index.nnz, dtype=bool)
    for thing in np.flatnonzero(lengths > LONGEST).tolist():
        held = slice(index.indptr[thing], index.indptr[thing + 1])
        order = np.argsort(-index.data[held], kind="stable")
        kept[index.indptr[thing] + order[LONGEST:]] = False
    index.data = np.where(kept, index.data, 0.0)
    index.eliminate_zeros()
    return index


def _met(
    holdings: sparse.csr_matrix, index: sparse.csr_matrix, allowed: Allowed
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """(row, column) of the best of each row."""
    for start in range(0, holdings.shape[0], _CHUNK):
        met = (holdings[start : start + _CHUNK] @ index).tocoo()
        rows, columns, shared = met.row.astype(np.int64), met.col.astype(np.int64), met.data
        kept = allowed(start + rows, columns)
        rows, columns, shared = rows[kept], columns[kept], shared[kept]
        order = np.lexsort((columns, -shared, rows))
        rows, columns = rows[order], columns[order]
        begins = np.searchsorted(rows, rows)
        best = np.arange(len(rows)) - begins < MOST
        yield start + rows[best], columns[best]
