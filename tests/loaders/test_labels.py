"""A file's label against its content: symbol, State and cycle in names and folders."""

import shutil
from pathlib import Path

import pytest

from graph.records import Document, DocumentKind
from loaders.identify import known
from loaders.labels import disagreements
from loaders.read import read

REPORT = Document(symbol="A/HRC/28/15", kind=DocumentKind.WORKING_GROUP_REPORT, state="SVN", cycle=2, place="page 1")


@pytest.mark.parametrize(
    "name",
    [
        "g1423930.pdf",
        "slovenia/cycle2/g1423930.pdf",
        "SVN/A_HRC_28_15.pdf",
        "A-HRC-28-15.pdf",
        "Republic of Slovenia/2nd cycle/report.pdf",
        "slovenia2014.pdf",
        "UPR20/report.pdf",
        "all papers/Working Group report.pdf",
    ],
)
def test_a_label_that_agrees_or_says_nothing_is_no_finding(name: str) -> None:
    assert list(disagreements(name, REPORT)) == []


@pytest.mark.parametrize(
    ("name", "said", "found"),
    [
        ("A_HRC_28_16.pdf", "A/HRC/28/16", "A/HRC/28/15"),
        ("peru/report.pdf", "PER", "SVN"),
        ("PER/report.pdf", "PER", "SVN"),
        ("vietnam2009.pdf", "VNM", "SVN"),
        ("cycle3/report.pdf", "cycle 3", "cycle 2"),
        ("3rd-cycle/report.pdf", "cycle 3", "cycle 2"),
        ("report UPR34.pdf", "cycle 3", "cycle 2"),
    ],
)
def test_a_label_that_disagrees_is_told(name: str, said: str, found: str) -> None:
    assert [(label, document) for _, label, document in disagreements(name, REPORT)] == [(said, found)]


def test_a_paper_filed_under_another_state_is_read_as_what_it_says(shared_data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "peru" / "cycle3"
    folder.mkdir(parents=True)
    shutil.copy(shared_data / "un-documents" / "slovenia" / "cycle2" / "g1510722.pdf", folder / "A_HRC_DEC_28_111.pdf")
    done = read([tmp_path])
    assert [one.place for one in done.findings] == ["label", "label"]
    assert {"PER", "cycle 3"} == {one.reason.split(" says ")[1].split(",")[0] for one in done.findings}


def test_no_shared_paper_disagrees_with_its_folder(shared_data: Path) -> None:
    done = read([shared_data / "un-documents" / "slovenia"])
    assert not [one for one in done.findings if one.place == "label"]


def test_a_damaged_archive_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "list.docx").write_bytes(b"PK\x03\x04 and no more")
    (finding,) = read([tmp_path]).findings
    assert "the archive cannot be opened" in finding.reason


def test_every_loader_says_what_it_gives() -> None:
    assert [one.name for one in known() if not one.gives] == []
