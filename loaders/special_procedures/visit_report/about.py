"""What a visit report says of the visit: mandates, holder, States and days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph import mechanisms, states
from loaders.documents import asking, days, kinds
from loaders.documents.un_paper import UnPaper, plain

_OFFICE = (
    r"(?:Special Rapporteurs?|Independent Experts?|Working Group|Special Representative|Representative of the"
    r"|Rapporteuse? spéciale?|Rapporteur spécial|Expert(?:e)? indépendant(?:e)?"
    r"|Relatora? Especial|Expert[oa] Independiente)"
)
_NAME = (
    r"(?:(?:Mr|Ms|Mrs|Prof|Dr|M|Mme)\.?\s+)?(?P<name>[A-ZÀ-Þ][\w’'\-]+\.?"
    r"(?:\s(?!Addendum|Mission|Visit|Summary|MISSION|VISIT|ADDENDUM)(?:de|la|van|von|der|den|el|al|bin|du|da|di|y|[A-ZÀ-Þ][\w’'\-]*\.?)){1,5})"
)
_ENDS = (
    r"(?=\s*(?:[,;*∗(]|\.\s|$|Addendum|Mission|Visit"
    r"|on (?:his|her|their)|submitted|visited|conducted|undertook|carried))"
)
_HOLDERS = (
    re.compile(rf"submitted by (?:the )?{_NAME},\s*{_OFFICE}", re.I),
    re.compile(rf"\b{_OFFICE}\b[^.]{{0,260}}?,\s*{_NAME}{_ENDS}"),
    re.compile(rf"\b{_OFFICE}:\s*{_NAME}{_ENDS}"),
)
_NO_NAME = re.compile(
    r"Human Rights|United Nations|Council|Commission|Assembly|Nations|Summary|Addendum|Rights|Resolution"
    r"|Note|Mission|Visit"
)
_WENT = re.compile(r"\b(?:visit|mission|travel|undertook|conducted|carried out|s.est rendu|effectu|realiz)", re.I)
_REPORT = re.compile(r"\b(?:Report|REPORT|Rapport|Informe|Preliminary note|Note)\b.{0,400}", re.S)
_AFTER = 160
"""Letters after "Mission to" among which State and days stand."""
_FIRST = 4
"""Paragraphs that may tell when and by whom."""
_JOIN = re.compile(r"\s*(?:,|and|y|et|&|,\s*and)\s*(?:the\s+|to\s+)?")


@dataclass(frozen=True, slots=True)
class About:
    """`states` are ISO codes in the order of the title; days are None where nothing tells them."""

    mandates: tuple[str, ...]
    holder: str
    states: tuple[str, ...]
    start: date | None
    end: date | None


def about(paper: UnPaper) -> About:
    """What title, by-line, summary and first paragraphs tell."""
    heading = f"{paper.heading} {paper.footnote}"
    first = " ".join(plain(paragraph.text) for paragraph in paper.told.paragraphs[:_FIRST])
    period = next(_periods(heading, first), None)
    return About(
        mandates=_mandates(heading, first),
        holder=_holder(heading, first),
        states=_states(heading, first),
        start=period.start if period else None,
        end=period.finish if period else None,
    )


def _mandates(heading: str, first: str) -> tuple[str, ...]:
    """Of the title's first sentences; else the first that the page, then the first paragraphs, name."""
    title = _REPORT.search(heading)
    named = mechanisms.mandates(title[0].split("Summary")[0]) if title else ()
    return named or mechanisms.mandates(heading)[:1] or mechanisms.mandates(first)[:1]


def _holder(heading: str, first: str) -> str:
    for text in (heading, first):
        for form in _HOLDERS:
            for found in form.finditer(text):
                if not _NO_NAME.search(found["name"]) and not states.mentions(found["name"]):
                    return found["name"].strip(" .")
    return ""


def _states(heading: str, first: str) -> tuple[str, ...]:
    """The States right after "Mission to"; joined by commas and "and" where there are several."""
    for text in (heading, first):
        for visit in kinds.VISIT.finditer(text):
            found = _joined(text[visit.end() : visit.end() + _AFTER])
            if found:
                return found
    named = states.mentions(first)
    return (named[0].state,) if named else ()


def _joined(text: str) -> tuple[str, ...]:
    found: list[str] = []
    end = 0
    for mention in states.mentions(text):
        between = text[end : mention.start]
        if found and not _JOIN.fullmatch(between):
            break
        if not found and len(between.split()) > 4:
            break
        found.append(mention.state)
        end = mention.end
    return tuple(dict.fromkeys(found))


def _periods(heading: str, first: str) -> Iterator[days.Period]:
    """In order: in the title after "Mission to X", in a sentence that tells of a visit."""
    for visit in kinds.VISIT.finditer(heading):
        yield from days.periods(heading[visit.end() : visit.end() + _AFTER])
    for text in (heading, first):
        for sentence in asking.sentences(text):
            if _WENT.search(sentence):
                yield from days.periods(sentence)
