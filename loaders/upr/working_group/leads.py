"""The sentence above a list, or about numbers and paragraphs, that says what the State's position is.

In English, French and Spanish: the lists are numbered alike, only these words differ.
"""

import re
from dataclasses import dataclass
from enum import Enum

from graph.records import Position


class Sort(Enum):
    """What a numbered paragraph of chapter II is about."""

    ASKS = "asks"
    ABOVE = "above"
    COMMENT = "comment"
    PLEDGES = "pledges"
    CLOSING = "closing"
    OTHER = "other"


_CLOSING = re.compile(r"^All (?:the )?conclusions and|^Toutes les conclusions et|^Todas las conclusiones y", re.I)
_RECOMMEND = re.compile(r"recomm?[ea]nd", re.I)
_ASKS = re.compile(rf"{_RECOMMEND.pattern}|made to|the following|listed below", re.I)
_PLEDGES = re.compile(
    r"\b(?:voluntary|pledges?|commitments?|engagements? volontaires?|promesas?|compromisos? voluntarios?)\b", re.I
)
_MADE_PLEDGES = re.compile(r"\b(?:made|makes?|undert\w+|commit)\b[^.]*\b(?:voluntary|pledges?|commitments?)", re.I)
_NOTED = re.compile(
    r"\b(?:did|do|does|could|can|has|have|had|is|are|was|were) ?(?:not|n.t) (?:\w+ ){0,3}?"
    r"(?:enjoy|support|accept|agree|in a position)"
    r"|\bcannot\b[^.;]{0,60}\b(?:accept|support|agree)|\breject|\bnot (?:supported|accepted|applicable)"
    r"|\bneither\b[^.]*\baccept|\benjoys? no support|\bfactually incorrect|\bunable to (?:accept|support)"
    r"|\bn(?:e |.)(?:\w+ ){0,3}pas (?:\w+ ){0,3}?(?:recueilli|l.adhésion|l.appui|le soutien|accept|appuy|en mesure)"
    r"|\b(?:ne peut|ne peuvent)\b[^.;]{0,30}\baccept|\brejet|\bn.accepte pas|\bn.appuie pas"
    r"|\bno (?:\w+ ){0,3}?(?:cuenta|goza|recib|tiene|acept|apoy|puede acept)|\brechaz",
    re.I,
)
_SUPPORTED = re.compile(
    r"\benjoy(?:s|ed)?\b[^.;:]{0,40}\bsupport|\bmeets? with the support"
    r"|\b(?:accepted|supported)\b(?! by the)|\baccepts\b|\bsupports\b"
    r"|\b(?:recueill\w+|bénéfici\w+|emport\w+|rencontr\w+|obten\w+)\b[^.;:]{0,30}\b(?:adhésion|appui|soutien)"
    r"|\baccept(?:e|ent|ées|és)\b|\bappuy(?:e|ées|és)\b|\bfait siennes"
    r"|\b(?:cuenta\w*|goza\w*|recib\w+|obtuv\w+)\b[^.;:]{0,30}\b(?:apoyo|respaldo)|\bacepta(?:n|das?|dos?)?\b",
    re.I,
)
_PENDING = re.compile(
    r"\b(?:will|would|shall) (?:be )?(?:\w+ )?(?:examin|consider|respond|repl|review|stud|provid)"
    r"|\bresponses?\b[^.]{0,120}\b(?:will|would) be\b|\bresponses?\b[^.]{0,60}\bno later than"
    r"|\bin due (?:time|course)|\boutcome (?:report|to be adopted)"
    r"|\bfor (?:further )?(?:consideration|examination)\b"
    r"|\b(?:seront|sera) examiné|\bexaminera\b|\b(?:fournira|donnera|apportera|répondra)\b|\ben temps (?:voulu|utile)"
    r"|\b(?:serán|será) examinad|\bexaminará\b|\b(?:dará|ofrecerá|proporcionará|responderá)\b|\ba su debido tiempo"
    r"|\boportunamente\b",
    re.I,
)
_TAKES_NOTE = re.compile(
    r"\btakes? note\b|\b(?:has |have )?noted\b(?! in)|\bnotes the\b"
    r"|\b(?:prend|pris|prennent) (?:\w+ )?note\b|\btoman? (?:\w+ )?nota\b|\b(?:ha |han )?tomado nota\b|\btomó nota\b",
    re.I,
)
_DONE = r"(?:implemented|in (?:the )?process of(?: being)? implement\w*)"
_IN_PLACE = re.compile(
    rf"\b(?:either |currently |being |already )*{_DONE}(?:,? (?:or|and|either)[^.;:]{{0,40}}?implement\w*)?"
    r"|\b(?:déjà |en cours d.|en cours de )+(?:appliqu\w+|application|mises? en œuvre|mise en œuvre)"
    r"|\b(?:ya (?:se )?(?:han |ha |están |está )?(?:sido )?(?:aplica\w+|cumpli\w+)|en (?:proceso|vías) de aplicación)",
    re.I,
)
_WRONG = re.compile(r"\b(?:inaccurate\b[^.:]*|factually incorrect|not applicable)", re.I)
_COMMENT = re.compile(
    r"\b(?:following|offers?|offered|made|provided)\b[^.:]{0,40}"
    r"\b(?:comments?|explanations?|clarifications?|remarks?)\b",
    re.I,
)
_ABOVE = re.compile(
    r"\b(?:above|those|these|the) recommendations?\b|\brecommendations?\b[^.]{0,80}\babove\b"
    r"|\b(?:ces|les) recommandations\b|\bci-dessus\b|\b(?:estas|las) recomendaciones\b|\b(?:supra|anteriores)\b",
    re.I,
)
_BELOW = re.compile(
    r"\b(?:listed below|below|following recommendations?|as follows)\b|recomm?[ea]nd[^:]*:\s*$"
    r"|\b(?:ci-après|ci-dessous|suivantes?|énumérées|siguientes|infra|a continuación)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence says: its sort, the position (None: it says none), the State's remark, its words."""

    sort: Sort
    position: Position | None
    remark: str
    words: str


def statement(text: str) -> Statement:
    """Read the sentence of a numbered paragraph of chapter II (without the list below it)."""
    return Statement(_sort(text), position(text), remark(text), text.strip(" :"))


def position(text: str) -> Position | None:
    """The position that a lead states; None where it only says that recommendations were made."""
    if _NOTED.search(text):
        return Position.NOTED
    if _SUPPORTED.search(text):
        return Position.SUPPORTED
    if _PENDING.search(text):
        return Position.PENDING
    return Position.NOTED if _TAKES_NOTE.search(text) else None


def above(text: str) -> bool:
    """Whether a sentence speaks of recommendations that stand above it."""
    return bool(_ABOVE.search(text)) and not _BELOW.search(text)


def comments(text: str) -> bool:
    """Whether a sentence announces what the State has to say."""
    return bool(_COMMENT.search(text))


def below(text: str) -> bool:
    """Whether a sentence announces what follows it."""
    return bool(_BELOW.search(text))


def remark(text: str) -> str:
    """What a lead adds to a position: "already implemented or in the process of implementation"."""
    found = _IN_PLACE.search(text)
    if found:
        return re.sub(r"^either ", "", found[0], flags=re.I)
    found = _WRONG.search(text)
    return found[0].strip(" ,;") if found else ""


def _sort(text: str) -> Sort:
    if _CLOSING.search(text):
        return Sort.CLOSING
    if not _RECOMMEND.search(text) and _PLEDGES.search(text):
        return Sort.PLEDGES
    if above(text) and position(text) is not None:
        return Sort.ABOVE
    if _COMMENT.search(text) and position(text) is None:
        return Sort.COMMENT
    if _MADE_PLEDGES.search(text):
        return Sort.PLEDGES
    return Sort.ASKS if _ASKS.search(text) else Sort.OTHER
