"""Cells that a spreadsheet leaves alone: text that begins like a formula gets an apostrophe before it."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """As it is written to a CSV file: `=1+1` → `'=1+1`."""
    return f"'{text}" if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """What a guarded cell says: the inverse of `guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell
