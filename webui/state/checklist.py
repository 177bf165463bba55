"""The checklist of the guidance for UN country teams on the UPR, each row filled from the graph or honestly not.

A row is `known` where the graph answers it, `partly` where it tells something that bears on it, else `notKnown`.
Nothing is ticked that no source states: what a country team did on the spot, the graph cannot know.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from webui.places import path_of, short
from webui.state.asks import Ask, asks
from webui.state.evidence import Evidence, evidence
from webui.state.narrow import asks_of
from webui.state.noted import Noted, noted, rows_of
from webui.state.noted_words import capacity, event, paper_told, post, task
from webui.state.papers import Paper
from webui.state.phase import Phase, phase
from webui.state.programmes import agencies
from webui.state.shelf import Review, Shelf, shelf


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of what the graph knows, and the list or page behind it."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the checklist. `when` is `always`, `prior`, `during` or `after`."""

    code: str
    when: str
    question: str
    standing: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """All that rows are filled from."""

    iso3: str
    phase: Phase
    shelf: Shelf
    evidence: Evidence
    asks: tuple[Ask, ...]
    agencies: frozenset[str]
    noted: tuple[Noted, ...] = ()

    def rows(self, sheet: str, name: str = "", *values: str) -> list[Noted]:
        """The rows that people noted on one sheet of a country sheet."""
        return rows_of(self.noted, sheet, name, *values)

    @property
    def latest(self) -> Review | None:
        """The review whose Working Group report is in the build, the newest; else the newest of which anything is."""
        for wanted in ("report", ""):
            for one in self.shelf.reviews:
                if any(slot.papers and wanted in ("", slot.what) for slot in one.slots):
                    return one
        return None

    def paper(self, what: str) -> Paper | None:
        """A document of the latest review that was read, or else one that is cited."""
        if self.latest is None:
            return None
        found = [paper for slot in self.latest.slots if slot.what == what for paper in slot.papers]
        return next((paper for paper in found if paper.read), found[0] if found else None)


Answer = tuple[str, list[Told]]
NOTHING: Final = Told("Not known here: no source in this build records it.")


def checklist(iso3: str, today: date) -> tuple[Row, ...]:
    """Every row for a State on a day. Raises Refusal."""
    known = Known(
        iso3=iso3,
        phase=phase(iso3, today),
        shelf=shelf(iso3, today),
        evidence=evidence(iso3),
        asks=asks(iso3),
        agencies=frozenset(code for names in agencies(iso3).values() for code in names),
        noted=noted(iso3),
    )
    return rows(known)


def rows(known: Known) -> tuple[Row, ...]:
    """Every row, filled from what is known."""
    return tuple(_row(code, when, question, fill(known)) for code, when, question, fill in ROWS)


def _row(code: str, when: str, question: str, answer: Answer) -> Row:
    standing, told = answer
    return Row(code, when, question, standing, tuple(told) or (NOTHING,))


def _schedule(known: Known) -> Answer:
    """C1"""
    found = [one for one in known.phase.milestones if not one.done]
    coming = known.phase.upcoming("nextReview")
    address = f"/state/{known.iso3}#phase"
    if coming is None or known.phase.overdue:
        return "notKnown", [Told("The next review is not dated by any source in this build.", address)]
    if coming.stated:
        return "known", [Told(f"The next review is on {coming.shown}; dates to come: {len(found)}.", address)]
    return "partly", [Told(f"By the rule, the next review is in about {coming.shown}; no source states it.", address)]


GUIDELINES: Final = (
    ("A/HRC/DEC/17/119", "Before: general guidelines for all reports from cycle 2 on, decision A/HRC/DEC/17/119."),
    ("A/HRC/RES/5/1", "During: the basis of the review and its documents, resolution A/HRC/RES/5/1, annex."),
    ("A/HRC/RES/16/21", "After: order, length and follow-up of reviews, resolution A/HRC/RES/16/21, annex."),
)


def _guidelines(_: Known) -> Answer:
    """C2"""
    told = [Told(text, f"https://undocs.org/{symbol}") for symbol, text in GUIDELINES]
    return "partly", [*told, Told("Whether OHCHR has issued newer notes is not known here.")]


def _earlier(known: Known) -> Answer:
    """C3"""
    found = known.shelf.of_reviews
    read = sum(paper.read for paper in found)
    missing = len(known.shelf.missing(reviews_only=True))
    address = f"/state/{known.iso3}/documents?of=reviews&status="
    told = [
        Told(f"Documents of reviews that were read: {read}.", address + "read"),
        Told(f"Only cited: {len(found) - read}.", address + "cited"),
        Told(f"Missing, named where a rule names them: {missing}.", address + "missing"),
    ]
    return "known" if not missing else "partly" if read else "notKnown", told


