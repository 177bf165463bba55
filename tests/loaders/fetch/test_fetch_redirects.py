"""Where an answer may send us."""

from pathlib import Path

import pytest

from loaders.fetch.faults import Failed
from loaders.fetch.fetch import State
from loaders.fetch.redirects import follow
from tests.loaders.fetch.conftest import Fetching
from tests.loaders.fetch.publisher import PDF, Publisher, status, whole

SYMBOL = "A/HRC/28/15"


def test_a_redirect_on_the_same_host_is_followed(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve(SYMBOL, status(302, Location="/doc/undoc/gen/g15/000/00/pdf/g1500000.pdf?token=1"))
    publisher.serve("/doc/undoc/gen/g15/000/00/pdf/g1500000.pdf", whole())
    assert fetching(SYMBOL)[0].state is State.FETCHED
    assert (tmp_path / "sources" / "A_HRC_28_15.en.pdf").read_bytes() == PDF


def test_a_redirect_in_a_circle_ends(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve(SYMBOL, status(302, Location=f"/access?s={SYMBOL}"))
    (done,) = fetching(SYMBOL)
    assert "sends from one address to the next without end" in done.line
    assert len(publisher.asked) == 6


def test_the_body_of_a_redirect_is_not_read(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve(SYMBOL, lambda one: one.send(302, {"Location": "/there"}, b"endless", length=10**12))
    publisher.serve("/there", whole())
    assert fetching(SYMBOL)[0].state is State.FETCHED


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://127.0.0.2/x.pdf", "sends to another host, 'http://127.0.0.2/x.pdf': not followed"),
        ("http://169.254.169.254/latest/meta-data", "another host"),
        ("http://localhost:22/", "another host"),
        ("//example.org/x.pdf", "another host"),
        ("file:///etc/passwd", "'file:///etc/passwd', which is no web address"),
        ("ftp://127.0.0.1/x.pdf", "no web address"),
        ("http://[", "which is no address"),
        ("javascript:alert(1)", "no web address"),
    ],
)
def test_a_redirect_elsewhere_is_not_followed(
    publisher: Publisher, fetching: Fetching, tmp_path: Path, location: str, words: str
) -> None:
    publisher.serve(SYMBOL, status(302, Location=location))
    (done,) = fetching(SYMBOL)
    assert words in done.line
    assert len(publisher.asked) == 1
    assert not [*(tmp_path / "sources").glob("*.pdf")]


def test_one_publisher_s_hosts_may_send_to_each_other() -> None:
    there = "https://undocs.un.org/x.pdf"
    assert follow("https://documents.un.org/api", there) == there
    assert follow("http://www.d-portal.org/q.xml", "https://d-portal.org/q.xml") == "https://d-portal.org/q.xml"
    assert follow("http://example.org/a", "https://example.org/a#b") == "https://example.org/a"


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("https://documents.un.org/a", "http://documents.un.org/a"),
        ("https://documents.un.org/a", "https://un.org.example.com/a"),
        ("https://documents.un.org/a", "https://evil-un.org/a"),
        ("https://documents.un.org/a", "https://undocs.un.org:8443/a"),
        ("https://documents.un.org/a", "https://documents.un.org:22/a"),
        ("https://documents.un.org/a", "https://documents.un.org@example.com/a"),
        ("https://dataex.ohchr.org/a", "https://documents.un.org/a"),
    ],
)
def test_nobody_is_taken_for_one_of_the_family(here: str, there: str) -> None:
    with pytest.raises(Failed, match="not followed"):
        follow(here, there)
