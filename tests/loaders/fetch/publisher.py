"""A publisher on this machine: a real HTTP server that answers in the shapes of the real ones, well or badly."""

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Behaviour = Callable[["Handler"], None]

PDF = b"%PDF-1.4\n% words of our own\n" + bytes(range(256)) * 800 + b"\n%%EOF\n"


@dataclass
class Publisher:
    """What stands where: by path, or for documents by symbol. A list answers once by each, and on by the last."""

    server: ThreadingHTTPServer
    pages: dict[str, list[Behaviour]] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    at: list[float] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address, without a stroke at the end."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def serve(self, page: str, *behaviours: Behaviour) -> None:
        """Put something at a page."""
        self.pages[page] = [*behaviours]

    def environment(self) -> dict[str, str]:
        """The settings that send the command here, in haste."""
        return {
            "RIGHTSGRAPH_FETCH_DOCUMENTS": self.url + "/api/symbol/access?s={symbol}&l={language}&t=pdf",
            "RIGHTSGRAPH_FETCH_UHRI": self.url + "/uhri/export-results/export-full-{language}.json",
            "RIGHTSGRAPH_FETCH_UN_INFO": self.url + "/v1.0",
            "RIGHTSGRAPH_FETCH_IATI": self.url + "/q.xml?from=act,country&limit=-1&country_code={iso2}",
            "RIGHTSGRAPH_FETCH_PAUSE": "0",
            "RIGHTSGRAPH_FETCH_BACK_OFF": "0.01",
            "RIGHTSGRAPH_FETCH_SILENCE": "1",
            "NO_PROXY": "127.0.0.1",
        }


class Handler(BaseHTTPRequestHandler):
    """Finds the page and lets its behaviour answer."""

    protocol_version = "HTTP/1.1"
    publisher: Publisher

    def handle(self) -> None:
        """A visitor may leave at any time."""
        with contextlib.suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query = parse_qs(parts.query)
        page = query["s"][0] if parts.path.endswith("/access") else parts.path
        page = f"{page}?{','.join(query['grouping'])}" if "grouping" in query else page
        publisher = self.publisher
        publisher.asked.append((self.command, self.path, dict(self.headers)))
        publisher.at.append(time.monotonic())
        behaviours = publisher.pages.get(page, [status(404)])
        behaviour = behaviours[0] if len(behaviours) == 1 else behaviours.pop(0)
        with contextlib.suppress(ConnectionError):
            behaviour(self)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send(self, code: int, headers: dict[str, str], body: bytes = b"", *, length: int | None = -1) -> None:
        """Headers and body; `length` other than the body's own is a lie, None tells none and closes after it."""
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(len(body) if length == -1 else length))
        if length != -1:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        self.wfile.write(body)


def status(code: int, **headers: str) -> Behaviour:
    """An answer without the thing; names of headers with `_` for `-`."""
    return lambda one: one.send(code, {name.replace("_", "-"): value for name, value in headers.items()}, b"no")


def whole(body: bytes = PDF, content_type: str = "application/pdf", etag: str = "", **headers: str) -> Behaviour:
    """The thing itself; with an ETag, it can be continued and asked for only if changed."""

    def behave(one: Handler) -> None:
        told = {"Content-Type": content_type} | {name.replace("_", "-"): value for name, value in headers.items()}
        told |= {"ETag": etag} if etag else {}
        if etag and one.headers.get("If-None-Match") == etag:
            one.send(304, told)
        elif etag and one.headers.get("If-Range") == etag and "Range" in one.headers:
            start = int(one.headers["Range"].removeprefix("bytes=").rstrip("-"))
            told["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
            one.send(206 if start < len(body) else 416, told, body[start:])
        else:
            one.send(200, told, body)

    return behave


def cut(body: bytes = PDF, after: int = 100_000, etag: str = "", *, reset: bool = False) -> Behaviour:
    """The length of the whole, but only its beginning; closed, or torn off by a reset."""

    def behave(one: Handler) -> None:
        told = {"Content-Type": "application/pdf"} | ({"ETag": etag} if etag else {})
        one.send(200, told, body[:after], length=len(body))
        if reset:
            one.wfile.flush()
            time.sleep(0.05)  # let what was sent arrive: a reset throws away what was not read
            one.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            one.connection.close()

    return behave


def dripping(seconds: float, piece: bytes = b"%", etag: str = "") -> Behaviour:
    """A byte now and then."""

    def behave(one: Handler) -> None:
        one.send(200, {"ETag": etag} if etag else {}, b"%PDF-", length=1_000_000)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            one.wfile.write(piece)
            one.wfile.flush()
            time.sleep(0.1)

    return behave


def chunked(*pieces: bytes, ended: bool = True, content_type: str = "application/pdf") -> Behaviour:
    """A body without a length, in pieces; not `ended`, the last of them is missing."""

    def behave(one: Handler) -> None:
        one.send_response(200)
        one.send_header("Content-Type", content_type)
        one.send_header("Transfer-Encoding", "chunked")
        one.end_headers()
        for piece in pieces:
            one.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        if ended:
            one.wfile.write(b"0\r\n\r\n")
        one.close_connection = not ended

    return behave


def digest(body: bytes) -> str:
    """The sha-256 of a body."""
    return sha256(body).hexdigest()


@contextlib.contextmanager
def publishing() -> Iterator[Publisher]:
    """A publisher for the time of the block."""

    class Own(Handler):
        pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Own)
    server.daemon_threads = True
    Own.publisher = Publisher(server)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield Own.publisher
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
