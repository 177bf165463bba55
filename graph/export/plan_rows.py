"""The rows of an implementation plan: what a workspace's plan holds, and a suggestion for each other ask."""

from collections.abc import Iterable, Mapping
from typing import Final

from graph.export.facts import Ask, Facts, names
from graph.export.plan_columns import NUMBER, TOLD, Row

TITLE: Final = "Implementation plan of recommendations"
UNGROUPED: Final = "No group, no theme"


def rows(facts: Facts, kept: Iterable[Row], opportunities: Mapping[str, str]) -> list[Row]:
    """Clustered by group, the strongest first; a row of the plan stands where people put its cluster.

    `opportunities` tells for a mechanism (`UPR`, `CEDAW`) when and where it is reported to next.
    """
    clusters = _clusters(facts)
    suggested = {row[NUMBER]: row for ask in _asks(facts) for row in (_suggested(facts, ask, clusters, opportunities),)}
    plan = [_renewed(row, suggested.pop(row.get(NUMBER, ""), {})) for row in kept]
    order = {cluster: place for place, cluster in enumerate(dict.fromkeys(clusters.values()))}
    made = [*plan, *suggested.values()]
    return sorted(made, key=lambda row: order.get(row.get("Cluster", ""), len(order)))


def number(ask: Ask) -> str:
    """What names the row of an ask, whatever is sorted or moved: symbol and paragraph, or the end of its identifier."""
    return f"{ask.symbol} {ask.paragraph}" if ask.symbol and ask.paragraph else "/".join(ask.iri.split("/")[-3:])


def _asks(facts: Facts) -> Iterable[Ask]:
    return (ask for ask in facts.asks.values() if ask.kind == "recommendation")


def _clusters(facts: Facts) -> dict[str, str]:
    """Ask → its strongest group, or else its first theme, groups first."""
    found: dict[str, str] = {}
    for group in facts.groups:
        for member in group.members:
            found.setdefault(member, group.label)
    for ask in facts.asks.values():
        themes = [tag.label for tag in ask.tags if tag.kind == "theme"]
        found.setdefault(ask.iri, themes[0] if themes else UNGROUPED)
    return found


def _suggested(facts: Facts, ask: Ask, clusters: Mapping[str, str], opportunities: Mapping[str, str]) -> Row:
    cited = f"{ask.symbol} {ask.paragraph}" if ask.symbol and ask.paragraph else ""
    return {
        NUMBER: number(ask),
        "Cluster": clusters[ask.iri],
        "Recommendation": cited,
        "Words": ask.text,
        "Position": ask.answer,
        "Mechanism": names([ask.mechanism]),
        "Reporting opportunity": opportunities.get(ask.mechanism, ""),
        "Plan": f"{TITLE}: {facts.states.get(ask.state, ask.state)}",
        "State": ask.state,
    }


def _renewed(row: Row, suggested: Row) -> Row:
    """A row of the plan with what the graph tells today."""
    return row | {name: suggested.get(name, "") for name in TOLD}
