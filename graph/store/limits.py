"""Every limit by name, with its default, in one place; each refusal names the one it met."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Self, TypeVar

T = TypeVar("T")

MIB = 1024 * 1024
_ENVIRONMENT = "RIGHTSGRAPH_"


def _setting(default: T, meaning: str) -> T:
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True)
class Limits:
    """Settings of the query workers and of the endpoint.

    Each can be set by name (`Limits.of`) or by an environment variable (`RIGHTSGRAPH_QUERY_SECONDS`).
    """

    query_seconds: float = _setting(10.0, "Wall-clock time of one query; beyond it: 503.")
    query_memory: int = _setting(1024 * MIB, "Resident bytes of the worker that answers it; beyond it: 503.")
    query_bytes: int = _setting(16_000, "Bytes of a query's text; beyond it: 413.")
    query_nesting: int = _setting(
        32, "Brackets of any kind inside each other, or operators in one chain; beyond it: 400."
    )
    rows_shown: int = _setting(
        10_000, "Rows of an answer on screen, in JSON or XML; what lies beyond is cut and marked."
    )
    rows_download: int = _setting(100_000, "Rows of an answer as CSV or TSV; what lies beyond is cut and marked.")
    answer_bytes: int = _setting(32 * MIB, "Bytes of text in an answer; rows beyond it are cut and marked.")
    queries_at_once: int = _setting(4, "Queries answered at the same time.")
    queries_waiting: int = _setting(16, "Queries that may wait for their turn; beyond it: 429.")
    quick_seconds: float = _setting(
        0.5, "Time a query may have in the quick lane while `queries_at_once` others are at work."
    )
    quick_at_once: int = _setting(
        2, "Queries tried in the quick lane at the same time, so that slow ones cannot block everybody."
    )
    search_seconds: float = _setting(2.0, "Time of one search for words; beyond it: 503.")
    body_bytes: int = _setting(2_000_000, "Bytes of a request's body; beyond it: 413.")
    parameters: int = _setting(200, "Parameters of a request; beyond it: 413.")
    isolation_required: bool = _setting(
        False,
        "Refuse to start where workers cannot be cut off from the network; wanted whenever strangers can ask.",
    )

    @classmethod
    def for_builds(cls) -> Self:
        """For our own queries while a build is made: whole countries at a time, one after the other."""
        return cls(
            query_seconds=600,
            query_memory=8192 * MIB,
            query_bytes=1_000_000,
            rows_shown=50_000_000,
            rows_download=50_000_000,
            answer_bytes=4096 * MIB - 1,
            queries_at_once=1,
        )

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """Limits with some set by name. Raises ValueError for an unknown name or a value of the wrong kind."""
        known = {one.name: one.default for one in fields(cls)}
        for name in told:
            if name not in known:
                raise ValueError(f"no limit is called {name!r}; there are: {', '.join(known)}")
        return cls(**{name: _read(name, value, known[name]) for name, value in told.items()})

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Limits with some set as `RIGHTSGRAPH_{NAME}`. Raises ValueError for a value of the wrong kind."""
        told = {one.name: environment.get(_ENVIRONMENT + one.name.upper()) for one in fields(cls)}
        return cls.of({name: value for name, value in told.items() if value})

    def described(self) -> list[tuple[str, str, str]]:
        """Name, value and meaning of each limit, for the page that shows them."""
        return [(one.name, _shown(getattr(self, one.name)), one.metadata["meaning"]) for one in fields(self)]


def _shown(value: float) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else f"{value:,}"


def _read(name: str, value: Any, default: Any) -> Any:
    if isinstance(default, bool):
        given = str(value).casefold()
        if given not in ("true", "false", "yes", "no", "1", "0"):
            raise ValueError(f"{name} is yes or no, not {value!r}")
        return given in ("true", "yes", "1")
    try:
        number = type(default)(value)
    except (TypeError, ValueError) as fault:
        raise ValueError(f"{name} is a number, not {value!r}") from fault
    if number <= 0:
        raise ValueError(f"{name} is more than zero, not {value!r}")
    return number
