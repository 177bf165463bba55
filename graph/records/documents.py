"""Documents and engagements: who looked at which State, when, and what was published."""

from dataclasses import dataclass
from datetime import date

from graph.records.record import Record
from graph.records.words import DocumentKind, TreatyStanding, VisitStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """A document with a symbol. `state` and `cycle` tie it to a UPR review where it belongs to one."""

    symbol: str
    kind: DocumentKind
    title: str = ""
    issued: date | None = None
    language: str = "en"
    state: str | None = None
    cycle: int | None = None
    official: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """One State's review in one UPR cycle (1–4). States are ISO 3166 alpha-3 codes.

    `day` is the day of the review, `adopted` that on which the Human Rights Council, in its session
    `council_session`, adopted the outcome by the decision of symbol `decision`.
    """

    state: str
    cycle: int
    session: int | None = None
    start: date | None = None
    end: date | None = None
    day: date | None = None
    troika: tuple[str, ...] = ()
    council_session: int | None = None
    adopted: date | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """A special procedure's visit: the mandate's notation, its holder, the days, the report's symbol."""

    state: str
    mandate: str
    holder: str = ""
    start: date | None = None
    end: date | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitNotice(Record):
    """What a list of country visits says of one visit: a step and when it was taken.

    `when` is as exact as the list: `2019`, `2019-05` or `2019-05-14`, or empty. `words` are the list's own.
    """

    state: str
    mandate: str
    step: VisitStep
    when: str = ""
    words: str = ""
    report: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingInvitation(Record):
    """A State's open invitation to every thematic special procedure; `since` as exact as the list tells."""

    state: str
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination(Record):
    """A treaty body's examination of a State party's report, with its concluding observations' symbol.

    `session` is the body's own, `day` the day the observations were adopted.
    """

    state: str
    body: str
    day: date | None = None
    observations: str | None = None
    session: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyStatus(Record):
    """Where a State stands with a treaty (`ICCPR`, `CRC-OP-AC`) on the day the list describes.

    `year` is that of ratification or accession, `signed` and `joined` the days where the list tells them.
    """

    state: str
    treaty: str
    status: TreatyStanding
    as_of: date
    year: int | None = None
    signed: date | None = None
    joined: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTotal(Record):
    """How many recommendations a document says there are; checks the positions read. None: not said."""

    report: str
    total: int | None = None
    supported: int | None = None
    noted: int | None = None
    partly_supported: int | None = None
