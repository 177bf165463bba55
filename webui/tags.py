"""A thing's tags: themes, groups of persons and SDGs, given by a source or inferred, and how."""

from dataclasses import dataclass

from graph.terms import NS
from webui.asker import iri, records
from webui.language import said
from webui.places import short

_TAGS = """
SELECT DISTINCT ?property ?tag ?label ?scheme ?file WHERE {
  VALUES ?thing { UNDEF }
  VALUES ?property { rg:theme rg:affectedGroup rg:sdg }
  GRAPH ?graph { ?thing ?property ?tag }
  OPTIONAL { ?tag skos:prefLabel ?label FILTER(LANG(?label) IN ("", "en")) }
  OPTIONAL { ?tag skos:inScheme ?scheme }
  OPTIONAL { ?graph rg:file ?file }
}
"""
_INFERRED = """
SELECT ?tag ?score ?reason WHERE {
  VALUES ?thing { UNDEF }
  ?record rdf:subject ?thing ; a rg:Tagging ; rdf:object ?tag ; rg:score ?score ; rg:reason ?reason
}
"""
"""Asked for by itself: as an OPTIONAL, the store reads every inferred tag there is."""
_KINDS = {
    "theme": said("Themes"),
    "affectedGroup": said("Groups of persons"),
    "sdg": said("Sustainable Development Goals"),
}


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag; `given` if a source says so, else inferred with a score and a reason."""

    iri: str
    label: str
    scheme: str
    given: bool
    files: tuple[str, ...]
    score: str
    reason: str


def tags(thing: str) -> list[tuple[str, list[Tag]]]:
    """A thing's tags by kind, given ones first. Raises Refusal."""
    told_of = {"thing": [iri(thing)]}
    inferred = {row["tag"]: row for row in records(_INFERRED, told_of)}
    nothing = {"score": "", "reason": ""}
    rows: dict[tuple[str, str], list[dict[str, str]]] = {}
    for plain in records(_TAGS, told_of):
        row = nothing | inferred.get(plain["tag"], {}) | plain
        rows.setdefault((row["property"].removeprefix(NS), row["tag"]), []).append(row)
    found: dict[str, list[Tag]] = {heading: [] for heading in _KINDS.values()}
    for (kind, tag), told in rows.items():
        found[_KINDS[kind]].append(_tag(tag, told))
    for some in found.values():
        some.sort(key=lambda one: (not one.given, one.label))
    return [(heading, some) for heading, some in found.items() if some]


def _tag(tag: str, rows: list[dict[str, str]]) -> Tag:
    files = tuple(sorted({row["file"] for row in rows if row["file"]}))
    return Tag(
        iri=tag,
        label=next((row["label"] for row in rows if row["label"]), short(tag)),
        scheme=next((row["scheme"].rsplit("/", 1)[-1] for row in rows if row["scheme"]), ""),
        given=bool(files),
        files=files,
        score=next((row["score"] for row in rows if row["score"]), ""),
        reason=next((row["reason"] for row in rows if row["reason"]), ""),
    )
