"""What two things have in common and what sets them apart, pair by pair, each between 0 and 1."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.link.sides import Side, Table
from graph.records import Relation
from graph.terms import VOCAB

FEATURES = (
    "wording",
    "cover",
    "labels",
    "matters",
    "matters_part",
    "rare_matter",
    "matters_apart",
    "matters_untold",
    "persons",
    "persons_apart",
    "measures",
    "same_head",
    "one_step",
    "one_law",
    "same_treaty",
    "both_join",
    "one_joins",
    "same_mandate",
    "abroad",
    "chances",
    "grouped",
)
"""In the order of the columns of a table of features."""

_MOST_RARE = 10.0
"""About the rarity (log of one in …) of what one text of twenty thousand holds."""
_MANY = 5.0
"""About the log of the pairs of parts of two very long texts."""
_PROBABLY = 0.7
"""How far "the core human rights treaties" is the treaty that another text names."""
_STEPS = frozenset(
    f"{VOCAB}measure/{name}" for name in ("data", "prohibit", "raise-awareness", "report", "train", "fund")
)
"""Particular steps: to train the police is not yet to do what is asked in general."""
_LAWS = frozenset(f"{VOCAB}measure/{name}" for name in ("legislate", "plan"))
_ANYBODY = frozenset(
    f"{VOCAB}uhri-person/{name}"
    for name in (
        "women-girls", "children", "youth-juveniles", "vulnerable-persons-groups", "persons-living-in-poverty",
        "persons-living-in-rural-areas", "public-officials", "civil-society", "media", "educational-staff-students",
        "law-enforcement-police-prison-officials", "judges-lawyers-and-prosecutors",
        "medical-staff-health-professionals",
    )
)  # fmt: skip
"""Groups of persons that stand beside others so often that another group sets nothing apart."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs by place in two lists, and their features: a row a pair, a column a feature of FEATURES."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    table: NDArray[np.float64]

    def column(self, feature: str) -> NDArray[np.float64]:
        values: NDArray[np.float64] = self.table[:, FEATURES.index(feature)]
        return values


def features(
    left: Side, right: Side, i: NDArray[np.int64], j: NDArray[np.int64], grouped: NDArray[np.float64] | None = None
) -> Pairs:
    """The features of the pairs (i[k], j[k])."""
    joins, joined = _flags(left, "joins")[i], _flags(right, "joins")[j]
    alike = _join_alike(left, right, i, j)
    stems = _shared(left.stems, right.stems, i, j)
    exact, kin = _shared(left.matters, right.matters, i, j), _shared(left.kin, right.kin, i, j)
    matters, held = np.where(exact > 0, exact, kin), (left.matters.held[i], right.matters.held[j])
    heads = _shared(left.heads, right.heads, i, j)
    columns = {
        "wording": _dot(left.rows, right.rows, i, j),
        "cover": _ratio(stems, np.minimum(left.stems.held[i], right.stems.held[j])),
        "labels": np.einsum("ij,ij->i", left.likely[i], right.likely[j]),
        "matters": _ratio(matters, held[0] + held[1] - matters),
        "matters_part": np.minimum(_ratio(matters, np.minimum(*held)), 1.0),
        "rare_matter": np.minimum(
            np.where(exact > 0, _rarest(left.matters, right.matters, i, j), _rarest(left.kin, right.kin, i, j))
            / _MOST_RARE,
            1.0,
        ),
        "matters_apart": (held[0] > 0) & (held[1] > 0) & (kin == 0),
        "matters_untold": (held[0] == 0) | (held[1] == 0),
        "persons": _overlap(left.persons, right.persons, i, j),
        "persons_apart": _apart(left.persons, right.persons, i, j, _ANYBODY),
        "measures": _overlap(left.measures, right.measures, i, j),
        "same_head": heads > 0,
        "one_step": _differ(left.heads, right.heads, i, j, _STEPS),
        "one_law": _differ(left.heads, right.heads, i, j, _LAWS),
        "same_treaty": np.where(
            alike,
            np.maximum(_shared(left.treaties, right.treaties, i, j) > 0, _PROBABLY * _any_treaty(left, right, i, j)),
            0.0,
        ),
        "both_join": alike,
        "one_joins": joins != joined,
        "same_mandate": _shared(left.mandates, right.mandates, i, j) > 0,
        "abroad": _flags(left, "abroad")[i] != _flags(right, "abroad")[j],
        "chances": np.log(_parts(left)[i] * _parts(right)[j]) / _MANY,
        "grouped": np.zeros(len(i)) if grouped is None else grouped,
    }
    return Pairs(i, j, np.column_stack([np.asarray(columns[name], dtype=np.float64) for name in FEATURES]))


