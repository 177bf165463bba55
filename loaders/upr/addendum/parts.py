"""The addendum's text as parts: headings, numbered paragraphs, and comments on single recommendations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph import clean
from loaders.documents import numbers
from loaders.documents.pdf import RAISED, Line, unbroken

_HEADING = re.compile(r"^(?:(?:[IVX]+|[A-Z]|\d)\.\s+)?(?=[A-Z])(?:(?!\.\s).){4,160}$")
_ANSWERED = re.compile(r"^(?P<list>\d{1,3}\.(?:\s*(?:,|and|&)\s*\d{1,3}\.)*,?)(?:\s+(?=\S)|$)")
_COMMENT = re.compile(rf"^Rec(?:ommendation)?s?\.?\s*(?:Nos?\.?\s*)?(?P<list>{numbers.LIST})\s*[.:–-]?\s+(?=[A-Z])")
_ALONE = re.compile(rf"^(?:Rec(?:ommendation)?s?\.?\s*)?(?P<list>{numbers.LIST})\s*[.:]?$", re.I)
_BRIEF = re.compile(
    r"^(?P<list>\d{1,3}\.\d{1,3})\.?\s*[:–-]?\s+"
    r"(?=(?:is |was |fully |partially |partly )?(?:accept|support|noted\b|not\b|reject|enjoys?\b|does not\b))",
    re.I,
)
"""A full number with the position right after it: `106.1 – Accepted`."""
_OPEN = re.compile(r"(?:[,&–-]|\b(?:and|recommendations?:?|paragraphs?|Nos?\.))$", re.I)
"""How a line ends whose list of numbers goes on in the next one."""


@dataclass(slots=True)
class Part:
    """A piece of text. `numbers` is the list it begins with as printed, `comment` if it comments on those."""

    numbers: str
    comment: bool
    heading: str
    page: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return clean.text(RAISED.sub("", unbroken(" ".join(self.lines))))


def parts(lines: Iterable[Line], size: float) -> Iterator[Part]:
    """The parts in order; a heading is written larger than running text and goes with what follows it."""
    part = Part("", comment=False, heading="", page=1)
    heading = ""
    was_heading = False
    for line in lines:
        text = RAISED.sub("", line.text).strip()
        if line.page > 1 and line.size > 1.08 * size and not line.text[:1].isdigit():
            heading = f"{heading} {text}" if was_heading else text
            was_heading = True
            continue
        was_heading = False
        open_list = part.lines and _OPEN.search(part.lines[-1])
        begun = None if open_list else _begun(text)
        if begun and part.numbers.endswith(","):
            found, _ = begun
            part.numbers += " " + found["list"]
            text = text[found.end() :]
        elif begun:
            yield part
            found, comment = begun
            part = Part(found["list"], comment, heading, line.page)
            text = text[found.end() :]
        part.lines.append(text)
    yield part


def _begun(text: str) -> tuple[re.Match[str], bool] | None:
    """The number a line begins with, and whether it names recommendations to comment on."""
    comment = _COMMENT.match(text) or _dotted(_ALONE.match(text)) or _BRIEF.match(text)
    if comment:
        return comment, True
    answered = _ANSWERED.match(text)
    return (answered, False) if answered else None


def _dotted(found: re.Match[str] | None) -> re.Match[str] | None:
    """A line of nothing but numbers is a comment's head only if they are dotted or called recommendations."""
    if found is None:
        return None
    return found if "." in found["list"].rstrip(".") or found[0].casefold().startswith("rec") else None
