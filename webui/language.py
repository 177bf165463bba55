"""The interface in the visitor's language: English, French or Spanish.

What is chosen by `?lang=fr` is kept in the cookie `lang`, which holds nothing else; without it the browser's own wish
(`Accept-Language`) counts, and English where that names none of the three. Texts of documents stay as they are, and so
does every download: a `Said` is English to whatever reads it as text, and in the visitor's language in a page.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from flask import Flask, Response, current_app, g, has_request_context, request
from markupsafe import Markup, escape

LANGUAGES: Final = {"en": "English", "fr": "Français", "es": "Español"}
"""Code → its own name, in the order of the switch."""
FOLDER: Final = Path(__file__).parent / "translations"
_COOKIE: Final = "lang"
_KEPT_SECONDS: Final = 365 * 24 * 3600
_FORMATS: Final = {"en": "en_GB", "fr": "fr", "es": "es"}
"""Language → the locale whose dates and figures the UN's own papers use."""


class Said(str):
    """A sentence of the interface: English as text, in the visitor's language wherever a page shows it.

    Holes are written `{name}` and filled from `values`.
    """

    __slots__ = ("_template", "_values")
    _template: str
    _values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object] | None = None) -> "Said":
        made = super().__new__(cls, template.format(**values) if values else template)
        made._template, made._values = template, values or {}
        return made

    def __html__(self) -> Markup:
        template = gettext(self._template)
        if not self._values:
            return escape(template)
        return escape(template).format(**self._values)

    def __reduce__(self) -> tuple[type, tuple[str, Mapping[str, object]]]:
        return type(self), (self._template, self._values)

    def filled(self, **values: object) -> "Said":
        """The same with its holes filled."""
        return Said(self._template, values)


class Named(str):
    """A name that is known in several languages: the English one as text, the visitor's wherever a page shows it."""

    __slots__ = ("_names",)
    _names: Mapping[str, str]

    def __new__(cls, english: str, names: Mapping[str, str]) -> "Named":
        made = super().__new__(cls, english)
        made._names = names
        return made

    def __html__(self) -> Markup:
        return escape(self._names.get(language(), str.__str__(self)))

    def __reduce__(self) -> tuple[type, tuple[str, Mapping[str, str]]]:
        return type(self), (str.__str__(self), self._names)


def said(sentence: str) -> Said:
    """Marks a sentence for the catalogues."""
    return Said(sentence)


def speak(app: Flask) -> None:
    """Give the app its languages: gettext for templates, the switch, the cookie, and what caches must know."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.globals.update(said=said, language=language, languages=LANGUAGES, in_language=in_language)
    app.jinja_env.filters["day"] = day
    app.after_request(_told)


def language() -> str:
    """The language of this request; English outside of one."""
    if not has_request_context():
        return "en"
    if "language" not in g:
        g.language = _wished()
    return str(g.language)


def _wished() -> str:
    for told in (request.args.get("lang", ""), request.cookies.get(_COOKIE, "")):
        if told in LANGUAGES:
            return told
    tags = (tag.lower().split("-")[0] for tag in request.accept_languages.values())  # the dearest first
    return next((tag for tag in tags if tag in LANGUAGES), "en")


def _told(answer: Response) -> Response:
    """Keep what was chosen, and say that the page depends on it."""
    if answer.mimetype == "text/html":
        answer.vary.update(("Accept-Language", "Cookie"))
        answer.content_language.add(language())
    chosen = request.args.get("lang", "")
    if chosen in LANGUAGES:
        secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
        answer.set_cookie(_COOKIE, chosen, max_age=_KEPT_SECONDS, samesite="Lax", httponly=True, secure=secure)
    return answer


def in_language(code: str) -> str:
    """The address of this page in another language."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    return "?" + urlencode([*kept, ("lang", code)])


def gettext(sentence: str) -> str:
    """The sentence in the language of this request."""
    return _catalogue(language()).gettext(sentence) if language() != "en" else sentence


def ngettext(one: str, many: str, count: int) -> str:
    """One of the two sentences by a count, in the language of this request."""
    if language() == "en":
        return one if count == 1 else many
    return _catalogue(language()).ngettext(one, many, count)


def day(told: date | str, exact: bool = True) -> str:
    """A day in words, `12 November 2019`, or a month where only that is reckoned; other text as it is."""
    try:
        found = date.fromisoformat(told) if isinstance(told, str) else told
    except ValueError:
        return str(told)
    locale = _FORMATS[language()]
    return format_date(found, "long", locale=locale) if exact else format_skeleton("yMMMM", found, locale=locale)


def decimal_sign() -> str:
    """What stands between units and tenths."""
    return str(Locale.parse(_FORMATS[language()]).number_symbols["latn"]["decimal"])


@lru_cache
def _catalogue(code: str) -> Translations:
    """A catalogue, compiled in memory: the repository holds only what people edit."""
    made = BytesIO()
    with (FOLDER / f"{code}.po").open("rb") as file:
        write_mo(made, read_po(file, locale=code))
    made.seek(0)
    return Translations(made)