def _ministries(known: Known) -> Answer:
    """C4"""
    found = known.evidence
    assigned = {name for one in known.rows("assignments") for name in one.all("responsible")}
    sheet = [Told(f"Bodies that a country sheet gives recommendations to: {len(assigned)}.")] if assigned else []
    if not found.actions:
        return ("partly", sheet) if sheet else ("notKnown", [])
    return "known" if found.responsible and not found.unassigned else "partly", [
        *sheet,
        Told(f"Bodies that national plans in this build name as responsible: {found.responsible}."),
        Told(f"Actions of these plans: {found.actions}, of which {found.unassigned} name nobody."),
    ]


def _ohchr(known: Known) -> Answer:
    """C5"""
    posts = known.rows("people", "function", "OHCHR contact", "human rights adviser")
    if posts:
        return "known", [Told(post(one), path_of(one.iri)) for one in posts]
    if "ohchr" not in known.agencies:
        return "notKnown", []
    text = "Contacts are not recorded; OHCHR carries out programmes in this State, and those may know."
    return "partly", [Told(text, f"/state/{known.iso3}/programmes?agency=ohchr")]


def _participation(known: Known) -> Answer:
    """C6"""
    held = known.rows("events", "eventKind", "consultation")
    tasks = known.rows("tasks", "reviewPhase", "before")
    told = [*_events(held), *(Told(task(one), path_of(one.iri)) for one in tasks)]
    return ("known" if held else "partly", told) if told else ("notKnown", [])


def _events(some: Iterable[Noted]) -> list[Told]:
    return [Told(event(one), path_of(one.iri)) for one in some]


def _press(known: Known) -> Answer:
    """C10"""
    told = _events(known.rows("events", "eventKind", "press"))
    return ("known", told) if told else ("notKnown", [])


def _outreach(known: Known) -> Answer:
    """C12"""
    told = _events(known.rows("events", "eventKind", "screening", "outreach"))
    return ("known", told) if told else ("notKnown", [])


def _papers(known: Known, *kinds: str) -> list[Told]:
    return [
        Told(paper_told(one), path_of(one.iri)) for one in known.rows("reports-and-submissions", "paperKind", *kinds)
    ]


def _joint(known: Known) -> Answer:
    """C7"""
    if written := _papers(known, "UN country team submission"):
        return "known", written
    if not known.evidence.team:
        return "notKnown", []
    return "partly", [
        Told(f"Paragraphs of {short(document)} that name the UN country team: {count}.", path_of(document))
        for document, count in known.evidence.team
    ] + [Told("The submission itself is not in this build.")]


def _national_report(known: Known) -> Answer:
    """C8"""
    paper = known.paper("nationalReport")
    if written := _papers(known, "national report"):
        return "known", written
    if paper is None:
        return "notKnown", [Told("No national report is in this build; who writes the next one is not known here.")]
    return "partly", [
        Told(f"The national report of the last review here is {paper.symbol}.", path_of(paper.iri)),
        Told("Who writes the next one, and what help is needed, is not known here."),
    ]


def _submissions(known: Known) -> Answer:
    """C9"""
    found = known.evidence.submissions
    if written := _papers(known, "NHRI submission", "civil society submission", "joint submission"):
        return "known", written
    if not found:
        return "notKnown", []
    return "partly", [
        Told(f"Submissions that {short(summary)} names: {count}.", path_of(summary)) for summary, count in found
    ] + [Told("Who needs help with the next submission is not known here.")]


def _plenary(known: Known) -> Answer:
    """C11"""
    told = _papers(known, "statement")
    told += [
        Told(f"The plenary is reported in {paper.symbol}.", path_of(paper.iri))
        for paper in (known.paper("councilReport"),)
        if paper and paper.read
    ]
    adopted = [one for one in known.phase.milestones if one.what == "adoption"]
    told += [
        Told(f"The outcome was adopted on {one.shown}." if one.done else f"The adoption is set for {one.shown}.")
        for one in adopted
        if one.stated
    ]
    told += [
        Told(f"By the rule, the adoption is in about {one.shown}; no source states it.")
        for one in adopted
        if not one.stated and not one.done
    ]
    return ("partly", told) if told else ("notKnown", [])


