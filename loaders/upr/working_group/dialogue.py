"""Chapter I: numbered paragraphs, each a speaker's, with lettered asks inside them."""

import re
from dataclasses import dataclass
from functools import cached_property

from graph import states
from loaders.documents.pdf import Line
from loaders.upr.working_group.blocks import PLAIN, Block, apart, ended, usual_gap

_LETTER = re.compile(r"\(([a-z]|i{1,3}|iv|vi{0,3}|ix)\s?\)")
_SENTENCE = re.compile(r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bNo\.)(?<=[\w)\]”\"’]{2}[.?!])\s+(?=[A-Z“])")
_ASKED = re.compile(
    r"\b(?:recommend|suggest|encourag|urg|call(?:ed|s|ing)? (?:on|upon|for)|request|propos|advis|invit|appeal)",
    re.I,
)
_RECOMMENDED = re.compile(r"\brecommend(?:s|ed)\b", re.I)
_VERB = re.compile(r"\W*(?:also |further |then |and )?[a-z]+(?:ed|s|ew|ook|de|poke|elt|ought|aid)\b")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph of chapter I."""

    number: int
    block: Block

    @property
    def page(self) -> int:
        return self.block.page

    @cached_property
    def text(self) -> str:
        return self.block.text

    @cached_property
    def parts(self) -> dict[str, str]:
        """Letter (`a`, or `g i` for one nested) → what stands under it."""
        return _parts(self.text)

    @cached_property
    def sentences(self) -> list[str]:
        return [part for part in _SENTENCE.split(self.text) if part]

    def asks(self) -> str:
        """The sentences that ask for something; the whole text where none is worded so."""
        asking = [part for part in self.sentences if _ASKED.search(part)]
        return " ".join(asking) or self.text

    def turn(self, letter: str) -> str:
        """The recommendation whose turn this letter is, in a paragraph that prints no such letter."""
        asking = [part for part in self.sentences if _RECOMMENDED.search(part)]
        at = ord(letter[0]) - ord("a")
        return asking[at] if len(letter) == 1 and at < len(asking) else ""

    def speaker(self, under_review: str) -> str:
        """The State that speaks: the first one named that a verb follows, else the first. Empty if none."""
        named = [one for one in states.mentions(self.text[:1500]) if one.state != under_review]
        speaking = (one for one in named if _VERB.match(self.text, one.end))
        found = next(speaking, named[0] if named else None)
        return found.state if found else ""


def paragraphs(lines: tuple[Line, ...]) -> dict[int, Paragraph]:
    """Chapter I's paragraphs by number; numbers run on, so that a year at a line's beginning is none."""
    usual = usual_gap(lines)
    blocks: list[Block] = []
    above: Line | None = None
    last = 0
    for line in lines:
        found = PLAIN.match(line.text)
        if found and _next(int(found["item"]), last, fresh=apart(above, line, usual)):
            last = int(found["item"])
            blocks.append(Block(str(last), line.page, [line.text[found.end() :]]))
        elif blocks and not _heading(line, above, usual):
            blocks[-1].lines.append(line.text)
        above = line
    return {int(block.number): Paragraph(int(block.number), block) for block in blocks}


def _next(number: int, last: int, *, fresh: bool) -> bool:
    """The following number; with a gap above it also one a little further on (a number was lost)."""
    return number == last + 1 or (not last and number < 100) or (fresh and last < number <= last + 3)


def _heading(line: Line, above: Line | None, usual: float) -> bool:
    """A subheading: set apart, short, beginning with a capital and without a full stop."""
    short = len(line.text) < 90 and line.text[:1].isupper() and line.text[-1:] not in ".;,:"
    return short and above is not None and ended(above.text) and apart(above, line, usual)


def _parts(text: str) -> dict[str, str]:
    """Lettered parts in order: `(i)` after `(h)` is a letter, elsewhere a part of the letter before it."""
    marks: list[tuple[str, re.Match[str]]] = []
    letter = ""
    for mark in _LETTER.finditer(text):
        label = mark[1]
        if label == _after(letter):
            letter = label
            marks.append((label, mark))
        elif label in _ROMAN and letter:
            marks.append((f"{letter} {label}", mark))
    stops = [*(mark.start() for _, mark in marks[1:]), len(text)]
    parts: dict[str, str] = {}
    for (name, mark), stop in zip(marks, stops, strict=bool(marks)):
        parts.setdefault(name, _one(text[mark.end() : stop]))
    return parts


def _after(letter: str) -> str:
    return chr(ord(letter) + 1) if letter else "a"


def _one(text: str) -> str:
    """One part: to the end of its sentence, without what joins it to the next."""
    sentence = _SENTENCE.split(text.strip(), maxsplit=1)[0]
    return re.sub(r"(?:[;,.:]|\s|\band\b)+$", "", sentence).strip()
