"""What an ask or a programme is read for before it is compared: matters, persons, measures, treaties; its own words.

Names of committees, mandates and treaties are taken out of the words: "the Committee on the Elimination of
Discrimination against Women" speaks of housing as well, and joining a treaty is compared by the treaty.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.link.direction import direction
from graph.link.lexicon import matters, measures, persons
from graph.link.named import Kind, names
from graph.link.parts import parts
from graph.link.wording import stems
from graph.states import fold
from graph.terms import VOCAB, mechanism

_MEASURE = f"{VOCAB}measure/"
JOINS = frozenset((f"{_MEASURE}ratify", f"{_MEASURE}withdraw-reservation"))
"""Measures whose object is a treaty as such."""
GENERAL = frozenset(
    f"{_MEASURE}{name}"
    for name in ("prevent", "promote", "implement", "access", "protect-victims", "register", "investigate", "remedy")
)
"""Measures that every ask may ask for: "strengthen measures to combat …"."""
ABROAD = JOINS | {f"{_MEASURE}{name}" for name in ("share", "report", "cooperate")}
"""Measures that only the State itself can take: no project carries them out unless it says so."""
_RESERVATIONS = f"{VOCAB}matter/reservations"
_UPR = mechanism("UPR")
"""Its recommendations are imperatives: whatever they say, they ask."""
_TAKEN_OUT = (Kind.MECHANISM, Kind.TREATY, Kind.ARTICLE)
_HEAD = 60
"""An ask says in so many characters what it asks for first."""
_ANY_TREATY = re.compile(
    r"\b(?:core|major|main|principal|remaining|outstanding|all(?: of)?(?: the)?(?: other)?) (?:\w+ ){0,4}"
    r"(?:instrument|treat(?:y|ies)|convention|covenant)",
    re.I,
)
_SUMMONS = re.compile(
    r"^(?:\W*(?:and|to|it|the|also|state party|government|recommend(?:ed|s)?|urg(?:ed|es)?|invit(?:ed|es)?|called upon"
    r"|encourag(?:ed|es)?|that|should|while .{0,80}?,)\b)*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Read:
    """One ask as it is compared: concept, treaty and mechanism IRIs, and the words that are left without names.

    `heads` are the particular measures that it asks for first; `ends` and `keeps` are stems of what it wants ended
    or kept.
    """

    text: str
    words: str
    matters: frozenset[str]
    persons: frozenset[str]
    measures: frozenset[str]
    heads: frozenset[str]
    treaties: frozenset[str]
    mandates: frozenset[str]
    ends: frozenset[str]
    keeps: frozenset[str]

    @property
    def joins(self) -> bool:
        """Whether it asks to join a treaty or to lift what was reserved."""
        return bool(self.measures & JOINS) or _RESERVATIONS in self.matters

    @property
    def ratifies(self) -> bool:
        """Whether it asks to become party to a treaty, with reservations or without."""
        return f"{_MEASURE}ratify" in self.measures

    @property
    def lifts(self) -> bool:
        """Whether it asks to lift what was reserved."""
        return self.joins and (not self.ratifies or f"{_MEASURE}withdraw-reservation" in self.measures)

    @property
    def joins_any(self) -> bool:
        """Whether it asks to join treaties in general: "the core human rights treaties"."""
        return self.joins and _ANY_TREATY.search(self.words) is not None

    @property
    def abroad(self) -> bool:
        """Whether the State alone can do what is asked first: join, report, invite, share."""
        return bool(self.heads & ABROAD)


def asks(text: str, speaker: str = "") -> tuple[Read, ...]:
    """The several asks of a mechanism's text; a part that names no matter, treaty or person goes with the one before.

    `speaker` is the IRI of the mechanism whose words they are. Empty if a body only praises or reports.
    """
    found: list[str] = []
    said = parts(text, reported=speaker != _UPR)
    for part in [part for part in said if not _of_another(part, speaker)] or said:
        if (found and not _tells(read(part, speaker))) or (found and not _tells(read(found[-1], speaker))):
            found[-1] = f"{found[-1]}; {part}"
        else:
            found.append(part)
    told = (read(one, speaker) for one in found)
    return tuple(one for one in told if _tells(one) or len(stems(one.words)) >= _FEWEST)


def _of_another(part: str, speaker: str) -> bool:
    """Whether a sentence that is told of a body says what another body said: one sentence often cites two."""
    if speaker in ("", _UPR):
        return False
    who = [one.iri for one in names(part) if one.kind is Kind.MECHANISM and one.start < _BEGINS]
    return bool(who) and speaker not in who


_BEGINS = 60
"""Who speaks is named in so many characters."""
_FEWEST = 3
"""Stems of an ask: "the Committee made a similar recommendation" tells nothing."""


def _tells(one: Read) -> bool:
    return bool(one.matters or one.treaties or one.persons or one.mandates)


_OURS = frozenset(f"{VOCAB}matter/{name}" for name in ("technical-assistance", "sharing-experience", "aid-to-others"))
"""What every programme is, whatever it works on."""


def work(text: str) -> Read:
    """Read the title and description of a programme."""
    found = read(text)
    return replace(found, matters=found.matters - _OURS)


def read(text: str, speaker: str = "") -> Read:
    """Read one text whole."""
    found = names(text, speaker=speaker)
    words = _without(text, ((one.start, one.end) for one in found if one.kind in _TAKEN_OUT))
    plain, towards = fold(words), direction(text)
    return Read(
        ends=towards.ends,
        keeps=towards.keeps,
        text=text,
        words=words,
        matters=frozenset(matters().find_folded(plain)),
        persons=frozenset(persons().find_folded(plain)),
        measures=frozenset(measures().find_folded(plain)),
        heads=frozenset(measures().find(_SUMMONS.sub("", words)[:_HEAD])) - GENERAL,
        mandates=frozenset(one.iri for one in found if one.kind is Kind.MECHANISM),
        treaties=frozenset(one.iri for one in found if one.kind is Kind.TREATY),
    )


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in sorted(spans):
        kept.append(text[at:start])
        at = max(at, end)
    kept.append(text[at:])
    return " ".join("".join(kept).split())
