"""Chapter II from numbered blocks to asks: each lead in its turn, its list, and what it says of other lists."""

import re
from dataclasses import replace

from graph.records import Position
from loaders.upr.working_group import leads
from loaders.upr.working_group.asks import Ask, Asks
from loaders.upr.working_group.blocks import Block
from loaders.upr.working_group.brackets import asked_by, without_last
from loaders.upr.working_group.conclusions import Chapter, Lead
from loaders.upr.working_group.dialogue import Paragraph
from loaders.upr.working_group.elsewhere import Elsewhere, Listed
from loaders.upr.working_group.leads import Sort, Statement
from loaders.upr.working_group.references import to_dialogue, to_list

_REPLY = re.compile(
    r"(?:With regards? to|As regards|Regarding|Concerning|In relation to|On) (?:the )?recommendations?\b"
    r"|The recommendations? (?:under|in|contained|included|noted)\b",
    re.IGNORECASE,
)
_ANSWERED_IN = re.compile(
    r"\b(?:responses?|repl(?:y|ies)|explanations?|answers?)\b[^.;]*\bparagraphs?\b", re.IGNORECASE
)
_TAIL = 300
"""The State that asks is named in so many last letters of an ask."""


def interpret(chapter: Chapter, dialogue: dict[int, Paragraph], under_review: str) -> Asks:
    """Every ask of a report, with its position where the report states one."""
    asks = Asks(odd=list(chapter.odd))
    reader = _Reader(chapter, asks, Elsewhere(asks, dialogue, under_review))
    for lead in chapter.leads:
        reader.lead(lead)
    return asks


class _Reader:
    def __init__(self, chapter: Chapter, asks: Asks, elsewhere: Elsewhere) -> None:
        self.chapter = chapter
        self.asks = asks
        self.elsewhere = elsewhere

    def lead(self, lead: Lead) -> None:
        said = leads.statement(_words(lead))
        if said.sort is Sort.CLOSING:
            return
        if said.sort is Sort.PLEDGES:
            self._pledges(lead)
            return
        about = self._about(lead, said)
        made: list[str] = []
        if lead.items:
            made = self._numbered(lead, said)
        elif not about:
            made = self._unnumbered(lead, said)
        if made:
            self.elsewhere.lists.append(Listed(lead.number, made))
        self._loose(lead, said, about or made)

    def _about(self, lead: Lead, said: Statement) -> list[str]:
        """The asks elsewhere that a paragraph speaks of; their position is set."""
        page = lead.block.page
        listed = to_list(said.words)
        references = to_dialogue(said.words)
        if listed and self.elsewhere.numbers(said, lead.number, page, listed):
            if _ANSWERED_IN.search(said.words):
                self.asks.statements |= {one.paragraph for one in references}
            return self.elsewhere.lists[-1].names
        if references:
            return [name for one in references for name in self.elsewhere.in_dialogue(one, said, lead.number, page)]
        names = [] if lead.items else self._above(said)
        self.asks.state(names, lead.number, said)
        return names

    def _above(self, said: Statement) -> list[str]:
        """The asks that a sentence without numbers speaks of: the list above, or all that are still open."""
        if said.position is Position.PENDING and not leads.below(said.words):
            return self.asks.open()
        if said.sort in (Sort.ABOVE, Sort.COMMENT) and leads.above(said.words) and self.elsewhere.lists:
            return self.elsewhere.lists[-1].names
        return []

    # -- lists -----------------------------------------------------------------------------------------------

    def _numbered(self, lead: Lead, said: Statement) -> list[str]:
        made: list[str] = []
        for item in lead.items:
            if not self._reply(item, said, lead, made):
                made.append(self._ask(f"{lead.number}.{item.number}", item.text, item.page, said, lead))
        return made

    def _unnumbered(self, lead: Lead, said: Statement) -> list[str]:
        """Asks without numbers bear the number of the paragraph above them."""
        rest = lead.block.text[len(_words(lead)) :].strip()
        found = [(rest, lead.block.page)] if asked_by(rest) else []
        found += [(block.text, block.page) for _, block in lead.loose if asked_by(block.text[-_TAIL:])]
        if len(found) == 1:
            return [self._ask(str(lead.number), *found[0], said, lead)]
        for text, page in found:
            self.asks.odd.append(
                (page, f"one of several asks without number under paragraph {lead.number}: {text[:60]}")
            )
        return [self._ask(f"{lead.number}.{turn}", *one, said, lead) for turn, one in enumerate(found, 1)]

    def _ask(self, name: str, text: str, page: int, said: Statement, lead: Lead) -> str:
        number = name.rpartition(".")[2]
        printed = self.chapter.misprints.get((lead.number, number))
        bare = number if lead.dotted is False else None
        ask = Ask(
            paragraph=name,
            text=without_last(text),
            states=asked_by(text),
            page=page,
            position=said.position,
            stated_in=str(lead.number),
            words=said.words,
            remark=said.remark,
            aliases=tuple(alias for alias in (printed, bare) if alias),
        )
        added = self.asks.add(ask)
        self.asks.check(added, text)
        return added

    def _reply(self, item: Block, said: Statement, lead: Lead, made: list[str]) -> bool:
        """An item that answers instead of asking: it speaks of paragraphs of chapter I, or as the State."""
        text = item.text
        if _REPLY.match(text):
            answer = replace(said, words=text, remark=text)
            references = to_dialogue(text)
            for reference in references:
                for name in self.elsewhere.in_dialogue(reference, answer, lead.number, item.page):
                    self.asks.remark(name, text)
            return bool(references)
        if asked_by(text) or not leads.comments(said.words):
            return False
        if made:
            self.asks.remark(made[-1], text)
        self.asks.notes.append((item.page, f"{lead.number}.{item.number} is the State's comment: {text[:80]}"))
        return True

    # -- what bears no number ------------------------------------------------------------------------------------

    def _loose(self, lead: Lead, said: Statement, about: list[str]) -> None:
        """Blocks without a number: a position for the list above, a remark on asks, or something else."""
        commented = leads.comments(said.words)
        for before, block in lead.loose:
            text = block.text
            if not lead.items and asked_by(text[-_TAIL:]):
                continue  # an ask, read already
            later = leads.statement(text)
            if later.position is not None and leads.above(text) and self.elsewhere.lists:
                self.asks.state(self.elsewhere.lists[-1].names, lead.number, later)
                continue
            if leads.comments(text):
                commented = True
                continue
            if commented and (listed := to_list(text)):
                self.elsewhere.numbers(replace(later, remark=text), lead.number, block.page, listed)
                continue
            names = [f"{lead.number}.{lead.items[before - 1].number}"] if lead.items and before else about
            if not (commented and [self.asks.remark(name, text) for name in names]):
                self.asks.notes.append((block.page, f"stands apart under paragraph {lead.number}: {text[:80]}"))

    def _pledges(self, lead: Lead) -> None:
        """Commitments that stand inside chapter II."""
        for item in lead.items:
            self.asks.pledges.append(Block(f"{lead.number}.{item.number}", item.page, item.lines))
        if not lead.items:
            lines = [line for block in (lead.block, *(one for _, one in lead.loose)) for line in block.lines]
            self.asks.pledges.append(Block(str(lead.number), lead.block.page, lines))


def _words(lead: Lead) -> str:
    """The lead's own sentences: its block, without an unnumbered ask that follows its colon."""
    text = lead.block.text
    head, colon, rest = text.partition(":")
    return head + colon if colon and asked_by(rest) and not to_dialogue(head) else text
