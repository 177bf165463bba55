"""What a build must hold before it is swapped in, and what it should say of itself."""

from graph.records import Position
from graph.source import Finding, Severity
from graph.store.asking import Asker
from graph.terms import PREFIXES, rg

_PROLOGUE = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n"

_FAULTS = {
    "a link without a basis": "SELECT ?link WHERE { ?link a rg:Link FILTER NOT EXISTS { ?link rg:basis ?basis } }",
    "a link without a status": "SELECT ?link WHERE { ?link a rg:Link FILTER NOT EXISTS { ?link rg:linkStatus ?s } }",
    "a position that no file states": (
        "SELECT ?record WHERE { ?ask rg:positionRecord ?record "
        "FILTER NOT EXISTS { ?record rg:positionStated ?position } }"
    ),
    "a source without file, checksum and day": (
        "SELECT ?source WHERE { ?source a rg:Source "
        "FILTER NOT EXISTS { ?source rg:file ?file ; rg:sha256 ?sum ; rg:readOn ?day } }"
    ),
    "a passage without a document, list or review": (
        "SELECT ?passage WHERE { ?passage a rg:Passage "
        "FILTER NOT EXISTS { ?passage rg:document ?document } FILTER NOT EXISTS { ?passage rg:session ?session } "
        "FILTER NOT EXISTS { ?passage rg:engagement ?review } }"
    ),
}

_COUNTED = (
    "State",
    "Document",
    "Recommendation",
    "Observation",
    "Statement",
    "Pledge",
    "PositionRecord",
    "Framework",
    "Result",
    "Project",
    "Link",
    "Group",
)

_TOTALS = """
SELECT ?document ?symbol ?kind ?stated WHERE {
  VALUES (?property ?kind) { (rg:statedTotal "") (rg:statedSupported "supported")
    (rg:statedNoted "noted") (rg:statedPartlySupported "partlySupported") }
  ?document ?property ?stated ; rg:symbol ?symbol
}
"""

_HELD = """
SELECT ?document ?position (COUNT(DISTINCT ?ask) AS ?count) WHERE {
  { SELECT DISTINCT ?document WHERE { ?document rg:statedTotal|rg:statedSupported|rg:statedNoted ?stated } }
  ?ask rg:document ?document ; a rg:Recommendation OPTIONAL { ?ask rg:position ?position }
} GROUP BY ?document ?position
"""


def check(asker: Asker) -> tuple[list[str], list[Finding]]:
    """Faults that refuse a build, and findings where counts differ from what documents say of themselves."""
    faults = []
    for name, query in _FAULTS.items():
        rows = asker.select(_PROLOGUE + query + " LIMIT 5").rows
        faults += [f"{name}: {row[0].value}" for row in rows if row[0]]
    return faults, _totals(asker)


def _totals(asker: Asker) -> list[Finding]:
    held: dict[tuple[str, str], int] = {}
    for document, position, count in asker.select(_PROLOGUE + _HELD).rows:
        if document and count:
            local = position.value.removeprefix(rg("")) if position else ""
            for key in {(document.value, local), (document.value, "")} if local else {(document.value, "")}:
                held[key] = held.get(key, 0) + int(count.value)
    findings = []
    for document, symbol, kind, stated in asker.select(_PROLOGUE + _TOTALS).rows:
        if document and symbol and kind and stated:
            found = held.get((document.value, kind.value), 0)
            if found != int(stated.value):
                what = kind.value or "in all"
                reason = f"{stated.value} recommendations {what}, says a document; {found} were read"
                findings.append(Finding(symbol.value, "totals", reason, Severity.WARNING))
    return sorted(findings)


def counts(asker: Asker) -> dict[str, int]:
    """How many things of each class the build holds, and recommendations by position."""
    classes = " ".join(f"rg:{name}" for name in _COUNTED)
    by_class = f"SELECT ?class (COUNT(DISTINCT ?thing) AS ?n) WHERE {{ VALUES ?class {{ {classes} }} ?thing a ?class }}"
    values = " ".join(f"rg:{position.value}" for position in Position)
    by_position = (
        f"SELECT ?position (COUNT(DISTINCT ?ask) AS ?n) WHERE {{ VALUES ?position {{ {values} }} "
        "?ask rg:position ?position }"
    )
    found: dict[str, int] = {}
    for query in (by_class, by_position):
        for name, count in asker.select(_PROLOGUE + query + " GROUP BY " + query.split()[1]).rows:
            if name and count:
                found[name.value.removeprefix(rg(""))] = int(count.value)
    return found
