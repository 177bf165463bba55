"""Lists behind numbers: what narrows a list of asks, in an address that stays the same."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from webui.language import said
from webui.state.asks import Ask, asks
from webui.state.evidence import evidence
from webui.state.names import TITLES, concept_name, mechanisms
from webui.state.programmes import agencies, agency_names

NAMES: Final = {
    "position": said("Position"),
    "moved": said("Moved"),
    "family": said("Family of mechanisms"),
    "mechanism": said("Mechanism"),
    "cycle": said("UPR cycle"),
    "year": said("Year"),
    "theme": said("Theme"),
    "persons": said("Persons"),
    "tags": said("Tags"),
    "programme": said("Programme"),
    "agency": said("Agency"),
    "said": said("Implementation"),
}
"""What an address may narrow by, in the order of the address, and its name on the page."""
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that a list is narrowed by; `without` is the address of the list without it."""

    name: str
    value: str
    told: str
    without: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list of one State's asks is narrowed by: names of NAMES and their values."""

    iso3: str
    on: Mapping[str, str]

    @classmethod
    def read(cls, iso3: str, told: Mapping[str, str]) -> "Narrowing":
        """From the parameters of an address; what is not known is left out."""
        given = {name: told.get(name, "").strip()[:_LONGEST] for name in NAMES}
        return cls(iso3, {name: value for name, value in given.items() if value})

    def without(self, name: str) -> "Narrowing":
        return Narrowing(self.iso3, {one: value for one, value in self.on.items() if one != name})

    def label(self, name: str) -> str:
        return NAMES[name]

    @property
    def address(self) -> str:
        return asks_of(self.iso3, self.on)

    @property
    def chips(self) -> list[Chip]:
        return [
            Chip(NAMES[name], value, _told(self.iso3, name, value), self.without(name).address)
            for name, value in self.on.items()
        ]

    def narrowed(self) -> list[Ask]:
        """The asks that fit all of it, by document and paragraph. Raises Refusal."""
        tests = [_TESTS[name](self, value) for name, value in self.on.items()]
        return [ask for ask in asks(self.iso3) if all(test(ask) for test in tests)]


def asks_of(iso3: str, on: Mapping[str, str | int]) -> str:
    """The address of a list of asks: `/state/VNM/asks?position=noted&cycle=3`."""
    query = urlencode([(name, on[name]) for name in NAMES if on.get(name)], safe="/")
    return f"/state/{iso3}/asks" + ("?" + query if query else "")


Test = Callable[[Ask], bool]


def _position(_: Narrowing, value: str) -> Test:
    wanted = "" if value == "none" else value
    return lambda ask: ask.of_the_review and ask.position == wanted


def _moved(_: Narrowing, value: str) -> Test:
    before, _dash, after = value.partition("-")
    return lambda ask: ask.of_the_review and (ask.reported or "none", ask.position or "none") == (before, after)


def _family(_: Narrowing, value: str) -> Test:
    return lambda ask: (ask.family or "none") == value


def _mechanism(_: Narrowing, value: str) -> Test:
    return lambda ask: ask.mechanism is not None and value in (ask.mechanism.notation, ask.mechanism.title)


def _cycle(_: Narrowing, value: str) -> Test:
    return lambda ask: ask.family == "upr" and str(ask.cycle or "none") == value


def _year(_: Narrowing, value: str) -> Test:
    return lambda ask: str(ask.year or "none") == value


def _tagged(narrowing: Narrowing, value: str) -> Test:
    match narrowing.on.get("tags"):
        case "given":
            return lambda ask: value in ask.given
        case "inferred":
            return lambda ask: value in ask.inferred
        case _:
            return lambda ask: value in ask.given or value in ask.inferred


def _tags(_: Narrowing, value: str) -> Test:
    if value == "none":
        return lambda ask: not ask.tags
    return lambda ask: bool(ask.given if value == "given" else ask.inferred if value == "inferred" else ())


def _programme(_: Narrowing, value: str) -> Test:
    if value in ("yes", "no"):
        return lambda ask: bool(ask.programmes) == (value == "yes")
    return lambda ask: ask.sureness == value


def _agency(narrowing: Narrowing, value: str) -> Test:
    theirs = {programme for programme, names in agencies(narrowing.iso3).items() if value in names}
    return lambda ask: any(programme in theirs for programme, _ in ask.programmes)


def _said(narrowing: Narrowing, value: str) -> Test:
    known = evidence(narrowing.iso3)
    found = {"reported": known.reported, "assessed": known.assessed}.get(value, frozenset())
    return lambda ask: ask.iri in found


_TESTS: Final[Mapping[str, Callable[[Narrowing, str], Test]]] = {
    "position": _position,
    "moved": _moved,
    "family": _family,
    "mechanism": _mechanism,
    "cycle": _cycle,
    "year": _year,
    "theme": _tagged,
    "persons": _tagged,
    "tags": _tags,
    "programme": _programme,
    "agency": _agency,
    "said": _said,
}

POSITIONS: Final = {
    "supported": said("Supported"),
    "partlySupported": said("Partly supported"),
    "noted": said("Noted"),
    "pending": said("Pending"),
    "none": said("No position stated"),
    "several": said("Several positions in the report"),
}
FAMILIES: Final = {
    "upr": said("Universal Periodic Review"),
    "treatyBodies": said("Treaty bodies"),
    "specialProcedures": said("Special procedures"),
    "none": said("Mechanism not known"),
}
TAGS: Final = {
    "given": said("given by a source"),
    "inferred": said("inferred"),
    "none": said("none"),
}
PROGRAMMES: Final = {
    "yes": said("at least one programme"),
    "no": said("no programme"),
    "confirmed": said("confirmed by a person"),
    "stated": said("stated by a source"),
    "proposed": said("only proposed"),
}
SAID: Final = {
    "reported": said("a report tells of it"),
    "assessed": said("somebody assessed it"),
}
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "position": POSITIONS,
    "family": FAMILIES,
    "tags": TAGS,
    "programme": PROGRAMMES,
    "said": SAID,
}


_MOVED: Final = said("{before} → {after}")
_NOT_KNOWN: Final = said("not known")


def _told(iso3: str, name: str, value: str) -> str:
    """A value in words."""
    if name in _WORDS:
        return _WORDS[name].get(value, value)
    if name in ("theme", "persons"):
        return concept_name(value)
    if name == "moved":
        before, _, after = value.partition("-")
        return _MOVED.filled(before=POSITIONS.get(before, before), after=POSITIONS.get(after, after))
    if name == "mechanism":
        return TITLES.get(value, value)
    if name == "agency":
        return agency_names(iso3).get(value, value)
    return _NOT_KNOWN if value == "none" else value


def mechanism_options(found: Iterable[Ask]) -> list[tuple[str, str]]:
    """The mechanisms that speak in some asks, by notation: notation and name."""
    present = {ask.mechanism.notation for ask in found if ask.mechanism}
    names = {one.notation: one.name for one in mechanisms().values()}
    return [(notation, names.get(notation, notation)) for notation in sorted(present)]
