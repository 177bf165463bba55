"""Facts → things of the index: what is told of others (a document's year, a mechanism's family) is brought to each."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

from graph import mechanisms, terms
from graph.ordered import ordered
from graph.terms import DCTERMS, NS, SKOS, rg
from graph.text.order import natural
from graph.text.quads import WORDS, Subject, Value, subjects
from graph.text.thing import FIELDS, KINDS, Profile, Said, Thing

_TELLING: Final = tuple(reversed(KINDS))
"""The most telling class first: a Recommendation is a Passage too."""


@dataclass(slots=True)
class _Known:
    """What things tell of others, by IRI: small beside the things themselves."""

    issued: dict[str, str] = field(default_factory=dict)
    """Document → day."""
    happened: dict[str, str] = field(default_factory=dict)
    """Engagement → its first day."""
    sessions: dict[str, str] = field(default_factory=dict)
    """Session of the UPR Working Group → its first day."""
    families: dict[str, str] = field(default_factory=dict)
    notations: dict[str, str] = field(default_factory=dict)
    mechanisms: dict[str, str] = field(default_factory=dict)
    """Engagement → mechanism."""
    frameworks: dict[str, list[str]] = field(default_factory=dict)
    """Framework → States."""
    publishers: dict[str, str] = field(default_factory=dict)
    """Named graph → who published the file."""

    def take(self, one: Subject) -> None:
        if "Document" in one.classes:
            self.issued[one.iri] = one.one(DCTERMS + "issued")
        if "Engagement" in one.classes:
            self.happened[one.iri] = one.one(rg("reviewDate")) or one.one(rg("startDate"))
            self.mechanisms[one.iri] = one.one(rg("mechanism"))
        if "WorkingGroupSession" in one.classes:
            self.sessions[one.one(rg("session"))] = one.one(rg("startDate"))
        if "Mechanism" in one.classes:
            self.families[one.iri] = one.one(rg("family")).removeprefix(NS)
            self.notations[one.iri] = one.one(SKOS + "notation")
        if "Framework" in one.classes:
            self.frameworks[one.iri] = one.texts(rg("state"))
        if "Source" in one.classes:
            self.publishers[one.iri] = one.one(DCTERMS + "publisher")


def things(files: Iterable[Path]) -> Iterator[Thing]:
    """Every thing of a build that words can find, by profile and then in the order of documents."""
    told = _Known()
    with TemporaryFile("w+", encoding="utf-8", newline="\n") as kept:
        for one in subjects(files):
            told.take(one)
            if one.classes & set(KINDS):
                kept.write(_dumped(one))
        kept.seek(0)
        for line in ordered(_keyed(_thing(_loaded(line), told)) for line in kept):
            yield _unkeyed(line)


def _thing(one: Subject, told: _Known) -> Thing:
    kind = next(kind for kind in _TELLING if kind in one.classes)
    said = tuple(_said(one, told))
    mechanism = one.one(rg("mechanism")) or told.mechanisms.get(one.one(rg("engagement")), "")
    return Thing(
        iri=one.iri,
        profile=Profile(kind, _states(one, kind, told), _families(one, kind, mechanism, told), _position(one)),
        name=_name(one, said),
        mechanism=told.notations.get(mechanism, "") or (one.one(SKOS + "notation") if kind == "Mechanism" else ""),
        years=_years(one, told),
        said=said,
    )


def _states(one: Subject, kind: str, told: _Known) -> tuple[str, ...]:
    if kind == "State":
        return (one.iri.rsplit("/", 1)[-1],)
    found = one.texts(rg("state")) or told.frameworks.get(one.one(rg("framework")), [])
    return tuple(state.rsplit("/", 1)[-1] for state in found)


def _families(one: Subject, kind: str, mechanism: str, told: _Known) -> tuple[str, ...]:
    own = tuple(value.removeprefix(NS) for value in one.texts(rg("family")))
    if own:
        return own
    found = told.families.get(mechanism, "")
    if not found and kind == "Document" and (body := mechanisms.from_symbol(one.one(rg("symbol")))):
        found = mechanisms.family(body)
    return (found,) if found else ()


def _position(one: Subject) -> str:
    return one.one(rg("position")).removeprefix(NS) if "Recommendation" in one.classes else ""


def _years(one: Subject, told: _Known) -> tuple[int, int] | None:
    """Of itself, else of its document, else of the engagement or session in which it was said."""
    for start, end in _spans(one, told):
        first, last = start[:4] or end[:4], end[:4] or start[:4]
        if first.isdecimal() and last.isdecimal():
            return min(int(first), int(last)), max(int(first), int(last))
    return None


def _spans(one: Subject, told: _Known) -> Iterator[tuple[str, str]]:
    yield one.one(rg("firstYear")), one.one(rg("lastYear"))
    yield one.one(rg("reviewDate")) or one.one(rg("startDate")), one.one(rg("endDate"))
    yield one.one(DCTERMS + "issued"), ""
    yield told.issued.get(one.one(rg("document")), ""), ""
    yield told.happened.get(one.one(rg("engagement")), ""), ""
    yield told.sessions.get(one.one(rg("session")), ""), ""


def _said(one: Subject, told: _Known) -> Iterator[Said]:
    """Every wording once, by field; of several sources the first that says it."""
    seen: set[tuple[str, str, str]] = set()
    found: list[Said] = []
    for predicate, name in WORDS.items():
        for value in sorted(one.values.get(predicate, ()), key=lambda value: (_rank(value.language), value.text)):
            key = (name, value.language, value.text)
            if value.text.strip() and key not in seen:
                seen.add(key)
                found.append(Said(name, value.language, value.text, told.publishers.get(value.graph, "")))
    document = one.one(rg("document"))
    if document and (symbol := terms.symbol_of(document)):
        found.append(Said("symbol", "", symbol))
    yield from sorted(found, key=lambda said: FIELDS.index(said.field))


def _rank(language: str) -> tuple[bool, str]:
    """English and untagged words first."""
    return language not in ("en", ""), language


def _name(one: Subject, said: tuple[Said, ...]) -> str:
    """A citation for a passage, a title or a code for others; empty where there is neither."""
    first = {wording.field: wording.text for wording in reversed(said)}
    if "Passage" in one.classes:
        symbol, paragraph = first.get("symbol", ""), one.one(rg("paragraph"))
        return f"{symbol}, para. {paragraph}" if symbol and paragraph else symbol or paragraph
    code = one.one(rg("code"))
    titled = first.get("title") or first.get("symbol") or one.one(rg("identifier"))
    return f"{code} {titled}".strip() if titled else code


def _dumped(one: Subject) -> str:
    values = {name: [[value.text, value.language, value.graph] for value in some] for name, some in one.values.items()}
    return json.dumps([one.iri, sorted(one.classes), values]) + "\n"


def _loaded(line: str) -> Subject:
    iri, classes, values = json.loads(line)
    one = Subject(iri, set(classes))
    for name, some in values.items():
        one.values[name] = [Value(*value) for value in some]
    return one


def _keyed(one: Thing) -> str:
    """A thing as a line whose order is that of the index."""
    kind, *rest = one.profile.order
    key = [f"{kind:03}", *(" ".join(part) if isinstance(part, tuple) else str(part) for part in rest)]
    key += [natural(one.first("symbol")), natural(one.first("paragraph")), natural(one.name), one.iri]
    return "\t".join(part.replace("\t", " ") for part in key) + "\t" + json.dumps(_told(one)) + "\n"


def _told(one: Thing) -> list[Any]:
    profile = one.profile
    told = (profile.kind, profile.states, profile.families, profile.position)
    said = [(some.field, some.language, some.text, some.publisher) for some in one.said]
    return [one.iri, told, one.name, one.mechanism, one.years, said]


def _unkeyed(line: str) -> Thing:
    told: list[Any] = json.loads(line.rsplit("\t", 1)[1])
    iri, (kind, states, families, position), name, mechanism, years, said = told
    profile = Profile(kind, tuple(states), tuple(families), position)
    return Thing(iri, profile, name, mechanism, tuple(years) if years else None, tuple(Said(*some) for some in said))
