"""A link explained, as plain values: both sides in their own words, why, on what basis, and what people decided."""

import math
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Final

_ADDS = re.compile(r"(?P<words>.*) \((?P<adds>[+\-−]\d+(?:\.\d+)?)\)", re.DOTALL)
_SHARE = re.compile(r"\((\d+(?:\.\d+)?)\)$")
_START: Final = "before looking at the pair"
_ROUNDED: Final = 0.05
"""Each part is told to one decimal; what adds less than this is not told at all."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason in words, and what it adds to the log-odds; None where the method does not add up log-odds."""

    words: str
    adds: float | None = None

    @classmethod
    def read(cls, reason: str) -> "Reason":
        """From `both are about trafficking (+2.1)`; any other reason is words alone."""
        told = _ADDS.fullmatch(reason)
        return cls(told["words"], float(told["adds"].replace("−", "-"))) if told else cls(reason)

    @property
    def start(self) -> bool:
        """What is held before anything is known of the pair."""
        return self.words == _START

    @property
    def order(self) -> tuple[bool, float, str]:
        """The start first, then the weightiest: what weighs against counts as much as what weighs for."""
        share = _SHARE.search(self.words)
        weight = self.adds if self.adds is not None else float(share[1]) if share else 0.0
        return not self.start, -abs(weight), self.words


def ordered(reasons: Iterable[str]) -> tuple[Reason, ...]:
    """Reasons as the graph holds them, in the order in which they are told."""
    return tuple(sorted(map(Reason.read, reasons), key=lambda one: one.order))


@dataclass(frozen=True, slots=True)
class Origin:
    """The source file that states something, and where in it; `official` if its publisher is the UN or the State."""

    file: str
    place: str = ""
    official: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two things, or a passage that is evidence.

    `name` is what the link commands read back, `speaker` who says it, `text` its words: its own, or, where `cited`,
    what another document says it says. `shared` are places in it (first, behind the last) that the other side has too.
    """

    iri: str
    name: str
    speaker: str = ""
    document: str = ""
    title: str = ""
    paragraph: str = ""
    text: str = ""
    language: str = ""
    cited: bool = False
    shared: tuple[tuple[int, int], ...] = ()
    origins: tuple[Origin, ...] = ()

    def pieces(self) -> list[tuple[str, bool]]:
        """The text in order, each piece with whether it is shared."""
        found, done = [], 0
        for first, last in self.shared:
            found += [(self.text[done:first], False), (self.text[first:last], True)]
            done = last
        return [(words, shared) for words, shared in [*found, (self.text[done:], False)] if words]

    @property
    def terms(self) -> list[str]:
        """What is shared, each once however it is written, in the order of the text."""
        found: dict[str, str] = {}
        for first, last in self.shared:
            words = self.text[first:last]
            found.setdefault(words.casefold(), words)
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Judged:
    """One decision of a person: `decision` is confirm, reject, add or reopen, `day` as 2026-01-02."""

    day: str
    who: str
    decision: str
    why: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A link from `subject` to `object`, or what speaks for one that was not made: then `link` and `status` are empty.

    `relation` and `basis` are names of the vocabulary, `relation_name` and `basis_name` their words. `score` is 0–1 or
    None. `decisions` come the earliest first.
    """

    subject: Side
    object: Side
    relation: str
    relation_name: str
    basis: str = ""
    basis_name: str = ""
    link: str = ""
    score: float | None = None
    status: str = ""
    contested: bool = False
    reasons: tuple[Reason, ...] = ()
    quotes: tuple[str, ...] = ()
    evidence: tuple[Side, ...] = ()
    origins: tuple[Origin, ...] = ()
    decisions: tuple[Judged, ...] = ()

    @property
    def sum(self) -> float | None:
        """All that the reasons add, if they tell it from the start on; None if they do not."""
        parts = [one.adds for one in self.reasons if one.adds is not None]
        return round(sum(parts), 1) if any(one.start for one in self.reasons) else None

    @property
    def most(self) -> float:
        """The greatest weight of a reason, either way: the length of the longest bar."""
        return max((abs(one.adds) for one in self.reasons if one.adds is not None), default=0.0)

    @property
    def makes(self) -> float | None:
        """The probability that the sum stands for."""
        return None if self.sum is None else round(1 / (1 + math.exp(-self.sum)), 2)

    @property
    def adds_up(self) -> bool | None:
        """Whether the sum makes the score, as far as rounded parts can; None where there is nothing to add up."""
        if self.sum is None or self.score is None:
            return None
        if not 0 < self.score < 1:
            return self.makes in (0, 1)
        odds = math.log(self.score / (1 - self.score))
        least = min(self.score, 1 - self.score)
        unsure = 0.0005 / least  # the score is told to three decimals
        return abs(odds - self.sum) <= (len(self.reasons) + _UNTOLD) * _ROUNDED + unsure

    @property
    def equation(self) -> str:
        """The sum written out: `−4.4 +2.9 = −1.5 → 0.18`; empty where there is none."""
        if self.sum is None or self.makes is None:
            return ""
        parts = " ".join(signed(one.adds) for one in self.reasons if one.adds is not None)
        return f"{parts} = {signed(self.sum)} → {self.makes:.2f}"

    def told(self) -> dict[str, Any]:
        """Everything as JSON holds it."""
        return asdict(self) | {"sum": self.sum, "makes": self.makes, "adds_up": self.adds_up}


_UNTOLD: Final = 4
"""Reasons that may have been too small to be told."""


def signed(number: float) -> str:
    """`+2.1` or `−0.7`, with a minus sign."""
    return f"{number:+.1f}".replace("-", "−")
