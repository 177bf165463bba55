"""The words of the contract: kinds, positions, levels, relations; values are names of the vocabulary."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """Values are class names of the vocabulary."""

    NATIONAL_REPORT = "NationalReport"
    COMPILATION = "Compilation"
    STAKEHOLDER_SUMMARY = "StakeholderSummary"
    WORKING_GROUP_REPORT = "WorkingGroupReport"
    ADDENDUM = "Addendum"
    MIDTERM_REPORT = "MidtermReport"
    COUNCIL_REPORT = "CouncilReport"
    COUNCIL_DECISION = "CouncilDecision"
    ADVANCE_QUESTIONS = "AdvanceQuestions"
    CONCLUDING_OBSERVATIONS = "ConcludingObservations"
    FOLLOW_UP_REPORT = "FollowUpReport"
    FOLLOW_UP_LETTER = "FollowUpLetter"
    STATE_REPLY = "StateReply"
    VISIT_REPORT = "VisitReport"
    OTHER = "OtherDocument"


class PassageKind(StrEnum):
    """Values are class names of the vocabulary."""

    RECOMMENDATION = "Recommendation"
    OBSERVATION = "Observation"
    PLEDGE = "Pledge"
    STATEMENT = "Statement"
    QUESTION = "Question"


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
    NAMES = "names"


class Basis(StrEnum):
    """Why a link is held to be true."""

    OHCHR_ENDNOTE = "ohchrEndnote"
    STATE_REPORT = "stateReport"
    CITED_IN_TEXT = "citedInText"
    SHARED_CODES = "sharedCodes"
    SIMILARITY = "similarity"
    PERSON = "person"


class TreatyStanding(StrEnum):
    """Where a State stands with a treaty; values are individuals of the vocabulary."""

    STATE_PARTY = "stateParty"
    SIGNATORY = "signatory"
    NO_ACTION = "noAction"


class VisitStep(StrEnum):
    """What a list of country visits says of one; values are individuals of the vocabulary."""

    REQUESTED = "requested"
    REMINDED = "reminded"
    ACCEPTED = "accepted"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    DONE = "done"


class Measure(StrEnum):
    """What a value of an indicator is; values are property names of the vocabulary."""

    BASELINE = "baseline"
    TARGET = "target"
    ACTUAL = "actual"
