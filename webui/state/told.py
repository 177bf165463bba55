"""Facts of many things at once: rows of thing, property and value gathered by thing.

A query with an OPTIONAL for each property multiplies what several sources repeat; one row each does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from webui.asker import select
from webui.cards import local


class Facts(defaultdict[str, set[str]]):
    """Local name of a property → its values as text."""

    def __init__(self) -> None:
        super().__init__(set)

    def one(self, name: str) -> str:
        """The first value, or an empty string."""
        return min(self[name], default="")


def told_of(query: str, told: Mapping[str, Iterable[str]]) -> dict[str, Facts]:
    """Thing → its facts, from a query that binds `?thing ?property ?value`. Raises Refusal."""
    found: dict[str, Facts] = {}
    for thing, property_, value in select(query, told).rows:
        if thing and property_ and value:
            found.setdefault(thing.value, Facts())[local(property_.value)].add(value.value)
    return found
