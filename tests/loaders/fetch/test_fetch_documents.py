"""Documents by symbol: named, kept, entered in the ledger, and not fetched twice."""

import csv
from pathlib import Path

import pytest

from loaders.fetch.faults import Failed
from loaders.fetch.fetch import State
from loaders.fetch.shelf import Shelf
from tests.loaders.fetch.conftest import Fetching
from tests.loaders.fetch.publisher import PDF, Publisher, digest, whole

SYMBOL = "A/HRC/28/15/Add.1"
NAME = "A_HRC_28_15_Add.1.en.pdf"


def ledger(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "fetched.csv").open(encoding="utf-8", newline="") as stream:
        return {row["file"]: row for row in csv.DictReader(stream)}


def test_a_document_lands_in_sources_under_its_symbol(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve(SYMBOL, whole())
    (done,) = fetching(SYMBOL)
    assert done.state is State.FETCHED, done.line
    assert (tmp_path / "sources" / NAME).read_bytes() == PDF
    assert {path.name for path in (tmp_path / "sources").iterdir()} == {NAME}


def test_the_ledger_says_where_from_and_with_which_checksum(
    publisher: Publisher, fetching: Fetching, tmp_path: Path
) -> None:
    publisher.serve(SYMBOL, whole(etag='"1"'))
    fetching(SYMBOL)
    row = ledger(tmp_path)[f"sources/{NAME}"]
    assert row["sha256"] == digest(PDF)
    assert row["bytes"] == str(len(PDF))
    assert row["address"].startswith(publisher.url)
    assert row["etag"] == '"1"'
    assert row["day"].count("-") == 2


def test_what_is_there_already_is_not_asked_for(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve(SYMBOL, whole())
    fetching(SYMBOL)
    (done,) = fetching(SYMBOL)
    assert done.state is State.THERE
    assert len(publisher.asked) == 1


def test_again_asks_only_whether_it_changed(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve(SYMBOL, whole(etag='"1"'))
    fetching(SYMBOL)
    (done,) = fetching(SYMBOL, again=True)
    assert done.state is State.SAME
    assert publisher.asked[-1][2]["If-None-Match"] == '"1"'
    publisher.serve(SYMBOL, whole(PDF + b"% newer\n%%EOF\n", etag='"2"'))
    (done,) = fetching(SYMBOL, again=True)
    assert done.state is State.FETCHED
    assert (tmp_path / "sources" / NAME).read_bytes().endswith(b"% newer\n%%EOF\n")
    assert ledger(tmp_path)[f"sources/{NAME}"]["etag"] == '"2"'


def test_a_version_is_only_known_of_its_own_address(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve(SYMBOL, whole(etag='"1"'))
    fetching(SYMBOL)
    (done,) = fetching(SYMBOL, again=True, documents=publisher.url + "/mirror/access?s={symbol}")
    assert done.state is State.FETCHED


def test_again_without_a_version_fetches_anew(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve(SYMBOL, whole())
    fetching(SYMBOL)
    assert fetching(SYMBOL, again=True)[0].state is State.FETCHED


def test_a_person_s_own_file_is_never_overwritten_unasked(
    publisher: Publisher, fetching: Fetching, tmp_path: Path
) -> None:
    publisher.serve(SYMBOL, whole(etag='"1"'))
    (tmp_path / "sources").mkdir()
    own = tmp_path / "sources" / NAME
    own.write_bytes(b"mine")
    assert fetching(SYMBOL)[0].state is State.KEPT
    assert own.read_bytes() == b"mine"
    assert fetching(SYMBOL, again=True)[0].state is State.FETCHED
    own.write_bytes(b"changed since")
    assert fetching(SYMBOL)[0].state is State.KEPT
    assert fetching(SYMBOL, again=True)[0].state is State.FETCHED, "a changed file is not excused by an old ETag"
    assert own.read_bytes() == PDF


def test_each_language_is_a_file_of_its_own(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve(SYMBOL, whole())
    fetching(SYMBOL)
    fetching(SYMBOL, language="fr")
    assert {path.name for path in (tmp_path / "sources").iterdir()} == {NAME, NAME.replace(".en.", ".fr.")}
    assert "l=fr" in publisher.asked[-1][1]


def test_a_folder_of_files_keeps_them_beside_each_other(
    publisher: Publisher, fetching: Fetching, tmp_path: Path
) -> None:
    (tmp_path / "report.pdf").write_bytes(PDF)
    publisher.serve(SYMBOL, whole())
    fetching(SYMBOL)
    assert (tmp_path / NAME).is_file()
    assert not (tmp_path / "sources").exists(), "a build would then read nothing else"


def test_a_damaged_ledger_is_told_and_left_as_it_is(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "fetched.csv").write_text("what,ever\n1,2\n", "utf-8")
    with pytest.raises(Failed, match=r"fetched\.csv is damaged"):
        fetching(SYMBOL)
    assert not publisher.asked


def test_two_fetches_never_share_a_folder(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    with Shelf.of(tmp_path).alone(), pytest.raises(Failed, match="another fetch is under way"):
        fetching(SYMBOL)
    assert not publisher.asked


def test_one_request_at_a_time_with_a_pause_between(publisher: Publisher, fetching: Fetching) -> None:
    symbols = [f"A/HRC/28/{number}" for number in range(1, 4)]
    for symbol in symbols:
        publisher.serve(symbol, whole())
    fetching(*symbols, pause=0.3)
    gaps = [after - before for before, after in zip(publisher.at, publisher.at[1:], strict=False)]
    assert len(gaps) == 2
    assert min(gaps) >= 0.25


def test_we_say_who_asks(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve(SYMBOL, whole())
    fetching(SYMBOL)
    assert publisher.asked[0][2]["User-Agent"].startswith("rightsgraph/")


def test_what_a_server_says_of_its_version_is_no_formula(
    publisher: Publisher, fetching: Fetching, tmp_path: Path
) -> None:
    publisher.serve(SYMBOL, whole(ETag="=1+1", Last_Modified="=cmd()"))
    fetching(SYMBOL)
    row = ledger(tmp_path)[f"sources/{NAME}"]
    assert (row["etag"], row["modified"]) == ("", "")
