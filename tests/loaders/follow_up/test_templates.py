"""The templates: made from the columns that are read, understood as they come, left alone where people filled them."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from graph.source import Severity, Source
from graph.workspace import make
from loaders.documents.template import EXPLANATION, Template
from loaders.follow_up.templates import TEMPLATES as FOLLOW_UP
from loaders.identify import identify
from loaders.programming.own_list.template import TEMPLATES as OWN_LISTS
from loaders.read import read
from loaders.templates import workbooks

TEMPLATES = (*OWN_LISTS, *FOLLOW_UP)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_a_template_has_its_columns_their_choices_and_an_explanation_of_each(template: Template) -> None:
    book = openpyxl.load_workbook(BytesIO(workbooks()[f"{template.name}.xlsx"]))
    sheet, explained = book.worksheets
    assert tuple(cell.value for cell in sheet[1]) == template.names
    assert sheet.max_row == 1
    offered = {tuple(str(one.formula1).strip('"').split(",")) for one in sheet.data_validations.dataValidation}
    assert offered == {column.choices for column in template.columns if column.choices}
    assert explained.title == EXPLANATION
    told = {row[0]: row for row in explained.iter_rows(min_row=2, values_only=True) if row[0]}
    for column in template.columns:
        assert told[column.name][4] == column.meaning != ""
        assert bool(told[column.name][3]) is column.needed


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_no_heading_stands_for_two_columns_in_any_language(template: Template) -> None:
    seen: set[str] = set()
    for column in template.columns:
        assert not seen & column.headings, column.name
        seen |= column.headings


def test_templates_are_the_same_bytes_each_time() -> None:
    assert workbooks() == workbooks()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_the_examples_of_a_template_are_read_without_a_finding(template: Template, tmp_path: Path) -> None:
    path = tmp_path / "filled.xlsx"
    path.write_bytes(workbooks()[f"{template.name}.xlsx"])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].append([column.example or "Text" for column in template.columns])
    book.save(path)
    source = Source.of(path)
    (loader,) = identify(source)
    records = list(loader.load(source))
    assert len(records) >= 1
    # an example names a parent that stands in no other row
    assert [one.reason for one in source.findings if "is no row of" not in one.reason] == []


def test_an_untouched_template_among_the_sources_is_a_note(tmp_path: Path) -> None:
    for name, content in workbooks().items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    done = read([tmp_path])
    assert [(one.severity, one.reason) for one in done.findings] == [
        (Severity.NOTE, "an empty template: there is nothing in it to read")
    ] * len(workbooks())
    assert [one.records for one in done.loaded] == [()] * len(workbooks())


def test_a_workspace_holds_the_templates_and_keeps_what_was_filled_in(tmp_path: Path) -> None:
    make(tmp_path, workbooks())
    folder = tmp_path / "templates"
    made = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
    assert made == set(workbooks()) >= {f"{one.name}.xlsx" for one in TEMPLATES}
    (tmp_path / "templates" / "projects.xlsx").write_bytes(b"mine")
    make(tmp_path, workbooks())
    assert (tmp_path / "templates" / "projects.xlsx").read_bytes() == b"mine"
    assert read([tmp_path]).loaded == ()
