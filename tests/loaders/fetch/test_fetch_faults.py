"""A publisher on a bad day: one clear sentence each, and never half a file."""

import gzip
import socket
from email.utils import formatdate
from pathlib import Path
from time import monotonic, time

import pytest

from loaders.fetch.fetch import State
from tests.loaders.fetch.conftest import Fetching
from tests.loaders.fetch.publisher import PDF, Behaviour, Publisher, chunked, cut, dripping, status, whole

SYMBOL = "A/HRC/28/15"
FILE = "A_HRC_28_15.en.pdf"
PAGE = b"<!DOCTYPE html>\n<html><body>Sorry, nothing here.</body></html>"


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        pytest.param(whole(PAGE, "text/html"), "gives a web page instead of a PDF: open ", id="page"),
        pytest.param(whole(PAGE, "application/pdf"), "gives a web page instead of a PDF", id="page said to be PDF"),
        pytest.param(whole(PAGE * 900, "text/html"), "gives a web page instead of a PDF", id="long page"),
        pytest.param(whole(b""), "gives an empty answer instead of a PDF", id="empty"),
        pytest.param(whole(b"PK\x03\x04" + bytes(5000), "application/x-zip"), "an Office or zip file", id="zip"),
        pytest.param(whole(b"words", "text/plain"), "something else (said to be text/plain)", id="other type"),
        pytest.param(status(204), "empty answer (204): check the symbol", id="204"),
        pytest.param(status(404), "has none (404): check the symbol, or ask for another --language", id="404"),
        pytest.param(status(403), "(403): open http", id="403"),
        pytest.param(status(418), "answers 418, which was not expected: check the symbol", id="418"),
        pytest.param(
            status(429), "is asked too often (429), asked 3 times: run the same command again later", id="429"
        ),
        pytest.param(status(500), "is out of order (500), asked 3 times: run the same command again later", id="500"),
        pytest.param(cut(), "broke off in the middle", id="truncated"),
        pytest.param(cut(reset=True), "broke off in the middle", id="reset"),
        pytest.param(cut(after=0, reset=True), "broke", id="reset before the first byte"),
        pytest.param(chunked(PDF[:5000], ended=False), "broke off in the middle", id="cut chunks"),
        pytest.param(chunked(PDF[:5000]), "sent a PDF without its end, asked 3 times", id="no end"),
        pytest.param(
            whole(PDF[:5000]), "without its end, though of the length it says: open ", id="no end, told whole"
        ),
        pytest.param(lambda one: one.send(200, {}, PDF, length=9000), "without its end, though", id="length too short"),
    ],
)
def test_each_fault_is_one_sentence_and_leaves_no_file(
    publisher: Publisher, fetching: Fetching, tmp_path: Path, behaviour: Behaviour, words: str
) -> None:
    publisher.serve(SYMBOL, behaviour)
    (done,) = fetching(SYMBOL, attempts=3)
    assert done.state is State.FAILED
    assert words in done.line
    assert done.line.startswith(f"{SYMBOL} (en): 127.0.0.1")
    assert "\n" not in done.line
    assert not (tmp_path / "sources" / FILE).exists()
    assert not (tmp_path / "fetched.csv").exists()


@pytest.mark.parametrize("fault", [status(500), status(503), cut(), cut(reset=True), status(429, Retry_After="0")])
def test_a_passing_fault_is_mended_by_asking_again(
    publisher: Publisher, fetching: Fetching, tmp_path: Path, fault: Behaviour
) -> None:
    publisher.serve(SYMBOL, fault, whole())
    (done,) = fetching(SYMBOL)
    assert done.state is State.FETCHED, done.line
    assert (tmp_path / "sources" / FILE).read_bytes() == PDF
    assert len(publisher.asked) == 2


@pytest.mark.parametrize("code", [401, 403, 404, 410, 418])
def test_what_asking_again_would_not_mend_is_asked_once(publisher: Publisher, fetching: Fetching, code: int) -> None:
    publisher.serve(SYMBOL, status(code))
    fetching(SYMBOL)
    assert len(publisher.asked) == 1


