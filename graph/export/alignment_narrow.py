"""Narrowing what is told of a State to a framework, an agency, a theme, and to links of some worth."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.agencies import agency as short_name
from graph.export.alignment_filters import Filters
from graph.export.facts import Ask, Facts, Framework, Link, Programme, Tag
from graph.export.unwritable import Unwritable
from graph.states import fold

_SAID_AT_MOST = 12


def narrowed(whole: Facts, filters: Filters) -> Facts:
    """The same facts within the filters. Raises Unwritable for a framework, agency or theme nothing is known of."""
    links = tuple(link for link in whole.links if filters.keeps(link.grade, link.score))
    theme = _theme(filters.theme, (*whole.every_ask.values(), *whole.every_programme.values()))
    asks = {iri: ask for iri, ask in whole.every_ask.items() if _carries(ask.tags, theme)}
    programmes = _programmes(whole, filters)
    serving = {link.subject for link in links if link.relation == "contributesTo" and link.object in asks}
    kept = {iri: one for iri, one in programmes.items() if _carries(one.tags, theme) or iri in serving}
    inside = tuple(link for link in links if _touches(link, asks, kept, whole.every_programme))
    return replace(
        whole,
        filters=filters,
        asks=asks,
        programmes=kept,
        links=inside,
        links_left_out=sum(_touches(link, asks, kept, whole.every_programme) for link in whole.links) - len(inside),
        groups=tuple(group for group in whole.groups if any(member in asks for member in group.members)),
    )


def _programmes(whole: Facts, filters: Filters) -> dict[str, Programme]:
    framework = _framework(filters.framework, whole.frameworks)
    agency = _agency(filters.agency, whole.every_programme.values())
    return {
        iri: one
        for iri, one in whole.every_programme.items()
        if (not framework or framework in (*one.frameworks, *one.parents)) and (not agency or agency in one.agencies)
    }


def _touches(
    link: Link, asks: Mapping[str, Ask], programmes: Mapping[str, Programme], every_programme: Mapping[str, Programme]
) -> bool:
    """An action of a national plan has no agency and no framework, so it stays whatever the filters are."""
    if link.relation == "contributesTo":
        return link.object in asks and (link.subject in programmes or link.subject not in every_programme)
    return link.subject in asks or link.object in asks


def _carries(tags: Iterable[Tag], theme: frozenset[str]) -> bool:
    return not theme or any(tag.iri in theme for tag in tags)


def _framework(given: str, frameworks: Mapping[str, Framework]) -> str:
    """By its identifier, its title or its address."""
    if not given:
        return ""
    for iri, one in frameworks.items():
        if fold(given) in (fold(one.identifier), fold(one.title), fold(iri)):
            return iri
    raise Unwritable(_none("framework", given, (f"{one.identifier} ({one.title})" for one in frameworks.values())))


def _agency(given: str, programmes: Iterable[Programme]) -> str:
    """By any name it goes by; told as the build tells it."""
    if not given:
        return ""
    there = sorted({name for one in programmes for name in one.agencies})
    wanted = {fold(given), fold(short_name(given) or given)}
    for name in there:
        if fold(name) in wanted:
            return name
    raise Unwritable(_none("agency", given, there))


def _theme(given: str, tagged: Iterable[Ask | Programme]) -> frozenset[str]:
    """Every concept of that name, whichever list it is in; by its label, or the end of its address."""
    if not given:
        return frozenset()
    themes = {tag for one in tagged for tag in one.tags if tag.kind == "theme"}
    wanted = fold(given)
    found = frozenset(tag.iri for tag in themes if wanted in (fold(tag.label), tag.iri.rsplit("/", 1)[-1], tag.iri))
    if found:
        return found
    near = sorted({tag.label for tag in themes if wanted in fold(tag.label)})
    raise Unwritable(_none("theme", given, near or sorted({tag.label for tag in themes})))


def _none(what: str, given: str, there: Iterable[str]) -> str:
    known = list(there)
    told = "; ".join(known[:_SAID_AT_MOST]) or "none"
    more = f"; and {len(known) - _SAID_AT_MOST} more" if len(known) > _SAID_AT_MOST else ""
    return f"no {what} here is called {given!r}; there are: {told}{more}"
