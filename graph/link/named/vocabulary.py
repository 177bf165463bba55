"""The names of treaties, treaty bodies and mandates as trees of words, read from the vocabularies.

A name is found whatever small words, marks and plurals stand in it: `Convention for the Elimination of Discrimination
against Women`. A short name in capitals is found in capitals only, and its words must stand side by side.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import pyoxigraph as ox

import ontology
from graph.link.named.words import Words, words
from graph.terms import NS, RDF, SKOS

SMALL: Final = frozenset(
    re.findall(
        r"\S+",
        "the of on for all forms form kinds no related"
        " to in its their and or other any international de la le les l el los "
        "las del des du d a au aux sur pour contra et y e o u en sus ses leur leurs toutes todas toute tous "
        "todos formes formas relating relative relativo relativa concerning regarding internationale "
        "internacional thereto , - ' / ",
    )
)
"""What may stand between the words of a name, or be left out of it."""
_FIRST: Final = SMALL - frozenset((",", "and", "or", "et", "y", "e", "o", "ou", "/"))
"""What may stand behind a first word in capitals: "CRC and the Convention" is no "CRC Convention"."""
_BETWEEN: Final = frozenset(("-",))
"""What may stand between the parts of a short name."""
_MARKS: Final = frozenset((".", "(", ")"))
_MOST_SMALL: Final = 7
"""So many of them in a row at most."""
_FILES: Final = ("treaties.ttl", "instruments.ttl", "mechanisms.ttl", "spellings.ttl")
_LABELS: Final = (SKOS + "notation", SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")


@dataclass(slots=True)
class _Node:
    """A place in the tree: what may follow, and what a name that ends here names."""

    after: dict[str, "_Node"] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` up to, not with, `last` name one of `iris`: two where treaty and body share a short name."""

    iris: frozenset[str]
    first: int
    last: int
    short: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What every treaty, body and mandate is called."""

    long: _Node
    short: _Node
    subjects: _Node
    """What the mandates of special procedures are about."""
    treaties: frozenset[str]
    bodies: frozenset[str]
    protocols: dict[str, tuple[str, ...]]
    """Treaty → its optional protocols."""
    watched: dict[str, str]
    """Body → the treaty that it watches over."""

    def mention(self, told: Words, at: int) -> Mention | None:
        """The longest name that begins at a word."""
        last, brief = _walk(self.short, told, at, told.folded, short=True)
        end, iris = _walk(self.long, told, at, told.stems)
        if iris and end >= last:
            return Mention(frozenset(iris), at, end)
        if brief and told.printed(at, last).upper() == told.printed(at, last):
            return Mention(frozenset(brief), at, last, short=True)
        return None

    def subject(self, told: Words, at: int) -> Mention | None:
        """The mandate whose subject begins at a word."""
        end, iris = _walk(self.subjects, told, at, told.stems)
        return Mention(frozenset(iris), at, end) if len(iris) == 1 else None


def _walk(root: _Node, told: Words, at: int, tokens: tuple[str, ...], *, short: bool = False) -> tuple[int, set[str]]:
    """Where the longest name from `at` on ends, and what it names."""
    node = root.after.get(tokens[at])
    end, found, small = at, set[str](), 0
    place = at + 1
    while node is not None:
        if node.names:
            end, found = place, node.names
        skipped = _BETWEEN if short else _after_first(told, at) if place == at + 1 else SMALL
        while place < len(tokens) and tokens[place] not in node.after and _small(told, place, skipped):
            place, small = place + 1, small + 1
            if small > _MOST_SMALL:
                return end, found
        if place >= len(tokens):
            break
        node, place, small = node.after.get(tokens[place]), place + 1, 0
    return end, found


def _after_first(told: Words, at: int) -> frozenset[str]:
    """What may stand behind a first word: behind `1954` nothing, behind one in capitals nothing that lists."""
    word = told.printed(at, at + 1)
    if word[0].isdigit():
        return _BETWEEN
    return _FIRST if word.isupper() else SMALL


def _small(told: Words, place: int, skipped: frozenset[str]) -> bool:
    return told.folded[place] in skipped or (told.folded[place] == "." and told.folded[place - 1] == "no")


@cache
def vocabulary() -> Vocabulary:
    labels: defaultdict[str, list[str]] = defaultdict(list)
    kind: dict[str, str] = {}
    main: dict[str, str] = {}
    watching: defaultdict[str, list[str]] = defaultdict(list)
    for name in _FILES:
        for quad in ox.parse((ontology.root() / "vocab" / name).read_bytes(), format=ox.RdfFormat.TURTLE):
            subject, predicate = str(quad.subject).strip("<>"), quad.predicate.value
            value = quad.object.value if not isinstance(quad.object, ox.Triple) else ""
            if predicate in _LABELS and not (name == "instruments.ttl" and predicate == SKOS + "notation"):
                labels[subject].append(value)
            elif predicate == RDF + "type" and value.startswith(NS):
                kind[subject] = value.removeprefix(NS) if kind.get(subject) in (None, "Mechanism") else kind[subject]
            elif predicate == NS + "protocolTo":
                main[subject] = value
            elif predicate == NS + "mechanism":
                watching[value].append(subject)
    return _built(labels, kind, main, watching)


def _built(
    labels: dict[str, list[str]], kind: dict[str, str], main: dict[str, str], watching: dict[str, list[str]]
) -> Vocabulary:
    long, short, subjects = _Node(), _Node(), _Node()
    for iri, names in labels.items():
        for name in names:
            if kind[iri] == "SpecialProcedure":
                if ":" not in name and name[:3] not in ("SR ", "IE ", "WG "):
                    _add(subjects, _stems(name), iri)
            elif kind[iri] != "UniversalPeriodicReview" and not _composed(name, iri, main):
                brief = " " not in name.replace(" 1", "").replace(" 2", "") and name.upper() == name
                for tokens in _spelt(name) if brief else [_stems(name)]:
                    _add(short if brief else long, tokens, iri)
    protocols: defaultdict[str, list[str]] = defaultdict(list)
    for protocol, treaty in sorted(main.items()):
        protocols[treaty].append(protocol)
    return Vocabulary(
        long,
        short,
        subjects,
        frozenset(iri for iri, of in kind.items() if of == "Treaty"),
        frozenset(iri for iri, of in kind.items() if of == "TreatyBody"),
        {treaty: tuple(found) for treaty, found in protocols.items()},
        {body: _own(treaties, main) for body, treaties in watching.items()},
    )


def _own(treaties: list[str], main: dict[str, str]) -> str:
    """What a body calls "the Convention": the treaty, or the protocol if it watches over nothing else."""
    return next((one for one in sorted(treaties) if one not in main), min(treaties))


_PROTOCOL = ("optional", "second", "first", "protocole", "deuxieme", "protocolo", "segundo")


def _composed(name: str, iri: str, main: dict[str, str]) -> bool:
    """Whether a protocol's name is made of its treaty's (`Optional Protocol to the …`): the grammar reads those."""
    stems = words(name).stems
    return iri in main and stems[0] in _PROTOCOL and ("convention" in stems or "covenant" in stems or
        "pacte" in stems or "pacto" in stems or "convencion" in stems)  # fmt: skip


def _spelt(name: str) -> list[list[str]]:
    """A short name with its figure glued or apart: `ICCPR-OP1`, `ICCPR-OP 1`."""
    glued = re.sub(r"(?<=[A-Z])[ -](?=\d)", "", name)
    apart = re.sub(r"(?<=[A-Z])(?=\d)", " ", glued)
    return [[part for part in words(one).folded if part != "-"] for one in sorted({glued, apart})]


def _stems(name: str) -> list[str]:
    told = words(name)
    return [stem for stem, plain in zip(told.stems, told.folded, strict=True) if plain not in SMALL | _MARKS]


def _add(root: _Node, tokens: list[str], iri: str) -> None:
    node = root
    for token in tokens:
        node = node.after.setdefault(token, _Node())
    node.names.add(iri)
