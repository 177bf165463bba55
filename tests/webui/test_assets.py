"""Bundles from npm: pinned, checked, licensed, in the wheel where there is Node, and never needed."""

import json
import os
import stat
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "webui" / "assets"
FREE = {"MIT", "BSD-3-Clause", "Apache-2.0", "CC0-1.0", "(CC-BY-4.0 AND MIT)", "(MPL-2.0 OR Apache-2.0)"}
IN_ITS_FILE = {"node_modules/jsuri": "MIT"}
"""Licences that a package tells in its file LICENSE alone."""
NPM = """#!{python}
import pathlib, sys
assert sys.argv[1:3] == ["ci", "--ignore-scripts"], sys.argv
{does}
"""
INSTALLS = """
import json
for path in json.loads(pathlib.Path("package.json").read_text())["bundles"].values():
    file = pathlib.Path("node_modules") / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("// a bundle")
(pathlib.Path("node_modules") / "sigma" / "LICENSE.txt").write_text("Permission is hereby granted")
"""


def locked() -> dict[str, dict[str, object]]:
    told = json.loads((SOURCES / "package-lock.json").read_text("utf-8"))
    return {name: package for name, package in told["packages"].items() if name}


def test_every_package_is_pinned_with_its_hash_and_from_the_registry() -> None:
    wanted = json.loads((SOURCES / "package.json").read_text("utf-8"))["dependencies"]
    assert {name: locked()[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    for name, package in locked().items():
        assert str(package["integrity"]).startswith("sha512-"), name


def test_every_package_has_a_free_licence() -> None:
    found = {name: package.get("license", IN_ITS_FILE.get(name)) for name, package in locked().items()}
    assert {name: licence for name, licence in found.items() if licence not in FREE} == {}


def test_no_bundle_is_committed() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert "/webui/static/npm/" in ignored
    own = {path.name for path in (ROOT / "webui" / "static").glob("*.js")}
    assert not {name for name in own if ".min." in name}


def made(
    tmp_path: Path, need: Callable[[str], None], kind: str, does: str | None, **told: str
) -> subprocess.CompletedProcess[str]:
    """Build with a stand-in for npm that does what is told; None: there is no npm."""
    if find_spec("hatchling") is None:
        need("hatchling, which builds the wheel, is not installed")
    tools = tmp_path / "tools"
    tools.mkdir()
    if does is not None:
        npm = tools / "npm"
        npm.write_text(NPM.format(python=sys.executable, does=does), "utf-8")
        npm.chmod(npm.stat().st_mode | stat.S_IXUSR)
    environment = {name: value for name, value in os.environ.items() if name != "RIGHTSGRAPH_NO_NPM"}
    environment |= {"PATH": str(tools)} | told
    return subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(tmp_path / "out")],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def names(tmp_path: Path) -> set[str]:
    with zipfile.ZipFile(next((tmp_path / "out").glob("*.whl"))) as wheel:
        return {name for name in wheel.namelist() if "/static/npm/" in name}


def test_a_wheel_carries_the_bundles_and_their_licences(tmp_path: Path, need: Callable[[str], None]) -> None:
    done = made(tmp_path, need, "wheel", INSTALLS)
    assert done.returncode == 0, done.stderr
    wanted = json.loads((SOURCES / "package.json").read_text("utf-8"))["bundles"]
    assert names(tmp_path) == {f"webui/static/npm/{name}" for name in [*wanted, "LICENSES.txt"]}
    with zipfile.ZipFile(next((tmp_path / "out").glob("*.whl"))) as wheel:
        said = wheel.read("webui/static/npm/LICENSES.txt").decode()
    assert "sigma 3.0.3: MIT\n\nPermission is hereby granted" in said
    assert "@zazuko/yasgui 4.6.2: MIT" in said


@pytest.mark.parametrize(
    ("does", "told"),
    [
        (None, {}),
        ("sys.exit('npm error network request to https://registry.npmjs.org failed, reason: getaddrinfo')", {}),
        (INSTALLS, {"RIGHTSGRAPH_NO_NPM": "1"}),
    ],
    ids=["no npm", "no connection", "not wanted"],
)
def test_an_install_goes_on_without(
    tmp_path: Path, need: Callable[[str], None], does: str | None, told: dict[str, str]
) -> None:
    done = made(tmp_path, need, "wheel", does, **told)
    assert done.returncode == 0, done.stderr
    assert names(tmp_path) == set()
    assert "No bundles from npm" in done.stdout + done.stderr


def test_a_package_that_is_not_the_locked_one_stops_the_install(tmp_path: Path, need: Callable[[str], None]) -> None:
    done = made(tmp_path, need, "wheel", "sys.exit('npm error code EINTEGRITY sha512-x integrity checksum failed')")
    assert done.returncode != 0
    assert "another package than the lock file names" in done.stderr
    assert not list((tmp_path / "out").glob("*.whl")) if (tmp_path / "out").exists() else True


def test_the_source_archive_holds_sources_only(tmp_path: Path, need: Callable[[str], None]) -> None:
    done = made(tmp_path, need, "sdist", "sys.exit('npm is not asked for a source archive')")
    assert done.returncode == 0, done.stderr
    with tarfile.open(next((tmp_path / "out").glob("*.tar.gz"))) as archive:
        held = archive.getnames()
    assert any(name.endswith("webui/assets/package-lock.json") for name in held)
    assert not [name for name in held if "static/npm" in name or "node_modules" in name]
