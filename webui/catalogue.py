"""Every sentence of the interface, gathered from templates and code: `python -m webui.catalogue` renews the catalogues.

A translator then writes what is empty in `webui/translations/*.po`; a test fails while anything is.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from webui.language import FOLDER, LANGUAGES

_ROOM = Path(__file__).parent
_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext:babel_extract")]
_KEYWORDS = {**DEFAULT_KEYWORDS, "said": None}


def gathered() -> Catalog:
    """All sentences that are marked, each with the files it stands in. Raises nothing: what cannot be read has none."""
    found = Catalog(project="rightsgraph", fuzzy=False)
    marked = extract_from_dir(_ROOM, _METHODS, {"**": {"silent": "false"}}, _KEYWORDS)
    for file, _, message, comments, context in marked:
        found.add(message, None, [(Path(file).as_posix(), 0)], auto_comments=comments, context=context)
    return found


def catalogue(code: str) -> Catalog:
    """The catalogue of a language as it stands."""
    path = FOLDER / f"{code}.po"
    if not path.is_file():
        return Catalog(locale=code)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def renew(code: str) -> None:
    """Add what is new, empty; drop what no page says any more. Nothing is ever guessed from a similar sentence."""
    old, new = catalogue(code), Catalog(locale=code, project="rightsgraph", fuzzy=False)
    for message in gathered():
        if message.id:
            known = old.get(message.id, message.context)
            places = sorted({(file, 0) for file, _ in message.locations})
            new.add(message.id, known.string if known else "", places, context=message.context)
    with (FOLDER / f"{code}.po").open("wb") as file:
        write_po(file, new, width=120, sort_output=True, include_lineno=False, omit_header=True)


if __name__ == "__main__":
    for known_language in LANGUAGES:
        if known_language != "en":
            renew(known_language)
