"""A workspace with accounts over a finished build, and a person who uses it as a browser does."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graph.review.append import append
from graph.review.decision import Decision
from graph.review.decisions import FILE, Decisions
from graph.review.links import Held, Wanted, links
from graph.store.builds import Build
from graph.store.pool import Pool
from tests.webui.story import decisions
from webui.accounts import passwords, people
from webui.accounts.people import Account, Role
from webui.accounts.settings import Settings
from webui.app import create_app

PASSWORD = "a long way to Geneva"  # noqa: S105 - of nobody
PAGE = {"Accept": "text/html"}
PEOPLE = {"Ana Reviewer": Role.REVIEWER, "Ben Reviewer": Role.REVIEWER, "Rita Reader": Role.READER, "Ada": Role.ADMIN}


@dataclass(frozen=True)
class Site:
    """The app, the workspace it serves, and links that nobody has decided on."""

    app: Flask
    folder: Path
    proposed: list[Held]

    def lines(self) -> tuple[Decision, ...]:
        """The decisions that people made here, without those that stood there from the start."""
        return Decisions.read(self.folder / FILE).lines[len(decisions().lines) :]

    def lines_of_the_story(self) -> tuple[Decision, ...]:
        return decisions().lines

    def person(self, name: str) -> FlaskClient:
        """A browser in which somebody is logged in."""
        client = self.app.test_client()
        assert log_in(client, name).status_code == 303
        return client


@cache
def _hash() -> str:
    return passwords.hashed(PASSWORD, "", 12)


@dataclass(frozen=True)
class Ground:
    """A build that is asked, for as many sites as the tests want."""

    build: Build
    pool: Pool
    proposed: list[Held]


@contextmanager
def ground(build: Build) -> Iterator[Ground]:
    """The build with its workers, and the links in it that nobody decided on."""
    with Pool(build.store) as pool:
        yield Ground(build, pool, [one for one in links(pool, Wanted(status="proposed")) if one.computed])


def site(on: Ground, folder: Path, settings: Settings | None = None, *, accounts: bool = True) -> Site:
    """The app over a build and a workspace of its own."""
    append(folder / FILE, lambda standing: () if standing.lines else decisions().lines)
    if accounts:
        made = [Account(name, role, _hash(), date(2026, 1, 1)) for name, role in PEOPLE.items()]
        people.change(folder, lambda _: made)
    config = {"WORKSPACE": folder, "ACCOUNTS": settings or Settings()}
    return Site(create_app(on.build, on.pool, config), folder, on.proposed)


def token(page: str) -> str:
    """The token of a page's forms."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found, page[:500]
    return found[1]


def log_in(client: FlaskClient, name: str, password: str = PASSWORD, to: str = "") -> TestResponse:
    form = token(client.get("/login", headers=PAGE).text)
    return client.post(
        "/login", data={"csrf_token": form, "name": name, "password": password, "next": to}, headers=PAGE
    )


def form(page: str, name: str) -> dict[str, str]:
    """The hidden fields of the form with a class, as a browser would send them."""
    found = re.search(rf'<form[^>]*class="{name}[^>]*>(.*?)</form>', page, re.DOTALL)
    assert found, f"no form {name}"
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', found[1])
    return {one: unescape(value) for one, value in hidden}


def told(answer: TestResponse) -> str:
    """A page's words."""
    return words(answer.text)


def words(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))
