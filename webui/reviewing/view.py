"""One link at the desk: both sides, why, what was decided, and where to go from here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import abort

from graph.clean import Unclear
from graph.review.decision import Decision, LinkKey, link_key
from graph.review.decisions import Decisions
from graph.review.ends import end, shown
from graph.review.explain import explained
from graph.review.explained import Explained
from graph.review.reading import relation as relation_of
from graph.review.side import compared, sides
from graph.review.worklist import Task
from graph.terms import NS, rg
from webui.asker import asker
from webui.reviewing.standing import waiting
from webui.reviewing.work import Narrowed, is_open, key


@dataclass(frozen=True, slots=True)
class View:
    """What the desk shows of one link; `number` counts from 1 in the list, 0 if it is not in it.

    `seen` are all decisions on it, `waiting` those that the build does not hold yet. Addresses are empty where there
    is nothing before or after.
    """

    link: Explained
    because: tuple[str, ...]
    number: int
    total: int
    seen: tuple[Decision, ...]
    waiting: tuple[Decision, ...]
    here: str
    next: str
    previous: str


def view(narrowed: Narrowed, tasks: Sequence[Task], decisions: Decisions, told: Mapping[str, str]) -> View | None:
    """The link that the address names, else the first that is open; None if there is none. Raises Refusal."""
    keys = [key(task.link) for task in tasks]

    def wanted(one: LinkKey) -> bool:
        return narrowed.contested or is_open(decisions, one)

    named = _named(told)
    if named is None:
        named = next((one for one in keys if wanted(one)), None)
    if named is None:
        return None
    at = keys.index(named) if named in keys else -1
    history = decisions.by_link.get(named)
    seen = history.lines if history else ()
    link = _link(named)
    return View(
        link=link,
        because=tasks[at].reasons if at >= 0 else (),
        number=at + 1,
        total=len(keys),
        seen=seen,
        waiting=tuple(waiting(seen, link.decisions)),
        here=address(narrowed, named),
        next=_to(narrowed, [*keys[at + 1 :], *keys[: max(at, 0)]], wanted) or address(narrowed, None),
        previous=_to(narrowed, keys[: max(at, 0)][::-1], wanted),
    )


def address(narrowed: Narrowed, link: LinkKey | None) -> str:
    """The address of a link at the desk, or of the first that is open."""
    told = narrowed.told()
    if link is not None:
        told |= {"subject": shown(link[0]), "as": link[1].removeprefix(NS), "object": shown(link[2])}
    return "/desk?" + urlencode(told, safe="/")


def _to(narrowed: Narrowed, keys: Sequence[LinkKey], wanted: Callable[[LinkKey], bool]) -> str:
    found = next((one for one in keys if wanted(one)), None)
    return address(narrowed, found) if found else ""


def _named(told: Mapping[str, str]) -> LinkKey | None:
    if not told.get("subject"):
        return None
    try:
        predicate = rg(relation_of(told.get("as", "")).value)
        return link_key(end(told["subject"]), predicate, end(told.get("object", "")))
    except Unclear as fault:
        abort(400, f"This names no link: {fault}.")


def _link(named: LinkKey) -> Explained:
    """The link as the build explains it; one that the build does not hold has its two sides alone."""
    subject, predicate, object_ = named
    relation = predicate.removeprefix(NS)
    found = [one for one in explained(asker(), subject, object_) if one.relation == relation]
    if found:
        return min(found, key=lambda one: one.basis not in ("similarity", "sharedCodes"))
    things = sides(asker(), (subject, object_))
    return Explained(*compared(things[subject], things[object_]), relation, relation)
