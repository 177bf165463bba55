"""What loaders yield: typed facts, each with its place in the file. The writer alone turns them into quads.

Records name things by facts (a symbol and a paragraph, an ISO code, a project identifier), never by IRI.
"""

from graph.records.documents import (
    Document,
    Examination,
    Review,
    StandingInvitation,
    StatedTotal,
    TreatyStatus,
    Visit,
    VisitNotice,
)
from graph.records.follow_up import (
    Action,
    Assessment,
    Plan,
    Submission,
)
from graph.records.keys import (
    ActionKey,
    Key,
    ListedKey,
    PassageKey,
    ProjectKey,
    ResultKey,
    ReviewKey,
    SubmissionKey,
)
from graph.records.passages import (
    Coding,
    ListedRecommendation,
    NumberedRecommendation,
    Passage,
    PositionStated,
    StatedLink,
)
from graph.records.programmes import (
    Framework,
    Indicator,
    Money,
    Organisation,
    Project,
    Result,
    Value,
)
from graph.records.record import (
    Record,
    Tag,
    Triple,
)
from graph.records.words import (
    Basis,
    DocumentKind,
    Level,
    Measure,
    PassageKind,
    Position,
    Relation,
    TreatyStanding,
    VisitStep,
)

__all__ = [
    "Action",
    "ActionKey",
    "Assessment",
    "Basis",
    "Coding",
    "Document",
    "DocumentKind",
    "Examination",
    "Framework",
    "Indicator",
    "Key",
    "Level",
    "ListedKey",
    "ListedRecommendation",
    "Measure",
    "Money",
    "NumberedRecommendation",
    "Organisation",
    "Passage",
    "PassageKey",
    "PassageKind",
    "Plan",
    "Position",
    "PositionStated",
    "Project",
    "ProjectKey",
    "Record",
    "Relation",
    "Result",
    "ResultKey",
    "Review",
    "ReviewKey",
    "StandingInvitation",
    "StatedLink",
    "StatedTotal",
    "Submission",
    "SubmissionKey",
    "Tag",
    "TreatyStanding",
    "TreatyStatus",
    "Triple",
    "Value",
    "Visit",
    "VisitNotice",
    "VisitStep",
]
