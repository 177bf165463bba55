"""How long linking one State takes, and how the work grows: real texts of many States put together as one."""

import os
import resource
import time
from itertools import cycle, islice

from benchmarks.linking.workspace import workspace
from graph import terms
from graph.link import Model, compared, link
from graph.link.block import Ask, Block, Programme
from graph.link.candidates import candidates

_SIZES = (1500, 6000, 24000)
_STATES = ("ARG", "BRB", "BRN", "KEN", "MDV", "MOZ", "MYS", "NLD", "NPL", "PHL", "POL", "SVN", "VNM")


def told() -> list[str]:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core
    of = workspace(_STATES)
    lines = [f"{'asks = programmes':>18} {'seconds':>8} {'candidates':>11} {'links':>8} {'peak MiB':>9}"]
    for size in _SIZES:
        block = _block(list(of.blocks.values()), size)
        start = time.perf_counter()
        linked = link(block, of.model)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        lines.append(f"{size:18} {seconds:8.1f} {_candidates(block, of.model):11} {len(linked.links):8} {peak:9.0f}")
    return lines


def _candidates(block: Block, model: Model) -> int:
    asks, programmes = compared(block, model)
    return len(candidates(programmes, asks, lambda left, _: left >= 0).left)


def _block(blocks: list[Block], size: int) -> Block:
    """One State with the texts of many; a text that comes again is marked, as no two of a State are the same."""
    asks = [ask for one in blocks for ask in one.asks]
    programmes = [programme for one in blocks for programme in one.programmes]
    return Block(
        terms.state("XXX"),
        tuple(_ask(ask, place, place // len(asks)) for place, ask in enumerate(islice(cycle(asks), size))),
        tuple(
            _programme(one, place, place // len(programmes))
            for place, one in enumerate(islice(cycle(programmes), size))
        ),
        (),
    )


def _ask(ask: Ask, place: int, round_: int) -> Ask:
    return Ask(
        iri=f"{ask.iri}/{place}", text=_marked(ask.text, round_), cycle=ask.cycle, mechanism=ask.mechanism,
        family=ask.family, themes=ask.themes, persons=ask.persons, sdgs=ask.sdgs,
        engagement=f"{ask.engagement}/{round_}", when=ask.when,
    )  # fmt: skip


def _programme(one: Programme, place: int, round_: int) -> Programme:
    return Programme(f"{one.iri}/{place}", _marked(one.text, round_), one.themes, one.persons, one.sdgs)


def _marked(text: str, round_: int) -> str:
    return f"{text} province{'abcdefghijklmnopqrstuvwxyz'[round_ % 26] * 3}" if round_ else text
