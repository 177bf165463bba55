"""A finished build of the small story, the app over it, and the app served for a browser."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.build import build
from graph.store.builds import Build, Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from tests.webui.aligned import aligned, decided
from tests.webui.story import decisions, story
from webui.app import create_app
from webui.serve import address, listen


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The story, built."""
    folder = tmp_path_factory.mktemp("story")
    made = build(story(), Builds(folder), lambda store: Pool(store, Limits.for_builds()), decisions=decisions())
    return made.build


@pytest.fixture(scope="session")
def app(told: Build) -> Iterator[Flask]:
    with Pool(told.store) as pool:
        yield create_app(told, pool)


@pytest.fixture(scope="session")
def told_more(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The story with more programmes, built."""
    folder = tmp_path_factory.mktemp("aligned")
    return build(aligned(), Builds(folder), lambda store: Pool(store, Limits.for_builds()), decisions=decided()).build


@pytest.fixture(scope="session")
def more_app(told_more: Build) -> Iterator[Flask]:
    with Pool(told_more.store) as pool:
        yield create_app(told_more, pool)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The app on a free port of this machine; gives its address."""
    server = listen(app, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield address("127.0.0.1", server.effective_port)
    finally:
        server.close()
