"""The search page as data: what was asked, what was found and why, and what would narrow it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from graph import states
from graph.store.builds import Build
from graph.text import Filters, Found, Hit, counts, search
from graph.text.hit import Count, Piece, Snippet
from graph.text.thing import KINDS
from webui.asker import limits, remembered
from webui.look import FAMILIES, POSITIONS
from webui.places import path_of

SIZE = 20
"""Hits on a page."""
DOWNLOAD = 1000
"""Hits in a download."""
_OFFERED = 8
"""Values offered to narrow by; all of them stand in the form."""

KIND_NAMES = {
    "State": "State",
    "Document": "Document",
    "Mechanism": "Mechanism",
    "Treaty": "Treaty",
    "Framework": "Cooperation framework",
    "Result": "Result of a framework",
    "Project": "Programme",
    "Plan": "National plan",
    "Action": "Action of a national plan",
    "Organisation": "Organisation",
    "Engagement": "Review, examination or visit",
    "Group": "Reinforcing group",
    "Submission": "Stakeholder submission",
    "Recommendation": "Recommendation",
    "Observation": "Observation",
    "Pledge": "Pledge",
    "Statement": "Other passage",
    "Passage": "Passage",
}
WHERE = {
    "title": "in the title",
    "name": "in a name or code",
    "text": "in the text",
    "summary": "in the summary",
    "wording": "in another wording",
    "heading": "in the heading above it",
    "description": "in the description",
    "symbol": "in the symbol",
    "paragraph": "as the paragraph number",
}
WHERE_OF = {
    "summary": "in the summary that {publisher} gives",
    "wording": "in the wording that {publisher} gives",
    "description": "in the description that {publisher} gives",
    "title": "in the title that {publisher} gives",
    "text": "in the text that {publisher} gives",
}
AS_GIVEN = "as {publisher} gives it"
"""Beside a wording in which nothing is marked."""
POSITION_NAMES = {value or "none": name for value, name in POSITIONS.items()}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of a search says; `notes` tell what in it could not be used."""

    words: str
    filters: Filters
    page: int = 1
    notes: tuple[str, ...] = ()

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "Asked":
        """From the fields of the form."""
        notes: list[str] = []
        since, until = (_year(given.get(name, ""), notes) for name in ("since", "until"))
        filters = Filters(
            state=_one_of("State", given.get("state", "").upper(), _codes(), notes),
            kind=_one_of("kind", given.get("kind", ""), KINDS, notes),
            family=_one_of("family of mechanisms", given.get("family", ""), FAMILIES, notes),
            position=_one_of("position", given.get("position", ""), POSITION_NAMES, notes),
            since=since,
            until=until,
        )
        page = given.get("page", "1")
        number = int(page) if page.isascii() and page.isdecimal() and len(page) < 6 else 1
        return cls(" ".join(given.get("q", "").split()), filters, max(1, number), tuple(notes))

    @property
    def anything(self) -> bool:
        """Whether there is anything to search for."""
        return bool(self.words) or self.filters != Filters()

    def address(self, page: int = 1, form: str = "") -> str:
        """The address of this search: of one of its pages, or as a file."""
        told = {"q": self.words}
        told |= {name: getattr(self.filters, name) for name in ("state", "kind", "family", "position")}
        told |= {name: str(getattr(self.filters, name) or "") for name in ("since", "until")}
        told |= {"page": str(page) if page > 1 else "", "format": form}
        return "/search?" + urlencode({name: value for name, value in told.items() if value}, safe="/")

    def narrowed(self, field: str, value: str) -> str:
        """The address of this search narrowed by a value, or by none in that field."""
        return replace(self, filters=replace(self.filters, **{field: value})).address()  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to narrow by, how many hits have it, and where it leads; a chosen one leads to the search without it."""

    label: str
    hits: int
    address: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one kind to narrow by."""

    heading: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit as the page shows it; `address` is empty where there is no page of it."""

    hit: Hit
    address: str
    name: tuple[Piece, ...]
    """Marked where the words stand in the name itself."""
    kind: str
    states: tuple[tuple[str, str], ...]
    """Address of the State's page, name."""
    why: tuple[tuple[Snippet | None, str], ...]
    """A wording, and where it stands in words; no wording where it is the name."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A State named among the words, and the search in that State."""

    state: str
    words: str
    hits: int
    address: str


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that the page shows of a search."""

    asked: Asked
    found: Found
    shown: tuple[Shown, ...]
    facets: tuple[Facet, ...]
    offers: tuple[Offered, ...]

    @property
    def pages(self) -> int:
        return max(1, -(-self.found.total // SIZE))

    @property
    def last(self) -> int:
        return self.found.first + len(self.shown)


def results(build: Build, asked: Asked, limit: int = SIZE) -> Results:
    """Search. A page beyond the last is the first. Raises NoIndex, TooSlow."""
    first = (asked.page - 1) * SIZE if limit == SIZE else 0
    found = search(build, asked.words, asked.filters, limit, first, limits().search_seconds)
    if first and first >= found.total:
        return results(build, replace(asked, page=1), limit)
    known = remembered("states in the index", lambda: counts(build))
    return Results(
        asked,
        found,
        tuple(_shown(hit, known) for hit in found.hits),
        tuple(_facets(asked, found)),
        tuple(
            Offered(
                states.english(offer.state),
                offer.words,
                offer.hits,
                replace(asked, words=offer.words).narrowed("state", offer.state),
            )
            for offer in found.offers
        ),
    )


def _shown(hit: Hit, known: Mapping[str, object]) -> Shown:
    kind = KIND_NAMES[hit.kind]
    address = path_of(hit.iri)
    if hit.kind == "State":
        address = f"/state/{hit.states[0]}" if hit.states[0] in known else ""
    of_states = tuple((f"/state/{state}", states.english(state)) for state in hit.states if state in known)
    name = hit.name or (f"{kind} to {states.english(hit.states[0])}" if hit.states else kind)
    why = tuple(_why(one, name) for one in hit.snippets)
    marked = next((one.pieces for one in hit.snippets if _is_name(one, name)), (Piece(name),))
    return Shown(hit, address, marked, kind, () if hit.kind == "State" else of_states, why)


def _is_name(snippet: Snippet, name: str) -> bool:
    return snippet.field == "title" and snippet.text == name


def _why(snippet: Snippet, name: str) -> tuple[Snippet | None, str]:
    if not snippet.marked:
        return snippet, AS_GIVEN.format(publisher=snippet.publisher) if snippet.publisher else ""
    if _is_name(snippet, name) or (snippet.field in ("symbol", "paragraph") and snippet.text in name):
        return None, WHERE[snippet.field]
    if snippet.publisher and snippet.field in WHERE_OF:
        return snippet, WHERE_OF[snippet.field].format(publisher=snippet.publisher)
    return snippet, WHERE[snippet.field]


def _facets(asked: Asked, found: Found) -> Iterable[Facet]:
    """What narrows the search: a facet of one value tells nothing, unless it is chosen."""
    names = dict(states.all_states())
    for heading, field, some, labels in (
        ("Kind", "kind", found.kinds, KIND_NAMES),
        ("State", "state", found.states, names),
        ("Mechanisms", "family", found.families, FAMILIES),
        ("Position on recommendations", "position", found.positions, POSITION_NAMES),
    ):
        chosen = getattr(asked.filters, field)
        if chosen:
            hits = next((one.hits for one in some if one.value == chosen), 0)
            yield Facet(heading, (_choice(asked, field, Count(chosen, hits), labels, chosen),))
        elif len(some) > 1:
            yield Facet(heading, tuple(_choice(asked, field, one, labels, chosen) for one in some[:_OFFERED]))


def _choice(asked: Asked, field: str, one: Count, labels: Mapping[str, str], chosen: str) -> Choice:
    taken = one.value == chosen
    address = asked.narrowed(field, "" if taken else one.value)
    return Choice(labels.get(one.value, one.value), one.hits, address, taken)


def _codes() -> list[str]:
    return [code for code, _ in states.all_states()]


def _one_of(what: str, value: str, known: Iterable[str], notes: list[str]) -> str:
    if value and value not in known:
        notes.append(f"There is no {what} called “{value[:40]}”: the search is not narrowed by it.")
        return ""
    return value


def _year(value: str, notes: list[str]) -> int | None:
    value = value.strip()
    if value and not (value.isascii() and value.isdecimal() and len(value) == 4):
        notes.append(f"“{value[:40]}” is no year: write four digits.")
        return None
    return int(value) if value else None
