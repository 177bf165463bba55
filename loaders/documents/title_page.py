"""What a UN document says of itself on its first page: symbol, day of issue, State, language, kind of paper."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from graph import clean, states
from graph.clean import Unclear
from graph.records import DocumentKind
from loaders.documents import ordinals, symbols
from loaders.documents.pdf import RAISED, Line, Page, Pdf

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS}) \d{{4}}\b", re.IGNORECASE)
_SESSION = re.compile(rf"\b({ordinals.PATTERN}) session\b", re.IGNORECASE)
_LANGUAGES = {
    "english": "en", "french": "fr", "spanish": "es", "arabic": "ar", "chinese": "zh", "russian": "ru",
    "anglais": "en", "français": "fr", "espagnol": "es", "inglés": "en", "francés": "fr", "español": "es",
}  # fmt: skip
_PRINTED = {
    "fr": re.compile(r"\bAssemblée générale\b|\bConseil des droits de l.homme\b", re.I),
    "es": re.compile(r"\bAsamblea General\b|\bConsejo de Derechos Humanos\b", re.I),
    "ru": re.compile(r"Генеральная Ассамблея|Совет по правам человека", re.I),
    "ar": re.compile("الجمعية العامة|مجلس حقوق الإنسان"),
    "zh": re.compile("大\\s?会|人权理事会"),
}
"""Bodies by the names they have in each language; a page that shows none of these is English."""

_ADDENDUM = re.compile(r"\bViews on (?:the )?conclusions\b|\bAddendum\b.*\bstate under review\b", re.I)
_WORKING_GROUP_REPORT = re.compile(
    r"Report of the Working Group on (?:the )?Universal Periodic Review"
    r"|Rapport du Groupe de travail sur l.Examen périodique universel"
    r"|Informe del Grupo de Trabajo sobre el Examen Periódico Universal"
    r"|Previously issued under (?:the )?document (?:symbol )?A/HRC/WG\.6/",
    re.I,
)
"""A few of 2008 bear no title but "Universal Periodic Review": their footnote names the draft report."""

_OTHERS = (
    (DocumentKind.CONCLUDING_OBSERVATIONS, re.compile(r"\bConcluding (?:observations|comments)\b", re.I)),
    (DocumentKind.COMPILATION, re.compile(r"\bCompilation (?:on|prepared by|of information|of UN)", re.I)),
    (DocumentKind.STAKEHOLDER_SUMMARY, re.compile(r"\bSummary (?:prepared by|of stakeholders|of other)", re.I)),
    (DocumentKind.NATIONAL_REPORT, re.compile(r"\bNational report\b", re.I)),
    (DocumentKind.MIDTERM_REPORT, re.compile(r"\bMid-?term (?:implementation )?report\b", re.I)),
    (DocumentKind.VISIT_REPORT, re.compile(r"\b(?:Mission|Visit) to\b", re.I)),
)


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the first page tells; a part it does not show is empty.

    `session` is the body's own ("Twelfth session" → 12), `state` the ISO 3166 alpha-3 code, `language` that of
    the page, `original` that of the original, `text` the whole page on one line without note marks.
    """

    symbol: str
    issued: date | None
    session: int | None
    state: str
    kind: DocumentKind | None
    language: str
    original: str
    text: str

    def says(self, *words: str) -> bool:
        """Whether the page holds all these words, whatever the case and the line breaks."""
        folded = self.text.casefold()
        return all(word.casefold() in folded for word in words)


def title_page(pdf: Pdf) -> TitlePage:
    """Read the first page (a symbol also from the running heads of the next ones)."""
    page = pdf[0]
    text = clean.text(" ".join(RAISED.sub("", line.text) for line in page.lines))
    symbol = _symbol(pdf, text)
    original = re.search(r"original\s?: ?(\w+)", text, re.IGNORECASE)
    session = _SESSION.search(text)
    return TitlePage(
        symbol=symbol,
        issued=_issued(text),
        session=ordinals.number(session[1]) if session else None,
        state=_state(page, symbol),
        kind=_kind(symbol, text),
        language=next((code for code, words in _PRINTED.items() if words.search(text)), "en"),
        original=_LANGUAGES.get(original[1].casefold(), "") if original else "",
        text=text,
    )


def _symbol(pdf: Pdf, first: str) -> str:
    """The first page's own; where it breaks it, the one in the running heads."""
    heads = [line.text for page in pdf[1:4] for line in page.lines[:3]]
    for text in (_after_distribution(first), *heads, first):
        for found in symbols.mentions(text):
            if found.symbol.count("/") >= 2:
                return found.symbol
    return ""


def _after_distribution(text: str) -> str:
    """The block about "Distr.": the symbol stands just before or after it, before any title or footnote."""
    at = text.find("Distr")
    return text[max(0, at - 60) : at + 60] if at >= 0 else ""


def _issued(text: str) -> date | None:
    """The first day after "Distr.", which is the day of issue."""
    after = text[text.find("Distr") if "Distr" in text else 0 :]
    for found in _DAY.finditer(after):
        with suppress(Unclear):
            return clean.day(found[0])
    return None


def _state(page: Page, symbol: str) -> str:
    """The line that is a State's name and nothing else, or the code inside the symbol."""
    for line in page.lines:
        with suppress(Unclear):
            return _named(line)
    with suppress(Unclear):
        return states.state(symbols.state_code(symbol))
    return ""


def _named(line: Line) -> str:
    name = RAISED.sub("", line.text).strip(" *∗")
    if len(name) < 4:  # "A" of the masthead is no State, nor is a code
        raise Unclear(name)
    return states.state(name)


def _kind(symbol: str, text: str) -> DocumentKind | None:
    """By the title's words; the addendum to a Working Group report bears that report's title too.

    A paper without a symbol may talk of any of them: only a mid-term report has none of its own.
    """
    if _WORKING_GROUP_REPORT.search(text):
        addendum = "/Add." in symbol or _ADDENDUM.search(text)
        return DocumentKind.ADDENDUM if addendum else DocumentKind.WORKING_GROUP_REPORT
    found = next((kind for kind, words in _OTHERS if words.search(text)), None)
    return found if symbol or found is DocumentKind.MIDTERM_REPORT else None
