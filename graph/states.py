"""States by every name that documents call them: UN names, short names, past names, six languages."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

import ontology
from graph.clean import Unclear
from graph.terms import NS, SKOS


@dataclass(frozen=True, slots=True)
class Mention:
    """A State's name in a text: `text[start:end]` names `state` (ISO 3166 alpha-3)."""

    state: str
    start: int
    end: int


def fold(name: str) -> str:
    """A name without accents, case, apostrophe styles or outer blanks, and without a leading article."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    plain = re.sub(r"\s+", " ", plain.casefold()).strip(" *.")
    return re.sub(r"^the ", "", plain)


@cache
def _names() -> dict[str, str]:
    """Folded name or code → ISO 3166 alpha-3."""
    codes: dict[str, str] = {}
    names: list[tuple[str, str]] = []
    data = (ontology.root() / "vocab" / "states.ttl").read_bytes()
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        subject, predicate, value = quad.subject, quad.predicate, quad.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.Literal):
            continue
        if predicate.value == SKOS + "notation":
            codes[subject.value] = value.value
        elif predicate.value in (SKOS + "prefLabel", SKOS + "altLabel"):
            names.append((subject.value, value.value))
    table = {fold(name): codes[subject] for subject, name in names}
    return table | {code.casefold(): code for code in codes.values()}


@cache
def _pattern() -> re.Pattern[str]:
    """Every name of more than three letters, longest first, so that "Guinea-Bissau" is not "Guinea"."""
    names = sorted((name for name in _names() if len(name) > 3), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:the )?(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def state(name: str) -> str:
    """The ISO 3166 alpha-3 code of a State by any of its names. Raises Unclear if no State is called so."""
    found = _names().get(fold(name))
    if found is None:
        raise Unclear(f"no State is called {name!r}")
    return found


@cache
def _by_iso2() -> dict[str, str]:
    found: dict[str, str] = {}
    data = (ontology.root() / "vocab" / "states.ttl").read_bytes()
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        if quad.predicate.value == NS + "iso2" and isinstance(quad.object, ox.Literal):
            found[quad.object.value] = str(quad.subject).strip("<>").rsplit("/", 1)[-1]
    return found


def from_iso2(code: str) -> str:
    """The alpha-3 code of a State by its ISO 3166 alpha-2 code. Raises Unclear if no State has it."""
    found = _by_iso2().get(code.strip().upper())
    if found is None:
        raise Unclear(f"no State has the code {code!r}")
    return found


def mentions(text: str) -> list[Mention]:
    """Every State named in a text, longest name first, in order of appearance."""
    folded = _fold_in_place(text)
    return [Mention(state(found[0]), found.start(), found.end()) for found in _pattern().finditer(folded)]


def _fold_in_place(text: str) -> str:
    """The text folded character by character, so that positions stay true."""
    return "".join(_fold_character(mark) for mark in text)


@cache
def _fold_character(mark: str) -> str:
    plain = unicodedata.normalize("NFKD", {"’": "'", "‘": "'", "\n": " "}.get(mark, mark))
    folded = plain[0].casefold() if plain else mark
    return folded if len(folded) == 1 else mark
