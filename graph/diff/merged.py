"""Groups that went into others, and whence new ones have their asks."""

from collections import Counter
from dataclasses import dataclass, field

from graph.diff.change import What
from graph.diff.draft import Draft


@dataclass(slots=True)
class Groups:
    """Where the asks of gone groups stand now: ask → group, for the asks that moved."""

    now: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)

    def take(self, draft: Draft) -> None:
        """Remember where a gone group's asks were, and where a new or larger group's asks are."""
        where = self.before if draft.what is What.GONE else self.now
        for member in draft.members:
            where[member] = draft.detail

    def why(self, draft: Draft) -> str:
        """`merged into “…”` where most asks of a gone group stand together now; `from “…”` for one that took some."""
        other = self.now if draft.what is What.GONE else self.before
        found = Counter(other[member] for member in draft.members if member in other)
        if not found:
            return ""
        name, count = min(found.items(), key=lambda told: (-told[1], told[0]))
        if draft.what is What.GONE:
            return f"merged into “{name}”" if 2 * count > len(draft.members) else ""
        return "with asks of " + ", ".join(f"“{name}”" for name in sorted(found))
