"""What the alignment exports tell: asks, programmes, the links between them, groups; read once, then only counted."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal

from graph.export.alignment_filters import GRADES, Filters, Grade, grade

UPR: Final = "UPR"
"""States take positions on what the UPR recommends, and on nothing else."""
NO_POSITION: Final = "none stated"

TagKind = Literal["theme", "affectedGroup", "sdg"]


@dataclass(frozen=True, slots=True, order=True)
class Tag:
    """A concept on an ask or a programme; `scheme` is its list's title, `code` its notation."""

    kind: TagKind
    scheme: str
    label: str
    iri: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A recommendation or an observation, addressed to a State (ISO alpha-3); `text` may be known from a citation."""

    iri: str
    kind: Literal["recommendation", "observation"]
    state: str
    mechanism: str
    family: str
    symbol: str = ""
    paragraph: str = ""
    text: str = ""
    position: str = ""
    recommending: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()

    @property
    def citation(self) -> str:
        """Symbol and paragraph as the UN cites them; what only a list gives is told by its number there."""
        if self.symbol and self.paragraph:
            return f"{self.symbol}, para. {self.paragraph}"
        return self.symbol or f"{self.mechanism}, {self.state}, no paragraph known ({self.iri.rsplit('/', 1)[-1][:8]})"

    @property
    def answer(self) -> str:
        """The State's latest position; empty where no position is ever taken."""
        return self.position or (NO_POSITION if self.mechanism == UPR else "")


@dataclass(frozen=True, slots=True)
class Programme:
    """A project or a result of a framework. `money` is by currency and kind, over all its periods."""

    iri: str
    kind: Literal["project", "result"]
    state: str
    title: str = ""
    code: str = ""
    level: str = ""
    parents: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    marker: int | None = None
    money: Mapping[tuple[str, str], Decimal] = field(default_factory=dict)
    tags: tuple[Tag, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.code} {self.title}".strip() or self.iri.rsplit("/", 1)[-1]

    @property
    def what(self) -> str:
        """`project`, or the level of a result (`outcome`)."""
        return self.kind if self.kind == "project" else self.level or "result"

    @property
    def period(self) -> str:
        return f"{self.start} – {self.end}" if self.start or self.end else ""


@dataclass(frozen=True, slots=True)
class Framework:
    """A UN framework of a State (UNDAF, UNSDCF)."""

    iri: str
    title: str
    identifier: str
    state: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link as a record; `relation`, `basis` and `status` are local names of the vocabulary."""

    iri: str
    subject: str
    relation: Literal["contributesTo", "reinforces"]
    object: str
    basis: str
    score: float
    status: str
    reasons: str = ""
    quote: str = ""
    file: str = ""
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def grade(self) -> Grade:
        return grade(self.basis, self.status)

    @property
    def rank(self) -> tuple[int, float, str]:
        """Sorts the surest first."""
        return GRADES.index(self.grade), -self.score, self.iri


@dataclass(frozen=True, slots=True)
class Group:
    """Asks that mutually reinforce each other; `members` may hold asks outside the filters."""

    iri: str
    state: str
    label: str
    families: int
    strength: float
    members: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Everything by IRI, in the order people read it; `asks` and `programmes` are those within the filters."""

    filters: Filters
    states: Mapping[str, str]
    every_ask: Mapping[str, Ask]
    every_programme: Mapping[str, Programme]
    asks: Mapping[str, Ask]
    programmes: Mapping[str, Programme]
    frameworks: Mapping[str, Framework]
    links: tuple[Link, ...]
    groups: tuple[Group, ...]
    files: tuple[str, ...] = ()
    goals: Mapping[str, str] = field(default_factory=dict)
    other_ends: Mapping[str, str] = field(default_factory=dict)
    links_left_out: int = 0

    @cached_property
    def serving(self) -> Mapping[str, Mapping[str, Link]]:
        """Ask → programme that contributes to it → the surest link that says so; asks without one are left out."""
        found: dict[str, dict[str, Link]] = defaultdict(dict)
        for link in self.standing("contributesTo"):
            if link.object in self.asks and link.subject in self.programmes:
                best = found[link.object].get(link.subject)
                if best is None or link.rank < best.rank:
                    found[link.object][link.subject] = link
        return {ask: found[ask] for ask in self.asks if ask in found}

    @cached_property
    def served_by(self) -> Mapping[str, Mapping[str, Link]]:
        """Programme → the asks it contributes to, by the same links."""
        found: dict[str, dict[str, Link]] = defaultdict(dict)
        for ask, links in self.serving.items():
            for programme, link in links.items():
                found[programme][ask] = link
        return {iri: found[iri] for iri in self.programmes if iri in found}

    @property
    def pairs(self) -> int:
        """Programme–ask pairs that a standing link joins."""
        return sum(map(len, self.serving.values()))

    def standing(self, relation: str) -> list[Link]:
        """Links of one relation that nobody has rejected."""
        return [link for link in self.links if link.relation == relation and link.status != "rejected"]

    def named(self, iri: str) -> str:
        """An end of a link as people cite it."""
        if iri in self.every_ask:
            return self.every_ask[iri].citation
        programme = self.every_programme.get(iri)
        if programme is None:
            return self.other_ends.get(iri, iri)
        return f"{names(programme.agencies)}: {programme.name}" if programme.agencies else programme.name

    def cited(self, iri: str) -> str:
        """An end of a link in a few words, to stand beside its own."""
        programme = self.every_programme.get(iri)
        if programme is None:
            return self.named(iri)
        return f"{names(programme.agencies)} {programme.what} {programme.code}".strip()

    def worded(self, iri: str) -> str:
        """The words of an end of a link."""
        if iri in self.every_ask:
            return self.every_ask[iri].text
        programme = self.every_programme.get(iri)
        return programme.title if programme else self.other_ends.get(iri, "")


def best(links: Iterable[Link]) -> Link | None:
    """The surest of some links."""
    return min(links, key=lambda link: link.rank, default=None)


def natural(paragraph: str) -> list[tuple[int, str]]:
    """A sort key in which 99.10 comes after 99.9."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.findall(r"\d+|\D+", paragraph)]


def names(values: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(value for value in values if value))


def amounts(money: Mapping[tuple[str, str], Decimal]) -> str:
    """Sums in words, each with its currency and kind; kinds and currencies stand side by side."""
    return "; ".join(f"{currency} {_digits(sum_)} {kind}" for (currency, kind), sum_ in sorted(money.items()))


def _digits(sum_: Decimal) -> str:
    return f"{sum_:,.2f}".removesuffix(".00")
