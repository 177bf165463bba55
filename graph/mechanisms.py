"""The mechanisms by symbol, by notation and by the names that documents call them."""

import re
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

import ontology
from graph.states import fold
from graph.terms import NS, SKOS

_BODIES = re.compile(r"(CCPR|CERD|CEDAW|CRC|CMW|CRPD|CED|CAT)/")
_PROTOCOLS = re.compile(r"CRC/(?:C/)?OP-?(SC|AC)/")
_SPECIAL = re.compile(
    r"\b(?:special rapporteurs?|independent experts?|working groups?|representatives?|sr|ie|wg"
    r"|rapporteu(?:r|se)s? specia(?:l|le|ux|les)|experte?s? independante?s?|groupes? de travail"
    r"|representante? speciale?s?|relator(?:a|as|es)? especial(?:es)?|expert[oa]s? independientes?|grupos? de trabajo"
    r"|representantes? especial(?:es)?) "
)


@dataclass(frozen=True, slots=True)
class _Table:
    family: dict[str, str]
    """Notation → local name of its family."""
    names: dict[str, str]
    """Folded notation or name → notation."""
    subjects: tuple[tuple[str, str], ...]
    """(what a special procedure's title is about, notation), longest first."""


@cache
def _table() -> _Table:
    notation, family, labels = {}, {}, []
    data = (ontology.root() / "vocab" / "mechanisms.ttl").read_bytes()
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        subject, predicate, value = str(quad.subject), quad.predicate.value, quad.object
        if predicate == SKOS + "notation" and isinstance(value, ox.Literal):
            notation[subject] = value.value
        elif predicate == NS + "family" and isinstance(value, ox.NamedNode):
            family[subject] = value.value.removeprefix(NS)
        elif predicate in (SKOS + "prefLabel", SKOS + "altLabel") and isinstance(value, ox.Literal):
            labels.append((subject, value.value))
    names = {fold(label): notation[subject] for subject, label in labels}
    names |= {fold(code): code for code in notation.values()}
    special = {subject for subject, of in family.items() if of == "specialProcedures"}
    subjects = sorted(
        ((fold(label), notation[subject]) for subject, label in labels if subject in special and ":" not in label),
        key=lambda pair: (-len(pair[0]), pair),
    )
    return _Table({notation[subject]: of for subject, of in family.items()}, names, tuple(subjects))


def family(notation: str) -> str:
    """`upr`, `treatyBodies` or `specialProcedures`. Raises KeyError for a mechanism nobody knows."""
    return _table().family[notation]


def from_symbol(symbol: str) -> str | None:
    """The body that a symbol names by itself: `CERD/C/SVN/CO/6-7` → CERD, `E/C.12/…` → CESCR, `CAT/OP/…` → SPT.

    A special procedure cannot be told from a symbol: None.
    """
    protocol = _PROTOCOLS.match(symbol)
    if protocol:
        return f"CRC-OP-{protocol[1]}"
    if symbol.startswith("E/C.12/"):
        return "CESCR"
    if symbol.startswith("CAT/OP/"):
        return "SPT"
    found = _BODIES.match(symbol)
    return found[1] if found else None


def from_name(name: str) -> str | None:
    """The mechanism of a notation or title: `SR Minorities`, `Committee against Torture`. None if unknown."""
    given = fold(name.removeprefix("- "))
    return _table().names.get(given) or from_sentence(name)


def from_sentence(text: str) -> str | None:
    """The special procedure that a sentence names by its mandate; None where it names none or two."""
    found = mandates(text)
    return found[0] if len(found) == 1 else None


def mandates(text: str) -> tuple[str, ...]:
    """Every special procedure that a text names by title and mandate, in order: those of a joint visit are two."""
    plain = fold(text)
    titles = list(_SPECIAL.finditer(plain))
    ends = [title.start() for title in titles[1:]] + [len(plain)]
    found: list[str] = []
    for title, end in zip(titles, ends, strict=False):
        named = _mandates(plain[title.end() : min(end, title.end() + 160)])
        found += named if title[0].endswith("s ") else named[:1]
    return tuple(dict.fromkeys(found))


def _mandates(text: str) -> list[str]:
    """The mandates that a text names, in order; of two names at one place the longer one."""
    found: dict[int, str] = {}
    taken: list[range] = []
    for subject, code in _table().subjects:  # longest first
        at = text.find(subject)
        if at >= 0 and not any(at in span for span in taken):
            taken.append(range(at, at + len(subject)))
            found[at] = code
    return [found[at] for at in sorted(found)]


def speaker(text: str) -> str | None:
    """The treaty body that a sentence begins with: `The Committee against Torture noted …`, `CERD recommended …`."""
    plain = fold(text[:120])
    return next((code for name, code in _bodies() if re.match(rf"{re.escape(name)}(?!\w)", plain)), None)


@cache
def _bodies() -> tuple[tuple[str, str], ...]:
    """(folded name or notation, notation) of every treaty body, longest first."""
    table = _table()
    names = [(name, code) for name, code in table.names.items() if table.family.get(code) == "treatyBodies"]
    return tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair)))
