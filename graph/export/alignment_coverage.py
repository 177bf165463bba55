"""Coverage: of the asks of each kind, how many a programme contributes to, and how that is known."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from graph.export.alignment_filters import GRADES, Grade
from graph.export.facts import UPR, Ask, Facts, Tag, best, natural

NONE_TOLD: Final = "none told"
ALL, FAMILY, MECHANISM, POSITION = "All asks", "Family of mechanisms", "Mechanism", "Position (UPR recommendations)"
GOAL, PERSONS, AGENCY, THEME = "Sustainable Development Goal", "Group of persons", "Agency", "Theme"


@dataclass(frozen=True, slots=True)
class Line:
    """Asks of one kind; `served` of them have a programme, split by the grade of their surest link."""

    section: str
    name: str
    asks: int
    by_grade: Mapping[Grade, int]

    @property
    def served(self) -> int:
        return sum(self.by_grade.values())

    @property
    def unserved(self) -> int:
        return self.asks - self.served

    @property
    def share(self) -> float:
        return self.served / self.asks if self.asks else 0.0


@dataclass(frozen=True, slots=True)
class Load:
    """What one agency carries. An ask or a sum shared by several agencies counts in full for each of them."""

    agency: str
    programmes: int
    serving: int
    asks: int
    by_position: Mapping[str, int]
    pairs: int
    money: Mapping[tuple[str, str], Decimal]


def coverage(facts: Facts) -> list[Line]:
    """Every section, the lines of each by the number of asks."""
    grades = grades_of(facts)
    upr = [ask for ask in facts.asks.values() if ask.mechanism == UPR]
    asks = list(facts.asks.values())
    found = [
        *_lines(ALL, asks, lambda ask: [f"{ask.kind}s"], grades),
        *_lines(FAMILY, asks, lambda ask: [ask.family], grades),
        *_lines(MECHANISM, asks, lambda ask: [ask.mechanism or NONE_TOLD], grades),
        *_lines(POSITION, upr, lambda ask: [ask.answer], grades),
        *_lines(GOAL, asks, _goals(facts.goals), grades),
        *_lines(PERSONS, asks, persons, grades),
    ]
    for scheme in sorted({tag.scheme for ask in asks for tag in ask.tags if tag.kind == "theme"}):
        found += _lines(f"{THEME}: {scheme}", asks, _themes(scheme), grades)
    return found + list(_by_agency(facts))


def grades_of(facts: Facts) -> dict[str, Grade]:
    """Ask → how the surest of its programmes' links is known; asks without a programme are left out."""
    surest = {ask: best(links.values()) for ask, links in facts.serving.items()}
    return {ask: link.grade for ask, link in surest.items() if link}


def _lines(
    section: str, asks: Iterable[Ask], of: Callable[[Ask], Iterable[str]], grades: Mapping[str, Grade]
) -> list[Line]:
    members: dict[str, list[str]] = defaultdict(list)
    for ask in asks:
        for name in dict.fromkeys(of(ask)):
            members[name].append(ask.iri)
    lines = [Line(section, name, len(asked), _counted(asked, grades)) for name, asked in members.items()]
    return sorted(lines, key=lambda line: (line.name == NONE_TOLD, -line.asks, line.name))


def _counted(asks: Iterable[str], grades: Mapping[str, Grade]) -> dict[Grade, int]:
    counted = Counter(grades[ask] for ask in asks if ask in grades)
    return {grade: counted[grade] for grade in GRADES}


def _goals(labels: Mapping[str, str]) -> Callable[[Ask], list[str]]:
    """The goals of an ask, its targets counted under their goal."""

    def of(ask: Ask) -> list[str]:
        codes = sorted({goal(tag) for tag in ask.tags if tag.kind == "sdg"}, key=natural)
        return [f"SDG {code} {labels.get(code, '')}".strip() for code in codes] or [NONE_TOLD]

    return of


def goal(tag: Tag) -> str:
    """The number of a tag's goal: `4` of target `4.5`."""
    return re.split(r"[./]", tag.code or tag.iri.rsplit("/", 1)[-1])[0]


def persons(ask: Ask) -> list[str]:
    """The groups of persons an ask is about."""
    return [tag.label for tag in ask.tags if tag.kind == "affectedGroup"] or [NONE_TOLD]


def _themes(scheme: str) -> Callable[[Ask], list[str]]:
    def of(ask: Ask) -> list[str]:
        return [tag.label for tag in ask.tags if tag.kind == "theme" and tag.scheme == scheme] or [NONE_TOLD]

    return of


def _by_agency(facts: Facts) -> Iterable[Line]:
    """For each agency: of all asks, how many its programmes contribute to."""
    surest: dict[str, dict[str, Grade]] = defaultdict(dict)
    for ask, links in facts.serving.items():
        for programme, link in sorted(links.items(), key=lambda pair: pair[1].rank, reverse=True):
            for agency in facts.programmes[programme].agencies:
                surest[agency][ask] = link.grade
    for load in loads(facts):
        yield Line(AGENCY, load.agency, len(facts.asks), _counted(facts.asks, surest[load.agency]))


def loads(facts: Facts) -> list[Load]:
    """Each agency, the most loaded first."""
    mine: dict[str, list[str]] = defaultdict(list)
    for iri, programme in facts.programmes.items():
        for agency in programme.agencies:
            mine[agency].append(iri)
    found = [_load(facts, agency, programmes) for agency, programmes in mine.items()]
    return sorted(found, key=lambda load: (-load.asks, -load.programmes, load.agency))


def _load(facts: Facts, agency: str, programmes: list[str]) -> Load:
    served = {iri: facts.served_by[iri] for iri in programmes if iri in facts.served_by}
    asks = {ask for links in served.values() for ask in links}
    money: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for iri in programmes:
        for key, amount in facts.programmes[iri].money.items():
            money[key] += amount
    return Load(
        agency=agency,
        programmes=len(programmes),
        serving=len(served),
        asks=len(asks),
        by_position=Counter(facts.asks[ask].answer for ask in asks),
        pairs=sum(map(len, served.values())),
        money=dict(money),
    )