def _mechanism(known: Known) -> Answer:
    """C13"""
    found = known.evidence
    if capacities := known.rows("mechanism-capacities"):
        every = {one.one("followUpCapacity") for one in capacities} >= set(FOUR)
        return "known" if every else "partly", [Told(capacity(one), path_of(one.iri)) for one in capacities]
    told = [Told(f"National plans in this build: {found.plans}, with {found.actions} actions.")] if found.plans else []
    if found.reported:
        text = f"Asks on whose implementation a report in this build says something: {len(found.reported)}."
        told.append(Told(text, asks_of(known.iso3, {"said": "reported"})))
    text = "Whether a national mechanism for implementation, reporting and follow-up exists is not known here."
    return ("partly", [*told, Told(text)]) if told else ("notKnown", [Told(text)])


FOUR: Final = ("engagement", "coordination", "consultation", "information management")
"""The capacities of a national mechanism for implementation, reporting and follow-up."""


def _programmes(known: Known) -> Answer:
    """C14"""
    full = [ask for ask in known.asks if ask.of_the_review and ask.position == "supported"]
    if not full or not (known.evidence.frameworks or known.agencies):
        return "notKnown", [Told("No framework or programme of this State is in this build.")]
    without = [ask for ask in full if not ask.programmes]
    address = asks_of(known.iso3, {"position": "supported", "programme": "yes"})
    gaps = asks_of(known.iso3, {"position": "supported", "programme": "no"})
    sure = sum(ask.sureness in ("confirmed", "stated") for ask in full)
    return "known" if sure else "partly", [
        Told(f"Frameworks in this build: {known.evidence.frameworks}.", f"/state/{known.iso3}/programmes"),
        Told(f"Supported recommendations with a programme: {len(full) - len(without)} of {len(full)}.", address),
        Told(f"Of these, stated by a source or confirmed by a person: {sure}."),
        Told(f"Supported recommendations without a programme: {len(without)}.", gaps),
    ]


def _assistance(known: Known) -> Answer:
    """C15"""
    found = known.evidence.assessed
    notes = [Told(task(one), path_of(one.iri)) for one in known.rows("tasks", "reviewPhase", "after")]
    if notes or not found:
        return ("known", notes) if notes else ("notKnown", [])
    text = f"Asks whose implementation somebody assessed: {len(found)}."
    return "partly", [
        Told(text, asks_of(known.iso3, {"said": "assessed"})),
        Told("Talks on assistance are not recorded."),
    ]


def _midterm(known: Known) -> Answer:
    """C16"""
    one = next((one for one in known.phase.milestones if one.what == "midterm"), None)
    if one is None:
        return "notKnown", [Told("No dated review is in this build, so no mid-term date can be computed.")]
    if one.stated:
        return "known", [Told(f"A mid-term report of {one.shown} is in this build.", path_of(one.iri))]
    return "partly", [
        Told(
            f"Computed from the adoption, a mid-term report falls in about {one.shown}; it is voluntary.",
            f"/state/{known.iso3}#phase",
        ),
        Told("No mid-term report is in this build.", f"/state/{known.iso3}/documents?status=missing"),
    ]


Fill = Callable[[Known], Answer]

ROWS: Final[Iterable[tuple[str, str, str, Fill]]] = (
    ("C1", "always", "Know the schedule of the review", _schedule),
    ("C2", "always", "Know the guidelines for reports", _guidelines),
    ("C3", "always", "Read all earlier reports of the UPR", _earlier),
    ("C4", "always", "Know the ministries in charge and how they coordinate", _ministries),
    ("C5", "always", "Be in contact with OHCHR", _ohchr),
    ("C6", "prior", "Encourage wide participation in the preparation", _participation),
    ("C7", "prior", "Decide on a joint submission of the country team", _joint),
    ("C8", "prior", "Know who writes the national report, and whether help is needed", _national_report),
    ("C9", "prior", "Encourage the NHRI and civil society to submit", _submissions),
    ("C10", "during", "Inform the press", _press),
    ("C11", "during", "Attend the review, and speak in the plenary", _plenary),
    ("C12", "during", "Screen the webcast and reach out", _outreach),
    ("C13", "after", "Support the national mechanism for follow-up", _mechanism),
    ("C14", "after", "Bring the outcome into the cooperation framework and its programmes", _programmes),
    ("C15", "after", "Talk with the Government about assistance", _assistance),
    ("C16", "after", "Encourage a review at mid-term", _midterm),
)
