"""The columns of an implementation plan: those of the action plan that a build reads, and those that help people."""

from typing import Final

READ: Final = (
    "Plan", "Plan start", "Plan end", "State", "No.", "Recommendation", "Cycle", "Action", "Description",
    "Responsible", "Partners", "Start", "Deadline", "Indicator", "Unit", "Baseline", "Target", "Actual",
    "Means of verification", "Cost", "Currency", "Status", "Evidence",
)  # fmt: skip
"""What a build reads of a plan, by these names."""

SHOWN: Final[tuple[tuple[str, float], ...]] = (
    ("No.", 20), ("Cluster", 24), ("Recommendation", 22), ("Words", 50), ("Position", 11), ("Mechanism", 12),
    ("Action", 40), ("Description", 30), ("Responsible", 22), ("Partners", 18), ("Indicator", 26), ("Unit", 10),
    ("Baseline", 11), ("Target", 11), ("Actual", 11), ("Means of verification", 20), ("Cost", 11), ("Currency", 9),
    ("Start", 12), ("Deadline", 12), ("Reporting opportunity", 26), ("Status", 13), ("Evidence", 22), ("Plan", 24),
    ("Plan start", 11), ("Plan end", 11), ("State", 7), ("Cycle", 7),
)  # fmt: skip
"""The columns as people meet them, with their widths."""

NUMBER: Final = "No."
TOLD: Final = ("Words", "Position", "Mechanism", "Reporting opportunity")
"""What the graph tells for orientation: renewed by each export, kept in no plan. An edit there is reported."""
ORIENTING: Final = frozenset((*TOLD, "Cluster", NUMBER, "Recommendation", "State", "Plan", "Plan start", "Plan end"))
"""A row in which nothing else is filled is a suggestion, not yet an item of the plan."""

STATUSES: Final = ("not started", "under way", "completed", "discontinued")

Row = dict[str, str]
"""A row by its headings; an empty cell may be left out."""


def told(value: object) -> str:
    """A cell as it is compared: blanks as one, lines kept, numbers as people write them, days as 2026-11-24."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    lines = (" ".join(line.split()) for line in str(value).split("\n"))
    return "\n".join(lines).strip().removesuffix(" 00:00:00")


def begun(row: Row) -> bool:
    """Whether somebody has written into a row what belongs to a plan."""
    return any(value for name, value in row.items() if name not in ORIENTING)
