"""What concluding observations say of themselves: State, committee, session, the day of their adoption."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph import mechanisms, states
from graph.clean import Unclear
from loaders.documents import asking, days, ordinals, symbols
from loaders.documents.un_paper import UnPaper

TITLE: Final = re.compile(
    r"\b(?:concluding (?:observations|comments)|observations finales|observaciones finales)\b.*$", re.I | re.S
)
"""The title from these words on."""
_ADOPTED = re.compile(r"\badopt|\bapprov|\ba adopté|\baprob", re.I)
_SESSION = re.compile(rf"\b(?:({ordinals.PATTERN})|(\d{{1,3}})(?:st|nd|rd|th)) session\b", re.I)
_ELSEWHERE = re.compile(r"(\d{1,3})\s?(?:e|ème|º|°|o)\.?\s(?:session|período)", re.I)
_FIRST = 3
"""Paragraphs among which the introduction tells meetings and dates."""


@dataclass(frozen=True, slots=True)
class About:
    """`state` is empty where neither symbol nor title names one."""

    body: str
    state: str
    session: int | None
    adopted: date | None


def about(paper: UnPaper) -> About:
    """Raises KeyError if the symbol is no treaty body's, which the recogniser has made sure of."""
    first = " ".join(paragraph.text for paragraph in paper.told.paragraphs[:_FIRST])
    told = f"{paper.heading} {paper.footnote} {first}"
    return About(
        body=mechanisms.from_symbol(paper.title.symbol) or "",
        state=_state(paper, first),
        session=_session(told) or paper.title.session,
        adopted=_adopted(first) or _adopted(paper.heading),
    )


def _state(paper: UnPaper, first: str) -> str:
    """By the symbol's code; older symbols have none: then the title tells, or the first paragraph."""
    with suppress(Unclear):
        return states.state(symbols.state_code(paper.title.symbol))
    title = TITLE.search(paper.heading)
    for text in (title[0] if title else "", first):
        named = states.mentions(text)
        if named:
            return named[0].state
    return paper.title.state


def _session(text: str) -> int | None:
    """The session at which they were adopted, else the first one named."""
    adopted = _ADOPTED.search(text)
    for part in (text[adopted.start() : adopted.start() + 200] if adopted else "", text):
        found = _SESSION.search(part)
        if found:
            return int(found[2]) if found[2] else ordinals.number(found[1])
        other = _ELSEWHERE.search(part)
        if other:
            return int(other[1])
    return None


def _adopted(text: str) -> date | None:
    """The last day in the sentence that tells of the adoption."""
    for sentence in asking.sentences(text):
        if _ADOPTED.search(sentence):
            found = list(days.days(sentence))
            if found:
                return found[-1]
    return None
