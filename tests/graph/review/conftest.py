"""A workspace of the bundled example in which people decided, built once."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.build import Finished
from graph.review.decisions import Decisions
from graph.workspace import copy_example
from tests.test_build import built

LINES = (
    "day,who,decision,subject,relation,object,why",
    "2026-01-02,A. Person,reject,A/HRC/16/45/Add.2 85,reinforces,A/HRC/12/11 99.79,of the press",
    "2026-01-03,B. Reader,confirm,A/HRC/12/11 99.79,reinforces,A/HRC/16/45/Add.2 85,of language both",
    "2026-01-04,A. Person,add,A/HRC/12/11 99.78,reinforces,A/HRC/16/45/Add.2 85,said so in the dialogue",
    "2026-01-05,B. Reader,confirm,A/HRC/12/11 99.78,reinforces,A/HRC/16/45/Add.2 85,heard it too",
    "2026-01-06,A. Person,reject,A/HRC/12/11 99.78,contributesTo,project/VNM-MTBBE,written the wrong way round",
    "2026-01-07,A. Person,confirm,project/VNM-MTBBE,contributesTo,A/HRC/12/11 99.79,it names the paragraph",
    "2026-01-08,A. Person,reopen,project/VNM-MTBBE,contributesTo,A/HRC/12/11 99.79,a new phase began",
)


@dataclass(frozen=True)
class Decided:
    """The folder and its finished build."""

    folder: Path
    finished: Finished


@pytest.fixture(scope="session")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Decided:
    folder = tmp_path_factory.mktemp("decided")
    copy_example(folder)
    (folder / "decisions.csv").write_text("\n".join(LINES) + "\n", "utf-8")
    return Decided(folder, built(folder, Decisions.read(folder / "decisions.csv")))
