"""Recording one decision: only on what the build holds, and only with a name and a reason."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from graph.clean import Unclear, text
from graph.review.append import append
from graph.review.decision import STATUS, Decision
from graph.review.decisions import Decisions
from graph.review.ends import end, shown
from graph.review.history import History
from graph.review.known import Known, known
from graph.review.reading import relation
from graph.store.asking import Asker


class NoLink(ValueError):
    """A decision that would decide nothing; the message says what the build holds instead."""


def decision(when: date, who: str, word: str, ends: tuple[str, str, str], why: str) -> Decision:
    """A decision as a person tells it: `ends` are subject, relation and object. Raises Unclear."""
    if word not in STATUS:
        raise Unclear(f"decision {word!r} is none of {', '.join(STATUS)}")
    subject, name, object_ = ends
    made = Decision(when, text(who), word, end(subject), relation(name), end(object_), text(why))
    if made.subject == made.object:
        raise Unclear("a link joins two things, these are one")
    if not made.who:
        raise Unclear('say who decides: --who, RIGHTSGRAPH_WHO, or who = "…" under [review] in rightsgraph.toml')
    if not made.why:
        raise Unclear("say why: a decision without a reason cannot be weighed by others")
    return made


def record(path: Path, made: Decision, asker: Asker, allow: Callable[[History | None], None] = lambda _: None) -> None:
    """Append a decision to `decisions.csv` after a look at the build and at what was added since.

    `allow` is given what stands on the link, while nobody else can write, and refuses by raising.
    Raises NoLink; Unrecorded if the file cannot be written; Refusal; whatever `allow` raises.
    """
    told = known(asker, made.subject, made.relation, made.object)

    def choose(standing: Decisions) -> list[Decision]:
        history = standing.by_link.get(made.link)
        allow(history)
        _held(told, made, waiting=history is not None and history.added)
        return [made]

    append(path, choose)


def _held(told: Known, made: Decision, *, waiting: bool) -> None:
    """Refuse what would decide nothing. `waiting`: a person added the link already."""
    subject, object_ = shown(made.subject), shown(made.object)
    link = f"'{subject}' {made.relation.value} '{object_}'"
    if told.unknown:
        names = " and ".join(repr(shown(one)) for one in told.unknown)
        raise NoLink(f"the build does not hold {names}: look for a slip of the pen, or read its document first")
    there = told.bases or (("person",) if waiting else ())
    if made.decision == "add" and there:
        raise NoLink(f"{link} is there already ({', '.join(there)}): confirm it instead")
    if made.decision != "add" and not there and told.turned:
        raise NoLink(f"the build holds it the other way round: '{object_}' {made.relation.value} '{subject}'")
    if made.decision != "add" and not there:
        raise NoLink(f"the build holds no link {link}: if there should be one, add it (rightsgraph link add …)")
