"""Note marks in a text: raised digits, alone or several together (`bodies¹², ¹³`)."""

import re
from typing import Final

MARKS: Final = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,\s]+[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
"""A group of marks that stand together."""
PLAIN: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def marks(text: str) -> list[int]:
    """The numbers of all notes that a text is marked with, in order."""
    return [int(mark.translate(PLAIN)) for group in MARKS.findall(text) for mark in re.split(r"[,\s]+", group) if mark]
