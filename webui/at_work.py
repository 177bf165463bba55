"""Programmes that work on an ask or on a group of asks: who carries them out, when, with how much money."""

from collections.abc import Iterable
from dataclasses import dataclass

from webui.cards import Card
from webui.links import Link
from webui.money import Sum, sums


@dataclass(frozen=True, slots=True)
class Work:
    """One programme with its money, and the links that say on which asks it works, the surest first."""

    programme: Card
    money: tuple[Sum, ...]
    links: tuple[Link, ...]

    @property
    def agencies(self) -> list[str]:
        return self.programme.all("implementer")

    @property
    def period(self) -> str:
        """`2012–2016`, or as much of it as is known."""
        years = (self.programme.one("startDate")[:4], self.programme.one("endDate")[:4])
        return "–".join(dict.fromkeys(year for year in years if year))

    @property
    def surest(self) -> Link:
        return self.links[0]


def at_work(links: Iterable[Link]) -> list[Work]:
    """Programmes by their surest link; `links` have a programme at the other end, the surest first. Raises Refusal."""
    by_programme: dict[str, list[Link]] = {}
    for link in links:
        by_programme.setdefault(link.other.iri, []).append(link)
    money = sums(by_programme)
    return [Work(some[0].other, tuple(money.get(name, ())), tuple(some)) for name, some in by_programme.items()]
