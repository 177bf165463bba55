"""How a State's position on a recommendation came about: every dated statement, the final one marked."""

from dataclasses import dataclass, replace

from graph.terms import NS
from webui.asker import iri, records

_POSITIONS = """
SELECT DISTINCT ?record ?value ?valueName ?document ?symbol ?title ?paragraph ?said ?issued
  ?quote ?remark ?official ?file ?place WHERE {
  VALUES ?thing { UNDEF }
  ?thing rg:positionRecord ?record .
  GRAPH ?graph { ?record rg:positionStated ?value }
  OPTIONAL { ?value rdfs:label ?valueName FILTER(LANG(?valueName) = "en") }
  OPTIONAL { ?record rg:document ?document . OPTIONAL { ?document rg:symbol ?symbol }
             OPTIONAL { ?document dcterms:issued ?issued } }
  OPTIONAL { ?record rg:paragraph ?paragraph }
  OPTIONAL { ?record dcterms:date ?said }
  OPTIONAL { ?record rg:quote ?quote }
  OPTIONAL { ?record rg:remark ?remark }
  OPTIONAL { ?record rg:official ?official }
  OPTIONAL { GRAPH ?graph { ?record rg:place ?place } }
  OPTIONAL { ?graph rg:file ?file }
}
"""


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of position. `day` is when it was said, or else when the document was issued."""

    value: str
    name: str
    day: str
    document: str
    symbol: str
    paragraph: str
    quote: str
    remark: str
    official: bool
    file: str
    place: str
    final: bool = False


def history(thing: str, final: str) -> list[Stated]:
    """Every statement on a recommendation, oldest first; the last that agrees with `final` is the final one."""
    stated = sorted(
        (_stated(row) for row in records(_POSITIONS, {"thing": [iri(thing)]})),
        key=lambda one: (one.day or "9999", one.official, one.symbol, one.paragraph, one.file),
    )
    agreeing = [number for number, one in enumerate(stated) if one.value == final]
    return [replace(one, final=bool(agreeing) and number == agreeing[-1]) for number, one in enumerate(stated)]


def _stated(row: dict[str, str]) -> Stated:
    value = row["value"].removeprefix(NS)
    return Stated(
        value=value,
        name=row["valueName"] or value,
        day=row["said"] or row["issued"],
        document=row["document"],
        symbol=row["symbol"],
        paragraph=row["paragraph"],
        quote=row["quote"],
        remark=row["remark"],
        official=row["official"] != "false",
        file=row["file"],
        place=row["place"],
    )
