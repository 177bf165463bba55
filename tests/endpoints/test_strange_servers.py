"""Servers that refuse, fail, dawdle or never end: a plain sentence, within the limits, and no secret in it."""

import gzip
import socket
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from graph.store.asking import Refusal, Request
from graph.store.endpoint.credentials import Credentials
from graph.store.endpoint.remote import Endpoint
from graph.store.limits import Limits
from graph.store.push import writer
from tests.endpoints.strange import JSON, YES, Strange, answers, strange

pytestmark = pytest.mark.hostile

PASSWORD = "s3cret-Pa55"  # noqa: S105 - of a server that does not exist
ASK = "SELECT ?it { ?s ?p ?it }"
LIMITS = Limits(query_seconds=2, answer_bytes=100_000, rows_download=50)


def asked(server: Strange, credentials: Credentials | None = None, limits: Limits = LIMITS) -> str:
    rows = Endpoint(server.url, credentials, limits).ask(ASK)
    return rows[0]["it"]["value"]


def refusal(server: Strange, credentials: Credentials | None = None) -> Refusal:
    started = time.monotonic()
    with pytest.raises(Refusal) as refused:
        asked(server, credentials)
    assert time.monotonic() - started < LIMITS.query_seconds * 2 + 1
    assert PASSWORD not in str(refused.value)
    assert "\n" not in str(refused.value)
    return refused.value


def test_a_good_answer_is_read_packed_or_not() -> None:
    with strange(answers(200, YES)) as server:
        assert asked(server) == "yes"
        assert b"query=SELECT" in server.bodies[0]
        assert server.asked[0]["Accept"] == JSON
    with strange(answers(200, gzip.compress(YES), Content_Encoding="gzip")) as server:
        assert asked(server) == "yes"


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_a_wrong_password_is_told_without_it(scheme: str) -> None:
    challenge = f'{scheme} realm="r", nonce="abc", qop="auth", algorithm=MD5'
    with strange(answers(401, WWW_Authenticate=challenge)) as server:
        said = refusal(server, Credentials("anna", PASSWORD))
        assert said.status == 401
        assert "'anna'" in str(said)
        assert "RIGHTSGRAPH_ENDPOINT_PASSWORD" in str(said)
        assert "Authorization" not in server.asked[0], "nothing is told before it is asked for"
        assert server.asked[-1]["Authorization"].startswith(scheme)
        assert "RIGHTSGRAPH_ENDPOINT_USER" in str(refusal(server))


def test_a_token_is_sent_when_asked_for() -> None:
    def behave(handler: BaseHTTPRequestHandler, _number: int) -> None:
        known = handler.headers.get("Authorization") == f"Bearer {PASSWORD}"
        answers(200 if known else 401, YES, WWW_Authenticate="Bearer")(handler, 0)

    with strange(behave) as server:
        assert asked(server, Credentials(token=PASSWORD)) == "yes"
        assert refusal(server, Credentials(token="other" + PASSWORD)).status == 401


def test_a_password_never_travels_in_the_clear_nor_to_another_server() -> None:
    with pytest.raises(Refusal, match="https"):
        Credentials("anna", PASSWORD).answering("Basic", "http://example.org/sparql")
    with strange(answers(200, YES)) as other:
        for status in (301, 302, 307, 308):
            with strange(answers(status, Location=other.url)) as server:
                said = refusal(server, Credentials("anna", PASSWORD))
                assert other.url in str(said)
        assert not other.asked


def test_a_redirect_on_the_same_server_is_followed_but_not_for_ever() -> None:
    def behave(handler: BaseHTTPRequestHandler, _number: int) -> None:
        if handler.path == "/sparql":
            answers(307, Location="/elsewhere")(handler, 0)
        else:
            answers(200, YES)(handler, 0)

    with strange(behave) as server:
        assert asked(server) == "yes"
        assert server.bodies[0] == server.bodies[1]
    with strange(answers(302, Location="/sparql")) as server:
        assert "without end" in str(refusal(server))


@pytest.mark.parametrize("url", ["ftp://e/x", "e.org/x", "http://", f"http://anna:{PASSWORD}@e.org/", "http://e:x/"])
def test_an_address_that_is_none_is_refused_at_once(url: str) -> None:
    with pytest.raises(ValueError, match="address") as refused:
        Endpoint(url)
    assert PASSWORD not in str(refused.value)


def test_nobody_there_is_told_after_some_tries() -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{one.getsockname()[1]}/sparql"
    assert "does the server run" in str(refusal(Strange(url)))


@pytest.mark.parametrize(
    ("status", "body", "media", "means", "words"),
    [
        (200, b"<html>Welcome</html>", "text/html", 502, "web page"),
        (200, b"", "", 502, "without a media type"),
        (200, b'{"hello": 1}', JSON, 502, "no SPARQL results"),
        (200, b"[1, 2]", JSON, 502, "no SPARQL results"),
        (200, YES[:60], JSON, 502, "broke off"),
        (200, b"", JSON, 502, "broke off"),
        (200, b'{"head": {"vars": ["it"]}, "results": {"bindings": [{"it": 5}]}}', JSON, 502, "no SPARQL results"),
        (500, b"<html><title>x</title><b>Boom</b>\n bang</html>", "text/html", 502, "failed (500): Boom bang"),
        (404, b"", "text/plain", 502, "is this the address"),
        (403, b"no", "text/plain", 403, "does not allow this: no"),
        (413, b"", "text/plain", 413, "too large"),
        (400, b"Virtuoso 37000 Error SP030: syntax\n\nSPARQL query:\nSELECT", "text/plain", 400, "SP030: syntax"),
        (400, b"x" * 100_000, "text/plain", 400, "xxx"),
    ],
)
def test_what_is_no_answer_is_told_in_plain_words(status: int, body: bytes, media: str, means: int, words: str) -> None:
    with strange(answers(status, body, media)) as server:
        said = refusal(server)
    assert said.status == means
    assert words in str(said)
    assert len(str(said)) < 800


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again(status: int) -> None:
    def behave(handler: BaseHTTPRequestHandler, number: int) -> None:
        answers(200 if number == 3 else status, YES)(handler, 0)

    with strange(behave) as server:
        assert asked(server) == "yes"
        assert len(server.asked) == 3


