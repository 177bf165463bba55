"""What a State says of single recommendations beside its position: passages that report on them.

The addendum numbers such comments by the recommendations they speak of: a passage is cited by those, `rec. 122.17`.
"""

import re
from collections.abc import Iterable, Iterator

from graph.records import Basis, Passage, PassageKey, PassageKind, Relation, StatedLink
from loaders.documents import numbers, symbols
from loaders.documents.title_page import TitlePage
from loaders.upr.addendum.answers import position, remark
from loaders.upr.addendum.parts import Part

_QUOTED = 300
"""Letters of a comment that a link quotes."""


def comments(title: TitlePage, found: Iterable[Part]) -> Iterator[Passage | StatedLink]:
    """A passage for each part that says more than a position, linked to every recommendation it answers."""
    told: dict[str, list[Part]] = {}
    for part in found:
        if says_more(part.text):
            told.setdefault(_listed(part), []).append(part)
    for listed, parts in told.items():
        yield from _comment(title, listed, parts)


def says_more(text: str) -> bool:
    """Whether an answer holds anything beside "accepts the recommendation"."""
    return bool(text) and (position(text) is None or bool(remark(text)) or len(re.findall(r"[.;](?=\s|$)", text)) > 1)


def _listed(part: Part) -> str:
    """The numbers as they are cited: `54., 55., 56.` → 54, 55, 56."""
    return re.sub(r"\s*[-–—]\s*", "–", re.sub(r"\.(?=,|$|\s)", "", part.numbers)).strip(" ,")


def _comment(title: TitlePage, listed: str, parts: list[Part]) -> Iterator[Passage | StatedLink]:
    text = " ".join(part.text for part in parts)
    place = f"page {parts[0].page}"
    key = PassageKey(title.symbol, f"rec. {listed}")
    yield Passage(
        symbol=key.symbol,
        paragraph=key.paragraph,
        kind=PassageKind.STATEMENT,
        state=title.state or None,
        text=text,
        section=parts[0].heading,
        place=place,
    )
    for number in numbers.expand(listed, lambda _fault: None):  # faults of lists are told with the positions
        yield StatedLink(
            subject=key,
            relation=Relation.REPORTS_ON,
            object=PassageKey(symbols.parent(title.symbol), number),
            basis=Basis.STATE_REPORT,
            quote=f"{listed} {text}"[:_QUOTED],
            place=place,
        )
