"""Sustainable Development Goals and targets named by number: `SDG target 5.2`, `Goals 3 and 4 of the 2030 Agenda`."""

import re
from collections.abc import Iterator

from graph import goals, terms
from graph.clean import Unclear
from graph.link.named.named import Kind, Named

_NAMES = (
    r"(?:Sustainable Development Goals?|SDGs?|Objectifs? de développement durable|ODD|"
    r"Objetivos? de Desarrollo Sostenible|ODS)"
)
_CODE = r"(?<![\d.])\d{1,2}(?:\.(?:\d{1,2}|[a-d])(?![\w.]\d))?(?![\d%])(?!\s?(?:%|per cent|years?|countries|goals)\b)"
_SHORT = rf"(?:(?:{_NAMES}|[Gg]oals?|[Tt]argets?|cibles?|metas?|and|et|y)\s)"
_AND = rf"\s?(?:,|;|&|/|\band\b|\bet\b|\by\b|[-–]|\bto\b)+\s?(?:and\s)?{_SHORT}{{0,2}}"
_NAMED = re.compile(
    rf"\b{_NAMES}(?:['’]s)?[\s#:-]{{0,2}}(?:\(?SDGs?\)?\s)?(?:(?:[Nn]o\.?|[Nn]umber|[Gg]oals?|[Tt]argets?|cibles?|metas?)\s?)*"
    rf"(?P<list>{_CODE}(?:{_AND}{_CODE})*)"
)
_TARGET = r"\d{1,2}\.(?:\d{1,2}|[a-d])\b"
_TARGETS = re.compile(
    rf"\b(?:[Tt]argets?|[Cc]ibles?|[Mm]etas?)\s(?P<list>{_TARGET}(?:\s?(?:,|and|et|y|&)+\s?(?:targets? )?{_TARGET})*)"
)
_GOALS_OF = re.compile(
    r"\b(?:Goals?|Objectifs?|Objetivos?)\s(?P<list>\d{1,2}(?:\s?(?:,|and|et|y|&)+\s?\d{1,2})*)\s(?:\([^()]{1,80}\)\s)?"
    rf"(?:of|in|under|de|des|del)\s(?:the\s|los\s|la\s|l[’']){{0,2}}(?:UN\s|United Nations\s)?"
    rf"(?:{_NAMES}|2030 Agenda|Agenda 2030)\b"
)
_ABOUT = re.compile(rf"\b{_NAMES}\b|\b2030 Agenda\b|\bAgenda 2030\b")
_ONE = re.compile(r"(?P<code>\d{1,2}(?:\.(?:\d{1,2}|[a-d])\b)?)(?P<to>\s?(?:[-–]|to)\s?(?=\d))?")


def targets(text: str) -> Iterator[Named]:
    """Every goal and target; of a range of goals (`SDGs 1–6`) each, what is no goal is passed over."""
    if not _ABOUT.search(text):
        return
    taken: list[range] = []
    for pattern in (_NAMED, _GOALS_OF, _TARGETS):
        for found in pattern.finditer(text):
            if any(found.start("list") in span for span in taken):
                continue
            taken.append(range(found.start("list"), found.end("list")))
            for code in _codes(found["list"]):
                yield Named(Kind.TARGET, terms.sdg(code), found[0], found.start(), found.end())


def _codes(listed: str) -> Iterator[str]:
    begun = ""
    for one in _ONE.finditer(listed):
        code = _goal(one["code"])
        if begun and code and begun.isdigit() and code.isdigit():
            yield from (str(number) for number in range(int(begun) + 1, int(code)))
        if code:
            yield code
        begun = code if one["to"] else ""


def _goal(told: str) -> str:
    try:
        return goals.goal(told)
    except Unclear:
        return ""