def test_we_wait_as_long_as_we_are_asked_to(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve(SYMBOL, status(429, Retry_After="1"), whole())
    assert fetching(SYMBOL)[0].state is State.FETCHED
    assert publisher.at[1] - publisher.at[0] >= 0.95


@pytest.mark.parametrize("as_date", [False, True])
def test_too_long_a_wait_is_told_instead(publisher: Publisher, fetching: Fetching, as_date: bool) -> None:
    told = formatdate(time() + 9999, usegmt=True) if as_date else "9999"
    publisher.serve(SYMBOL, status(503, Retry_After=told))
    (done,) = fetching(SYMBOL)
    assert "asks to wait 99" in done.line
    assert len(publisher.asked) == 1


def test_waits_grow_from_attempt_to_attempt(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve(SYMBOL, status(500))
    fetching(SYMBOL, back_off=0.1, attempts=4)
    first, second, third = (after - before for before, after in zip(publisher.at, publisher.at[1:], strict=False))
    assert first >= 0.1
    assert second >= 0.2
    assert third >= 0.4


def test_a_server_that_falls_silent_is_given_up(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve(SYMBOL, dripping(0))
    began = monotonic()
    (done,) = fetching(SYMBOL, silence=0.4, attempts=1)
    assert "broke off in the middle" in done.line
    assert monotonic() - began < 3


def test_a_server_that_drips_is_given_up(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve(SYMBOL, dripping(5))
    began = monotonic()
    (done,) = fetching(SYMBOL, silence=0.4, attempts=1)
    assert "sends too slowly" in done.line
    assert monotonic() - began < 3
    assert not (tmp_path / "sources" / FILE).exists()


def test_no_server_can_fill_the_disk(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve(SYMBOL, whole(), chunked(*[PDF] * 50))
    for _ in range(2):
        (done,) = fetching(SYMBOL, largest_document=50_000)
        assert "sends more than 50,000 bytes: allow more with the setting largest_document" in done.line
        assert sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()) < 60_000


def test_more_than_is_allowed_is_not_begun(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve(SYMBOL, lambda one: one.send(200, {}, b"%PDF-", length=60_000))
    (done,) = fetching(SYMBOL, largest_document=50_000)
    assert "sends more than 50,000 bytes" in done.line
    assert len(publisher.asked) == 1
    assert not [*(tmp_path / "sources").iterdir()]


def test_more_than_the_disk_holds_is_not_begun(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve(SYMBOL, lambda one: one.send(200, {}, b"%PDF-", length=10**15 - 1))
    (done,) = fetching(SYMBOL, largest_document=10**15)
    assert "make room on the disk" in done.line


def test_a_compressed_answer_nobody_asked_for_is_unpacked(
    publisher: Publisher, fetching: Fetching, tmp_path: Path
) -> None:
    publisher.serve(SYMBOL, whole(gzip.compress(PDF), etag='"z"', Content_Encoding="gzip"))
    (done,) = fetching(SYMBOL)
    assert done.state is State.FETCHED, done.line
    assert (tmp_path / "sources" / FILE).read_bytes() == PDF


def test_a_compression_bomb_stops_at_the_limit(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    bomb = gzip.compress(b"%PDF-" + bytes(30_000_000))
    publisher.serve(SYMBOL, whole(bomb, Content_Encoding="gzip"))
    (done,) = fetching(SYMBOL, largest_document=100_000)
    assert "sends more than 100,000 bytes" in done.line
    assert not (tmp_path / "sources" / FILE).exists()


def test_without_a_connection_we_say_so_and_ask_no_further(publisher: Publisher, fetching: Fetching) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}/?s={{symbol}}"
        publisher.serve("/uhri/export-results/export-full-en.json", whole(b"[]"))
        first, second, third = fetching("A/1/2", "A/1/3", "uhri", documents=nowhere)
    assert "no connection to 127.0.0.1" in first.line
    assert "check the network" in first.line
    assert "not asked for, as there is no connection to 127.0.0.1" in second.line
    assert third.state is State.FETCHED, "another host may be there"


def test_a_name_nobody_knows_is_no_connection(fetching: Fetching) -> None:
    (done,) = fetching(SYMBOL, documents="http://no-such-host.invalid/?s={symbol}")
    assert "no connection to no-such-host.invalid: " in done.line


def test_a_server_that_speaks_no_http_is_told(fetching: Fetching, publisher: Publisher) -> None:
    publisher.serve(SYMBOL, lambda one: one.wfile.write(b"\x1b[31mwhat?\r\n\r\n"))
    (done,) = fetching(SYMBOL, attempts=1)
    assert done.state is State.FAILED
    assert "\x1b" not in done.line


def test_one_failure_does_not_stop_the_others(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve("A/1/2", whole())
    first, second = fetching(SYMBOL, "A/1/2")
    assert (first.state, second.state) == (State.FAILED, State.FETCHED)


def test_a_folder_that_cannot_be_written_is_told(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve(SYMBOL, whole())
    (tmp_path / "sources" / f".{FILE}.part").mkdir(parents=True)
    (done,) = fetching(SYMBOL)
    assert done.state is State.FAILED
    assert "cannot be written" in done.line


def test_what_stands_there_outlives_a_failed_renewal(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve(SYMBOL, whole(), cut(), status(500), whole(PAGE))
    fetching(SYMBOL)
    for _ in range(3):
        assert fetching(SYMBOL, again=True, attempts=1)[0].state is State.FAILED
        assert (tmp_path / "sources" / FILE).read_bytes() == PDF
    assert fetching(SYMBOL)[0].state is State.THERE
