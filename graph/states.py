"""States by every name that documents call them: UN names, short names, past names, six languages."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import pyoxigraph as ox

import ontology
from graph.clean import Unclear
from graph.terms import NS, SKOS

_SMALL: Final = frozenset(
    ("the", "of", "and", "la", "le", "les", "l", "du", "des", "de", "d", "et", "el", "los", "las", "del", "y", "e")
)
"""Articles and particles, which lists leave out or turn round."""
_SHORT: Final = {"st": "saint", "rep": "republic", "dem": "democratic", "sts": "states", "fed": "federated"}
_TURNED = re.compile(r"(?P<head>[^(,]+)(?:\((?P<aside>[^()]+)\)|,(?P<tail>[^,]+))")
_STEM: Final = 4
"""No name of fewer letters is looked for in running text."""


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


def key(name: str) -> str:
    """What stays of a name in every way of writing it: `Congo, Dem. Rep. (the)` → `congodemocraticrepublic`.

    Blanks, hyphens, dots and apostrophes do not tell, nor do articles; the order of the words does.
    """
    words = re.findall(r"[^\W_]+", re.sub(r"\b(\w)\.", r"\1", fold(name)))
    return "".join(_SHORT.get(word, word) for word in words if word not in _SMALL)


def state(name: str) -> str:
    """The ISO 3166 alpha-3 code of a State by any of its names. Raises Unclear if no State is called so."""
    found = _codes().get(name.strip().casefold()) or next((one for one in _readings(name) if one), None)
    if found is None:
        raise Unclear(f"no State is called {name!r}")
    return found


def _readings(name: str) -> Iterator[str | None]:
    """A name as it stands; turned round (`Korea, Republic of`); as two names of one State: `Myanmar (Burma)`."""
    known = _keys()
    yield known.get(key(name))
    turned = _TURNED.fullmatch(fold(name))
    if turned:
        head, aside = turned["head"], turned["aside"] or turned["tail"]
        yield known.get(key(f"{aside} {head}"))
        if turned["aside"] and known.get(key(head)) == known.get(key(aside)):
            yield known.get(key(head))


@dataclass(frozen=True, slots=True)
class _Table:
    iso2: dict[str, str]
    """ISO 3166 alpha-2 → alpha-3."""
    names: tuple[tuple[str, str], ...]
    """(name, ISO 3166 alpha-3)."""
    english: dict[str, str]
    """ISO 3166 alpha-3 → the name in English."""
    labels: dict[str, dict[str, str]]
    """ISO 3166 alpha-3 → language → the name."""


@cache
def _table() -> _Table:
    iso2: dict[str, str] = {}
    names: list[tuple[str, str]] = []
    english: dict[str, str] = {}
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    data = (ontology.root() / "vocab" / "states.ttl").read_bytes()
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        predicate, value = quad.predicate.value, quad.object
        if not isinstance(value, ox.Literal):
            continue
        code = str(quad.subject).strip("<>").rsplit("/", 1)[-1]
        if predicate == NS + "iso2":
            iso2[value.value] = code
        elif predicate in (SKOS + "prefLabel", SKOS + "altLabel"):
            names.append((value.value, code))
            if predicate == SKOS + "prefLabel":
                labels[code][value.language or ""] = value.value
                if value.language == "en":
                    english[code] = value.value
    return _Table(iso2, tuple(names), english, dict(labels))


@cache
def _codes() -> dict[str, str]:
    """Alpha-3 code in small letters → the code."""
    return {code.casefold(): code for code in _table().iso2.values()}


@cache
def _keys() -> dict[str, str]:
    return {key(name): code for name, code in _table().names}


def from_iso2(code: str) -> str:
    """The alpha-3 code of a State by its ISO 3166 alpha-2 code. Raises Unclear if no State has it."""
    found = _table().iso2.get(code.strip().upper())
    if found is None:
        raise Unclear(f"no State has the code {code!r}")
    return found


def english(state: str) -> str:
    """A State's name in English; its code where it has none."""
    return _table().english.get(state, state)


def names(state: str) -> dict[str, str]:
    """Language → a State's name in it; empty where it has none."""
    return dict(_table().labels.get(state, {}))


@cache
def all_states() -> tuple[tuple[str, str], ...]:
    """Every State: its ISO 3166 alpha-3 code and its name in English, by name."""
    return tuple(sorted(_table().english.items(), key=lambda pair: fold(pair[1])))


def to_iso2(state: str) -> str:
    """The ISO 3166 alpha-2 code of a State by its alpha-3 code. Raises Unclear if no State has it."""
    for code, known in _table().iso2.items():
        if known == state:
            return code
    raise Unclear(f"no State has the code {state!r}")


def mentions(text: str) -> list[Mention]:
    """Every State named in a text, longest name first, in order of appearance."""
    folded = "".join(map(_fold_character, text))  # character by character, so that positions stay true
    found: list[Mention] = []
    for word in re.finditer(r"\w+", folded):
        start = word.start()
        if not found or start >= found[-1].end:
            named = _named_at(folded, start)
            if named:
                article = found[-1].end if found else 0
                begin = start - 4 if start - 4 >= article and _article(folded, start) else start
                found.append(Mention(named[1], begin, start + len(named[0])))
    return found


def _article(folded: str, start: int) -> bool:
    """Whether `the ` stands before a name as a word of its own."""
    return folded.startswith("the ", start - 4) and not (start > 4 and folded[start - 5].isalnum())


def _named_at(folded: str, start: int) -> tuple[str, str] | None:
    """The longest (folded name, code) that stands here as whole words, so that "Guinea-Bissau" is not "Guinea"."""
    for name, code in _stems().get(folded[start : start + _STEM], ()):
        end = start + len(name)
        if folded.startswith(name, start) and not (end < len(folded) and re.match(r"\w", folded[end])):
            return name, code
    return None


@cache
def _stems() -> dict[str, tuple[tuple[str, str], ...]]:
    """First letters → (folded name, code), longest first."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, code in _table().names:
        plain = _dashed(fold(name))
        if len(plain) >= _STEM:
            found[plain[:_STEM]].add((plain, code))
    return {stem: tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair))) for stem, names in found.items()}


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–", "-"))


def _dashed(text: str) -> str:
    return text.translate(_DASHES)


@cache
def _fold_character(mark: str) -> str:
    plain = _dashed(unicodedata.normalize("NFKD", {"’": "'", "‘": "'", "\n": " "}.get(mark, mark)))
    folded = plain[0].casefold() if plain else mark
    return folded if len(folded) == 1 else mark
