"""Limits: set by name or by the environment, and shown whole."""

import pytest

from graph.store.limits import Limits


def test_a_limit_is_set_by_name() -> None:
    limits = Limits.of({"query_seconds": 3, "isolation_required": "yes"})
    assert limits.query_seconds == 3.0
    assert limits.isolation_required is True
    assert limits.rows_shown == Limits().rows_shown


@pytest.mark.parametrize(
    "told", [{"seconds": 3}, {"query_seconds": "soon"}, {"rows_shown": 0}, {"isolation_required": "maybe"}]
)
def test_a_wrong_limit_is_refused(told: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(told))):
        Limits.of(told)


def test_the_environment_sets_limits_and_leaves_the_others() -> None:
    limits = Limits.from_environment({"RIGHTSGRAPH_QUERY_MEMORY": "1000", "PATH": "/bin"})
    assert limits.query_memory == 1000
    assert limits.query_seconds == Limits().query_seconds


def test_every_limit_is_shown_with_its_meaning() -> None:
    shown = Limits().described()
    assert [name for name, _, _ in shown] == list(Limits.__dataclass_fields__)
    assert all(meaning.endswith(".") for _, _, meaning in shown)
