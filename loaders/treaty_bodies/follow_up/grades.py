"""Grades in the words of a follow-up letter or report, each with the paragraphs it is given for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from loaders.documents import asking, citations
from loaders.documents.kinds import OBSERVATIONS

SCHEME: Final = "follow-up-grade"
_LETTER = r"(?P<grade>A|B[12]?|C[12]?|D[12]?|E)"
_BRACKETED = re.compile(rf"\[{_LETTER}\]")
_NAMED = re.compile(
    rf"\b(?:grade[ds]?|rated|rating|assessment|evaluat\w+|category|note|calificaci\w+)\b[^.;\[\]]{{0,60}}?(?:\bas\b|:|[“\"(])?"
    rf"\s*[“\"(]?\b{_LETTER}\b(?=[”\")\].,;]|$)"
)
_PAIR = re.compile(rf"(?P<paragraph>{citations.LIST})\s*(?P<grades>(?:\[(?:A|B[12]?|C[12]?|D[12]?|E)\]\s*)+)")
_PART = re.compile(rf"\[{_LETTER}\]\s*:?\s*(?P<items>\([a-z]\)(?:\s?(?:,|and|et|y|,\s?and)\s?\([a-z]\))*)")
_WORDS: Final = (
    (
        "not implemented",
        re.compile(r"\bnot (?:yet )?(?:been )?implemented\b|\bno steps? (?:has|have) been taken", re.I),
    ),
    (
        "partially implemented",
        re.compile(r"\b(?:partially|partly) implemented\b|\bimplemented (?:partially|in part)\b", re.I),
    ),
    ("substantially implemented", re.compile(r"\bsubstantially implemented\b", re.I)),
    (
        "lack of sufficient information",
        re.compile(
            r"\black of (?:sufficient )?information\b|\b(?:insufficient|did not receive sufficient|has not received"
            r"(?: sufficient)?|not provided(?: with)? sufficient|no) information\b",
            re.I,
        ),
    ),
    ("implemented", re.compile(r"\b(?:has|have) been (?:fully )?implemented\b|\bfully implemented\b", re.I)),
)
"""In this order: the first that a sentence shows is meant."""
_CONSIDERS = re.compile(
    r"\b(?:Committee|Rapporteur|it)\b.{0,60}\b(?:considers?|finds?|concludes?|is of the view|notes?|assess)", re.I
)


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade: its value, the paragraphs it is said to be for (none: those the text speaks of), its words."""

    value: str
    paragraphs: tuple[str, ...]
    words: str


def grades(text: str, current: tuple[str, ...]) -> Iterator[Grade]:
    """Every grade of one block; `current` are the paragraphs of which the text speaks."""
    paired = list(_PAIR.finditer(text))
    for found in paired:
        for one in _BRACKETED.finditer(found["grades"]):
            yield Grade(one["grade"], tuple(citations.numbers(found["paragraph"])), text)
    if paired:
        return
    parts = list(_PART.finditer(text)) if current else []
    for found in parts:
        letters = re.findall(r"\([a-z]\)", found["items"])
        named = tuple(f"{paragraph} {letter}" for paragraph in _whole(current) for letter in letters)
        yield Grade(found["grade"], named, text)
    graded = {part.start() for part in parts}
    for found in _BRACKETED.finditer(text):
        if found.start() not in graded:
            yield Grade(found["grade"], (), text)
    if not _BRACKETED.search(text):
        yield from _in_words(text)


def _whole(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paragraph.split(" ")[0] for paragraph in paragraphs))


def _in_words(text: str) -> Iterator[Grade]:
    for sentence in asking.sentences(text):
        named = _NAMED.search(sentence)
        if named:
            yield Grade(named["grade"], paragraphs(sentence), sentence)
        elif _CONSIDERS.search(sentence):
            value = next((value for value, words in _WORDS if words.search(sentence)), "")
            if value:
                yield Grade(value, paragraphs(sentence), sentence)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of the concluding observations that a text speaks of: those of other documents are no matter."""
    elsewhere = [range(one.at, one.end) for one in citations.cited(text) if not is_observations(one.symbol)]
    return tuple(
        dict.fromkeys(
            number
            for listed in citations.PARAGRAPHS.finditer(text)
            if not any(listed.start() in span for span in elsewhere)
            for number in citations.numbers(listed[1])
        )
    )


def is_observations(symbol: str) -> bool:
    """Whether a symbol is that of concluding observations, and not of a reply to them."""
    reply = "/CO/" in symbol and "/Add." in symbol
    return bool(OBSERVATIONS.search(symbol)) and not reply
