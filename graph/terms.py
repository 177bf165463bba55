"""The only place that builds an IRI: identifiers are made from facts and never change with wording."""

import hashlib
import os
import re
import unicodedata
from typing import Final
from urllib.parse import quote, unquote

DEFAULT_BASE: Final = "https://w3id.org/rightsgraph/id/"
BASE: Final = os.environ.get("RIGHTSGRAPH_BASE", DEFAULT_BASE)
"""Where things live; the environment variable RIGHTSGRAPH_BASE moves them all."""

NS: Final = "https://w3id.org/rightsgraph/ns#"
VOCAB: Final = "https://w3id.org/rightsgraph/vocab/"
SDG: Final = "http://metadata.un.org/sdg/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
ORG: Final = "http://www.w3.org/ns/org#"
OWL: Final = "http://www.w3.org/2002/07/owl#"

PREFIXES: Final = {
    "rg": NS,
    "id": BASE,
    "vocab": VOCAB,
    "sdg": SDG,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "foaf": FOAF,
    "org": ORG,
    "owl": OWL,
}
"""The prefixes every named query, export and page may rely on."""

_SAFE: Final = "/()~:._-,"


def rg(name: str) -> str:
    """A class, property or individual of our own vocabulary."""
    return NS + name


def thing(*parts: str) -> str:
    """An identifier below the base; what an IRI may not hold is percent-encoded.

    Raises ValueError if a part is empty: a thing without a name has no identity.
    """
    if not all(part.strip() for part in parts):
        raise ValueError(f"an identifier needs every part: {parts!r}")
    return BASE + "/".join(quote(part.strip(), safe=_SAFE) for part in parts)


def digest(*parts: str) -> str:
    """16 hexadecimal digits that stand for these facts, whatever their length."""
    joined = "\x1f".join(parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def slug(label: str) -> str:
    """A label as a readable path part: accents folded, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or digest(label)


def state(iso3: str) -> str:
    return thing("state", iso3)


def mechanism(notation: str) -> str:
    """`CEDAW` → …/mechanism/CEDAW; `SR Minority issues` → …/mechanism/SR-Minority-issues."""
    return thing("mechanism", re.sub(r"[^A-Za-z0-9]+", "-", notation.strip()))


def review(iso3: str, cycle: int) -> str:
    return thing("upr", iso3, str(cycle))


def cycle_of(review_iri: str) -> int | None:
    """The cycle in the identifier of a review; None if it is that of something else."""
    found = re.fullmatch(re.escape(BASE) + r"upr/[A-Z]{3}/(\d)", review_iri)
    return int(found[1]) if found else None


def engagement(notation: str, iso3: str, when: str) -> str:
    """An examination or a visit: `when` is a session or the first day."""
    return thing("engagement", re.sub(r"[^A-Za-z0-9]+", "-", notation.strip()), iso3, when)


def document(symbol: str) -> str:
    return thing("document", symbol)


def passage(symbol: str, paragraph: str) -> str:
    return thing("document", symbol, "para", paragraph)


def document_of(passage_iri: str) -> str:
    """The identifier of the document that a passage stands in."""
    return passage_iri.rsplit("/para/", 1)[0]


def symbol_of(passage_iri: str) -> str:
    """The symbol of the document that a passage stands in; empty for what is no passage of a document."""
    document_iri = document_of(passage_iri)
    return unquote(document_iri.removeprefix(BASE + "document/")) if document_iri.startswith(BASE + "document/") else ""


def paragraph_of(passage_iri: str) -> str:
    """The paragraph of a passage: `140.7`, `96 (b)`; of a recommendation known only by its number, the number."""
    found = re.search(r"/(?:para|number)/([^/]+)$", passage_iri)
    return unquote(found[1]) if found else ""


def whole_of(passage_iri: str) -> str:
    """The paragraph that a lettered part belongs to (`19 (a)` → `19`); empty for what is no part."""
    before, mark, _ = passage_iri.rpartition("%20(")
    return before if mark and passage_iri.endswith(")") else ""


def listed(iso3: str, session: int, text: str, recommending: str) -> str:
    """A recommendation known only from a list without paragraph numbers."""
    return thing("listed", iso3, str(session), digest(iso3, str(session), text, recommending))


def position_record(about: str, source: str, value: str, place: str) -> str:
    return thing("position", digest(about, source, value, place))


def project(identifier: str) -> str:
    return thing("project", identifier)


def framework(identifier: str) -> str:
    """`MOZ/2022` → …/framework/MOZ/2022."""
    return thing("framework", identifier)


def result(framework_identifier: str, local: str) -> str:
    return thing("framework", framework_identifier, "result", local)


def numbered(iso3: str, cycle: int, number: str) -> str:
    """A recommendation known only by its number in a review, until the report that numbers it is read."""
    return thing("upr", iso3, str(cycle), "number", number)


def submission(summary: str, code: str) -> str:
    """`("A/HRC/WG.6/34/SVN/3", "JS3")` → …/document/A/HRC/WG.6/34/SVN/3/submission/JS3."""
    return thing("document", summary, "submission", re.sub(r"[^A-Za-z0-9]+", "-", code.strip()).strip("-"))


def plan(identifier: str) -> str:
    return thing("plan", identifier)


def action(plan_identifier: str, local: str) -> str:
    return thing("plan", plan_identifier, "action", local)


def indicator(owner: str, local: str) -> str:
    return thing("indicator", digest(owner, local))


def assessment(about: str, *said: str) -> str:
    """Named by what it is about, by whom, on which scale and where it is said."""
    return thing("assessment", digest(about, *said))


def treaty(notation: str) -> str:
    return thing("treaty", notation)


def article(treaty_iri: str, number: str) -> str:
    """An article of a treaty: `("…/treaty/CEDAW", "7")` → …/treaty/CEDAW/article/7."""
    return f"{treaty_iri}/article/{quote(number.strip(), safe=_SAFE)}"


def organisation(name: str) -> str:
    return thing("organisation", slug(name))


def budget(owner: str, kind: str, start: str, amount: str, currency: str) -> str:
    return thing("budget", digest(owner, kind, start, amount, currency))


def concept(scheme: str, label: str) -> str:
    """A concept of a code list: `("upr-info-issue", "Women's rights")`."""
    return f"{VOCAB}{slug(scheme)}/{slug(label)}"


def sdg(code: str) -> str:
    """The UN's own identifier of a goal (`4`) or target (`4.5`)."""
    return SDG + quote(code.strip())


def link(subject: str, predicate: str, object_: str, basis: str) -> str:
    return thing("link", digest(subject, predicate, object_, basis))


def group(iso3: str, members: list[str]) -> str:
    """A group is named by its State and its first member: stable while that member stays."""
    return thing("group", iso3, digest(min(members)))


def source(sha256: str) -> str:
    """The named graph that holds everything one file said."""
    return thing("source", sha256[:16])


def graph(name: str) -> str:
    """A named graph of our own making: `ontology`, `derived`, `tags`, `links`, `decisions`."""
    return thing("graph", name)
