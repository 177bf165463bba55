"""Every answer is guarded and every fault is calm: headers, traversal, errors, leaks."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.store.builds import Build
from graph.store.pool import Pool
from webui.app import create_app

pytestmark = pytest.mark.hostile

ROUTES = (
    "/",
    "/search?q=a",
    "/state/VNM",
    "/id/project/VNM-1",
    "/id/project/VNM-1?format=turtle",
    "/network/data/state/VNM",
    "/sparql?query=ASK%20%7B%7D",
    "/sparql",
    "/questions",
    "/static/site.css",
    "/carried/vis/vis-network.min.js",
    "/bootstrap/static/bootstrap5/css/bootstrap.min.css",
    "/nowhere",
)


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE"])
@pytest.mark.parametrize("path", ROUTES)
def test_every_answer_carries_the_guarding_headers(client: FlaskClient, path: str, method: str) -> None:
    with client.open(path, method=method) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["X-Request-Id"]
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert answer.status_code < 500


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%00",
        "/static//etc/passwd",
        "/carried/vis/../../../secrets",
        "/carried/vis/%2e%2e%2fpyvis.py",
        "/carried/vis/network.html",
        "/questions/../sources.rq",
        "/questions/%2e%2e%2f01_positions",
        "/questions/01_positions.rq%00",
        "/id/../../etc/passwd",
        "/id/%00",
    ],
)
def test_no_path_leads_outside(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        assert answer.status_code in (400, 404)
        assert b"root:" not in answer.data


@pytest.mark.parametrize("accept", ["text/html", "application/json", ""])
def test_a_fault_of_ours_tells_a_number_and_nothing_else(
    told: Build, monkeypatch: pytest.MonkeyPatch, accept: str
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the password is in /etc/secret")

    with Pool(told.store) as pool:
        app = create_app(told, pool)
        monkeypatch.setattr(app.logger, "disabled", True)  # one logger serves every app of the process
        monkeypatch.setattr("webui.pages.home.front", fail)
        answer = app.test_client().get("/", headers={"Accept": accept})
    assert answer.status_code == 500
    assert answer.headers["X-Request-Id"] in answer.text
    for secret in ("password", "secret", "Traceback", "RuntimeError", ".py", "Werkzeug"):
        assert secret not in answer.text


def test_many_mixed_requests_leave_no_files_or_processes_behind(app: Flask) -> None:
    client = app.test_client()
    paths = (*ROUTES, "/sparql?query=SELECT", "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D&format=csv")

    def ask() -> None:
        for path in paths:
            with client.get(path, headers={"Accept": "text/html"}) as answer:
                answer.get_data()

    ask()
    before = open_files()
    for _ in range(15):
        ask()
    assert abs(open_files() - before) <= 2


def open_files() -> int:
    """How many files, pipes and sockets this process holds; 0 where the system does not tell."""
    held = Path("/proc/self/fd")
    return len(list(held.iterdir())) if held.is_dir() else 0
