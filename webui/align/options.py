"""What an alignment can be narrowed to: for each filter, what there is to choose for this State."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from graph import terms
from webui.align.filters import NAMES, SCORES, Narrowed
from webui.align.links import goals
from webui.align.programmes import agency_names, framework_code
from webui.state.asks import Ask, asks
from webui.state.frameworks import Framework, frameworks
from webui.state.heat import PERSONS
from webui.state.kept import kept
from webui.state.listed import Choice
from webui.state.names import concept_name, concepts, scheme_of
from webui.state.narrow import POSITIONS, mechanism_options

LINKS: Final = (("stated", "stated by a source, or confirmed"), ("confirmed", "confirmed by a person"))
_MOST: Final = 40
"""Themes and groups of persons that a form offers, the commonest."""

Options = Mapping[str, tuple[tuple[str, str], ...]]
"""Filter → values, each with its words."""


@kept
def options(iso3: str) -> Options:
    """What occurs in this State. Raises Refusal."""
    found = asks(iso3)
    told: Mapping[str, Iterable[tuple[str, str]]] = {
        "framework": [(framework_code(one.iri), _titled(one)) for one in frameworks(iso3)],
        "agency": sorted(agency_names(iso3).items(), key=lambda pair: pair[1].casefold()),
        "sdg": _goals(iso3),
        "persons": _concepts(found, persons=True),
        "theme": _concepts(found, persons=False),
        "position": [pair for pair in POSITIONS.items() if pair[0] != "several"],
        "mechanism": mechanism_options(found),
        "basis": LINKS,
        "least": [(score, f"{float(score):.0%} and more") for score in SCORES],
    }
    return {name: tuple(told[name]) for name in NAMES}


def choices(narrowed: Narrowed, words: Options) -> list[Choice]:
    """The fields of the form; a value that is on and that the form does not offer is offered as it is told."""
    return [_choice(name, NAMES[name], narrowed.on.get(name, ""), some) for name, some in words.items() if some]


def _choice(name: str, label: str, value: str, some: tuple[tuple[str, str], ...]) -> Choice:
    if value and value not in dict(some):
        told = concept_name(value) if name in ("theme", "persons") else value
        some = ((value, told), *some)
    return Choice(name, label, value, some)


def _titled(one: Framework) -> str:
    years = "–".join(dict.fromkeys(day[:4] for day in (one.start, one.end) if day))
    return f"{one.title} ({years})" if years and years not in one.title else one.title


def _goals(iso3: str) -> list[tuple[str, str]]:
    present = sorted({number for some in goals(iso3).values() for number in some})
    names = concepts()
    return [(str(number), f"{number} {names.get(terms.sdg(str(number)), '')}".strip()) for number in present]


def _concepts(found: Iterable[Ask], *, persons: bool) -> list[tuple[str, str]]:
    counts = Counter(tag for ask in found for tag in ask.tags if (scheme_of(tag) == PERSONS) == persons)
    names = [(tag, concept_name(tag)) for tag, _ in counts.most_common(_MOST)]
    return sorted(names, key=lambda pair: (pair[1].casefold(), pair[0]))
