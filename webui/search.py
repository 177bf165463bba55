"""The search page as data: what was asked, what was found and why, and what would narrow it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from graph.store.builds import Build
from graph.text import Filters, Found, Hit, counts, search
from graph.text.hit import Count, Piece, Snippet
from graph.text.thing import KINDS
from webui.asker import limits, remembered
from webui.language import Said, said
from webui.look import FAMILIES, POSITIONS, all_states, state_name
from webui.places import path_of

SIZE = 20
"""Hits on a page."""
DOWNLOAD = 1000
"""Hits in a download."""
_OFFERED = 8
"""Values offered to narrow by; all of them stand in the form."""

KIND_NAMES = {
    "State": said("State"),
    "Document": said("Document"),
    "Mechanism": said("Mechanism"),
    "Treaty": said("Treaty"),
    "Framework": said("Cooperation framework"),
    "Result": said("Result of a framework"),
    "Project": said("Programme"),
    "Plan": said("National plan"),
    "Action": said("Action of a national plan"),
    "Organisation": said("Organisation"),
    "Engagement": said("Review, examination or visit"),
    "Group": said("Reinforcing group"),
    "Submission": said("Stakeholder submission"),
    "Recommendation": said("Recommendation"),
    "Observation": said("Observation"),
    "Pledge": said("Pledge"),
    "Statement": said("Other passage"),
    "Passage": said("Passage"),
}
WHERE = {
    "title": said("in the title"),
    "name": said("in a name or code"),
    "text": said("in the text"),
    "summary": said("in the summary"),
    "wording": said("in another wording"),
    "heading": said("in the heading above it"),
    "description": said("in the description"),
    "symbol": said("in the symbol"),
    "paragraph": said("as the paragraph number"),
}
WHERE_OF = {
    "summary": said("in the summary that {publisher} gives"),
    "wording": said("in the wording that {publisher} gives"),
    "description": said("in the description that {publisher} gives"),
    "title": said("in the title that {publisher} gives"),
    "text": said("in the text that {publisher} gives"),
}
_AT_STATE = said("{kind} to {state}")
"""The name of a passage that has none."""
AS_GIVEN = said("as {publisher} gives it")
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
            state=_one_of(
                said("There is no State called “{value}”: the search is not narrowed by it."),
                given.get("state", "").upper(),
                _codes(),
                notes,
            ),
            kind=_one_of(
                said("There is no kind called “{value}”: the search is not narrowed by it."),
                given.get("kind", ""),
                KINDS,
                notes,
            ),
            family=_one_of(
                said("There is no family of mechanisms called “{value}”: the search is not narrowed by it."),
                given.get("family", ""),
                FAMILIES,
                notes,
            ),
            position=_one_of(
                said("There is no position called “{value}”: the search is not narrowed by it."),
                given.get("position", ""),
                POSITION_NAMES,
                notes,
            ),
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
                state_name(offer.state),
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
    of_states = tuple((f"/state/{state}", state_name(state)) for state in hit.states if state in known)
    name = hit.name or (_AT_STATE.filled(kind=kind, state=state_name(hit.states[0])) if hit.states else kind)
    why = tuple(_why(one, name) for one in hit.snippets)
    marked = next((one.pieces for one in hit.snippets if _is_name(one, name)), (Piece(name),))
    return Shown(hit, address, marked, kind, () if hit.kind == "State" else of_states, why)


def _is_name(snippet: Snippet, name: str) -> bool:
    return snippet.field == "title" and snippet.text == name


def _why(snippet: Snippet, name: str) -> tuple[Snippet | None, str]:
    if not snippet.marked:
        return snippet, AS_GIVEN.filled(publisher=snippet.publisher) if snippet.publisher else ""
    if _is_name(snippet, name) or (snippet.field in ("symbol", "paragraph") and snippet.text in name):
        return None, WHERE[snippet.field]
    if snippet.publisher and snippet.field in WHERE_OF:
        return snippet, WHERE_OF[snippet.field].filled(publisher=snippet.publisher)
    return snippet, WHERE[snippet.field]


def _facets(asked: Asked, found: Found) -> Iterable[Facet]:
    """What narrows the search: a facet of one value tells nothing, unless it is chosen."""
    names = dict(all_states())
    for heading, field, some, labels in (
        (said("Kind"), "kind", found.kinds, KIND_NAMES),
        (said("State"), "state", found.states, names),
        (said("Mechanisms"), "family", found.families, FAMILIES),
        (said("Position on recommendations"), "position", found.positions, POSITION_NAMES),
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
    return [code for code, _ in all_states()]


def _one_of(what: Said, value: str, known: Iterable[str], notes: list[str]) -> str:
    if value and value not in known:
        notes.append(what.filled(value=value[:40]))
        return ""
    return value


def _year(value: str, notes: list[str]) -> int | None:
    value = value.strip()
    if value and not (value.isascii() and value.isdecimal() and len(value) == 4):
        notes.append(said("“{value}” is no year: write four digits.").filled(value=value[:40]))
        return None
    return int(value) if value else None
