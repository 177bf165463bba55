"""Builds are made aside and swapped: whatever happens, readers find a whole one."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.store.builds import KEEP, Builds, NoBuild
from graph.store.load import load
from graph.store.lock import Busy

pytestmark = pytest.mark.faults

LINE = '<http://e.org/s> <http://e.org/p> "{}" <http://e.org/g> .\n'


def make(builds: Builds, word: str) -> str:
    with builds.begin() as workshop:
        path = workshop.write("g", [LINE.format(word)])
        load(workshop.path / "store", [path])
        workshop.tell({"word": word})
        return builds.publish(workshop).name


def test_the_newest_is_current_and_the_oldest_go(tmp_path: Path) -> None:
    builds = Builds(tmp_path)
    names = [make(builds, word) for word in "abcde"]
    assert builds.current().name == names[-1]
    assert [one.name for one in builds.finished()] == names[-KEEP:]


def test_nothing_built_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoBuild, match="rightsgraph build"):
        Builds(tmp_path / "none").current()


def test_a_fault_leaves_the_old_build_and_no_litter(tmp_path: Path) -> None:
    builds = Builds(tmp_path)
    name = make(builds, "a")
    with pytest.raises(TypeError), builds.begin() as workshop:
        workshop.write("g", [LINE.format("b"), 1])  # type: ignore[list-item]
    assert builds.current().name == name
    assert not list(tmp_path.glob(".making-*"))


def test_of_two_builders_one_is_told_to_wait(tmp_path: Path) -> None:
    builds = Builds(tmp_path)
    with builds.begin(), pytest.raises(Busy, match="another build"), builds.begin():
        pass


@pytest.mark.parametrize("delay", [0.0, 0.1, 0.2, 0.3, 0.4, 0.5])
def test_kill_at_any_moment_leaves_the_old_build_whole_and_the_next_succeeds(tmp_path: Path, delay: float) -> None:
    builds = Builds(tmp_path)
    make(builds, "old")
    code = (
        "import sys; from pathlib import Path\n"
        "from graph.store.builds import Builds; from graph.store.load import load\n"
        f"line = {LINE!r}\n"
        "for number in range(10_000):\n"
        "    b = Builds(Path(sys.argv[1]))\n"
        "    with b.begin() as w:\n"
        "        load(w.path / 'store', [w.write('g', [line.format(number)])]); w.tell({'word': str(number)})\n"
        "        print('made', flush=True); b.publish(w)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(delay)
    child.kill()
    child.wait()
    child.stdout.close()
    current = builds.current()
    assert current.report()["word"]
    assert len(current.quads()) == 1
    make(builds, "new")
    assert builds.current().report() == {"word": "new"}
