"""From which score on computed links are right often enough, as people's decisions tell.

The suggestion is only as good as what was decided: people who followed the work list decided on the doubtful links, and
what is surely right or surely wrong is missing from the count.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Final

from graph.review.links import Held

FLOOR: Final = 20
"""Decisions on one relation below which nothing is suggested."""
FEW: Final = 5
"""Decisions that must stand above a threshold: one lucky link proves nothing."""
Z: Final = 1.959964
"""Standard deviations on either side of the mean that hold 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What decisions say of one relation. `threshold` is None where they say too little; `why` tells then.

    `precision` is the share confirmed of what is decided at or above the threshold, `low` and `high` its 95 % Wilson
    interval, `kept` the share of all confirmed links that stay.
    """

    relation: str
    confirmed: int
    rejected: int
    threshold: float | None = None
    precision: float = 0.0
    low: float = 0.0
    high: float = 0.0
    kept: float = 0.0
    why: str = ""


def suggestions(held: Iterable[Held], target: float = 0.9) -> list[Suggestion]:
    """A suggestion for each relation with decided computed links. What people disagree on teaches nothing.

    Raises ValueError if the target is no share between 0 and 1.
    """
    if not 0 < target <= 1:
        raise ValueError(f"the precision wanted is a share between 0 and 1, not {target:g}")
    decided: dict[str, list[tuple[float, bool]]] = {}
    for link in held:
        if link.computed and not link.contested and link.status != "proposed":
            decided.setdefault(link.relation, []).append((link.score, link.status == "confirmed"))
    return [suggest(relation, decided[relation], target) for relation in sorted(decided)]


def suggest(relation: str, decided: list[tuple[float, bool]], target: float) -> Suggestion:
    """The lowest score from which on enough was confirmed; `decided` are (score, confirmed)."""
    count = Counter(confirmed for _, confirmed in decided)
    plain = Suggestion(relation, count[True], count[False])
    wanting = _wanting(plain)
    if wanting:
        return _because(plain, wanting)
    best = None
    for threshold in sorted({score for score, _ in decided}):
        above = [confirmed for score, confirmed in decided if score >= threshold]
        if len(above) >= FEW and sum(above) / len(above) >= target:
            best = threshold, above
            break
    if best is None:
        return _because(plain, f"at no score are {target:.0%} of at least {FEW} decided links confirmed")
    threshold, above = best
    low, high = wilson(sum(above), len(above))
    share = sum(above) / len(above)
    return Suggestion(relation, count[True], count[False], threshold, share, low, high, sum(above) / count[True])


def _wanting(plain: Suggestion) -> str:
    """How many more decisions are needed before anything can be said."""
    parts = []
    missing = FLOOR - plain.confirmed - plain.rejected
    if missing > 0:
        parts.append(f"{missing} more decision{'s' if missing > 1 else ''} needed ({FLOOR} at least)")
    for count, kind in ((plain.confirmed, "confirmed"), (plain.rejected, "rejected")):
        if not count:
            parts.append(f"none is {kind} yet: both kinds are needed")
    return "; ".join(parts)


def _because(plain: Suggestion, why: str) -> Suggestion:
    return Suggestion(plain.relation, plain.confirmed, plain.rejected, why=why)


def wilson(successes: int, total: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share: honest where there are few, and never beyond 0 or 1."""
    share, square = successes / total, Z * Z / total
    centre = (share + square / 2) / (1 + square)
    half = Z * sqrt(share * (1 - share) / total + square / total / 4) / (1 + square)
    return max(0.0, centre - half), min(1.0, centre + half)


def as_settings(found: Iterable[Suggestion]) -> str:
    """The lines for rightsgraph.toml; empty if nothing is suggested."""
    lines = [f"{one.relation} = {one.threshold:g}" for one in found if one.threshold is not None]
    return "\n".join(("[link.threshold]", *lines)) if lines else ""
