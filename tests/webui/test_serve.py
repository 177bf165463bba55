"""Serving: the address told, names that are answered to, connections that say nothing."""

import http.client
import socket
import time
from urllib.parse import urlsplit

import pytest
from flask import Flask

from tests.webui.conftest import served
from webui import serve
from webui.serve import address


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),  # noqa: S104 - shown, not bound
        ("::1", "http://[::1]:8000/"),
        ("example.org", "http://example.org:8000/"),
    ],
)
def test_the_address_is_one_that_a_browser_opens(host: str, expected: str) -> None:
    assert address(host, 8000) == expected


def test_on_a_loopback_address_a_foreign_name_is_refused(app: Flask) -> None:
    with served(app) as where:
        port = urlsplit(where).port
        assert status(port, "localhost") == 200
        assert status(port, f"127.0.0.1:{port}") == 200
        assert status(port, "attacker.example") == 400


def test_a_client_that_sends_half_a_request_is_let_go(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "_IDLE", 2)
    with served(app) as where:
        port = urlsplit(where).port
        with socket.create_connection(("127.0.0.1", port or 0), timeout=10) as slow:
            slow.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nquery=")
            assert status(port, "localhost") == 200
            began = time.monotonic()
            assert slow.recv(100) == b""
            assert time.monotonic() - began < 8


def status(port: int | None, host: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/limits", headers={"Host": host})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()
