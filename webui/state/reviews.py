"""Who looked at a State, and when: reviews, examinations and visits."""

from dataclasses import dataclass
from datetime import date

from graph import terms
from webui.asker import iri
from webui.state.kept import kept
from webui.state.names import Mechanism, mechanisms
from webui.state.told import Facts, told_of

_ENGAGEMENTS = """
SELECT DISTINCT ?thing ?property ?value WHERE {
  VALUES ?state { UNDEF }
  ?thing rg:state ?state ; a rg:Engagement .
  ?thing ?property ?value
  FILTER(?property IN (rdf:type, rg:mechanism, rg:cycle, rg:session, rg:reviewDate, rg:startDate,
    rg:endDate, rg:adoptedOn, rg:councilSession, rg:decision, rg:holder))
}
"""
_KINDS = ("Review", "Examination", "Visit")


@dataclass(frozen=True, slots=True)
class Engagement:
    """One look at the State. Days are those that sources state; `decision` is the IRI of a document."""

    iri: str
    kind: str
    mechanism: Mechanism | None
    cycle: int | None
    session: int | None
    reviewed: date | None
    start: date | None
    end: date | None
    adopted: date | None
    council: int | None
    decision: str
    holder: str

    @property
    def day(self) -> date | None:
        """The day of the dialogue, or else the first day."""
        return self.reviewed or self.start

    @property
    def year(self) -> int | None:
        return self.day.year if self.day else None


@kept
def engagements(iso3: str) -> tuple[Engagement, ...]:
    """Reviews, examinations and visits, oldest first; those without a day last. Raises Refusal."""
    told = told_of(_ENGAGEMENTS, {"state": [iri(terms.state(iso3))]})
    found = (_engagement(name, facts) for name, facts in told.items())
    return tuple(sorted(found, key=lambda one: (one.day or date.max, one.cycle or 0, one.iri)))


def reviews(iso3: str) -> dict[int, Engagement]:
    """Cycle → the State's review in it. Raises Refusal."""
    return {one.cycle: one for one in engagements(iso3) if one.kind == "Review" and one.cycle}


def _engagement(name: str, facts: Facts) -> Engagement:
    return Engagement(
        iri=name,
        kind=next((kind for kind in _KINDS if terms.rg(kind) in facts["type"]), ""),
        mechanism=mechanisms().get(facts.one("mechanism")),
        cycle=_whole(facts.one("cycle")),
        session=_whole(facts.one("session")),
        reviewed=day(facts.one("reviewDate")),
        start=day(facts.one("startDate")),
        end=day(facts.one("endDate")),
        adopted=day(facts.one("adoptedOn")),
        council=_whole(facts.one("councilSession")),
        decision=facts.one("decision"),
        holder=facts.one("holder"),
    )


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def day(text: str) -> date | None:
    """A day as the graph writes it; None for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