def vetoed(
    relation: Relation, left: Side, right: Side, i: NDArray[np.int64], j: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Pairs that cannot be linked, whatever they share: other treaties; the opposite asked; as the same act, to join a
    treaty and to lift reservations; for a programme, a step that only the State can take, or no matter and no treaty in
    common.
    """
    never = other_treaties(left, right, i, j)
    if relation in (Relation.REINFORCES, Relation.CONTRIBUTES_TO):
        never &= ~_any_treaty(left, right, i, j)
    else:
        never |= _flags(left, "joins")[i] & _flags(right, "joins")[j] & ~_join_alike(left, right, i, j)
    never |= opposed(left, right, i, j)
    if relation is Relation.CONTRIBUTES_TO:
        never |= _flags(right, "abroad")[j] & (_shared(left.measures, right.heads, i, j) == 0)
        never |= (_shared(left.kin, right.kin, i, j) == 0) & (_shared(left.treaties, right.treaties, i, j) == 0)
    return never


def opposed(left: Side, right: Side, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether the one wants to end what the other wants to keep or bring back: half of what either names, at least."""
    return _against(left.ends, right.keeps, i, j) | _against(left.keeps, right.ends, i, j)


def _against(left: Table, right: Table, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.bool_]:
    shared = _shared(left, right, i, j)
    against: NDArray[np.bool_] = (shared > 0) & (2 * shared >= np.minimum(left.held[i], right.held[j]))
    return against


def other_treaties(left: Side, right: Side, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether both ask to join treaties (or to lift reservations), name them, and name no one in common."""
    apart: NDArray[np.bool_] = (
        _flags(left, "joins")[i]
        & _flags(right, "joins")[j]
        & (left.treaties.held[i] > 0)
        & (right.treaties.held[j] > 0)
        & (_shared(left.treaties, right.treaties, i, j) == 0)
    )
    return apart


def _join_alike(left: Side, right: Side, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether both ask to become party, or both to lift reservations."""
    alike: NDArray[np.bool_] = (_flags(left, "ratifies")[i] & _flags(right, "ratifies")[j]) | (
        _flags(left, "lifts")[i] & _flags(right, "lifts")[j]
    )
    return alike


def _any_treaty(left: Side, right: Side, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether either asks to join treaties in general: "the core human rights treaties" may be any."""
    found: NDArray[np.bool_] = _flags(left, "joins_any")[i] | _flags(right, "joins_any")[j]
    return found


def _parts(side: Side) -> NDArray[np.int64]:
    """Of each part how many parts its text has."""
    counts: NDArray[np.int64] = np.bincount(side.whose)[side.whose]
    return counts


def _flags(side: Side, name: str) -> NDArray[np.bool_]:
    return np.array([getattr(one, name) for one in side.reads], dtype=bool)


def _dot(left: Any, right: Any, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.float64]:
    product: NDArray[np.float64] = np.asarray(left[i].multiply(right[j]).sum(axis=1)).ravel()
    return product


def _shared(left: Table, right: Table, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.float64]:
    return _dot(left.rows, right.rows, i, j)


def _ratio(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
    return found


def _overlap(left: Table, right: Table, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.float64]:
    """Tanimoto: what is shared of all that either holds, weighted by rarity."""
    shared = _shared(left, right, i, j)
    return _ratio(shared, left.held[i] + right.held[j] - shared)


def _differ(
    left: Table, right: Table, i: NDArray[np.int64], j: NDArray[np.int64], wanted: frozenset[str]
) -> NDArray[np.bool_]:
    """Whether one of some things is held by the one and not by the other."""
    told = [number for number, thing in enumerate(left.things) if thing in wanted]
    one, other = Table((), left.rows[:, told]), Table((), right.rows[:, told])
    differ: NDArray[np.bool_] = one.held[i] + other.held[j] - 2 * _shared(one, other, i, j) > 1e-9
    return differ


def _rarest(left: Table, right: Table, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.float64]:
    product = left.rows[i].multiply(right.rows[j]).tocsr()
    rarest: NDArray[np.float64] = (
        np.asarray(product.max(axis=1).todense()).ravel() if product.shape[1] else np.zeros(len(i))
    )
    return rarest


def _apart(
    left: Table, right: Table, i: NDArray[np.int64], j: NDArray[np.int64], set_aside: frozenset[str]
) -> NDArray[np.bool_]:
    """Whether both hold something beyond what is set aside, and nothing of that in common."""
    told = [number for number, thing in enumerate(left.things) if thing not in set_aside]
    one, other = Table((), left.rows[:, told]), Table((), right.rows[:, told])
    apart: NDArray[np.bool_] = (one.held[i] > 0) & (other.held[j] > 0) & (_shared(one, other, i, j) == 0)
    return apart
