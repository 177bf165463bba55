"""`rightsgraph fetch` as a person runs it, in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.loaders.fetch.publisher import PDF, Handler, Publisher, digest, whole

SYMBOLS = ("A/HRC/28/15", "A/HRC/28/15/Add.1")


def command(publisher: Publisher, folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "rightsgraph", "fetch", *words, "--folder", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | publisher.environment(),
    )


def run(publisher: Publisher, folder: Path, *words: str) -> tuple[int, str, str]:
    with command(publisher, folder, *words) as child:
        out, err = child.communicate(timeout=30)
        return child.returncode, out, err


def test_several_things_in_one_call(publisher: Publisher, tmp_path: Path) -> None:
    for symbol in SYMBOLS:
        publisher.serve(symbol, whole())
    publisher.serve("/uhri/export-results/export-full-en.json", whole(b"[{}]"))
    code, out, err = run(publisher, tmp_path, *SYMBOLS, "uhri")
    assert code == 0, err
    assert len(out.splitlines()) == 3
    assert digest(PDF)[:16] in out
    assert {path.name for path in (tmp_path / "sources").iterdir()} == {
        "A_HRC_28_15.en.pdf",
        "A_HRC_28_15_Add.1.en.pdf",
        "export-full-en.json",
    }


def test_what_fails_is_told_on_standard_error_and_exits_with_one(publisher: Publisher, tmp_path: Path) -> None:
    publisher.serve(SYMBOLS[0], whole())
    code, out, err = run(publisher, tmp_path, *SYMBOLS, "--quiet")
    assert (code, out) == (1, "")
    assert err.strip() == f"A/HRC/28/15/Add.1 (en): {publisher.url[7:]} has none (404): " + (
        "check the symbol, or ask for another --language"
    )


@pytest.mark.parametrize(
    "words",
    [("nonsense",), ("un-info", "XYZ"), (), ("A/HRC/28/15", "--language", "de"), ("iati", "file:///etc/passwd")],
)
def test_wrong_use_exits_with_two_before_any_request(
    publisher: Publisher, tmp_path: Path, words: tuple[str, ...]
) -> None:
    code, _, err = run(publisher, tmp_path / "new", *words)
    assert code == 2
    assert "Traceback" not in err
    assert not publisher.asked
    assert not (tmp_path / "new").exists()


@pytest.mark.faults
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_download_survives_kill_and_goes_on(publisher: Publisher, tmp_path: Path) -> None:
    body = b"[" + b'"words", ' * 500_000 + b'"end"]'

    def slow(one: Handler) -> None:
        one.send(200, {"ETag": '"1"'}, b"", length=len(body))
        for start in range(0, len(body), 50_000):
            one.wfile.write(body[start : start + 50_000])
            time.sleep(0.02)

    page, part = "/uhri/export-results/export-full-en.json", tmp_path / "sources" / ".export-full-en.json.part"
    publisher.serve(page, slow)
    with command(publisher, tmp_path, "uhri") as child:
        end = time.monotonic() + 20
        while time.monotonic() < end and not (part.exists() and part.stat().st_size > 200_000):
            time.sleep(0.01)
        child.send_signal(signal.SIGKILL)
        child.communicate()
    came = part.stat().st_size
    assert 200_000 < came < len(body)
    assert not (tmp_path / "sources" / "export-full-en.json").exists()
    assert not (tmp_path / "fetched.csv").exists()

    publisher.serve(page, whole(body, etag='"1"'))
    code, _, err = run(publisher, tmp_path, "uhri")
    assert code == 0, err
    assert publisher.asked[-1][2]["Range"] == f"bytes={came}-"
    assert digest((tmp_path / "sources" / "export-full-en.json").read_bytes()) == digest(body)


def test_what_was_fetched_is_no_stranger_to_a_build(publisher: Publisher, tmp_path: Path) -> None:
    publisher.serve("/uhri/export-results/export-full-en.json", whole(b"[{}]"))
    run(publisher, tmp_path, "uhri")
    from loaders.read import files

    assert [path.name for path, _ in files(tmp_path)] == ["export-full-en.json"]
