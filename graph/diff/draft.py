"""A changed thing → drafts of changes: what can be told of it before others are asked for their names."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Final

from graph.diff.change import Kind, What
from graph.diff.facts import Facts, Thing, value
from graph.terms import NS, PROV, RDF, RDFS, rg

TEXTS: Final = frozenset(map(rg, ("Passage", "Recommendation", "Observation", "Pledge", "Statement")))
PROGRAMMES: Final = frozenset(map(rg, ("Framework", "Result", "Project", "Plan", "Action", "Assessment", "Indicator")))
_TOLD_ELSEWHERE: Final = frozenset(
    (
        *map(rg, ("reinforces", "repeats", "sameAsk", "contributesTo", "reportsOn", "cites", "groupedWith", "names")),
        *map(rg, ("positionRecord", "readBy", "centrality")),
        PROV + "wasDerivedFrom",
    )
)
"""What links, records, groups and files tell by themselves."""
_LABELS: Final = {rg("theme"): "themes", rg("affectedGroup"): "groups of persons", rg("sdg"): "SDG targets"}
_TOLD_APART: Final = _TOLD_ELSEWHERE | {rg("position"), *_LABELS}
_SHOWN: Final = 160
"""Characters of a text that a change quotes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A change with identifiers where names will stand.

    `subject` → `object` are a link's ends; `decisive` the records that may say why; `source` the file a link is from.
    """

    kind: Kind
    what: What
    thing: str
    detail: str = ""
    before: str = ""
    after: str = ""
    why: str = ""
    subject: str = ""
    object: str = ""
    decisive: tuple[str, ...] = ()
    source: str = ""
    members: tuple[str, ...] = ()

    def line(self) -> str:
        return json.dumps(asdict(self)) + "\n"

    @classmethod
    def of(cls, line: str) -> "Draft":
        told = json.loads(line)
        told |= {"kind": Kind(told["kind"]), "what": What(told["what"])}
        return cls(**told | {"decisive": tuple(told["decisive"]), "members": tuple(told["members"])})


def drafts(thing: Thing) -> Iterator[Draft]:
    """Every change of a thing; none for the classes that are only counted."""
    classes = thing.classes
    if rg("Link") in classes:
        yield from _link(thing)
    elif rg("Group") in classes:
        yield _group(thing)
    elif rg("Decision") in classes:
        yield _decision(thing)
    elif classes & TEXTS:
        yield from _text(thing)
    elif classes & PROGRAMMES:
        yield from _whole_or_parts(thing, Kind.PROGRAMME)
    elif rg("Document") in classes:
        yield from _whole_or_parts(thing, Kind.DOCUMENT)


def counted(thing: Thing) -> tuple[str, What] | None:
    """The class and the fate of a thing that no draft tells of.

    None for files, which the reports tell, and for things of which only what stands beside a link differs.
    """
    own = sorted(name.removeprefix(NS) for name in thing.classes if name.startswith(NS))
    if own == ["Source"] or all(
        name in _TOLD_ELSEWHERE for name in thing.old.keys() | thing.new.keys() if thing.differs(name)
    ):
        return None
    return " and ".join(map(_words, own)) or "other facts", _fate(thing)


def one(facts: Facts, predicate: str) -> str:
    """The first value, or an empty string."""
    found = facts.get(predicate)
    return min(map(value, found)) if found else ""


def _fate(thing: Thing) -> What:
    if not thing.old.get(RDF + "type") and thing.new.get(RDF + "type"):
        return What.CAME
    return What.GONE if not thing.new.get(RDF + "type") and thing.old.get(RDF + "type") else What.CHANGED


def _text(thing: Thing) -> Iterator[Draft]:
    fate = _fate(thing)
    if fate is not What.CHANGED:
        yield _whole(thing, Kind.TEXT, fate)
        return
    position = rg("position")
    if thing.differs(position):
        records = rg("positionRecord")
        came = thing.new.get(records, set()) - thing.old.get(records, set())
        gone = thing.old.get(records, set()) - thing.new.get(records, set())
        yield Draft(
            Kind.POSITION,
            What.CHANGED,
            thing.iri,
            before=_words(one(thing.old, position).removeprefix(NS)) or "no position",
            after=_words(one(thing.new, position).removeprefix(NS)) or "no position",
            why="says" if came else "said before by",
            decisive=tuple(sorted(map(value, came or gone))),
        )
    yield from _parts(thing, Kind.TEXT)


def _whole_or_parts(thing: Thing, kind: Kind) -> Iterator[Draft]:
    fate = _fate(thing)
    if fate is What.CHANGED:
        yield from _parts(thing, kind)
    else:
        yield _whole(thing, kind, fate)


def _whole(thing: Thing, kind: Kind, fate: What) -> Draft:
    told = thing.new if fate is What.CAME else thing.old
    words = _short(one(told, rg("text")) or one(told, rg("summary")))
    came = fate is What.CAME
    return Draft(kind, fate, thing.iri, _class(thing), before="" if came else words, after=words if came else "")


def _parts(thing: Thing, kind: Kind) -> Iterator[Draft]:
    """One change for each property that says something else."""
    for predicate in sorted((thing.old.keys() | thing.new.keys()) - _TOLD_APART):
        if thing.differs(predicate):
            yield _part(thing, kind, predicate, _words(re.split(r"[#/]", predicate)[-1]))
    for predicate, name in _LABELS.items():
        if thing.differs(predicate):
            yield _part(thing, kind, predicate, name)


def _part(thing: Thing, kind: Kind, predicate: str, name: str) -> Draft:
    old, new = thing.old.get(predicate, set()), thing.new.get(predicate, set())
    return Draft(kind, What.CHANGED, thing.iri, name, before=_listed(old - new), after=_listed(new - old))


def _listed(terms: set[str]) -> str:
    return "; ".join(_short(_tail(value(term)) if term.startswith("<") else value(term)) for term in sorted(terms))


def _link(thing: Thing) -> Iterator[Draft]:
    fate = _fate(thing)
    told = thing.old if fate is What.GONE else thing.new
    relation = _words(one(told, RDF + "predicate").removeprefix(NS))
    old, new = (_standing(facts) for facts in (thing.old, thing.new))
    if fate is What.CHANGED and old == new:
        reasons = rg("reason")
        if not thing.differs(reasons):
            return
        old, new = (_listed(facts.get(reasons, set())) for facts in (thing.old, thing.new))
    yield Draft(
        Kind.LINK,
        fate,
        thing.iri,
        relation,
        before="" if fate is What.CAME else old,
        after="" if fate is What.GONE else new,
        why=_decided(thing),
        source=one(told, PROV + "wasDerivedFrom"),
        subject=one(told, RDF + "subject"),
        object=one(told, RDF + "object"),
    )


def _standing(facts: Facts) -> str:
    """`proposed, score 0.84, similarity`."""
    status, basis = (one(facts, rg(name)).removeprefix(NS) for name in ("linkStatus", "basis"))
    return ", ".join(filter(None, (status, f"score {one(facts, rg('score'))}", _words(basis))))


def _decided(thing: Thing) -> str:
    """Who decided, if a decision is what changed."""
    names = ("linkStatus", "decidedBy", "decidedOn", "decisionReason")
    if not any(thing.differs(rg(name)) for name in names):
        return ""
    who, day, why = (one(thing.new, rg(name)) for name in names[1:])
    if who:
        return f"decided by {who} on {day}: {why}"
    return f"the decision of {one(thing.old, rg('decidedBy'))} is gone" if one(thing.old, rg("decidedBy")) else ""


def _group(thing: Thing) -> Draft:
    fate, member = _fate(thing), rg("member")
    old, new = (set(map(value, facts.get(member, ()))) for facts in (thing.old, thing.new))
    told = thing.old if fate is What.GONE else thing.new
    return Draft(
        Kind.GROUP,
        fate,
        thing.iri,
        one(told, RDFS + "label"),
        before=_asks(thing.old, old, renamed=thing.differs(RDFS + "label")),
        after=_asks(thing.new, new, renamed=thing.differs(RDFS + "label")),
        members=tuple(sorted(old if fate is What.GONE else new - old)),
    )


def _asks(facts: Facts, members: set[str], *, renamed: bool) -> str:
    """`“languages at school”, 6 asks, strength 0.87`; the name only where it is another one than before."""
    if not members:
        return ""
    name = f"“{one(facts, RDFS + 'label')}”, " if renamed else ""
    return f"{name}{len(members)} ask{'' if len(members) == 1 else 's'}, strength {one(facts, rg('strength'))}"


def _decision(thing: Thing) -> Draft:
    fate = _fate(thing)
    told = thing.old if fate is What.GONE else thing.new
    who, day, why = (one(told, rg(name)) for name in ("decidedBy", "decidedOn", "decisionReason"))
    words = f"{who}, {day}: {why}"
    gone = fate is What.GONE
    return Draft(
        Kind.DECISION,
        fate,
        thing.iri,
        one(told, RDFS + "label"),
        before=words if gone else "",
        after="" if gone else words,
        object=one(told, rg("decides")),
    )


def _class(thing: Thing) -> str:
    """The most telling class, in words."""
    own = {name.removeprefix(NS) for name in thing.classes if name.startswith(NS)} - {"Passage", "Document"}
    return _words(min(own)) if own else ("document" if rg("Document") in thing.classes else "passage")


def _words(name: str) -> str:
    """`partlySupported` → `partly supported`; what stands in capitals stays."""
    return re.sub(r"(?<=[a-z])([A-Z])(?=[a-z])", lambda found: " " + found[1].lower(), name[:1].lower() + name[1:])


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1].rstrip() + "…"


def _tail(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]
