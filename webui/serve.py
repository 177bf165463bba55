"""Serving the app: waitress, with room for queries that wait and no patience for idle connections."""

from collections.abc import Callable
from typing import cast

from flask import Flask
from waitress import create_server  # type: ignore[import-untyped]
from waitress.server import TcpWSGIServer  # type: ignore[import-untyped]

from graph.store.limits import Limits

_IDLE = 10
"""Seconds that a connection may say nothing."""
_PAGES = 8
"""Threads beside those that run or wait for queries."""


def serve(app: Flask, host: str, port: int, tell: Callable[[str], None] = lambda _: None) -> None:
    """Serve until interrupted; `tell` is called with the address once the port is open."""
    server = listen(app, host, port)
    try:
        tell(address(host, server.effective_port))
        server.run()
    except KeyboardInterrupt:
        return
    finally:
        server.close()


def listen(app: Flask, host: str, port: int) -> TcpWSGIServer:
    """A server whose port is open (0: any free one) and that waits to be run.

    On a loopback address it answers only to loopback names, so that a page elsewhere cannot reach it by a name of
    its own that points here.
    """
    limits = cast(Limits, app.config["LIMITS"])
    if host in ("127.0.0.1", "localhost", "::1"):
        app.config["TRUSTED_HOSTS"] = app.config["TRUSTED_HOSTS"] or ["127.0.0.1", "localhost", "[::1]"]
    return create_server(
        app,
        host=host,
        port=port,
        threads=limits.queries_at_once + limits.quick_at_once + limits.queries_waiting + _PAGES,
        connection_limit=1000,
        channel_timeout=_IDLE,
        cleanup_interval=_IDLE // 2,
        max_request_body_size=limits.body_bytes,
        asyncore_use_poll=True,
        ident="rightsgraph",
    )


def address(host: str, port: int) -> str:
    """Where a person finds the server in a browser."""
    named = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - shown, not bound
    bracketed = f"[{named}]" if ":" in named and not named.startswith("[") else named
    return f"http://{bracketed}:{port}/"
