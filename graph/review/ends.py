"""How people name what a link joins: an IRI, its path below the base, or `A/HRC/12/11, para. 99.78`."""

import re
from urllib.parse import unquote

import pyoxigraph as ox

from graph import terms
from graph.clean import Unclear, symbol, text

_VIEWER = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?/id/(.+)")
"""The address of a thing in a viewer on this machine, as a person copies it."""
_SHORT = re.compile(
    r"(?P<symbol>[^\s,]+?)(?:/para/|,\s*|\s+)(?:(?:paragraphs?|paras?|par)\b\.?|§|¶)?\s*(?P<paragraph>\S.*)"
)
_SEVERAL = re.compile(r"[,;&]|\b(?:and|or|to)\b", re.IGNORECASE)
"""What names more than one paragraph; `96 (b)`, `24 s4` (a sentence) and `12 part 2` are one."""
_HOW = "write an IRI, a path such as project/VNM-1, or a symbol and a paragraph such as A/HRC/12/11 99.78"


def end(raw: str) -> str:
    """The IRI of what a person names. Raises Unclear if the text names nothing."""
    given = text(raw)
    if not given:
        raise Unclear("a link needs a subject and an object")
    if viewed := _VIEWER.fullmatch(given):
        given = "/id/" + viewed[1]
    if "://" in given:
        return _iri(given)
    path = given.removeprefix("/").removeprefix("id/")
    if re.match(r"[a-z][a-z-]*/", path):
        return terms.thing(unquote(path))
    return _in_document(given)


def _iri(given: str) -> str:
    try:
        return ox.NamedNode(given).value
    except ValueError as fault:
        raise Unclear(f"not an IRI: {given!r}; {_HOW}") from fault


def _in_document(given: str) -> str:
    """A document by its symbol alone, or a passage by symbol and paragraph."""
    named = _SHORT.fullmatch(given)
    try:
        if named is None:
            return terms.document(symbol(given))
        paragraph = named["paragraph"].rstrip(".")
        if not paragraph or _SEVERAL.search(paragraph):
            raise Unclear(f"not one paragraph: {paragraph!r}")
        return terms.passage(symbol(named["symbol"]), re.sub(r"(?<=[^\s(])\(", " (", paragraph))
    except Unclear as fault:
        raise Unclear(f"{fault}; {_HOW}") from fault


def shown(iri: str) -> str:
    """The shortest name that `end` reads back: `A/HRC/12/11 99.78`, `project/VNM-1`, or the IRI."""
    if not iri.startswith(terms.BASE):
        return iri
    path = unquote(iri.removeprefix(terms.BASE))
    short = path.removeprefix("document/").replace("/para/", " ", 1)
    for name in (short, path):
        try:
            if end(name) == iri:
                return name
        except Unclear:
            continue
    return iri
