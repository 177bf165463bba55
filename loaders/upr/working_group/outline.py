"""The chapters of a Working Group report: introduction, I (dialogue), II (recommendations), III (pledges).

The same in English, French and Spanish.
"""

import re
from dataclasses import dataclass

from loaders.documents.furniture import Body
from loaders.documents.pdf import Line

_CHAPTER = re.compile(r"(?P<numeral>I{1,3}|IV|V)\s?\.\s?(?P<title>[A-Z].*)")
_CONTENTS = re.compile(r"\.{4}|…")
_DIALOGUE = re.compile(
    r"(?:I\s?\.\s?)?(?:Summary of the proceedings|Résumé des débats|Resumen de las deliberaciones)", re.IGNORECASE
)
_CONCLUSIONS = re.compile(
    r"(?:II\s?\.\s?)?(?:Conclusions?\s?(?:and\s?/\s?or|and|/)\s?recommendations?"
    r"|Conclusions\s(?:et\s?/\s?ou|et)\srecommandations|Conclusiones\s(?:y\s?/\s?o|y)\srecomendaciones)\W{0,4}",
    re.IGNORECASE,
)
_PLEDGES = re.compile(r"(?:voluntary|pledges|commitments|engagements|volontaires|promesas|compromisos)", re.IGNORECASE)
_ANNEX = re.compile(r"(?:Annex(?:e|es|ure)?|Anexo)(?:\s+I)?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outline:
    """A report's lines by chapter; `conclusions` is empty where no such chapter was found."""

    introduction: tuple[Line, ...]
    dialogue: tuple[Line, ...]
    conclusions: tuple[Line, ...]
    pledges: tuple[Line, ...]


def outline(body: Body) -> Outline:
    """Cut a report at its chapter headings; the first hit of a heading may be the table of contents."""
    lines = body.lines
    second = _last(lines, _CONCLUSIONS)
    if second is None:
        return Outline(lines, (), (), ())
    dialogue = _last(lines[:second], _DIALOGUE)
    first = second if dialogue is None else dialogue
    annex = next((at for at in range(second, len(lines)) if _ANNEX.fullmatch(lines[at].text)), len(lines))
    third = next((at for at in range(second + 1, annex) if _third(lines[at].text)), annex)
    start = second + 1 + _wrapped(lines, second)
    return Outline(lines[:first], lines[first + 1 : second], lines[start:third], lines[third + 1 : annex])


def _last(lines: tuple[Line, ...], heading: re.Pattern[str]) -> int | None:
    """The last line that is this heading, leaving out the table of contents and sentences."""
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text
        if heading.match(text) and len(text) < 80 and not _CONTENTS.search(text) and not text[-1].isdigit():
            return at
    return None


_REST = re.compile(r"\(?(?:recommendations|recommandations|recomendaciones)\W*", re.IGNORECASE)


def _wrapped(lines: tuple[Line, ...], at: int) -> int:
    """How many further lines the heading of chapter II goes on for."""
    return int(at + 1 < len(lines) and bool(_REST.fullmatch(lines[at + 1].text)))


def _third(text: str) -> bool:
    found = _CHAPTER.match(text)
    return bool(found and found["numeral"] != "II" and _PLEDGES.search(found["title"]))
