"""How a State's position on a recommendation came about: every dated statement, the final one marked."""

from collections import defaultdict
from dataclasses import dataclass, replace

from graph.terms import NS
from webui.asker import iri, records

_POSITIONS = """
SELECT DISTINCT ?record ?value ?document ?symbol ?paragraph ?said ?issued ?quote ?remark ?official ?file ?place
WHERE {
  { SELECT DISTINCT ?record WHERE { VALUES ?thing { UNDEF } ?thing rg:positionRecord ?record } }
  GRAPH ?graph {
    ?record rg:positionStated ?value .
    OPTIONAL { ?record rg:paragraph ?paragraph }
    OPTIONAL { ?record dcterms:date ?said }
    OPTIONAL { ?record rg:quote ?quote }
    OPTIONAL { ?record rg:remark ?remark }
    OPTIONAL { ?record rg:official ?official }
    OPTIONAL { ?record rg:place ?place }
  }
  OPTIONAL {
    ?record rg:document ?document . ?document rg:symbol ?symbol OPTIONAL { ?document dcterms:issued ?issued }
  }
  OPTIONAL { ?graph rg:file ?file }
}
"""


@dataclass(frozen=True, slots=True)
class Said:
    """One file's words on a statement: the quote, what the State added, and where in the file."""

    file: str
    place: str
    quote: str
    remark: str
    official: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of position, told by one file or several.

    `day` is when it was said, or else when the document was issued.
    """

    value: str
    day: str
    document: str
    symbol: str
    paragraph: str
    told_by: tuple[Said, ...]
    final: bool = False

    @property
    def official(self) -> bool:
        return any(said.official for said in self.told_by)


def history(thing: str, final: str) -> list[Stated]:
    """Every statement on a recommendation, oldest first.

    The last official one that agrees with `final` is the final one; another only where no official one does.
    """
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in records(_POSITIONS, {"thing": [iri(thing)]}):
        rows[row["record"]].append(row)
    stated = sorted(map(_stated, rows.values()), key=_order)
    agreeing = [number for number, one in enumerate(stated) if one.value == final]
    agreeing = [number for number in agreeing if stated[number].official] or agreeing
    return [replace(one, final=agreeing[-1:] == [number]) for number, one in enumerate(stated)]


def _order(one: Stated) -> tuple[str, bool, str, str]:
    return one.day or "9999", one.official, one.symbol, one.paragraph


def _stated(rows: list[dict[str, str]]) -> Stated:
    said = {Said(row["file"], row["place"], row["quote"], row["remark"], row["official"] != "false") for row in rows}
    first = rows[0]
    return Stated(
        value=first["value"].removeprefix(NS),
        day=first["said"] or first["issued"],
        document=first["document"],
        symbol=first["symbol"],
        paragraph=first["paragraph"],
        told_by=tuple(sorted(said, key=lambda one: (one.file, one.place, one.quote))),
    )
