"""Paragraphs about the procedure: dissemination, the next report, and which paragraphs are followed up."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from loaders.documents import asking, citations

_HEADING = re.compile(
    r"\bdissemination\b|\bnext (?:periodic )?reports?\b|\bfollow-?up (?:and|to|procedure|of the)|^follow-?up\b"
    r"|\bpreparation of the\b.*\breport|\breporting\b|\bdiffusion\b|\bsuivi\b|\bprochain rapport|\bdifusión\b"
    r"|\bseguimiento\b|\bpróximo informe|\bcommon core document",
    re.I,
)
_SENTENCES: Final = (
    re.compile(
        r"\b(?:submit|present|prepare)\b.{0,120}\b(?:periodic|combined|next|initial)\b.{0,40}\breports?\b", re.I
    ),
    re.compile(
        r"\b(?:disseminat|circulat|publici[sz]|widely available).{0,200}\bconcluding (?:observations|comments)", re.I
    ),
    re.compile(
        r"\bconcluding (?:observations|comments)\b.{0,120}\b(?:disseminat|circulat|publici[sz]|widely|available)", re.I
    ),
    re.compile(r"\bnext (?:\w+ )?(?:periodic )?report\b.{0,60}\b(?:is due|be submitted|by \d)", re.I),
    re.compile(
        r"\bcommon core document\b|\bsimplified reporting procedure\b|\bharmonized guidelines on reporting\b", re.I
    ),
    re.compile(r"\b(?:soumettre|présenter)\b.{0,80}\brapports?\b|\bdiffuser\b.{0,80}\bobservations finales", re.I),
    re.compile(r"\bpresent(?:e|ar)\b.{0,80}\binformes?\b|\bdifund[ai]\w*\b.{0,80}\bobservaciones finales", re.I),
)
_BY_WHEN = re.compile(
    r"\bwithin (?:\w+|\d+)(?: \(\d+\))? (?:years?|months?)\b|\bby \d{1,2} \w+ \d{4}"
    r"|\b(?:no|not) later than\b|\bin (?:one|two) years?\b"
    r"|\bdans (?:un|les?) (?:délai|\w+ (?:ans?|mois))|\b(?:au plus tard|d.ici)\b"
    r"|\ben (?:un|el) plazo\b|\ba más tardar\b",
    re.I,
)
_INFORMATION = re.compile(r"\binformation|\breport|\brenseignements|\binformación|\binforme", re.I)


def about_reporting(heading: str, text: str, language: str) -> bool:
    """Whether a paragraph asks nothing but what belongs to the procedure of reporting."""
    if _HEADING.search(heading):
        return True
    asked = [one for one in asking.sentences(text) if asking.asks_in(one, language)]
    return bool(asked) and all(selects(one) or any(form.search(one) for form in _SENTENCES) for one in asked)


def selects(sentence: str) -> tuple[str, ...]:
    """The paragraphs that a sentence picks for follow-up: a date or term, information asked, paragraphs named."""
    if not (_BY_WHEN.search(sentence) and _INFORMATION.search(sentence)):
        return ()
    elsewhere = [range(one.at, one.end) for one in citations.cited(sentence)]
    found = [
        number
        for listed in citations.PARAGRAPHS.finditer(sentence)
        if not any(listed.start() in span for span in elsewhere)
        for number in citations.numbers(listed[1])
    ]
    return tuple(dict.fromkeys(found))


def selected(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(paragraph or item picked for follow-up, the words that pick it) for all paragraphs of a document."""
    for text in texts:
        for sentence in asking.sentences(text):
            for number in selects(sentence):
                yield number, sentence
