"""How a State's position on a recommendation came about: every dated statement, the final one marked."""

from collections import defaultdict
from dataclasses import dataclass, replace

from graph.terms import NS
from webui.asker import iri, records
from webui.cards import local

_TOLD = """
SELECT DISTINCT ?record ?graph ?property ?value ?file WHERE {
  VALUES ?thing { UNDEF }
  ?thing rg:positionRecord ?record .
  GRAPH ?graph { ?record ?property ?value }
  OPTIONAL { ?graph rg:file ?file }
}
"""
"""All that each file says of each record: with an OPTIONAL for each property, the store reads every record there is."""
_DOCUMENTS = """
SELECT DISTINCT ?document ?symbol ?issued WHERE {
  VALUES ?thing { UNDEF }
  ?thing rg:positionRecord ?record . ?record rg:document ?document . ?document rg:symbol ?symbol
  OPTIONAL { ?document dcterms:issued ?issued }
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
    told_of_it = {"thing": [iri(thing)]}
    by_file: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for row in records(_TOLD, told_of_it):
        told = by_file[row["record"], row["graph"]]
        name = local(row["property"])
        told[name] = min(row["value"], told.get(name, row["value"]))
        told["file"] = row["file"]
    rows: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for (record, _), told in by_file.items():
        if "positionStated" in told:
            rows[record].append(told)
    documents = {row["document"]: row for row in records(_DOCUMENTS, told_of_it)}
    stated = sorted((_stated(some, documents) for some in rows.values()), key=_order)
    agreeing = [number for number, one in enumerate(stated) if one.value == final]
    agreeing = [number for number in agreeing if stated[number].official] or agreeing
    return [replace(one, final=agreeing[-1:] == [number]) for number, one in enumerate(stated)]


def _order(one: Stated) -> tuple[str, bool, str, str]:
    return one.day or "9999", one.official, one.symbol, one.paragraph


def _stated(rows: list[dict[str, str]], documents: dict[str, dict[str, str]]) -> Stated:
    """One statement from what each file tells of it; `documents`: those with a symbol, by IRI."""
    said = {
        Said(
            file=row["file"],
            place=row.get("place", ""),
            quote=row.get("quote", ""),
            remark=row.get("remark", ""),
            official=row.get("official") != "false",
        )
        for row in rows
    }
    first = min(rows, key=lambda row: row["file"])
    document = documents.get(first.get("document", ""), {})
    return Stated(
        value=first["positionStated"].removeprefix(NS),
        day=first.get("date", "") or document.get("issued", ""),
        document=document.get("document", ""),
        symbol=document.get("symbol", ""),
        paragraph=first.get("paragraph", ""),
        told_by=tuple(sorted(said, key=lambda one: (one.file, one.place, one.quote))),
    )
