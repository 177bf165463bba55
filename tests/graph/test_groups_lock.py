"""`groups.lock` remembers identifiers between builds, merges line by line, and is never a reason to fail."""

from pathlib import Path

from graph import terms
from graph.link.groups.lock import NAME, Lock, read, write
from graph.link.made import Group, Link
from tests.graph.made_groups import ask, grouped, link

ASKS = [ask("u0"), ask("u1"), ask("c0", mechanism="CEDAW"), ask("c1", mechanism="CEDAW")]
APART = [link("u0", "c0"), link("u1", "c1")]
TOGETHER = [*APART, link("u0", "c1"), link("u1", "c0")]


def build(lock: Lock, links: list[Link]) -> tuple[list[Group], Lock]:
    made = grouped(ASKS, links, known=lock.of("SVN"))
    return made, lock.after(made, ["SVN"])


def test_a_second_build_of_the_same_files_says_the_same_and_leaves_the_lock_as_it_is(tmp_path: Path) -> None:
    made, lock = build(Lock(), APART)
    merged, after = build(lock, TOGETHER)
    assert [group.replaces for group in merged] != [()]
    write(tmp_path / NAME, after)
    first = (tmp_path / NAME).read_bytes()
    again, later = build(read(tmp_path / NAME), TOGETHER)
    write(tmp_path / NAME, later)
    assert again == merged
    assert (tmp_path / NAME).read_bytes() == first
    assert {group.identifier for group in made} == {merged[0].identifier, *merged[0].replaces}


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    _, lock = build(Lock(), APART)
    assert write(tmp_path / NAME, lock) == ()
    assert read(tmp_path / NAME) == lock
    lines = (tmp_path / NAME).read_text("utf-8").splitlines()
    assert lines[1:] == sorted(lines[1:])
    assert len(lines) == 1 + len(ASKS)


def test_a_state_that_was_not_built_stays_known() -> None:
    _, lock = build(Lock(), APART)
    assert lock.after([], ["BRB"]).of("SVN") == lock.of("SVN")


def test_a_group_whose_asks_are_gone_comes_back_under_its_name() -> None:
    made, lock = build(Lock(), APART)
    _, without = build(lock, [])
    assert build(without, APART)[0] == made


def test_no_lock_is_no_fault(tmp_path: Path) -> None:
    assert read(tmp_path / NAME) == Lock()


def test_a_damaged_line_is_a_finding_and_the_rest_is_read(tmp_path: Path) -> None:
    made, lock = build(Lock(), APART)
    write(tmp_path / NAME, lock)
    torn = b"<<<<<<< ours\n" + (tmp_path / NAME).read_bytes() + b"\xff\xfe\tx\ngroup/SVN/short\tu0\n>>>>>>> theirs\n"
    (tmp_path / NAME).write_bytes(torn)
    found = read(tmp_path / NAME)
    assert found.states == lock.states
    assert [finding.place for finding in found.findings] == ["line 1", "line 7", "line 8", "line 9"]
    assert build(found, APART)[0] == made


def test_a_lock_that_cannot_be_read_is_a_finding_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    found = read(tmp_path / NAME)
    assert "cannot be read" in found.findings[0].reason
    _, after = build(found, APART)
    assert after.findings == found.findings
    assert write(tmp_path / NAME, after) == ()
    assert (tmp_path / NAME).is_dir()


def test_a_place_that_cannot_be_written_is_a_finding(tmp_path: Path) -> None:
    _, lock = build(Lock(), APART)
    (finding,) = write(tmp_path / "nowhere" / NAME, lock)
    assert "cannot be written" in finding.reason


def test_an_ask_with_an_identifier_of_its_own_is_kept_whole(tmp_path: Path) -> None:
    name = terms.group("SVN", ["x"])
    text = f"{name.removeprefix(terms.BASE)}\thttp://example.org/ask\n"
    (tmp_path / NAME).write_text(text, "utf-8")
    lock = read(tmp_path / NAME)
    assert lock.of("SVN").groups == {name: frozenset({"http://example.org/ask"})}
    write(tmp_path / NAME, lock)
    assert (tmp_path / NAME).read_text("utf-8").endswith(text)
