"""What the lists of a State show: asks as cards, documents by where they stand, projects by who and what for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from graph import terms
from webui.asker import iri
from webui.cards import Card
from webui.language import said
from webui.look import state_name
from webui.state.asks import Ask, asks
from webui.state.heat import PERSONS
from webui.state.names import concept_name, scheme_of
from webui.state.narrow import FAMILIES, POSITIONS, PROGRAMMES, SAID, TAGS, Chip, Narrowing, mechanism_options
from webui.state.papers import Paper, papers
from webui.state.programmes import Programme, agency_names, programmes
from webui.state.shelf import Slot, shelf
from webui.state.told import Facts, told_of

_AT_ONCE: Final = 50
"""Asks that one query asks for: its text stays far below the limit `query_bytes`."""
_WORDING = """
SELECT DISTINCT ?thing ?property ?value WHERE {
  VALUES ?thing { UNDEF }
  ?thing ?property ?value
  FILTER(?property IN (rg:text, rg:summary, rg:recommendingState))
}
"""
_CHOICES: Final = 40
"""Themes and groups of persons that a list offers to narrow by."""
STATUSES: Final = ("read", "cited", "missing")


def programme_cards(some: Sequence[Programme], names: Mapping[str, str]) -> list[Card]:
    """Projects as cards; `names`: code of an agency → its name."""
    return [
        Card(
            one.iri,
            {
                "type": ["Project"],
                "title": [one.title] if one.title else [],
                "implementer": [names[code] for code in one.agencies],
                "startDate": [one.start] if one.start else [],
                "endDate": [one.end] if one.end else [],
            },
        )
        for one in some
    ]


def ask_cards(some: Sequence[Ask], issued: Mapping[str, str]) -> list[Card]:
    """Asks as cards: their wording and who recommends is asked for, the rest is known. Raises Refusal."""
    told: dict[str, Facts] = {}
    for start in range(0, len(some), _AT_ONCE):
        told |= told_of(_WORDING, {"thing": [iri(ask.iri) for ask in some[start : start + _AT_ONCE]]})
    return [_ask_card(ask, told.get(ask.iri, Facts()), issued) for ask in some]


def _ask_card(ask: Ask, facts: Facts, issued: Mapping[str, str]) -> Card:
    who = {state.rsplit("/", 1)[-1] for state in facts["recommendingState"]}
    values: dict[str, list[str]] = {
        "type": [ask.kind],
        "document": [terms.symbol_of(ask.iri)],
        "paragraph": [terms.paragraph_of(ask.iri)],
        "issued": [issued.get(ask.document, "")],
        "mechanism": [ask.mechanism.notation if ask.mechanism else ""],
        "family": [ask.family],
        "position": [ask.position],
        "text": list(facts["text"]),
        "summary": list(facts["summary"]),
        "recommendingState": [*map(state_name, who)],
    }
    return Card(ask.iri, {name: some for name, found in values.items() if (some := [one for one in found if one])})


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter of a form: its name in the address, the value that is on, what else there is to choose."""

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...]


def choices(narrowing: Narrowing) -> list[Choice]:
    """The filters of a list of asks, each with what occurs among the State's asks. Raises Refusal."""
    found = asks(narrowing.iso3)
    cycles = sorted({ask.cycle for ask in found if ask.cycle}, reverse=True)
    years = sorted({ask.year for ask in found if ask.year}, reverse=True)
    options: Mapping[str, Iterable[tuple[str, str]]] = {
        "position": [pair for pair in POSITIONS.items() if pair[0] != "several"],
        "family": FAMILIES.items(),
        "mechanism": mechanism_options(found),
        "cycle": [(str(cycle), str(cycle)) for cycle in cycles],
        "year": [(str(year), str(year)) for year in years],
        "theme": _concepts(found, persons=False),
        "persons": _concepts(found, persons=True),
        "tags": TAGS.items(),
        "programme": PROGRAMMES.items(),
        "said": SAID.items(),
    }
    return [_choice(narrowing, name, tuple(some)) for name, some in options.items() if some]


