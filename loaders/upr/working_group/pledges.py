"""Chapter III: voluntary pledges and commitments, each numbered paragraph one, lettered parts each their own."""

import re

from loaders.documents.pdf import Line
from loaders.upr.working_group.blocks import Block
from loaders.upr.working_group.dialogue import Paragraph, paragraphs


def pledges(lines: tuple[Line, ...]) -> list[Block]:
    """The pledges of chapter III with the numbers they are cited by: `88`, `77 (a)`."""
    found: list[Block] = []
    for paragraph in paragraphs(lines).values():
        found += _parts(paragraph) or [Block(str(paragraph.number), paragraph.page, [paragraph.text])]
    return found


def _parts(paragraph: Paragraph) -> list[Block]:
    letters = [(name, text) for name, text in paragraph.parts.items() if text]
    if len(letters) < 2 or not re.match(r"[^.]*:", paragraph.text):
        return []
    return [
        Block(" ".join([str(paragraph.number), *(f"({one})" for one in name.split())]), paragraph.page, [text])
        for name, text in letters
    ]
