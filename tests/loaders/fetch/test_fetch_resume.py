"""Unfinished downloads go on where they stopped, and only with the same version."""

import gzip
from pathlib import Path

import pytest

from loaders.fetch.fetch import State
from tests.loaders.fetch.conftest import Fetching
from tests.loaders.fetch.publisher import PDF, Publisher, cut, digest, status, whole

SYMBOL = "A/HRC/28/15"
MODIFIED = "Wed, 01 Apr 2015 10:00:00 GMT"


def file(folder: Path) -> Path:
    return folder / "sources" / "A_HRC_28_15.en.pdf"


def test_a_broken_download_goes_on_at_the_byte_it_stopped(
    publisher: Publisher, fetching: Fetching, tmp_path: Path
) -> None:
    publisher.serve(SYMBOL, cut(after=100_000, etag='"1"'), whole(etag='"1"'))
    (done,) = fetching(SYMBOL)
    assert done.state is State.FETCHED, done.line
    assert publisher.asked[1][2]["Range"] == "bytes=100000-"
    assert publisher.asked[1][2]["If-Range"] == '"1"'
    assert digest(file(tmp_path).read_bytes()) == digest(PDF)


def test_the_next_run_goes_on_too(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve(SYMBOL, cut(after=100_000, etag='"1"'))
    (done,) = fetching(SYMBOL, attempts=1)
    assert "what came is kept, run the same command again to go on" in done.line
    assert not file(tmp_path).exists()
    publisher.serve(SYMBOL, whole(etag='"1"'))
    assert fetching(SYMBOL)[0].state is State.FETCHED
    assert publisher.asked[-1][2]["Range"] == "bytes=100000-"
    assert file(tmp_path).read_bytes() == PDF
    assert not [*file(tmp_path).parent.glob(".*")]


def test_a_newer_version_is_never_glued_to_an_older_part(
    publisher: Publisher, fetching: Fetching, tmp_path: Path
) -> None:
    newer = PDF.replace(b"our own", b"newer  ")
    publisher.serve(SYMBOL, cut(after=100_000, etag='"1"'), whole(newer, etag='"2"'))
    assert fetching(SYMBOL)[0].state is State.FETCHED
    assert file(tmp_path).read_bytes() == newer


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Range": f"bytes 99999-{len(PDF) - 1}/{len(PDF)}"},
        {"Content-Range": f"bytes 100000-{len(PDF) - 1}/{len(PDF)}", "ETag": '"2"'},
        {},
    ],
)
def test_a_rest_that_does_not_fit_begins_anew(
    publisher: Publisher, fetching: Fetching, tmp_path: Path, headers: dict[str, str]
) -> None:
    publisher.serve(
        SYMBOL, cut(after=100_000, etag='"1"'), lambda one: one.send(206, headers, PDF[100_000:]), whole(etag='"1"')
    )
    assert fetching(SYMBOL)[0].state is State.FETCHED
    assert file(tmp_path).read_bytes() == PDF
    assert "Range" not in publisher.asked[2][2]


def test_a_range_the_server_cannot_satisfy_begins_anew(
    publisher: Publisher, fetching: Fetching, tmp_path: Path
) -> None:
    publisher.serve(SYMBOL, cut(after=100_000, etag='"1"'), status(416), whole(etag='"1"'))
    assert fetching(SYMBOL)[0].state is State.FETCHED
    assert "Range" not in publisher.asked[2][2]
    assert file(tmp_path).read_bytes() == PDF


@pytest.mark.parametrize("etag", ["", 'W/"1"'])
def test_without_a_firm_version_it_begins_anew(
    publisher: Publisher, fetching: Fetching, tmp_path: Path, etag: str
) -> None:
    publisher.serve(SYMBOL, cut(etag=etag), whole(etag=etag))
    assert fetching(SYMBOL)[0].state is State.FETCHED
    assert "Range" not in publisher.asked[1][2]
    assert file(tmp_path).read_bytes() == PDF


def test_the_day_of_the_last_change_is_version_enough(publisher: Publisher, fetching: Fetching) -> None:
    told = {"Last-Modified": MODIFIED}
    publisher.serve(SYMBOL, lambda one: one.send(200, told, PDF[:50_000], length=len(PDF)), whole())
    fetching(SYMBOL)
    assert publisher.asked[1][2]["If-Range"] == MODIFIED


def test_a_part_of_another_address_is_not_gone_on_with(
    publisher: Publisher, fetching: Fetching, tmp_path: Path
) -> None:
    publisher.serve(SYMBOL, cut(etag='"1"'))
    fetching(SYMBOL, attempts=1)
    publisher.serve(SYMBOL, whole(etag='"1"'))
    fetching(SYMBOL, documents=publisher.url + "/mirror/access?s={symbol}")
    assert "Range" not in publisher.asked[-1][2]
    assert file(tmp_path).read_bytes() == PDF


def test_a_poor_line_is_borne_as_long_as_it_gets_further(
    publisher: Publisher, fetching: Fetching, tmp_path: Path
) -> None:
    def stutter(one: object) -> None:
        headers = one.headers  # type: ignore[attr-defined]
        start = int(headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        told = {"ETag": '"1"', "Content-Range": f"bytes {start}-{len(PDF) - 1}/{len(PDF)}"}
        rest = PDF[start:]
        one.send(206 if start else 200, told, rest[:30_000], length=len(rest))  # type: ignore[attr-defined]

    publisher.serve(SYMBOL, stutter)
    (done,) = fetching(SYMBOL, attempts=2)
    assert done.state is State.FETCHED, done.line
    assert len(publisher.asked) == 7
    assert file(tmp_path).read_bytes() == PDF


def test_a_compressed_part_is_not_gone_on_with(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    packed = gzip.compress(PDF * 3, 0)
    told = {"ETag": '"1"', "Content-Encoding": "gzip"}
    publisher.serve(SYMBOL, lambda one: one.send(200, told, packed[:200_000], length=len(packed)), whole(etag='"1"'))
    assert fetching(SYMBOL)[0].state is State.FETCHED
    assert "Range" not in publisher.asked[1][2], "ranges would count other bytes"
    assert file(tmp_path).read_bytes() == PDF