def _choice(narrowing: Narrowing, name: str, options: tuple[tuple[str, str], ...]) -> Choice:
    value = narrowing.on.get(name, "")
    if value and value not in {one for one, _ in options}:
        told = next(chip.told for chip in narrowing.chips if chip.value == value)
        options = ((value, told), *options)
    return Choice(name, narrowing.label(name), value, options)


def _concepts(found: Iterable[Ask], *, persons: bool) -> list[tuple[str, str]]:
    """The commonest themes or groups of persons, by name."""
    counts = Counter(tag for ask in found for tag in ask.tags if (scheme_of(tag) == PERSONS) == persons)
    names = [(tag, concept_name(tag)) for tag, _ in counts.most_common(_CHOICES)]
    return sorted(names, key=lambda pair: (pair[1].casefold(), pair[0]))


@dataclass(frozen=True, slots=True)
class Documents:
    """A list of documents. `missing` are places on the shelf, each with the review or examination it belongs to.

    `of_reviews`: only what belongs to the Universal Periodic Review.
    """

    status: str
    of_reviews: bool
    papers: tuple[Paper, ...]
    missing: tuple[tuple[str, Slot], ...]
    counts: Mapping[str, int]


def documents(iso3: str, today: date, status: str = "", of: str = "") -> Documents:
    """The documents of a status, or all of them; of those missing, the places that are empty. Raises Refusal."""
    on_shelf = shelf(iso3, today)
    reviews_only = of == "reviews"
    found = on_shelf.of_reviews if reviews_only else papers(iso3)
    missing = on_shelf.missing(reviews_only=reviews_only)
    counts = Counter(paper.status for paper in found)
    return Documents(
        status=status if status in STATUSES else "",
        of_reviews=reviews_only,
        papers=tuple(paper for paper in found if status not in ("read", "cited") or paper.status == status),
        missing=missing,
        counts={"read": counts["read"], "cited": counts["cited"], "missing": len(missing)},
    )


@dataclass(frozen=True, slots=True)
class Projects:
    """A list of projects, what narrows it, and what else it can be narrowed by."""

    projects: tuple[Programme, ...]
    chips: tuple[Chip, ...]
    choices: tuple[Choice, ...]
    on: Mapping[str, str]


_PROJECT_NAMES: Final = {"agency": said("Agency"), "sdg": said("Sustainable Development Goal"), "asks": said("Asks")}
_HAS_ASKS: Final = {"yes": said("linked to an ask"), "no": said("linked to no ask")}


def projects(iso3: str, told: Mapping[str, str]) -> Projects:
    """The State's projects narrowed by agency, goal and whether an ask is linked. Raises Refusal."""
    on = {name: told.get(name, "").strip()[:200] for name in _PROJECT_NAMES}
    on = {name: value for name, value in on.items() if value}
    found = programmes(iso3)
    names = agency_names(iso3)
    theirs = {code for one in found for code in one.agencies}
    options = {
        "agency": tuple(sorted(((code, names[code]) for code in theirs), key=lambda pair: pair[1].casefold())),
        "sdg": tuple((str(goal), f"SDG {goal}") for goal in sorted({goal for one in found for goal in one.goals})),
        "asks": tuple(_HAS_ASKS.items()),
    }
    return Projects(
        projects=tuple(one for one in found if _fits(one, on)),
        chips=tuple(
            Chip(_PROJECT_NAMES[name], value, dict(options[name]).get(value, value), _projects_of(iso3, on, name))
            for name, value in on.items()
        ),
        choices=tuple(Choice(name, _PROJECT_NAMES[name], on.get(name, ""), some) for name, some in options.items()),
        on=on,
    )


def _projects_of(iso3: str, on: Mapping[str, str], without: str) -> str:
    query = urlencode([(name, value) for name, value in on.items() if name != without])
    return f"/state/{iso3}/programmes" + ("?" + query if query else "")


def _fits(one: Programme, on: Mapping[str, str]) -> bool:
    if "agency" in on and on["agency"] not in one.agencies:
        return False
    if "sdg" in on and on["sdg"] not in {str(goal) for goal in one.goals}:
        return False
    return "asks" not in on or bool(one.asks) == (on["asks"] == "yes")
