"""The index: the same bytes from the same files, whole or known not to be, and smaller than what it indexes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from graph.store.builds import Build
from graph.text import NoIndex, TooSlow, counts, index, search
from graph.text.read import things
from tests.graph.text.conftest import REPORT, made


def test_two_builds_of_the_same_files_have_the_same_index_byte_for_byte(indexed: Build, tmp_path: Path) -> None:
    again = made(tmp_path)
    assert (again.path / index.NAME).read_bytes() == (indexed.path / index.NAME).read_bytes()
    assert indexed.report()["text"]["sha256"] == index.checksum(again)


def test_a_changed_byte_is_noticed(copied: Build) -> None:
    assert index.whole(copied)
    path = copied.path / index.NAME
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert not index.whole(copied)
    path.unlink()
    assert not index.whole(copied)


def test_a_build_without_an_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoIndex, match="build again"):
        search(Build(tmp_path), "torture")


@pytest.mark.parametrize("damage", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_damaged_index_is_no_index(copied: Build, damage: bytes) -> None:
    (copied.path / index.NAME).write_bytes(damage)
    with pytest.raises(NoIndex, match="cannot be read"):
        search(copied, "torture")


def test_a_search_that_takes_too_long_is_ended_and_says_what_to_do(indexed: Build, monkeypatch) -> None:
    monkeypatch.setattr("graph.text.opened._STEPS", 1)
    with pytest.raises(TooSlow, match="write more or rarer words"):
        search(indexed, "torture OR girls", seconds=-1)


def test_the_index_is_opened_for_reading_only(indexed: Build) -> None:
    from graph.text.opened import opened

    with pytest.raises(sqlite3.OperationalError, match="readonly"), opened(indexed, 1) as base:
        base.execute("DELETE FROM thing")


def test_every_thing_of_the_records_is_in_the_index_once(indexed: Build) -> None:
    found = list(things(indexed.quads()))
    iris = [one.iri for one in found]
    assert len(set(iris)) == len(iris)
    kinds = {one.profile.kind for one in found}
    assert {"Recommendation", "Observation", "Document", "Project", "Result", "Framework", "Organisation"} <= kinds
    assert {"State", "Mechanism", "Treaty"} <= kinds
    with closing(sqlite3.connect(indexed.path / index.NAME)) as base:
        assert base.execute("SELECT count(*) FROM thing").fetchone()[0] == len(found)


def test_a_thing_borrows_year_and_family_where_it_has_none_of_its_own(indexed: Build) -> None:
    found = {one.name: one for one in things(indexed.quads())}
    ask = found[f"{REPORT}, para. 10.2"]
    assert (ask.years, ask.profile.families, ask.profile.position) == ((2030, 2030), ("upr",), "noted")
    assert found["2 Girls stay in school"].profile.states == ("VNM",)
    assert found["Schools for girls"].years == (2031, 2033)


def test_states_are_counted_by_kind(indexed: Build) -> None:
    found = counts(indexed)
    assert found["VNM"]["Recommendation"] == 3
    assert found["SVN"]["Recommendation"] == 3
    assert found["VNM"]["Observation"] == 1
    assert (found["VNM"]["Project"], found["SVN"]["Project"]) == (1, 1)
    assert "FRA" not in found
