"""Which elements of an activity are read, which are left by name, and which nobody knows."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree

from graph.source import Source

_READ: Final = frozenset(
    (
        "iati-identifier", "title", "description", "reporting-org", "participating-org", "activity-status",
        "activity-date", "recipient-country", "sector", "tag", "budget", "planned-disbursement", "transaction",
        "related-activity", "policy-marker", "result",
    )
)  # fmt: skip
_IGNORED: Final = frozenset(
    (
        "activity-scope", "capital-spend", "collaboration-type", "conditions", "contact-info", "country-budget-items",
        "crs-add", "default-aid-type", "default-finance-type", "default-flow-type", "default-tied-status",
        "document-link", "fss", "humanitarian-scope", "legacy-data", "location", "other-identifier", "recipient-region",
    )
)  # fmt: skip
"""Of the standard, and no part of the question which recommendation an activity serves."""
_IN_RESULTS: Final = frozenset(
    (
        "result", "title", "description", "narrative", "reference", "indicator", "baseline", "period", "period-start",
        "period-end", "target", "actual", "comment", "dimension", "location",
    )
)  # fmt: skip


def count(activity: etree._Element, counts: Counter[str]) -> None:
    """Add an activity's elements, and what its results hold that is unknown, to what the file has shown."""
    counts.update(str(one.tag) for one in activity if isinstance(one.tag, str))
    for result in activity.findall("result"):
        counts.update(f"result/{name}" for name in _within(result) if name not in _IN_RESULTS)


def _within(element: etree._Element) -> Iterator[str]:
    """The names of all that an element holds; a document inside it is left out whole."""
    for one in element:
        if isinstance(one.tag, str) and one.tag != "document-link":
            yield one.tag
            yield from _within(one)


def tell(source: Source, counts: Counter[str]) -> None:
    """Report once for the file what was not read."""
    for name, number in sorted(counts.items()):
        if name not in _READ | _IGNORED:
            source.find("elements", f"{number} times <{name}>, which is not of IATI 2: not read")
