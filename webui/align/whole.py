"""An alignment within its filters: the asks, the programmes, and each pair of them that a link joins."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from webui.align.filters import Narrowed
from webui.align.links import Linked, goals, repeated, serving, surest
from webui.align.programmes import Programme, framework_code, programmes
from webui.state.asks import Ask, asks


@dataclass(frozen=True, slots=True)
class Whole:
    """Asks and programmes by IRI, in the order people read them.

    `serving`: ask → programme → the surest link; asks that nothing contributes to are left out. `repeats`: noted
    recommendation → asks of treaty bodies and special procedures that ask the same. `every` has every programme.
    """

    iso3: str
    narrowed: Narrowed
    asks: Mapping[str, Ask]
    programmes: Mapping[str, Programme]
    every: Mapping[str, Programme]
    serving: Mapping[str, Mapping[str, Linked]]
    repeats: Mapping[str, tuple[str, ...]]

    @property
    def served_by(self) -> dict[str, dict[str, Linked]]:
        """Programme → the asks it contributes to, by the same links."""
        found: dict[str, dict[str, Linked]] = defaultdict(dict)
        for ask, links in self.serving.items():
            for programme, link in links.items():
                found[programme][ask] = link
        return dict(found)

    @property
    def pairs(self) -> int:
        """Pairs of a programme and an ask that a link joins."""
        return sum(map(len, self.serving.values()))


def whole(narrowed: Narrowed) -> Whole:
    """Everything of a State within the filters. Raises Refusal."""
    iso3 = narrowed.iso3
    every_ask = {ask.iri: ask for ask in asks(iso3)}
    kept = {name: ask for name, ask in every_ask.items() if _fits(narrowed, ask)}
    every = programmes(iso3)
    inside = {name: one for name, one in every.items() if _within(narrowed, one)}
    served = {
        ask: found
        for ask, links in serving(iso3).items()
        if ask in kept
        and (found := surest(link for link in links if link.other in inside and narrowed.keeps(link.grade, link.score)))
    }
    return Whole(
        iso3=iso3,
        narrowed=narrowed,
        asks=kept,
        programmes=inside,
        every=every,
        serving={ask: served[ask] for ask in kept if ask in served},
        repeats=_repeats(narrowed, kept, every_ask),
    )


def _repeats(narrowed: Narrowed, kept: Mapping[str, Ask], every: Mapping[str, Ask]) -> dict[str, tuple[str, ...]]:
    found = {}
    for name, links in repeated(narrowed.iso3).items():
        others = sorted(
            {
                link.other
                for link in links
                if narrowed.keeps(link.grade, link.score)
                and link.other in every
                and every[link.other].family in ("treatyBodies", "specialProcedures")
            }
        )
        if name in kept and others:
            found[name] = tuple(others)
    return found


def _within(narrowed: Narrowed, one: Programme) -> bool:
    framework, agency = narrowed.on.get("framework", ""), narrowed.on.get("agency", "")
    return (not framework or framework in map(framework_code, one.frameworks)) and (
        not agency or agency in one.agencies
    )


def _fits(narrowed: Narrowed, ask: Ask) -> bool:
    on = narrowed.on
    tests = (
        "theme" not in on or on["theme"] in ask.tags,
        "persons" not in on or on["persons"] in ask.tags,
        "sdg" not in on or on["sdg"] in {str(number) for number in goals(narrowed.iso3).get(ask.iri, ())},
        "position" not in on
        or (ask.of_the_review and ask.position == ("" if on["position"] == "none" else on["position"])),
        "mechanism" not in on
        or (ask.mechanism is not None and on["mechanism"] in (ask.mechanism.notation, ask.mechanism.title)),
    )
    return all(tests)
