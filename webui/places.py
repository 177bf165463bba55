"""Where a thing is found in the viewer, and which IRIs may become links at all."""

from graph.terms import BASE, NS, RDF, RDFS, SDG, SKOS, thing

_WEB = ("https://", "http://")


def path_of(iri: str) -> str:
    """The address of a thing: a page of ours for our own, the web for others, empty for what is no web address.

    `javascript:` and `data:` never become links.
    """
    if iri.startswith(BASE):
        return "/id/" + iri.removeprefix(BASE)
    return iri if iri.lower().startswith(_WEB) else ""


def ours(iri: str) -> bool:
    """Whether a thing has a page here."""
    return iri.startswith(BASE)


def iri_of(path: str) -> str:
    """The identifier of the thing at /id/{path}. Raises ValueError for an empty path."""
    return thing(path)


def network_of(iri: str) -> str:
    """The address of a thing's network."""
    return "/network/" + iri.removeprefix(BASE)


def short(iri: str) -> str:
    """An IRI as people may read it: `rg:supported`, `CERD/C/VNM/CO/10-14/para/12`."""
    for prefix, name in ((BASE, ""), (NS, ""), (SDG, "SDG "), (SKOS, "skos:"), (RDFS, "rdfs:"), (RDF, "rdf:")):
        if iri.startswith(prefix):
            return name + iri.removeprefix(prefix)
    return iri
