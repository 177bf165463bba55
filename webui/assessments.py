"""What anybody says of the implementation of one ask, side by side: no scale is turned into another."""

from dataclasses import dataclass

from webui.asker import iri, records

_ASSESSMENTS = """
SELECT DISTINCT ?assessment ?who ?scale ?grade ?words ?day ?document ?symbol ?paragraph ?evidence ?official ?file ?place
WHERE {
  { SELECT DISTINCT ?assessment WHERE { VALUES ?thing { UNDEF } ?assessment rg:about ?thing ; a rg:Assessment } }
  GRAPH ?graph {
    ?assessment rg:assessedBy ?who .
    OPTIONAL { ?assessment rg:scale ?scale } OPTIONAL { ?assessment rg:grade ?grade }
    OPTIONAL { ?assessment rg:quote ?words } OPTIONAL { ?assessment dcterms:date ?day }
    OPTIONAL { ?assessment rg:paragraph ?paragraph } OPTIONAL { ?assessment rg:evidenceText ?evidence }
    OPTIONAL { ?assessment rg:official ?official } OPTIONAL { ?assessment rg:place ?place }
  }
  OPTIONAL { ?assessment rg:document ?document . ?document rg:symbol ?symbol }
  OPTIONAL { ?graph rg:file ?file }
}
"""


@dataclass(frozen=True, slots=True)
class Assessed:
    """One assessment: who said what on which scale, when, where, on what evidence, and which file tells it."""

    who: str
    scale: str
    grade: str
    words: str
    day: str
    document: str
    symbol: str
    paragraph: str
    evidence: str
    official: bool
    file: str
    place: str


def assessments(thing: str) -> list[Assessed]:
    """Every assessment of a thing, the latest first, those without a day last."""
    found = [
        Assessed(**{key: row[key] for key in _TEXTS}, official=row["official"] != "false")
        for row in records(_ASSESSMENTS, {"thing": [iri(thing)]})
    ]
    ordered = sorted(found, key=lambda one: (one.who, one.file, one.place))
    return sorted(ordered, key=lambda one: one.day, reverse=True)


_TEXTS = ("who", "scale", "grade", "words", "day", "document", "symbol", "paragraph", "evidence", "file", "place")
