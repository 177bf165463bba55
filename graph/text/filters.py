"""What a search is narrowed to, beside its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.text.index import facet


@dataclass(frozen=True, slots=True)
class Filters:
    """A State (ISO 3166 alpha-3), a kind, a family of mechanisms, a position (`none`: none stated), years from and to.

    Empty narrows nothing. A thing without a year is in no year.
    """

    state: str = ""
    kind: str = ""
    family: str = ""
    position: str = ""
    since: int | None = None
    until: int | None = None

    def matched(self, years: tuple[int, int]) -> Iterator[str]:
        """What FTS5 is asked for each; `years` are the first and last year that the index holds."""
        for name in ("state", "kind", "family", "position"):
            value = getattr(self, name)
            if value:
                yield f'facet : "{facet(name, value)}"'
        if self.since is not None or self.until is not None:
            first = max(self.since if self.since is not None else years[0], years[0])
            last = min(self.until if self.until is not None else years[1], years[1])
            each = [f'"{facet("year", str(year))}"' for year in range(first, last + 1)]
            yield f"facet : ({' OR '.join(each)})" if each else 'facet : "year_none"'
