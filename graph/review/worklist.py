"""What is worth deciding next: computed links nobody decided on, the uncertain and influential first.

A score is a calibrated probability p that the link is true. Its uncertainty is 4p(1−p): 1 at even odds, 0 where a
decision would tell nothing new. Worth is uncertainty times influence (see `graph.review.influence`).
"""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph import terms
from graph.review.influence import Influence, in_words
from graph.review.links import Held, Wanted, links
from graph.states import state as known_state
from graph.store.asking import Asker
from graph.terms import rg

_STATES = "SELECT DISTINCT ?notation WHERE {{ ?state a <{state}> ; <{notation}> ?notation }} ORDER BY ?notation"
_ANSWERED = "SELECT DISTINCT ?ask WHERE {{ ?ask <{state_of}> <{state}> ; <{position}> ?position }}"


@dataclass(frozen=True, slots=True)
class Task:
    """One link to decide on: what a decision is worth, and why in words."""

    link: Held
    worth: float
    reasons: tuple[str, ...]


def worklist(asker: Asker, state: str = "", most: int = 20) -> list[Task]:
    """The `most` tasks of the greatest worth, of one State (alpha-3 or a name) or of all. Raises Unclear, Refusal."""
    found = (task for one in _states(asker, state) for task in _tasks(asker, one))
    return heapq.nsmallest(most, found, key=_order)


def _order(task: Task) -> tuple[float, str, str, str]:
    return (-task.worth, task.link.subject, task.link.relation, task.link.object)


def _states(asker: Asker, state: str) -> list[str]:
    if state:
        return [known_state(state)]
    query = _STATES.format(state=rg("State"), notation=terms.SKOS + "notation")
    return [row[0].value for row in asker.select(query).rows if row[0]]


def _tasks(asker: Asker, state: str) -> Iterator[Task]:
    held = links(asker, Wanted(state=state), decisions=False)
    query = _ANSWERED.format(state_of=rg("state"), state=terms.state(state), position=rg("position"))
    answered = {row[0].value for row in asker.select(query).rows if row[0]} if held else set()
    yield from tasks(held, answered)


def tasks(held: Iterable[Held], answered: set[str]) -> Iterator[Task]:
    """A task for each computed link of one State that nobody decided on; `held` are all its links."""
    told = list(held)
    influence = Influence(told, answered)
    for link in told:
        if link.computed and link.status == "proposed":
            hanging = influence.of(link)
            worth = 4 * link.score * (1 - link.score) * hanging.influence
            yield Task(link, round(worth, 3), (f"score {link.score:g}", *in_words(hanging, link)))
