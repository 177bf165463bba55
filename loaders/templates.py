"""Every template that people fill in, as empty workbooks by file name."""

from loaders.documents.template_book import workbook
from loaders.follow_up import templates as follow_up
from loaders.programming.own_list import template as own_list


def workbooks() -> dict[str, bytes]:
    """File name → the workbook's bytes, the same each time."""
    return {f"{one.name}.xlsx": workbook(one) for one in (*own_list.TEMPLATES, *follow_up.TEMPLATES)}
