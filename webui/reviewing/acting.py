"""Deciding from a page: one line each, as the person who is logged in, on what that person saw."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from graph.review.append import Unrecorded
from graph.review.decision import Decision
from graph.review.decisions import Decisions
from graph.review.history import History
from graph.review.record import decision, record
from graph.terms import slug
from webui.asker import asker
from webui.reviewing.standing import file, standing

CONFIRMED = "confirmed at the review desk"
"""Why, where a person confirms and says no more."""
REASONS = (
    "they are about different matters",
    "they are about different groups of people",
    "one asks for a law, the other for practice",
    "one is too general to be the same ask",
    "the same words mean something else here",
    "the programme ended before this was asked",
)
"""Reasons to reject that are often right."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A decision as a form tells it; `seen`: how many decisions on the link the person saw."""

    word: str
    subject: str
    relation: str
    object: str
    why: str
    seen: int


class Overtaken(Exception):
    """Somebody decided on the link since the page was shown: `history` is all that stands now."""

    def __init__(self, history: History) -> None:
        super().__init__("somebody else decided on this link meanwhile")
        self.history = history


def decide(wanted: Wanted, who: str) -> Decision:
    """Append the decision. Raises Unclear, NoLink, Unrecorded, Overtaken, Refusal.

    The same decision sent twice, as by going back, is recorded once.
    """
    why = wanted.why or (CONFIRMED if wanted.word == "confirm" else "")
    made = decision(_today(), who, wanted.word, (wanted.subject, wanted.relation, wanted.object), why)

    def allow(history: History | None) -> None:
        lines = history.lines if history else ()
        if history and lines[wanted.seen :] and _same(history.last, made):
            raise _Twice
        if history and len(lines) != wanted.seen:
            raise Overtaken(history)

    with suppress(_Twice):
        record(_path(), made, asker(), allow)
    return made


def undo(last: Decision, who: str) -> Decision:
    """Reopen the link of a person's last decision, if it is in force still. Raises as `decide`."""
    history = standing().by_link.get(last.link)
    why = f"{who} took back: {last.decision} – {last.why}"
    ends = (last.subject, last.relation.value, last.object)
    return decide(Wanted("reopen", *ends, why, len(history.lines) if history else 0), who)


def last_of(who: str, decisions: Decisions) -> Decision | None:
    """The latest decision of a person that is in force; None if there is nothing to take back."""
    for line in reversed(decisions.lines):
        if line.person == slug(who) and line.decision != "reopen" and decisions.by_link[line.link].last is line:
            return line
    return None


class _Twice(Exception):
    """The decision stands there already."""


def _same(one: Decision, other: Decision) -> bool:
    return (one.person, one.decision, one.why, one.link) == (other.person, other.decision, other.why, other.link)


def _path() -> Path:
    path = file()
    if path is None:
        raise Unrecorded("this build belongs to no workspace: there is no decisions.csv to write to")
    return path


def _today() -> date:
    return datetime.now().astimezone().date()
