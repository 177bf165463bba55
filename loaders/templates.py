"""Every template that people fill in, empty, by file name."""

from graph.country import book
from loaders.documents.template_book import workbook
from loaders.follow_up import templates as follow_up
from loaders.programming.own_list import template as own_list


def workbooks() -> dict[str, bytes]:
    """File name → the file's bytes, the same each time; the country sheet also as CSV files, in a folder of its own."""
    found = {f"{one.name}.xlsx": workbook(one) for one in (*own_list.TEMPLATES, *follow_up.TEMPLATES)}
    sheet = {f"country-sheet/{name}": content for name, content in book.tables().items()}
    return found | {"country-sheet.xlsx": book.workbook()} | sheet
