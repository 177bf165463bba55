"""Chapter II as it is numbered: leads, the lists under them, and what stands apart without a number."""

import re
from dataclasses import dataclass, field

from loaders.documents.pdf import Line
from loaders.upr.working_group.blocks import BARE, DOTTED, PLAIN, Block, apart, ended, usual_gap
from loaders.upr.working_group.brackets import asked_by

_LEAD = re.compile(
    r"\b(?:following|listed|noted|these|above|below|other|all)\b.{0,60}?\b(?:recommendations?|conclusions)\b"
    r"|\brecommendations?\b.{0,90}?\b(?:below|above|enjoy|examined|formulated|noted in|were made|reflected in)\b"
    r"|\bresponses? of\b|\bit was recommended that\b|\boffer(?:s|ed) the following\b|\bconsiders that\b"
    r"|\b(?:ces|les|aux?|des) (?:\w+ )?recommandations\b.{0,120}?"
    r"\b(?:adhésion|appui|soutien|examin|formulées|ci-\w+|note)"
    r"|\b(?:estas|las) (?:\w+ )?recomendaciones\b.{0,120}?"
    r"\b(?:apoyo|respaldo|examin|formuladas|continuación|infra|nota)",
    re.I,
)
_INDENT = 8.0
"""A list is indented by at least so many points."""
_PART = re.compile(r"(?:\([a-z]{1,3}\)|[a-z•\-–])")


@dataclass(slots=True)
class Lead:
    """A numbered paragraph of chapter II, the numbered list under it, and unnumbered blocks by where they stand.

    `loose` holds pairs: how many items stand before the block, and the block.
    """

    number: int
    block: Block
    items: list[Block] = field(default_factory=list)
    loose: list[tuple[int, Block]] = field(default_factory=list)
    dotted: bool | None = None

    @property
    def last(self) -> int:
        return int(self.items[-1].number) if self.items else 0

    @property
    def current(self) -> Block:
        """The block that a line without a number goes on with."""
        if self.loose and self.loose[-1][0] == len(self.items):
            return self.loose[-1][1]
        return self.items[-1] if self.items else self.block


@dataclass(slots=True)
class Chapter:
    """Chapter II, and what is odd in its numbering: page and words."""

    leads: list[Lead] = field(default_factory=list)
    odd: list[tuple[int, str]] = field(default_factory=list)
    misprints: dict[tuple[int, str], str] = field(default_factory=dict)
    """(lead, item) → the number as it is printed, where that differs."""


def chapter(lines: tuple[Line, ...]) -> Chapter:
    """Read chapter II line by line; each number must follow the one before it."""
    reader = _Reader(lines)
    for at in range(len(lines)):
        reader.line(at)
    return reader.chapter


