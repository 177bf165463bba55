"""Asks that a paragraph of chapter II names without repeating them: by the number of a list, or in chapter I."""

import re
from dataclasses import dataclass, field, replace

from loaders.upr.working_group.asks import Ask, Asks
from loaders.upr.working_group.dialogue import Paragraph
from loaders.upr.working_group.leads import Statement
from loaders.upr.working_group.references import Reference

_NAMED_LIST = re.compile(r"\bparagraph (\d{1,3})\b(?!\.\d)")
_PART = re.compile(r"\b(?:first|second|last|latter) part\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """The names of the asks in the list of one paragraph."""

    paragraph: int
    names: list[str]


@dataclass(slots=True)
class Elsewhere:
    """Finds what is named: `lists` are the lists above, in order; `dialogue` is chapter I."""

    asks: Asks
    dialogue: dict[int, Paragraph]
    under_review: str
    lists: list[Listed] = field(default_factory=list)

    def numbers(self, said: Statement, paragraph: int, page: int, numbers: list[str]) -> bool:
        """`recommendations Nos. 1, 2 and 78 above`: True if at least one is known."""
        if not self.lists:
            return False
        named = _NAMED_LIST.search(said.words)
        own = self._list(named[1] if named else "", numbers)
        names = [
            number if "." in number else f"{own}.{number}" for number in numbers if not named or number != named[1]
        ]
        known = [name for name in names if name in self.asks.by_paragraph]
        if not known:
            return False
        if named and named[1] != str(own):
            reason = f"paragraph {paragraph} speaks of a list under paragraph {named[1]}, where none is: {own} is taken"
            self.asks.odd.append((page, reason))
        for name in sorted(set(names) - set(known)):
            self.asks.odd.append((page, f"paragraph {paragraph} names {name}, which is not in the report"))
        whole = not _PART.search(said.words)
        self.asks.state(known, paragraph, said if whole else replace(said, remark=said.words))
        return True

    def _list(self, named: str, numbers: list[str]) -> int:
        """The list that a sentence speaks of: the one it names, else the last that is long enough."""
        for one in self.lists:
            if str(one.paragraph) == named:
                return one.paragraph
        for one in reversed(self.lists):
            if all("." in number or f"{one.paragraph}.{number}" in one.names for number in numbers):
                return one.paragraph
        return self.lists[-1].paragraph

    def in_dialogue(self, reference: Reference, said: Statement, paragraph: int, page: int) -> list[str]:
        """An ask that stands in chapter I becomes one, with the position said here; tells its name."""
        found = self.dialogue.get(reference.paragraph)
        if found is None:
            self.asks.odd.append((page, f"paragraph {paragraph} names paragraph {reference}, which was not found"))
            return []
        letters = reference.part.split()
        if len(letters) == 2 and reference.part not in found.parts and letters[1] in found.parts:
            # "35 (g) (i)", where (i) is no part of (g): two letters
            single = [Reference(reference.paragraph, letter) for letter in letters]
        else:
            single = [reference]
        names = [self._ask(one, found, said, paragraph, page) for one in single]
        return [name for name in names if name]

    def _ask(self, reference: Reference, found: Paragraph, said: Statement, paragraph: int, page: int) -> str:
        name = str(reference)
        if name in self.asks.by_paragraph:
            return name
        text = self._text(reference, found, paragraph)
        if not text:
            reason = f"paragraph {paragraph} names {name}: paragraph {found.number} has no such part"
            self.asks.odd.append((page, reason))
            return ""
        speaker = found.speaker(self.under_review)
        if not speaker:
            self.asks.odd.append((found.page, f"{name}: no speaking State was found"))
        ask = Ask(
            paragraph=name,
            text=text,
            states=(speaker,) if speaker else (),
            page=found.page,
            position=said.position,
            stated_in=str(paragraph),
            words=said.words,
            remark=said.remark,
        )
        return self.asks.add(ask)

    def _text(self, reference: Reference, found: Paragraph, paragraph: int) -> str:
        if reference.last_sentence:
            return found.sentences[-1]
        if not reference.part:
            return found.asks()
        printed = found.parts.get(reference.part, "")
        if printed:
            return printed
        turn = found.turn(reference.part)
        if turn:
            reason = f"{reference} is named in paragraph {paragraph}, but no such letter is printed: taken by its turn"
            self.asks.notes.append((found.page, reason))
        return turn
