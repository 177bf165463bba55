"""Appending loses nothing and touches nothing that stands; several people's files become one."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from graph.records import Relation
from graph.review import append as appending
from graph.review.append import Unrecorded, append
from graph.review.decision import Decision
from graph.review.decisions import Decisions
from graph.review.merge import merge
from graph.store.lock import locked
from graph.terms import passage

HEADING = "day,who,decision,subject,relation,object,why"
WRITER = """
import sys
from datetime import date
from pathlib import Path
from graph.records import Relation
from graph.review.append import append
from graph.review.decision import Decision
from graph.terms import passage
who = sys.argv[2]
for number in range(25):
    ends = passage("A/HRC/12/11", str(number)), passage("A/HRC/16/45", who)
    line = Decision(date(2026, 1, 1), who, "confirm", ends[0], Relation.REINFORCES, ends[1], "a reason, with a comma")
    append(Path(sys.argv[1]), lambda _: [line])
"""


def said(who: str, word: str = "confirm", day: int = 1, paragraph: str = "1", why: str = "why") -> Decision:
    ends = passage("A/HRC/12/11", paragraph), passage("A/HRC/16/45", "9")
    return Decision(date(2026, 1, day), who, word, ends[0], Relation.REINFORCES, ends[1], why)


def record(path: Path, *lines: Decision) -> None:
    append(path, lambda _: lines)


@pytest.mark.faults
def test_eight_processes_at_once_lose_no_line(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), f"P{number}"]) for number in range(8)]
    assert [writer.wait(120) for writer in writers] == [0] * 8
    decisions = Decisions.read(path)
    assert decisions.findings == ()
    assert len(decisions.lines) == len({line.said for line in decisions.lines}) == 200
    assert path.read_text("utf-8").count(HEADING) == 1


def test_a_file_that_another_process_holds_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(appending, "PATIENCE", 0.05)
    path = tmp_path / "decisions.csv"
    with locked(tmp_path / ".decisions.csv.lock"), pytest.raises(Unrecorded, match="another process"):
        record(path, said("A"))
    assert not path.exists()


def test_a_new_file_gets_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    record(path, said("A"))
    assert path.read_text("utf-8") == f"{HEADING}\n2026-01-01,A,confirm,A/HRC/12/11 1,reinforces,A/HRC/16/45 9,why\n"


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n", HEADING.encode(), HEADING.encode() + b"\n"])
def test_a_file_with_or_without_heading_or_final_newline_can_be_appended_to(tmp_path: Path, before: bytes) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(before)
    record(path, said("A"))
    record(path, said("B"))
    assert path.read_bytes().startswith(before)
    assert [(line.who, line.place[:3]) for line in Decisions.read(path).lines] == [("A", "row"), ("B", "row")]
    assert Decisions.read(path).findings == ()


def test_a_file_of_european_excel_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    before = b"\xef\xbb\xbfnote;who;day;decision;subject;relation;object;why\r\nmine;C;2025-01-01;add;project/1;"
    path.write_bytes(before + b"contributesTo;A/HRC/12/11 1;it says so")
    record(path, said("A", why="one; two"))
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().endswith(
        b'\r\n;A;2026-01-01;confirm;A/HRC/12/11 1;reinforces;A/HRC/16/45 9;"one; two"\r\n'
    )
    assert [line.who for line in Decisions.read(path).lines] == ["C", "A"]


@pytest.mark.parametrize("why", ["=1+1", "- no", "@you", "'=quoted", 'two\nlines, "said"', "+", "-"])
def test_a_reason_like_a_formula_is_none_in_a_spreadsheet_and_is_read_back(tmp_path: Path, why: str) -> None:
    path = tmp_path / "decisions.csv"
    record(path, said("A", why=" ".join(why.split())))
    assert Decisions.read(path).lines[0].why == " ".join(why.split())
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in path.read_text("utf-8").split(","))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"day,who\n", "lacks"),
        (HEADING.encode() + b'\n2026-01-01,A,confirm,a,b,c,"open\n', "never closed"),
        ((HEADING + "\n").encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_that_would_swallow_the_line_is_left_as_it_is(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(content)
    with pytest.raises(Unrecorded, match=words):
        record(path, said("A"))
    assert path.read_bytes() == content


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unrecorded, match="cannot be written"):
        record(tmp_path / "gone" / "decisions.csv", said("A"))


def test_three_peoples_files_become_one_and_what_stands_is_not_touched(tmp_path: Path) -> None:
    mine, second, third = (tmp_path / name for name in ("decisions.csv", "second.csv", "third.csv"))
    record(mine, said("A", "confirm", 5), said("A", "reject", 3, "2"))
    record(second, said("A", "confirm", 5), said("B", "reject", 9), said("B", "confirm", 2, "3"))
    record(third, said("C", "reject", 4, "4"), said("B", "reject", 9))
    before = mine.read_bytes()
    merged = merge(mine, [second, third])
    assert mine.read_bytes().startswith(before)
    assert [(line.who, line.day.day) for line in merged.appended] == [("B", 2), ("C", 4), ("B", 9)]
    assert merged.already == 1
    decisions = Decisions.read(mine)
    assert len(decisions.lines) == 5
    assert [history.last.who for history in decisions.conflicts()] == ["B"]
    assert merge(mine, [second, third]).appended == ()


def test_merging_tells_what_it_could_not_read(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text(f"{HEADING}\n2026-01-01,A,perhaps,a,b,c,why\n", "utf-8")
    merged = merge(tmp_path / "decisions.csv", [other])
    assert (merged.appended, [one.place for one in merged.findings]) == ((), ["row 2"])
    assert not (tmp_path / "decisions.csv").exists()


def test_who_confirms_rejects_and_confirms_again_on_one_day_is_merged_whole(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    record(other, said("A"), said("A", "reject"), said("A"))
    merge(tmp_path / "decisions.csv", [other, other])
    assert [line.decision for line in Decisions.read(tmp_path / "decisions.csv").lines] == [
        "confirm",
        "reject",
        "confirm",
    ]