class _Reader:
    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.usual = usual_gap(lines)
        self.chapter = Chapter()

    @property
    def lead(self) -> Lead | None:
        return self.chapter.leads[-1] if self.chapter.leads else None

    def line(self, at: int) -> None:
        line = self.lines[at]
        above = self.lines[at - 1] if at else None
        fresh = apart(above, line, self.usual) or (above is not None and ended(above.text))
        text = line.text
        if text[:1].isdigit() and (self._dotted(line, fresh) or self._plain(at, fresh)):
            return
        self._unnumbered(line, above)

    def _dotted(self, line: Line, fresh: bool) -> bool:
        """`88.1. Text`: an item of the lead 88. With another lead's number but the right item's, a misprint."""
        found = DOTTED.match(line.text)
        lead = self.lead
        if not found or lead is None or lead.dotted is False:
            return False
        number, item = int(found["lead"]), int(found["item"])
        if number == lead.number + 1 and item == 1 and fresh:
            return self._missing_lead(number, line, found)
        follows = self._follows(lead, item, fresh) or (number == lead.number and self._leaps(lead, item, line, fresh))
        if not follows or (number != lead.number and not (fresh and item == lead.last + 1)):
            return False
        printed = f"{number}.{item}"
        if number != lead.number:
            self._odd(line, f"{printed} is printed where {lead.number}.{item} is due")
            self.chapter.misprints[lead.number, str(item)] = printed
        lead.dotted = True
        self._add(lead, item, line, found.end())
        return True

    def _missing_lead(self, number: int, line: Line, found: re.Match[str]) -> bool:
        """A list begins whose lead bears no number: what stood apart last is the lead."""
        before = self.lead
        words = before.loose.pop()[1].lines if before and before.loose else []
        lead = Lead(number, Block(str(number), line.page, words))
        self._odd(line, f"the list {number}.1 … begins without a numbered paragraph {number} above it")
        self.chapter.leads.append(lead)
        lead.dotted = True
        self._add(lead, 1, line, found.end())
        return True

    def _plain(self, at: int, fresh: bool) -> bool:
        """`96. Text`: the next lead, or the next item of a list that is numbered without its lead."""
        line = self.lines[at]
        found = PLAIN.match(line.text) or (BARE.match(line.text) if fresh else None)
        lead = self.lead
        number = int(found["item"]) if found else 0
        if (
            found
            and lead is not None
            and not lead.dotted
            and (self._follows(lead, number, fresh) or self._leaps(lead, number, line, fresh))
        ):
            as_lead = number == lead.number + 1 and self._reads_as_lead(at)
            if not as_lead:
                lead.dotted = False
                self._add(lead, number, line, found.end())
                return True
        return self._lead(at, fresh)

    def _lead(self, at: int, fresh: bool) -> bool:
        line = self.lines[at]
        lead = self.lead
        found = PLAIN.match(line.text) or (BARE.match(line.text) if fresh else None)
        if not found:
            return False
        number = int(found["item"])
        expected = number == lead.number + 1 if lead else True
        skipped = lead is not None and lead.number + 1 < number <= lead.number + 3
        if not expected and not (skipped and fresh and self._reads_as_lead(at)):
            return False
        if lead and not fresh and not self._reads_as_lead(at):
            return False
        if skipped and lead:
            self._odd(line, f"paragraph {number} follows paragraph {lead.number}")
        self.chapter.leads.append(Lead(number, Block(str(number), line.page, [line.text[found.end() :]])))
        return True

    def _reads_as_lead(self, at: int) -> bool:
        """Whether the words from here to the first bracket speak of recommendations as a whole."""
        words = " ".join(line.text for line in self.lines[at : at + 3])
        return bool(_LEAD.search(re.split(r"\((?![a-z]\))", words)[0][:260]))

    def _follows(self, lead: Lead, item: int, fresh: bool) -> bool:
        """The next number; set apart also one that is out of order by a little (a misprint in the report)."""
        last = lead.last
        if item == last + 1:
            return True
        return fresh and bool(lead.items) and self._complete(lead) and -1 <= item - last <= 4

    def _leaps(self, lead: Lead, item: int, line: Line, fresh: bool) -> bool:
        """A list told in part (an excerpt): set apart, higher, and at the edge where the list's numbers stand."""
        if not fresh or item <= lead.last or not self._complete(lead):
            return False
        if not lead.items:
            return lead.block.lines[-1].rstrip().endswith(":") and line.x0 > self._margin(lead) + _INDENT
        left = lead.items[0].left
        return left is not None and abs(left - line.x0) < _INDENT / 2

    def _margin(self, lead: Lead) -> float:
        """The left edge of a lead: where its paragraphs begin."""
        return min(line.x0 for line in self.lines if line.page == lead.block.page)

    def _complete(self, lead: Lead) -> bool:
        """Whether the block before could end here: with its State, or with a full stop."""
        words = lead.current.lines[-1].rstrip()
        return words.endswith((".", ";", ")", ");", ",", ":"))

    def _add(self, lead: Lead, item: int, line: Line, end: int) -> None:
        if item != lead.last + 1:
            before = f"number {lead.last}" if lead.items else "nothing"
            self._odd(line, f"number {item} follows {before} under paragraph {lead.number}")
        lead.items.append(Block(str(item), line.page, [line.text[end:]], left=line.x0))

    def _unnumbered(self, line: Line, above: Line | None) -> None:
        lead = self.lead
        if lead is None:
            return
        if self._stands_alone(lead, line, above):
            lead.loose.append((len(lead.items), Block("", line.page, [line.text], left=line.x0)))
            return
        current = lead.current
        if len(current.lines) == 1:
            current.hang = line.x0
        current.lines.append(line.text)

    def _stands_alone(self, lead: Lead, line: Line, above: Line | None) -> bool:
        """Set apart and not the rest of an ask: an ask is whole once its State is named."""
        current = lead.current
        if not apart(above, line, self.usual) and not (
            above and above.page != line.page and not current.hangs_at(line.x0)
        ):
            return False
        if not ended(current.lines[-1]) or _PART.match(line.text):
            return False
        return not lead.items or current is not lead.items[-1] or bool(asked_by(current.text[-300:]))

    def _odd(self, line: Line, reason: str) -> None:
        self.chapter.odd.append((line.page, reason))
