"""The Sustainable Development Goals and targets that a text names, by code."""

import re
from collections.abc import Iterator
from contextlib import suppress

from graph import goals
from graph.clean import Unclear

_AND = r"(?:\s?(?:,|;|and|et|y|&)\s?(?:and\s)?(?:targets?\s|metas?\s|cibles?\s)?)"
_TARGET = r"\d{1,2}\.(?:\d{1,2}|[a-d])(?!\w)"
_EITHER = r"\d{1,2}(?!\d)(?:\.(?:\d{1,2}|[a-d])\b)?"
_TARGETS = re.compile(rf"\b(?:targets?|cibles?|metas?)\s+({_TARGET}(?:{_AND}{_TARGET})*)", re.I)
_NAMES = (
    "Sustainable Development Goals?|SDGs?|Objectifs? de développement durable|ODD|"
    "Objetivos? de Desarrollo Sostenible|ODS"
)
_GOALS = re.compile(rf"\b(?:{_NAMES})\s+(?:No\.\s?)?({_EITHER}(?:{_AND}{_EITHER})*)")
_GOAL_OF = re.compile(r"\bGoals?\s+(\d{1,2}(?:\s?(?:,|and)\s?\d{1,2})*)(?=[^\n]{0,80}Sustainable Development)")
_ABOUT = re.compile(rf"\b(?:{_NAMES}|2030 Agenda)\b")
_ONE = re.compile(r"\d{1,2}(?:\.(?:\d{1,2}|[a-d])\b)?")


def named(text: str) -> tuple[str, ...]:
    """`target 5.1 of the Sustainable Development Goals` → 5.1; a number that is no goal or target is passed over."""
    return tuple(dict.fromkeys(_codes(text)))


def _codes(text: str) -> Iterator[str]:
    if not _ABOUT.search(text):
        return
    for pattern in (_TARGETS, _GOALS, _GOAL_OF):
        for found in pattern.finditer(text):
            for one in _ONE.findall(found[1]):
                with suppress(Unclear):
                    yield goals.goal(one)
