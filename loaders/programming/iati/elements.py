"""Which elements of an activity are read, which are left by name, and which nobody knows."""

from collections import Counter
from typing import Final

from lxml import etree

from graph.source import Severity, Source

_READ: Final = frozenset(
    (
        "iati-identifier", "title", "description", "reporting-org", "participating-org", "activity-status",
        "activity-date", "recipient-country", "sector", "tag", "budget", "planned-disbursement", "transaction",
        "related-activity",
    )
)  # fmt: skip
_IGNORED: Final = frozenset(
    (
        "activity-scope", "capital-spend", "collaboration-type", "conditions", "contact-info", "country-budget-items",
        "crs-add", "default-aid-type", "default-finance-type", "default-flow-type", "default-tied-status",
        "document-link", "fss", "humanitarian-scope", "legacy-data", "location", "other-identifier", "policy-marker",
        "recipient-region",
    )
)  # fmt: skip
"""Of the standard, and no part of the question which recommendation an activity serves."""
_NOT_YET: Final = {"result": "results with their indicators"}


def count(activity: etree._Element, counts: Counter[str]) -> None:
    """Add an activity's elements to what the file has shown."""
    counts.update(str(one.tag) for one in activity if isinstance(one.tag, str))


def tell(source: Source, counts: Counter[str]) -> None:
    """Report once for the file what was not read."""
    for name, number in sorted(counts.items()):
        if name in _NOT_YET:
            source.find("elements", f"{number} {_NOT_YET[name]} are not kept yet: not read", Severity.NOTE)
        elif name not in _READ | _IGNORED:
            source.find("elements", f"{number} times <{name}>, which is not of IATI 2: not read")
