"""A workspace with a country sheet of every kind, the example beside it, and its build."""

from io import BytesIO
from pathlib import Path
from typing import Final

import openpyxl

from graph.build import build
from graph.country.book import workbook
from graph.country.kinds import KINDS
from graph.store.builds import Build, Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from loaders.read import read

Row = dict[str, str]
MORE: Final[dict[str, list[Row]]] = {
    "nhri-accreditation": [
        {"Institution": "Ombudsperson of Example", "State": "VNM", "Status": "B", "From": "2012-03-01",
         "Until": "2018-10-18", "Source": "A list"},
    ],
    "assignments": [
        {"State": "Mozambique", "Cycle": "1", "Recommendation": "A/HRC/17/16 88.1; 88.4",
         "Responsible": "Ministry of Justice; UNDP", "Role": "supporting", "Source": "A plan"},
        {"State": "Argentina", "Cycle": "3", "Recommendation": "7", "Responsible": "Senate", "Source": "A note"},
    ],
    "calendar": [
        {"State": "VNM", "What": "mid-term report", "Cycle": "3", "Day": "2021-09-15", "Source": "A letter"},
        {"State": "VNM", "What": "treaty body report due", "Mechanism": "CRC", "Day": "2027-03-01",
         "Source": "The observations", "As of": "2026-02-02"},
    ],
    "organisations": [{"Name": "United Nations Children's Fund", "Kind": "UN entity", "Source": "=1+1"}],
}  # fmt: skip
"""Rows beside the template's own examples."""


def sheet(path: Path) -> Path:
    """A country sheet with the example of every column in the first row of each kind, and `MORE`."""
    book = openpyxl.load_workbook(BytesIO(workbook()))
    for kind in KINDS.values():
        rows = [{column.name: column.example for column in kind.columns}, *MORE.get(kind.file, [])]
        for number, row in enumerate(rows, start=3):
            for place, column in enumerate(kind.columns, start=1):
                cell = book[kind.title].cell(number, place)
                cell.value = row.get(column.name)
                cell.data_type = "s"
    book.save(path)
    return path


def built(folder: Path) -> Build:
    """Read and build what stands in a folder."""
    done = read([folder])
    root = folder.parent / f"{folder.name}-builds"
    return build(
        done.loaded, Builds(root), lambda store: Pool(store, Limits.for_builds()), findings=done.findings
    ).build
