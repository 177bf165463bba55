"""Follow-up: national plans with their items, and what anybody says of implementation."""

from dataclasses import dataclass
from datetime import date

from graph.records.keys import ActionKey, Key
from graph.records.programmes import Money
from graph.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """A national action or implementation plan; `identifier` like `SVN/plan/2025`."""

    identifier: str
    states: tuple[str, ...]
    title: str
    language: str = "en"
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """An item of a plan: what will be done, by whom, by when, at what cost; `status` in the plan's own words.

    What it answers is stated by links (`contributesTo`); its indicators are records of their own.
    """

    key: ActionKey
    state: str | None
    title: str
    description: str = ""
    language: str = "en"
    responsible: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    start: date | None = None
    deadline: date | None = None
    cost: tuple[Money, ...] = ()
    status: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """What somebody says of the implementation of one thing; never averaged with what another says.

    `assessor` is a name (a mechanism's notation, a State's code, an organisation), `scheme` the scale used
    (`follow-up-grade`, `implementation-status`), `value` the grade or status on it, `words` the statement itself.
    """

    about: Key
    assessor: str
    scheme: str = ""
    value: str = ""
    words: str = ""
    language: str = "en"
    day: date | None = None
    document: str | None = None
    paragraph: str = ""
    evidence: str = ""
    official: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission(Record):
    """A paper that a stakeholder or a State sent in, known by the code that a summary gives it (`JS3`, `HRORS`)."""

    summary: str
    code: str
    title: str
    state: str | None = None
    submitted_by: tuple[str, ...] = ()
