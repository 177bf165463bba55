"""A publisher on this machine, and fetching from it inside this process."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.fetch.fetch import Outcome, fetch
from loaders.fetch.settings import Settings
from loaders.fetch.wanted import wanted
from tests.loaders.fetch.publisher import Publisher, publishing

Fetching = Callable[..., list[Outcome]]


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with publishing() as one:
        yield one


@pytest.fixture
def fetching(publisher: Publisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fetching:
    """`fetching("A/1/2", again=True, attempts=1)`: the words of the command, then settings by name."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    base = Settings.read(tmp_path, publisher.environment())

    def run(*words: str, again: bool = False, language: str = "en", **told: object) -> list[Outcome]:
        settings = replace(base, **told)  # type: ignore[arg-type]
        silent = lambda _label, _done, _total: None  # noqa: E731
        return list(fetch(wanted(words), tmp_path, settings, language, silent, again=again))

    return run
