"""Every limit by name, with its default, in one place; each refusal names the one it met."""

from dataclasses import dataclass, fields
from typing import Self

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Settings of the query workers and of the endpoint."""

    query_seconds: float = 10.0
    """Wall-clock time of one query; beyond it: 503."""
    query_memory: int = 1024 * MIB
    """Resident bytes of the worker that answers it; beyond it: 503."""
    query_bytes: int = 16_000
    """Bytes of a query's text; beyond it: 413."""
    query_nesting: int = 32
    """Brackets of any kind inside each other; beyond it: 400."""
    rows_shown: int = 10_000
    """Rows of an answer on screen, in JSON or XML; what lies beyond is cut and marked."""
    rows_download: int = 100_000
    """Rows of an answer as CSV or TSV; what lies beyond is cut and marked."""
    queries_at_once: int = 4
    """Queries answered at the same time."""
    queries_waiting: int = 16
    """Queries that may wait for their turn; beyond it: 429."""
    body_bytes: int = 2_000_000
    """Bytes of a request's body; beyond it: 413."""
    parameters: int = 200
    """Parameters of a request; beyond it: 413."""
    isolation_required: bool = False
    """Refuse to start where workers cannot be cut off from the network; wanted whenever strangers can ask."""

    @classmethod
    def for_builds(cls) -> Self:
        """For our own queries while a build is made: whole countries at a time, one after the other."""
        return cls(
            query_seconds=600,
            query_memory=8192 * MIB,
            query_bytes=1_000_000,
            rows_shown=50_000_000,
            rows_download=50_000_000,
            queries_at_once=1,
        )

    def described(self) -> list[tuple[str, str]]:
        """Name and value of each limit, for the page that shows them."""
        return [(one.name, f"{getattr(self, one.name):,}") for one in fields(self)]
