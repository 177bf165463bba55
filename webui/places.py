"""Where a thing is found in the viewer, and which IRIs may become links at all."""

import re
from urllib.parse import quote, unquote, urlencode

from graph.review.ends import shown
from graph.terms import BASE, NS, RDF, RDFS, SDG, SKOS, VOCAB, thing

SPACES = {BASE: "/id/", NS: "/ns/", VOCAB: "/vocab/", SDG: "/sdg/"}
"""Things, the vocabulary, code lists and the UN's own SDG identifiers: each has a page here."""
_WEB = ("https://", "http://")
_CITED = re.compile(r"document/(.+?)(?:/para/(.+))?")


def path_of(iri: str) -> str:
    """The address of a thing: a page of ours for our own, the web for others, empty for what is no web address.

    `javascript:` and `data:` never become links.
    """
    for space, path in SPACES.items():
        if iri.startswith(space) and iri != space:
            return path + iri.removeprefix(space)
    return iri if iri.lower().startswith(_WEB) else ""


def ours(iri: str) -> bool:
    """Whether a thing has a page here."""
    return iri.startswith(tuple(SPACES))


def iri_of(path: str, space: str = "id") -> str:
    """The identifier of what stands at /{space}/{path}. Raises ValueError for an empty path."""
    if space == "id":
        return thing(path)
    return next(iri for iri, start in SPACES.items() if start == f"/{space}/") + quote(path.strip(), safe="/.-_~")


def network_of(iri: str) -> str:
    """The address of a thing's network."""
    return "/network/" + iri.removeprefix(BASE)


def explain_of(one: str, other: str, form: str = "") -> str:
    """The address of the page that explains what links two things, or of the same as JSON."""
    told = {"one": shown(one), "other": shown(other)} | ({"format": form} if form else {})
    return "/explain?" + urlencode(told, safe="/")


def short(iri: str) -> str:
    """An IRI as people may read it: `supported`, `CERD/C/VNM/CO/10-14, para. 12`."""
    cited = _CITED.fullmatch(iri.removeprefix(BASE)) if iri.startswith(BASE) else None
    if cited:
        return f"{unquote(cited[1])}, para. {unquote(cited[2])}" if cited[2] else unquote(cited[1])
    for prefix, name in (
        (BASE, ""),
        (NS, ""),
        (SDG, "SDG "),
        (VOCAB, ""),
        (SKOS, "skos:"),
        (RDFS, "rdfs:"),
        (RDF, "rdf:"),
    ):
        if iri.startswith(prefix):
            return name + iri.removeprefix(prefix)
    return iri
