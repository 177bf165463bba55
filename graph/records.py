"""What loaders yield: typed facts, each with its place in the file. The writer alone turns them into quads.

Records name things by facts (a symbol and a paragraph, an ISO code, a project identifier), never by IRI.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias


class DocumentKind(StrEnum):
    """Values are class names of the vocabulary."""

    NATIONAL_REPORT = "NationalReport"
    COMPILATION = "Compilation"
    STAKEHOLDER_SUMMARY = "StakeholderSummary"
    WORKING_GROUP_REPORT = "WorkingGroupReport"
    ADDENDUM = "Addendum"
    MIDTERM_REPORT = "MidtermReport"
    CONCLUDING_OBSERVATIONS = "ConcludingObservations"
    VISIT_REPORT = "VisitReport"
    OTHER = "OtherDocument"


class PassageKind(StrEnum):
    """Values are class names of the vocabulary."""

    RECOMMENDATION = "Recommendation"
    OBSERVATION = "Observation"
    PLEDGE = "Pledge"
    STATEMENT = "Statement"


class Position(StrEnum):
    """What a State said of a recommendation; values are individuals of the vocabulary.

    `supported` and `noted` are the UN's words: a State cannot reject. Silence is no position.
    """

    SUPPORTED = "supported"
    NOTED = "noted"
    PARTLY_SUPPORTED = "partlySupported"
    PENDING = "pending"


class Level(StrEnum):
    """Where a result stands in a UNDAF or UNSDCF tree."""

    PRIORITY = "priority"
    OUTCOME = "outcome"
    OUTPUT = "output"
    SUB_OUTPUT = "subOutput"


class Relation(StrEnum):
    """Link predicates; values are property names of the vocabulary."""

    REINFORCES = "reinforces"
    REPEATS = "repeats"
    SAME_ASK = "sameAsk"
    CONTRIBUTES_TO = "contributesTo"
    REPORTS_ON = "reportsOn"
    CITES = "cites"
    GROUPED_WITH = "groupedWith"


class Basis(StrEnum):
    """Why a link is held to be true."""

    OHCHR_ENDNOTE = "ohchrEndnote"
    STATE_REPORT = "stateReport"
    CITED_IN_TEXT = "citedInText"
    SHARED_CODES = "sharedCodes"
    SIMILARITY = "similarity"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class PassageKey:
    """A citable piece of a document: `("A/HRC/12/11", "99.78")`. An empty paragraph is the whole document."""

    symbol: str
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class ProjectKey:
    identifier: str


@dataclass(frozen=True, slots=True)
class ResultKey:
    """A node of a results framework: the framework's identifier (`MOZ/2022`) and the node's own."""

    framework: str
    local: str


@dataclass(frozen=True, slots=True)
class ListedKey:
    """A recommendation known only from a list without paragraph numbers, until a document gives it one."""

    state: str
    session: int
    text: str
    recommending_state: str = ""


Key: TypeAlias = PassageKey | ProjectKey | ResultKey | ListedKey


@dataclass(frozen=True, slots=True)
class Tag:
    """A label of a code list, as the source gave it: scheme `upr-info-issue`, `ohchr-theme`, `ohchr-person` …"""

    scheme: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`place` says where in the file: `page 12`, `row 33`, `activity 5`."""

    place: str


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
    """One State's review in one UPR cycle (1–4). States are ISO 3166 alpha-3 codes."""

    state: str
    cycle: int
    session: int | None = None
    start: date | None = None
    end: date | None = None
    day: date | None = None
    troika: tuple[str, ...] = ()


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
class Examination(Record):
    """A treaty body's examination of a State party's report, with its concluding observations' symbol."""

    state: str
    body: str
    day: date | None = None
    observations: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Record):
    """A citable piece of a document.

    `text` is the document's own wording, `summary` what a citing document says it says; one of the two may be
    empty. `paragraph` is a string as the UN cites it: `140.7`, `96 (b)`. `state` is whom it addresses,
    `recommending_states` who asked (UPR), `mechanism` a notation (`UPR`, `CEDAW`, `SR Minority issues`),
    `action_category` UPR Info's 1–5, `aliases` other paragraph numbers it goes by (misprints, bare numbers).
    """

    symbol: str
    paragraph: str
    kind: PassageKind
    state: str | None
    mechanism: str | None = None
    text: str = ""
    summary: str = ""
    language: str = "en"
    section: str = ""
    recommending_states: tuple[str, ...] = ()
    action_category: int | None = None
    tags: tuple[Tag, ...] = ()
    sdgs: tuple[str, ...] = ()
    cycle: int | None = None
    aliases: tuple[str, ...] = ()

    @property
    def key(self) -> PassageKey:
        return PassageKey(self.symbol, self.paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionStated(Record):
    """What a document says the State's position on one recommendation is.

    `document` is the stating document's symbol (None: the source file itself, such as UPR Info's list),
    `paragraph` where it says so, `day` when it was said, `words` the statement as written, `remark` what the
    State added ("already implemented").
    """

    about: PassageKey | ListedKey
    position: Position
    document: str | None = None
    paragraph: str = ""
    day: date | None = None
    words: str = ""
    remark: str = ""
    official: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTotal(Record):
    """How many recommendations a document says there are; checks the positions read. None: not said."""

    report: str
    total: int | None = None
    supported: int | None = None
    noted: int | None = None
    partly_supported: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRecommendation(Record):
    """A recommendation from a list without symbol or paragraph (UPR Info): one recommending State per row."""

    state: str
    session: int
    recommending_state: str | None
    text: str
    position: Position | None
    position_words: str = ""
    action_category: int | None = None
    tags: tuple[Tag, ...] = ()
    official: bool = False

    @property
    def key(self) -> ListedKey:
        return ListedKey(self.state, self.session, self.text, self.recommending_state or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding(Record):
    """What another source adds to a recommendation that a document has numbered: its wording and its codes."""

    about: PassageKey
    text: str
    action_category: int | None = None
    tags: tuple[Tag, ...] = ()
    sdgs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedLink(Record):
    """A link that a source itself states, with the words that state it (an endnote, a heading, a sentence)."""

    subject: Key
    relation: Relation
    object: Key
    basis: Basis
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """`name` identifies it; `reference` is its IATI organisation identifier, `kind` a class of organisation."""

    name: str
    long_name: str = ""
    reference: str = ""
    kind: str = ""


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

    Organisations are given by name; `sectors` are tags of the source's own vocabularies; `marker` is UN INFO's
    human rights marker 0–3 where given.
    """

    identifier: str
    title: str
    description: str = ""
    language: str = "en"
    states: tuple[str, ...] = ()
    implementers: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    result: ResultKey | None = None
    parent: ProjectKey | None = None
    start: date | None = None
    end: date | None = None
    status: str = ""
    sdgs: tuple[str, ...] = ()
    sectors: tuple[Tag, ...] = ()
    money: tuple[Money, ...] = ()
    marker: int | None = None

    @property
    def key(self) -> ProjectKey:
        return ProjectKey(self.identifier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple(Record):
    """A statement of an RDF file, its terms in N-Quads syntax; blank nodes already named."""

    subject: str
    predicate: str
    object: str
