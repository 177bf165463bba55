"""Settings on decisions and thresholds are read, and a slip in them is told."""

import subprocess
import sys
from pathlib import Path

import pytest

from graph.workspace import Settings, make


def settings(folder: Path, text: str) -> Settings:
    (folder / "rightsgraph.toml").write_text(text, "utf-8")
    return Settings.read(folder)


def test_who_decides_and_thresholds_are_read(tmp_path: Path) -> None:
    told = settings(tmp_path, '[review]\nwho = " A. Person "\n[link.threshold]\nreinforces = 0.62\nreportsOn = 1\n')
    assert (told.who, told.thresholds) == ("A. Person", {"reinforces": 0.62, "reportsOn": 1.0})


def test_nothing_is_needed_and_a_new_workspace_says_what_there_is(tmp_path: Path) -> None:
    assert (settings(tmp_path, "").who, settings(tmp_path, "").thresholds) == ("", {})
    make(tmp_path / "new")
    told = (tmp_path / "new" / "rightsgraph.toml").read_text("utf-8")
    assert settings(tmp_path, told.replace("# reinforces", "reinforces")).thresholds == {"reinforces": 0.62}
    assert settings(tmp_path, told.replace("# who = ", "who = ")).who == "A. Person"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[link.threshold]\nlikes = 0.5", "no relation is called 'likes'; there are: reinforces"),
        ("[link.threshold]\nreinforces = 1.5", "a score from 0 to 1, not 1.5"),
        ("[link.threshold]\nreinforces = nan", "a score from 0 to 1"),
        ("[link.threshold]\nreinforces = true", "a score from 0 to 1"),
        ('[link.threshold]\nreinforces = "0.5"', "a score from 0 to 1"),
        ("[link]\nthreshold = 0.5", "threshold must be a table"),
        ("link = 1", "link must be a table"),
        ("[review]\nwho = 1", "who must be a name"),
    ],
)
def test_a_setting_of_no_use_is_told(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        settings(tmp_path, text)


def test_a_build_with_a_slip_in_its_settings_exits_with_two_and_says_which(tmp_path: Path) -> None:
    (tmp_path / "rightsgraph.toml").write_text("[link.threshold]\nlikes = 0.5\n", "utf-8")
    command = [sys.executable, "-m", "rightsgraph", "build", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no relation is called 'likes'" in done.stderr
    assert "Traceback" not in done.stderr
