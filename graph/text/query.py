"""What FTS5 is asked: what words say, and what narrows it."""

from dataclasses import dataclass

from graph.text.expression import Expression
from graph.text.filters import Filters
from graph.text.match import Lexicon, match


@dataclass(frozen=True, slots=True)
class Query:
    """What FTS5 is asked: what words say, and what narrows it."""

    said: str
    narrowed: tuple[str, ...]

    @classmethod
    def of(cls, expression: Expression, filters: Filters, lexicon: Lexicon) -> "Query":
        years = lexicon.base.execute("SELECT first, last FROM span").fetchone()
        return cls(match(expression, lexicon), tuple(filters.matched((years[0] or 0, years[1] or 0))))

    @property
    def all(self) -> str:
        return " AND ".join([self.said, *self.narrowed])

    @property
    def titled(self) -> str:
        """Only where words say so in a title, a name or a heading."""
        return " AND ".join([f"{{title name heading}} : ({self.said})", *self.narrowed])

    @property
    def untitled(self) -> str:
        return f"({self.all}) NOT ({self.titled})"
