"""Programmes: frameworks, results, projects, organisations, money and what is measured."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.records.keys import Key, ProjectKey, ResultKey
from graph.records.record import Record, Tag
from graph.records.words import Level, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """`name` identifies it; `reference` is its IATI organisation identifier, `kind` a class of organisation.

    `members` are the names of the organisations that a joint submission speaks for.
    """

    name: str
    long_name: str = ""
    reference: str = ""
    kind: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Record):
    """A UNDAF, UNSDCF or other results framework; `identifier` like `MOZ/2012`."""

    identifier: str
    states: tuple[str, ...]
    title: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as the source writes it (a plain decimal), its ISO 4217 currency, what it is, for which period.

    `kind` is the source's own word: `required`, `available`, `spent`, `budget`, `commitment`, `disbursement` …
    """

    amount: str
    currency: str
    kind: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """The same title and description in another language (a BCP 47 tag); one of the two may be empty."""

    language: str
    title: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Code(Tag):
    """A code of a list that nobody but its publisher keeps, with the name that the publisher gives it."""

    name: str = ""


class Kinship(StrEnum):
    """How activities are related that are no part of one another; values are property names of the vocabulary."""

    SIBLING = "siblingProject"
    CO_FUNDED = "coFundedProject"
    THIRD_PARTY = "alsoReportedAs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Record):
    """A node of a results framework."""

    key: ResultKey
    level: Level
    title: str
    code: str = ""
    description: str = ""
    language: str = "en"
    parent: ResultKey | None = None
    sdgs: tuple[str, ...] = ()
    money: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """An agency's activity: an IATI activity, a UN INFO sub-output for one agency, a row of a team's own list.

    Organisations are given by name, in the four roles of IATI, and `reporters` who publish it. `sectors` are tags of
    the source's own vocabularies, `tags` those of vocabularies that are no sectors, `marker` is UN INFO's human rights
    marker 0–3 where given, `policy_markers` tags of a policy and its significance. `children` are the activities that
    it names as its parts, `hierarchy` its level (1 the highest): amounts of two levels are never added.
    """

    identifier: str
    title: str
    description: str = ""
    language: str = "en"
    states: tuple[str, ...] = ()
    implementers: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    accountable: tuple[str, ...] = ()
    extending: tuple[str, ...] = ()
    result: ResultKey | None = None
    parent: ProjectKey | None = None
    start: date | None = None
    end: date | None = None
    status: str = ""
    sdgs: tuple[str, ...] = ()
    sectors: tuple[Tag, ...] = ()
    money: tuple[Money, ...] = ()
    marker: int | None = None
    policy_markers: tuple[Tag, ...] = ()
    reporters: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    translations: tuple[Translation, ...] = ()
    children: tuple[ProjectKey, ...] = ()
    related: tuple[tuple[Kinship, ProjectKey], ...] = ()
    hierarchy: int | None = None

    @property
    def key(self) -> ProjectKey:
        return ProjectKey(self.identifier)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an indicator: as the source writes it (`37`, `1 in 3`, `yes`), for which period or year.

    `dimension` is the part of the whole that it counts: `sex: female`. A value told in words alone is its `comment`.
    """

    measure: Measure
    value: str
    start: date | None = None
    end: date | None = None
    comment: str = ""
    dimension: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """What is measured for a project, a result or an action; `local` tells it from the owner's others.

    `kind` is the level of what it measures, in the source's word (`output`), `codes` what registers of indicators call
    it. One without values says what is meant to be reached.
    """

    owner: Key
    local: str
    title: str
    description: str = ""
    language: str = "en"
    unit: str = ""
    source: str = ""
    values: tuple[Value, ...] = ()
    kind: str = ""
    codes: tuple[Tag, ...] = ()
    translations: tuple[Translation, ...] = ()
