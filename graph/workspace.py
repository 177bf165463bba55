"""A workspace: a folder a person can copy, mail or keep in git; its settings and the bundled example."""

import shutil
import tomllib
from dataclasses import dataclass
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from graph.link.decisions import COLUMNS

_README = """\
sources/          drop files here as they come, in any sub-folders
decisions.csv     what people confirmed, rejected or added: one line each, append only
rightsgraph.toml  optional settings
builds/           finished builds: disposable
exports/          what you export

Then run:  rightsgraph build .
"""

_SETTINGS = """\
# Optional settings of this workspace; a line that is commented out shows its default.

[sources]
# read_on = 2026-11-24   # the day the files are said to have been read; default: each file's own date
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a workspace (`rightsgraph.toml`); none is needed."""

    read_on: date | None = None

    @classmethod
    def read(cls, folder: Path) -> "Settings":
        """Raises ValueError if the file cannot be read or a day is none; an absent file means defaults."""
        path = folder / "rightsgraph.toml"
        if not path.is_file():
            return cls()
        told = tomllib.loads(path.read_text("utf-8"))
        read_on = told.get("sources", {}).get("read_on")
        if read_on is not None and not isinstance(read_on, date):
            raise ValueError(f"{path}: read_on must be a day such as 2026-11-24, not {read_on!r}")
        return cls(read_on=read_on)


def make(folder: Path) -> None:
    """Make an empty workspace; what stands there already is left as it is."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    for name, text in (
        ("decisions.csv", ",".join(COLUMNS) + "\n"),
        ("rightsgraph.toml", _SETTINGS),
        ("README.txt", _README),
    ):
        path = folder / name
        if not path.exists():
            path.write_text(text, "utf-8")


def copy_example(folder: Path) -> None:
    """Copy the bundled example's workspace to a folder; files of the same name are renewed, others stay."""
    with as_file(files("example")) as example:
        left_out = shutil.ignore_patterns("__pycache__", "*.py")
        shutil.copytree(example, folder, dirs_exist_ok=True, ignore=left_out)
