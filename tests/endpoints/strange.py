"""A small server that misbehaves in one way at a time, and remembers what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

JSON = "application/sparql-results+json"
YES = b'{"head": {"vars": ["it"]}, "results": {"bindings": [{"it": {"type": "literal", "value": "yes"}}]}}'


@dataclass
class Strange:
    """`url` to ask; `asked` holds the headers of every request, `bodies` what was sent."""

    url: str
    asked: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


Behave = Callable[[BaseHTTPRequestHandler, int], None]
"""Answers a request; the number counts requests from 1."""


@contextmanager
def strange(behave: Behave) -> Iterator[Strange]:
    """The server, for the time of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            told.bodies.append(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            told.asked.append(dict(self.headers.items()))
            self.close_connection = True
            try:
                behave(self, len(told.asked))
            except OSError:  # the client has gone
                return

        do_PUT = do_GET = do_DELETE = do_POST  # noqa: N815 - as they are called there

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told = Strange(f"http://127.0.0.1:{server.server_address[1]}/sparql")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def answers(status: int, body: bytes = b"", media_type: str = JSON, **headers: str) -> Behave:
    """Always the same answer; `Www_Authenticate` becomes `Www-Authenticate`."""

    def behave(handler: BaseHTTPRequestHandler, _number: int) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", media_type)
        handler.send_header("Content-Length", str(len(body)))
        handler.send_header("Connection", "close")
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return behave
