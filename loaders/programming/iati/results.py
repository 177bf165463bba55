"""Results of an activity: what it measures, from where, to where and how far it is.

A result has one indicator or several; each becomes an Indicator of the activity, called by the titles of both. A
result without one is kept as an Indicator without values. Not read: whether a value is better high, whether values may
be added up, and documents.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from lxml import etree

from graph import clean
from graph.clean import Unclear
from graph.records import Indicator, Measure, ProjectKey, Tag, Value
from graph.source import Source
from loaders.programming.iati.codes import coded
from loaders.programming.iati.words import language_of, narratives, words

KINDS: Final = {"1": "output", "2": "outcome", "3": "impact", "9": "other"}
"""IATI's code list ResultType."""
UNITS: Final = {"1": "unit", "2": "percentage", "3": "nominal", "4": "ordinal", "5": "qualitative"}
"""IATI's code list IndicatorMeasure."""


def indicators(
    source: Source, activity: etree._Element, owner: ProjectKey, publisher: str, place: str
) -> Iterator[Indicator]:
    """Every indicator, by the numbers of its result and its own (`2/1`); `2` alone is a result without one."""
    for number, result in enumerate(activity.findall("result"), start=1):
        within = result.findall("indicator")
        for own, indicator in enumerate(within, start=1):
            one = _One(source, activity, publisher, f"{place}, result {number}, indicator {own}")
            yield one.indicator(owner, f"{number}/{own}", result, indicator)
        if not within:
            yield _One(source, activity, publisher, f"{place}, result {number}").indicator(owner, str(number), result)


@dataclass(frozen=True, slots=True)
class _One:
    """One indicator: where it stands, and how it is read."""

    source: Source
    activity: etree._Element
    publisher: str
    place: str

    def indicator(self, owner: ProjectKey, local: str, *elements: etree._Element) -> Indicator:
        """From a result and, where it has one, its indicator."""
        told = words(self.source, elements, self.place, language_of(self.activity))
        measured = elements[1:]
        return Indicator(
            owner=owner,
            local=local,
            title=told.title or f"Result {local}",
            description=told.description,
            language=told.language,
            translations=told.translations,
            kind=self._listed("type", elements[0].get("type") or "", KINDS),
            unit=self._listed("measure", measured[0].get("measure") or "", UNITS) if measured else "",
            values=tuple(value for one in measured for value in self._values(one)),
            codes=tuple(self._codes(elements)),
            place=self.place,
        )

    def _listed(self, name: str, code: str, known: dict[str, str]) -> str:
        if code and code not in known:
            self.source.find(self.place, f"{name}: {code!r} is none of IATI's ({', '.join(known)})")
        return known.get(code, "")

    def _codes(self, elements: tuple[etree._Element, ...]) -> Iterator[Tag]:
        for element, kind in zip(elements, ("result", "indicator"), strict=False):
            for reference in element.findall("reference"):
                code = coded(self.source, reference, kind, self.publisher, self.place)
                if code:
                    yield code

    def _values(self, indicator: etree._Element) -> Iterator[Value]:
        for baseline in indicator.findall("baseline"):
            yield from self._value(Measure.BASELINE, baseline, *self._when(baseline))
        for period in indicator.findall("period"):
            start, end = self._day(period.find("period-start")), self._day(period.find("period-end"))
            for measure in (Measure.TARGET, Measure.ACTUAL):
                for element in period.findall(measure.value):
                    yield from self._value(measure, element, start, end)

    def _value(
        self, measure: Measure, element: etree._Element, start: date | None, end: date | None
    ) -> Iterator[Value]:
        """One value, if there is a figure or a comment; an element without either says nothing."""
        value = clean.text(element.get("value") or "")
        default = language_of(self.activity)
        comments = [text for one in element.findall("comment") for text, _ in narratives(one, default)]
        comment = " / ".join(dict.fromkeys(comments))
        if value or comment:
            yield Value(measure, value, start, end, comment, _dimension(element))

    def _when(self, baseline: etree._Element) -> tuple[date | None, date | None]:
        """The day of a baseline, or else its year."""
        if baseline.get("iso-date"):
            day = self._day(baseline)
            return day, day
        told = clean.text(baseline.get("year") or "")
        if not told:
            return None, None
        with suppress(ValueError, OverflowError):
            return date(int(told), 1, 1), date(int(told), 12, 31)
        self.source.find(self.place, f"baseline: {told!r} is no year")
        return None, None

    def _day(self, element: etree._Element | None) -> date | None:
        if element is None:
            return None
        try:
            return clean.day(element.get("iso-date") or "")
        except Unclear as fault:
            self.source.find(self.place, f"{element.tag}: {fault}")
            return None


def _dimension(element: etree._Element) -> str:
    """The part of the whole that a value counts: `sex: female; location: KH-PNH`."""
    parts = [
        f"{clean.text(one.get('name') or '')}: {clean.text(one.get('value') or '')}"
        for one in element.findall("dimension")
    ]
    parts += [f"location: {clean.text(one.get('ref') or '')}" for one in element.findall("location")]
    return "; ".join(parts)
