"""Which way an ask goes: what it wants ended and what it wants kept or brought back, as stems."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from graph.link.wording import stems

_ENDS = (
    r"abolish\w*|abolition of|repeal\w*|abrogat\w*|withdraw\w*(?: from)?|withdrawal (?:from|of)|denounc\w*|leave the"
    r"|lift(?:ing)?|revok\w*|moratorium on|discontinu\w*|dismantl\w*|dissol(?:ve|ving)|cut(?:ting)? back|lower(?:ing)?"
    r"|stop(?:ping)?|prohibit\w*|prohibition (?:of|on)|ban(?:ning)?(?: on)?|criminali[sz]\w*"
    r"|outlaw\w*|re-?criminali[sz]\w*"
)
_KEEPS = (
    r"maintain\w*|retain\w*|preserv\w*|reinstat\w*|reintroduc\w*|restor(?:e|ing|ation of)|resum(?:e|ing)|bolster\w*"
    r"|keep(?:ing)?|uphold\w*|support(?:ing)? the|join(?:ing)?|accede\w* to|accession to|ratif\w*|rais(?:e|ing)"
    r"|appl(?:y|ying)|decriminali[sz]\w*|legali[sz]\w*|allow\w*|permit\w*"
)
_NOT = r"not(?: to)?|refrain\w* from|never"
_CUE = re.compile(rf"\b(?:(?P<ends>{_ENDS})|(?P<keeps>{_KEEPS})|(?P<not>{_NOT}))(?!\w)", re.I)
_FAR = 80
"""A verb governs so many characters after it, at most to the next verb, semicolon or stop."""
_CLOSE = 45
"""Verbs so close govern each other: "repeal the laws criminalizing …"."""
_STOP = re.compile(r"[;.,]|\band\b")


@dataclass(frozen=True, slots=True)
class Direction:
    """Stems of what an ask wants ended, and of what it wants kept, brought back, allowed or joined."""

    ends: frozenset[str]
    keeps: frozenset[str]


def direction(text: str) -> Direction:
    """Signs of verbs in a row multiply: to maintain the moratorium on the death penalty is to end the death penalty."""
    towards: dict[bool, set[str]] = {True: set(), False: set()}
    cues = list(_CUE.finditer(text))
    keeps, before = True, None
    for cue, following in zip_longest(cues, cues[1:]):
        chained = (
            before is not None
            and cue.start() - before.end() <= _CLOSE
            and not _STOP.search(text, before.end(), cue.start())
        )
        own = cue["keeps"] is not None
        keeps = (own == keeps) if chained else own
        far = min(cue.end() + _FAR, following.start() if following else len(text))
        stop = _STOP.search(text, cue.end(), far)
        towards[keeps].update(stems(text[cue.end() : stop.start() if stop else far]))
        before = cue
    return Direction(frozenset(towards[False] - towards[True]), frozenset(towards[True] - towards[False]))
