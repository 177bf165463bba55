"""The work of one State: its proposed links by worth, and what a person narrows them to."""

from collections import OrderedDict, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from flask import current_app

from graph import terms
from graph.records import Relation
from graph.review.decision import PAST, LinkKey, link_key
from graph.review.decisions import Decisions
from graph.review.links import Held
from graph.review.worklist import Task, worklist
from graph.terms import rg
from webui.asker import PROLOGUE, asker, current_build, iri
from webui.reviewing.whole import Whole

_THINGS = """
SELECT DISTINCT ?thing ?notation WHERE {{
  ?thing rg:state {state} OPTIONAL {{ ?thing rg:mechanism ?mechanism . ?mechanism skos:notation ?notation }}
}}
"""
BANDS: Final = {"0-50": (0.0, 0.5), "50-70": (0.5, 0.7), "70-90": (0.7, 0.9), "90-100": (0.9, 1.01)}
"""Name of a score band → from, and below."""
_KEPT: Final = 8
"""States whose work is remembered."""
_ALL: Final = 1_000_000
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Work:
    """One State's tasks, the weightiest first, and the mechanisms of its things by IRI."""

    state: str
    tasks: tuple[Task, ...]
    things: Mapping[str, frozenset[str]]

    @property
    def mechanisms(self) -> list[str]:
        """Those that any task joins."""
        ends = {end for task in self.tasks for end in (task.link.subject, task.link.object)}
        return sorted({name for end in ends for name in self.things.get(end, ())})

    @property
    def relations(self) -> list[str]:
        return sorted({task.link.relation for task in self.tasks})


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a person wants to see: words of a form, the empty one for all."""

    state: str = ""
    relation: str = ""
    mechanism: str = ""
    band: str = ""
    contested: bool = False

    def told(self) -> dict[str, str]:
        """As an address tells it."""
        named = {"state": self.state, "relation": self.relation, "mechanism": self.mechanism, "band": self.band}
        return {name: word for name, word in (named | {"contested": "yes" * self.contested}).items() if word}

    def holds(self, task: Task, work: Work) -> bool:
        """Whether a task is one of these."""
        if self.relation and task.link.relation != self.relation:
            return False
        ends = (task.link.subject, task.link.object)
        if self.mechanism and not any(self.mechanism in work.things.get(end, ()) for end in ends):
            return False
        low, high = BANDS.get(self.band, (0.0, 2.0))
        return low <= task.link.score < high


def work(state: str) -> Work:
    """The work of a State (alpha-3), remembered while its build is current. Raises Refusal."""
    key = (current_build().path, state)
    memory: OrderedDict[tuple[Path, str], Work] = current_app.extensions.setdefault("work", OrderedDict())
    with _LOCK:
        if key in memory:
            memory.move_to_end(key)
            return memory[key]
    whole = Whole(asker())
    made = Work(state, tuple(worklist(whole, state, _ALL)), _things(whole, state))
    with _LOCK:
        memory[key] = made
        while len(memory) > _KEPT:
            memory.popitem(last=False)
    return made


def key(link: Held) -> LinkKey:
    return link_key(link.subject, rg(link.relation), link.object)


def is_open(decisions: Decisions, link: LinkKey) -> bool:
    """Whether nobody decided on a link, or it was reopened."""
    found = decisions.by_link.get(link)
    return found is None or found.last.decision == "reopen"


def chosen(narrowed: Narrowed, known: Work, decisions: Decisions) -> list[Task]:
    """The tasks that a person wants to see, decided ones too: so that each keeps its place."""
    tasks = _contested(known, decisions) if narrowed.contested else known.tasks
    return [task for task in tasks if narrowed.holds(task, known)]


def _contested(known: Work, decisions: Decisions) -> list[Task]:
    """The links of a State on which people disagree."""
    found = []
    for history in decisions.conflicts():
        last = history.last
        if history.conflict and (last.subject in known.things or last.object in known.things):
            held = Held(last.subject, last.relation.value, last.object, "", 0.0, last.status, contested=True)
            said = tuple(f"{one.who} {PAST[one.decision]} it: {one.why}" for one in history.conflict)
            found.append(Task(held, 0.0, said))
    return found


def _things(whole: Whole, state: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for thing, notation in whole.select(PROLOGUE + _THINGS.format(state=iri(terms.state(state)))).rows:
        if thing:
            found[thing.value] |= {notation.value} if notation else set()
    return {name: frozenset(notations) for name, notations in found.items()}


def relation(name: str) -> str:
    """A relation's name, or an empty one for what is none."""
    return name if name in {one.value for one in Relation} else ""
