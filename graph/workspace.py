"""A workspace: a folder a person can copy, mail or keep in git; its settings and the bundled example."""

import shutil
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from graph.records import Relation
from graph.review.decision import COLUMNS

_README = """\
sources/          drop files here as they come, in any sub-folders
templates/        empty lists to fill in (projects, results, action plan, assessments, and the country sheet: people,
                  bodies, papers and days around the reviews); filled in, they go to sources/
decisions.csv     what people confirmed, rejected or added: one line each, append only
users.csv         who may log in to the viewer; like session.key for nobody else's eyes: no mail, no git
groups.lock       which ask belongs to which group, so that groups keep their identifiers; written by each build
rightsgraph.toml  optional settings
fetched.csv       what was downloaded: from where, when, with which checksum
builds/           finished builds: disposable
exports/          what you export

Then run:  rightsgraph build .
"""

_SETTINGS = """\
# Optional settings of this workspace; a line that is commented out shows its default.

[sources]
# read_on = 2026-11-24   # the day the files are said to have been read; default: each file's own date

[minimum]
# "uhri.export" = 250000  # a build that gets fewer records of this kind of source is refused: something was lost
# "upr.working_group_report" = 500

[review]
# who = "A. Person"      # who decides, where `rightsgraph link confirm` is not told with --who

[link.threshold]
# reinforces = 0.62      # computed links below this score are left out; `rightsgraph review threshold` suggests one

[accounts]
# session_hours = 10     # who may log in: `rightsgraph users add`; README, "Accounts", lists all settings

[fetch]
# pause = 1.0            # seconds between one request and the next; README, "Fetching", lists all settings
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a workspace (`rightsgraph.toml`); none is needed."""

    read_on: date | None = None
    minimum: dict[str, int] = field(default_factory=dict)
    """Loader's name → how many records all files of its kind must give at least."""
    who: str = ""
    """Who decides on links, unless told otherwise."""
    thresholds: Mapping[str, float] = field(default_factory=dict)
    """Relation → the score (0–1) that a computed link must reach."""

    @classmethod
    def read(cls, folder: Path) -> "Settings":
        """Raises ValueError if the file cannot be read or a value is of no use; an absent file means defaults."""
        path = folder / "rightsgraph.toml"
        if not path.is_file():
            return cls()
        told = tomllib.loads(path.read_text("utf-8"))
        read_on = told.get("sources", {}).get("read_on")
        if read_on is not None and not isinstance(read_on, date):
            raise ValueError(f"{path}: read_on must be a day such as 2026-11-24, not {read_on!r}")
        minimum = told.get("minimum", {})
        for name, count in minimum.items():
            if not isinstance(count, int) or isinstance(count, bool) or count < 0:
                raise ValueError(f"{path}: [minimum] {name} must be a number of records, not {count!r}")
        return cls(read_on, minimum, _who(path, told), _thresholds(path, told))


def _who(path: Path, told: dict[str, Any]) -> str:
    review = _table(path, told, "review")
    who = review.get("who", "")
    if not isinstance(who, str):
        raise ValueError(f"{path}: [review] who must be a name in quotes, not {who!r}")
    return who.strip()


def _thresholds(path: Path, told: dict[str, Any]) -> dict[str, float]:
    thresholds = _table(path, _table(path, told, "link"), "threshold")
    known = [relation.value for relation in Relation]
    for name, score in thresholds.items():
        if name not in known:
            raise ValueError(f"{path}: [link.threshold] no relation is called {name!r}; there are: {', '.join(known)}")
        if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
            raise ValueError(f"{path}: [link.threshold] {name} must be a score from 0 to 1, not {score!r}")
    return {name: float(score) for name, score in thresholds.items()}


def _table(path: Path, told: dict[str, Any], name: str) -> dict[str, Any]:
    table = told.get(name, {})
    if not isinstance(table, dict):
        raise ValueError(f"{path}: {name} must be a table, [{name}], not {table!r}")
    return table


def of_builds(builds: Path) -> Path | None:
    """The workspace that a folder of builds belongs to; None if it stands in none."""
    folder = builds.absolute().parent
    marks = ("decisions.csv", "sources", "rightsgraph.toml")
    return folder if any((folder / name).exists() for name in marks) else None


def make(folder: Path, templates: Mapping[str, bytes] | None = None) -> None:
    """Make an empty workspace with these templates by file name; what stands there already is left as it is."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "templates").mkdir(exist_ok=True)
    for name, content in (templates or {}).items():
        template = folder / "templates" / name
        if not template.exists():
            template.parent.mkdir(exist_ok=True)
            template.write_bytes(content)
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