def test_a_server_busy_for_long_is_left_alone_as_long_as_it_says() -> None:
    with strange(answers(503, b"later", "text/plain", Retry_After="120")) as server:
        said = refusal(server)
        assert (said.status, said.retry_after, len(server.asked)) == (503, 120, 1)


def test_a_line_that_breaks_once_is_taken_up_again() -> None:
    def behave(handler: BaseHTTPRequestHandler, number: int) -> None:
        if number == 1:
            handler.connection.shutdown(socket.SHUT_RDWR)
        else:
            answers(200, YES)(handler, 0)

    with strange(behave) as server:
        assert asked(server) == "yes"


def _slow(_handler: BaseHTTPRequestHandler, _number: int) -> None:
    time.sleep(LIMITS.query_seconds + 1)


def _dripping(handler: BaseHTTPRequestHandler, _number: int) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


@pytest.mark.parametrize("behave", [_slow, _dripping])
def test_a_slow_server_is_given_up_in_time(behave: object) -> None:
    with strange(behave) as server:  # type: ignore[arg-type]
        said = refusal(server)
    assert said.status == 503
    assert "query_seconds" in str(said)


ROW = b'{"it": {"type": "literal", "value": "' + b"x" * 1000 + b'"}},'


def _endless(part: bytes) -> object:
    def behave(handler: BaseHTTPRequestHandler, _number: int) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", JSON)
        handler.end_headers()
        handler.wfile.write(b'{"head": {"vars": ["it"]}, "results": {"bindings": [')
        while True:
            handler.wfile.write(part)

    return behave


def test_an_endless_answer_is_cut_at_its_rows_or_refused() -> None:
    with strange(_endless(ROW)) as server:  # type: ignore[arg-type]
        endpoint = Endpoint(server.url, limits=LIMITS)
        found = endpoint._read([("query", ASK)], 50, 2)
        assert (len(found.rows), found.cut, found.columns) == (50, True, ("it",))
        assert "cuts its answers" in str(refusal(server))
    with strange(_endless(b" " * 1000)) as server:  # type: ignore[arg-type]
        assert "bytes" in str(refusal(server))


def test_a_packed_bomb_is_refused_by_its_unpacked_size() -> None:
    bomb = gzip.compress(YES[:-1] + b" " * 50_000_000 + b"}")
    with strange(answers(200, bomb, Content_Encoding="gzip")) as server:
        assert "bytes" in str(refusal(server))
    with strange(answers(200, b"no gzip at all", Content_Encoding="gzip")) as server:
        assert "broke off" in str(refusal(server))


def test_a_server_that_cuts_or_gives_up_is_noticed() -> None:
    with strange(answers(200, YES, X_SPARQL_MaxRows="1")) as server:
        assert "cuts its answers" in str(refusal(server))
    with strange(answers(200, YES, X_SQL_State="S1TAT")) as server:
        assert refusal(server).status == 503


def test_where_nothing_can_be_written_all_that_was_tried_is_told() -> None:
    with strange(answers(405)) as server, pytest.raises(Refusal, match="--graph-store or --update") as refused:
        writer(Endpoint(server.url, limits=LIMITS))
    assert "sparql-graph-crud-auth" in str(refused.value)
    with strange(answers(200, b"<html>Welcome</html>", "text/html")) as server, pytest.raises(Refusal):
        writer(Endpoint(server.url, limits=LIMITS))


def test_who_asks_is_told_by_the_environment_or_netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine example.org login anna password {PASSWORD}\n", "utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    assert Credentials.of({}, "https://example.org/sparql") == Credentials("anna", PASSWORD)
    assert Credentials.of({}, "https://other.org/sparql") == Credentials()
    told = {"RIGHTSGRAPH_ENDPOINT_USER": "bao", "RIGHTSGRAPH_ENDPOINT_PASSWORD": "x"}
    assert Credentials.of(told, "https://example.org/sparql") == Credentials("bao", "x")
    assert PASSWORD not in repr(Credentials("anna", PASSWORD, PASSWORD))


@pytest.mark.parametrize("lacking", [0, 20])
def test_a_graph_that_breaks_off_between_two_lines_is_no_answer(lacking: int) -> None:
    line = b"<http://example.org/s> <http://example.org/p> <http://example.org/o> .\n"

    def behave(handler: BaseHTTPRequestHandler, number: int) -> None:
        if b"CONSTRUCT" not in server.bodies[number - 1]:
            answers(200, YES.replace(b'"yes"', b'"0000001 0001-abcdef01"'))(handler, 0)
            return
        handler.send_response(200)
        handler.send_header("Content-Type", "application/n-triples")
        handler.send_header("Content-Length", str(len(line) + lacking))
        handler.end_headers()
        handler.wfile.write(line)
        handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_RDWR)

    with strange(behave) as server:
        endpoint = Endpoint(server.url, limits=LIMITS)
        request = Request("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", accept="application/n-triples")
        if lacking:
            with pytest.raises(Refusal, match="broke off"):
                endpoint.answer(request)
        else:
            assert endpoint.answer(request).body.split() == line.split()
