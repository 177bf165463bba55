"""The shelf: every document that belongs to a review or an examination, read, only cited, or missing and named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph import calendar, mechanisms, terms
from webui.cards import natural
from webui.state.asks import asks
from webui.state.papers import Paper, papers
from webui.state.reviews import Engagement, reviews

REVIEW_SLOTS: Final = (
    "nationalReport",
    "compilation",
    "summary",
    "questions",
    "report",
    "addendum",
    "decision",
    "councilReport",
    "midterm",
)
"""The documents of one review in the order in which they appear; keys of the page's words."""
BODY_SLOTS: Final = ("stateReport", "issues", "observations", "followUp")
"""The documents of one examination by a treaty body."""
_KIND_SLOTS: Final = {
    "NationalReport": "nationalReport",
    "Compilation": "compilation",
    "StakeholderSummary": "summary",
    "AdvanceQuestions": "questions",
    "WorkingGroupReport": "report",
    "Addendum": "addendum",
    "CouncilDecision": "decision",
    "CouncilReport": "councilReport",
    "MidtermReport": "midterm",
}
_NUMBERED: Final = {"1": "nationalReport", "2": "compilation", "3": "summary"}
_FIRST_COUNCIL: Final = 16
"""From this session on the report of the Human Rights Council is `A/HRC/{session}/2`; A/HRC/14/37 is older."""
_PRE_SESSION = re.compile(r"A/HRC/WG\.6/(\d+)/([A-Z]{3})/([123])\b")
_BODY_PAPER = re.compile(
    r"(?P<body>E/C\.12|[A-Z]+/C(?:/OP-?[A-Z]+)?)/(?P<state>[A-Z]{3})/"
    r"(?:(?P<part>CO|QPR|Q|RQ|FCO)/)?(?P<number>\d+(?:-\d+)?)(?P<added>/Add\.\d+|/Corr\.\d+|/Rev\.\d+)*"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One place on the shelf. `named` is the symbol of what is missing; empty where no rule tells it."""

    what: str
    papers: tuple[Paper, ...]
    named: str = ""

    @property
    def status(self) -> str:
        """`read`, `cited` or `missing`."""
        if not self.papers:
            return "missing"
        return "read" if any(paper.read for paper in self.papers) else "cited"

    @property
    def symbolless(self) -> bool:
        """Whether such documents have no symbol: they are found by name on the pages of OHCHR."""
        return self.what in ("questions", "midterm")


@dataclass(frozen=True, slots=True)
class Review:
    """The documents of one review. `iri` is empty for a review of which the graph knows nothing."""

    cycle: int
    session: int | None
    iri: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """The documents of one examination by a treaty body; `number` is that of the State's reports (`3-4`) or empty."""

    body: str
    number: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What belongs to reviews and examinations, and all other documents."""

    reviews: tuple[Review, ...]
    examinations: tuple[Examination, ...]
    others: tuple[Paper, ...]

    @property
    def of_reviews(self) -> tuple[Paper, ...]:
        """What was found of the documents of reviews, the newest review first."""
        return tuple(paper for review in self.reviews for slot in review.slots for paper in slot.papers)

    def missing(self, *, reviews_only: bool = False) -> tuple[tuple[str, Slot], ...]:
        """The empty places, each with where it stands: `UPR 3`, `CEDAW 4`."""
        found = [(f"UPR {review.cycle}", slot) for review in self.reviews for slot in review.slots]
        if not reviews_only:
            bodies = ((f"{one.body} {one.number}".strip(), slot) for one in self.examinations for slot in one.slots)
            found += bodies
        return tuple(pair for pair in found if pair[1].status == "missing")


def shelf(iso3: str, today: date) -> Shelf:
    """A State's documents in their places, for the cycles that have begun. Raises Refusal."""
    known = reviews(iso3)
    placed: dict[tuple[int, str], list[Paper]] = {}
    rest: list[Paper] = []
    reported = _reported(iso3)
    for paper in papers(iso3):
        place = _place(paper, iso3, known, reported)
        if place:
            placed.setdefault(place, []).append(paper)
        else:
            rest.append(paper)
    current = calendar.cycle_on(today) or max(calendar.cycle(number) for number in calendar.sessions())
    cycles = sorted(set(range(1, current + 1)) | known.keys() | {cycle for cycle, _ in placed}, reverse=True)
    bodies, others = examinations(rest, iso3)
    return Shelf(tuple(_review(iso3, cycle, known.get(cycle), placed) for cycle in cycles), bodies, others)


def _reported(iso3: str) -> dict[str, int]:
    """Working Group report (IRI) → its cycle, from the recommendations that stand in it, read or not."""
    return {ask.document: ask.cycle for ask in asks(iso3) if ask.cycle and ask.document and ask.family == "upr"}


def _place(
    paper: Paper, iso3: str, known: Mapping[int, Engagement], reported: Mapping[str, int]
) -> tuple[int, str] | None:
    """The cycle and the slot of a document of a review; None for any other."""
    numbered = _PRE_SESSION.match(paper.symbol)
    if numbered and numbered[2] == iso3 and int(numbered[1]) in calendar.sessions():
        return calendar.cycle(int(numbered[1])), _NUMBERED[numbered[3]]
    what = _KIND_SLOTS.get(paper.kind, "")
    if paper.iri in reported:
        return reported[paper.iri], "report"
    base = reported.get(terms.document(paper.base))
    if base and paper.symbol != paper.base and what in ("addendum", ""):
        return base, "addendum"
    if what == "councilReport":
        return _adopting(paper, known)
    cycle = terms.cycle_of(paper.look) or _by_decision(paper, known)
    return (cycle, what or "decision") if cycle and (what or paper.symbol.startswith("A/HRC/DEC/")) else None


def _adopting(paper: Paper, known: Mapping[int, Engagement]) -> tuple[int, str] | None:
    """A report of the Council belongs to the review whose outcome that session adopted."""
    for cycle, review in known.items():
        if review.council and paper.symbol.startswith(f"A/HRC/{review.council}/"):
            return cycle, "councilReport"
    return None


def _by_decision(paper: Paper, known: Mapping[int, Engagement]) -> int | None:
    return next((cycle for cycle, review in known.items() if review.decision == paper.iri), None)


def _review(iso3: str, cycle: int, review: Engagement | None, placed: Mapping[tuple[int, str], list[Paper]]) -> Review:
    session = (review.session if review else None) or calendar.session_of(iso3, cycle)
    report = min((paper.symbol for paper in placed.get((cycle, "report"), ())), default="")
    council = (review.council if review else None) or (calendar.council_session(session) if session else None)
    names = {
        **({what: f"A/HRC/WG.6/{session}/{iso3}/{number}" for number, what in _NUMBERED.items()} if session else {}),
        "addendum": f"{report}/Add.1" if report else "",
        "decision": terms.symbol_of(review.decision) if review else "",
        "councilReport": f"A/HRC/{council}/2" if council and council >= _FIRST_COUNCIL else "",
    }
    return Review(
        cycle,
        session,
        review.iri if review else "",
        tuple(Slot(what, tuple(placed.get((cycle, what), ())), names.get(what, "")) for what in REVIEW_SLOTS),
    )


def examinations(some: Iterable[Paper], iso3: str) -> tuple[tuple[Examination, ...], tuple[Paper, ...]]:
    """Documents of treaty bodies to a State by examination, and what belongs to none."""
    found: dict[tuple[str, str, str], dict[str, list[Paper]]] = {}
    others: list[Paper] = []
    for paper in some:
        body = mechanisms.from_symbol(paper.symbol)
        told = _BODY_PAPER.fullmatch(paper.symbol)
        if body and told and told["state"] == iso3:
            key = body, told["number"], told["body"]
            found.setdefault(key, {}).setdefault(_part(told), []).append(paper)
        elif body and not told and (paper.kind == "ConcludingObservations" or "/CO/" in paper.symbol):
            found.setdefault((body, "", paper.symbol), {}).setdefault("observations", []).append(paper)
        else:
            others.append(paper)
    ordered = sorted(found, key=lambda key: (key[0], [-part for part in _numbers(key[1])], natural(key[2])))
    return tuple(_examination(key, found[key], iso3) for key in ordered), tuple(others)


def _numbers(number: str) -> list[int]:
    return [int(part) for part in number.split("-") if part]


def _part(told: "re.Match[str]") -> str:
    added = "/Add." in told[0]
    match told["part"]:
        case "CO":
            return "followUp" if added else "observations"
        case "FCO":
            return "followUp"
        case None:
            return "stateReport"
        case _:
            return "issues"


def _examination(key: tuple[str, str, str], some: Mapping[str, list[Paper]], iso3: str) -> Examination:
    body, number, prefix = key
    names = (
        {
            "stateReport": f"{prefix}/{iso3}/{number}",
            "issues": f"{prefix}/{iso3}/Q/{number}",
            "observations": f"{prefix}/{iso3}/CO/{number}",
            "followUp": f"{prefix}/{iso3}/CO/{number}/Add.1",
        }
        if number
        else {}
    )
    return Examination(
        body, number, tuple(Slot(what, tuple(some.get(what, ())), names.get(what, "")) for what in BODY_SLOTS)
    )
