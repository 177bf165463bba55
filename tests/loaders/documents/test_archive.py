"""Archives are measured before anything in them is unpacked; a damaged one is refused, never raised through."""

from contextlib import suppress
from pathlib import Path

import pytest

from graph.source import Refused, Source
from loaders.documents import archive
from tests.loaders.documents.word import zipped


def given(tmp_path: Path, content: bytes) -> Source:
    (tmp_path / "a.zip").write_bytes(content)
    return Source.of(tmp_path / "a.zip")


def test_a_member_is_read_by_name(tmp_path: Path) -> None:
    source = given(tmp_path, zipped({"one": "1", "two": "2"}))
    assert archive.members(source) == {"one", "two"}
    assert archive.member(source, "two") == b"2"


def test_a_missing_member_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"holds no word/document\.xml"):
        archive.member(given(tmp_path, zipped({"one": "1"})), "word/document.xml")


def test_a_bomb_is_refused_unopened(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="file_ratio"):
        archive.member(given(tmp_path, zipped({"bomb": "0" * 3_000_000})), "bomb")


def test_small_archives_may_pack_well(tmp_path: Path) -> None:
    assert archive.member(given(tmp_path, zipped({"blank": " " * 900_000})), "blank") == b" " * 900_000


def test_too_many_members_and_too_large_ones_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = given(tmp_path, zipped({str(number): "x" for number in range(11)}))
    monkeypatch.setattr(archive, "FILE_MEMBERS", 10)
    with pytest.raises(Refused, match="file_members"):
        archive.members(source)
    monkeypatch.setattr(archive, "FILE_MEMBERS", 11)
    monkeypatch.setattr(archive, "FILE_UNPACKED", 10)
    with pytest.raises(Refused, match="file_unpacked"):
        archive.members(source)


def test_damage_anywhere_is_refused_or_harmless(tmp_path: Path) -> None:
    told = "<a>some text that packs</a>" * 20
    whole = zipped({"word/document.xml": told, "other": "x"})
    for at in range(0, len(whole), 3):
        damaged = whole[:at] + bytes((whole[at] ^ 0xFF,)) + whole[at + 1 :]
        with suppress(Refused):
            assert archive.member(given(tmp_path, damaged), "word/document.xml") == told.encode()


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    whole = zipped({"one": "1" * 500})
    for length in (4, len(whole) // 2, len(whole) - 1):
        with pytest.raises(Refused):
            archive.members(given(tmp_path, whole[:length]))
