"""`rightsgraph fetch --cited`: what a build cites and has not read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph import terms
from graph.build import build
from graph.cited import unread
from graph.store.builds import Build, Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from loaders.fetch.wanted import Document, cited
from loaders.read import read
from tests.loaders.fetch.publisher import Publisher, whole

CITED = {"A/HRC/28/15": "VNM", "CRC/C/SVN/CO/3-4": "SVN", "A/61/226": "", "CRC": "VNM"}


def pool(store: Path) -> Pool:
    return Pool(store, Limits.for_builds())


@pytest.fixture(scope="module")
def citing(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build that knows of documents and read none of them: stated as RDF, as a citation would."""
    folder = tmp_path_factory.mktemp("citing")
    lines = []
    for symbol, state in CITED.items():
        told = f'a <{terms.NS}Document> ; <{terms.NS}symbol> "{symbol}"'
        about = f" ; <{terms.NS}state> <{terms.state(state)}>" if state else ""
        lines.append(f"<{terms.document(symbol)}> {told}{about} .")
    (folder / "sources").mkdir()
    (folder / "sources" / "cited.ttl").write_text("\n".join(lines), "utf-8")
    done = read([folder])
    return build(done.loaded, Builds(folder / "builds"), pool, findings=done.findings).build


def test_a_build_tells_what_it_cites_and_has_not_read(citing: Build, example: Build) -> None:
    with pool(citing.store) as asker:
        assert unread(asker) == sorted(CITED)
        assert unread(asker, "SVN") == ["CRC/C/SVN/CO/3-4"]
        with pytest.raises(ValueError, match="no State"):
            unread(asker, "XYZ")
    with pool(example.store) as asker:
        assert unread(asker) == []


def test_what_is_cited_but_is_no_symbol_is_set_apart() -> None:
    assert cited(["A/61/226", "CRC", "see above"]) == ([Document("A/61/226")], ["CRC", "see above"])


def test_the_command_fetches_what_is_cited(citing: Build, publisher: Publisher, tmp_path: Path) -> None:
    for symbol in CITED:
        publisher.serve(symbol, whole())
    done = subprocess.run(
        [sys.executable, "-m", "rightsgraph", "fetch", "--cited", "--store", str(citing.path.parent)],
        cwd=tmp_path,
        env=os.environ | publisher.environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "'CRC' is cited but is no document symbol" in done.stderr
    assert {path.name for path in (tmp_path / "sources").iterdir()} == {
        "A_61_226.en.pdf",
        "A_HRC_28_15.en.pdf",
        "CRC_C_SVN_CO_3-4.en.pdf",
    }


def test_without_a_build_there_is_nothing_to_cite(publisher: Publisher, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rightsgraph", "fetch", "--cited"],
        cwd=tmp_path,
        env=os.environ | publisher.environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "rightsgraph build" in done.stderr
    assert not publisher.asked
