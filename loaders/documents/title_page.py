"""What a UN document says of itself on its first page: symbol, day of issue, State, language, kind of paper."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from graph import clean, states
from graph.clean import Unclear
from graph.records import DocumentKind
from loaders.documents import days, kinds, ordinals, symbols
from loaders.documents.pdf import RAISED, Line, Page, Pdf

_SESSION = re.compile(rf"\b({ordinals.PATTERN}) session\b", re.IGNORECASE)
_LANGUAGES = {
    "english": "en", "french": "fr", "spanish": "es", "arabic": "ar", "chinese": "zh", "russian": "ru",
    "anglais": "en", "français": "fr", "espagnol": "es", "inglés": "en", "francés": "fr", "español": "es",
}  # fmt: skip
_PRINTED = {
    "fr": re.compile(
        r"\bAssemblée générale\b|\bConseil des droits de l.homme\b|\bObservations finales (?:concernant|sur|du)\b"
        r"|\bComité (?:des|pour|contre|de la protection|pour la protection)\b",
        re.I,
    ),
    "es": re.compile(
        r"\bAsamblea General\b|\bConsejo de Derechos Humanos\b|\bObservaciones finales (?:sobre|del)\b"
        r"|\bComité (?:de (?:Derechos|los)|para la|contra)\b",
        re.I,
    ),
    "ru": re.compile(r"Генеральная Ассамблея|Совет по правам человека", re.I),
    "ar": re.compile("الجمعية العامة|مجلس حقوق الإنسان"),
    "zh": re.compile("大\\s?会|人权理事会"),
}
"""Bodies by the names they have in each language; a page that shows none of these is English."""


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
        kind=kinds.kind(symbol, text),
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
    return next(days.days(after), None)


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
