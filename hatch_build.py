"""Fetches the browser bundles that the viewer serves, from npm and by its lock file, when the project is installed.

Without Node, without a connection or with RIGHTSGRAPH_NO_NPM=1 the install goes on; the viewer then uses plain parts.
"""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = Path("webui/assets")
SERVED = Path("webui/static/npm")
SECONDS = 180
"""Longer than this nobody waits for npm."""


class NotFetched(Exception):
    """There are no bundles, and the install goes on; the message says why."""


class Tampered(Exception):
    """A package is not the one that the lock file names."""


class Bundles(BuildHookInterface[Any]):
    """Puts the bundles into a wheel, or into the git-ignored folder of an editable install."""

    folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises Tampered if what npm gives is not what the lock file says."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        self.folder = Path(tempfile.mkdtemp(prefix="rightsgraph-npm-"))
        try:
            made = fetch(root / SOURCES, self.folder)
        except NotFetched as reason:
            self.app.display_info(f"No bundles from npm: {reason}. The viewer uses its plain editor and vis-network.")
            return
        if version == "editable":
            replace(made, root / SERVED)
        else:
            build_data["force_include"][str(made)] = SERVED.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


def fetch(sources: Path, workshop: Path) -> Path:
    """A folder in the workshop with the bundles and their licences. Raises NotFetched, Tampered."""
    npm = _npm()
    for name in ("package.json", "package-lock.json"):
        shutil.copy(sources / name, workshop)
    _install(npm, workshop)
    made = workshop / "npm"
    made.mkdir()
    told = json.loads((workshop / "package.json").read_text("utf-8"))
    for name, path in told["bundles"].items():
        shutil.copy(workshop / "node_modules" / path, made / name)
    (made / "LICENSES.txt").write_text(licences(workshop), "utf-8")
    return made


def _npm() -> str:
    if os.environ.get("RIGHTSGRAPH_NO_NPM") == "1":
        raise NotFetched("RIGHTSGRAPH_NO_NPM is 1")
    found = shutil.which("npm")
    if found is None:
        raise NotFetched("npm is not installed")
    return found


def _install(npm: str, workshop: Path) -> None:
    """`npm ci` takes what the lock file names, checks each package against its hash, and runs no script of theirs."""
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            command, cwd=workshop, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise NotFetched(f"npm did not finish ({type(fault).__name__})") from fault
    if "EINTEGRITY" in done.stderr:
        raise Tampered(f"npm gave another package than the lock file names:\n{done.stderr[-2000:]}")
    if done.returncode:
        raise NotFetched("npm failed: " + " ".join(done.stderr.split())[-300:])


def licences(workshop: Path) -> str:
    """Name, version and licence of every package that went into the bundles, with the licence's text where it is."""
    locked = json.loads((workshop / "package-lock.json").read_text("utf-8"))["packages"]
    parts = []
    for place, told in sorted(locked.items()):
        if not place or told.get("dev"):
            continue
        name = place.rpartition("node_modules/")[2]
        texts = [path.read_text("utf-8", "replace").strip() for path in _texts(workshop / place)]
        parts.append("\n\n".join([f"{name} {told['version']}: {told.get('license', 'not stated')}", *texts]))
    rule = "\n\n" + "-" * 72 + "\n\n"
    return rule.join(parts) + "\n"


def _texts(package: Path) -> list[Path]:
    """Licences and notices that a package carries."""
    if not package.is_dir():
        return []
    names = ("licen", "copying", "notice")
    return sorted(path for path in package.iterdir() if path.is_file() and path.name.lower().startswith(names))


def replace(made: Path, served: Path) -> None:
    """The bundles in the place that the viewer serves; those of an earlier install go."""
    shutil.rmtree(served, ignore_errors=True)
    shutil.copytree(made, served)
