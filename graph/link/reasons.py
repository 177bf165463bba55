"""Why a pair scores as it does, in plain words, each with what it adds to the log-odds: the weightiest first."""

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from graph.link.lexicon import above, lexicon
from graph.link.read import Read
from graph.link.score import Weights
from graph.link.sides import Side
from graph.link.wording import shared_words

_TOLD: Final = (
    (("wording", "cover"), "words"),
    (("labels",), "labels"),
    (("matters", "matters_part", "rare_matter", "matters_apart", "matters_untold"), "matters"),
    (("persons", "persons_apart"), "persons"),
    (("measures", "same_head", "one_step", "one_law", "abroad"), "measures"),
    (("same_treaty", "both_join", "one_joins"), "treaties"),
    (("same_mandate",), "mandates"),
    (("chances",), "chances"),
    (("grouped",), "grouped"),
)
"""Features that one sentence tells of."""
_LEAST = 0.05
"""What adds less is not worth a sentence."""
_WORDS = 6
"""Shared words that are told."""


def reasons(left: Side, right: Side, i: int, j: int, row: NDArray[np.float64], weights: Weights) -> tuple[str, ...]:
    """Sentences that end in what they add, such as `(+1.2)`; the last is what is held before looking."""
    added = weights.added(row)
    found = []
    for names, kind in _TOLD:
        total = sum(added.get(name, 0.0) for name in names)
        if abs(total) >= _LEAST:
            found.append((total, _sentence(kind, left, right, i, j)))
    found.sort(key=lambda one: (-abs(one[0]), one[1]))
    return (
        *(f"{words} ({total:+.1f})" for total, words in found),
        f"before looking at the pair ({weights.start:+.1f})",
    )


def _sentence(kind: str, left: Side, right: Side, i: int, j: int) -> str:
    one, other = left.reads[i], right.reads[j]
    if kind == "words":
        words = sorted(shared_words(one.words, other.words)[0], key=lambda word: (-len(word), word))[:_WORDS]
        return f"shared words: {', '.join(words)}" if words else "no words in common"
    if kind == "labels":
        return "people code such texts alike"
    if kind == "matters":
        return _matters(one.matters, other.matters)
    if kind == "persons":
        return _both("both name", "they name other people", one.persons & other.persons)
    if kind == "measures":
        return _measures(one.heads, other.heads, one.measures & other.measures)
    if kind == "treaties":
        return _treaties(one, other)
    if kind == "chances":
        return "texts of several asks, any two of which could match"
    if kind == "mandates":
        return f"both name {', '.join(map(lexicon().name, sorted(one.mandates & other.mandates)))}"
    return "OHCHR lists both under one heading of a UN compilation"


def _matters(one: frozenset[str], other: frozenset[str]) -> str:
    shared = one & other
    if shared:
        return f"both are about {_named(shared)}"
    part = {matter for matter in one | other if above().get(matter) in one | other}
    if part:
        return f"the one is part of the other: {_named(part)}"
    if one and other:
        return f"different matters: {_named(one)}; {_named(other)}"
    return "a matter that no keyword names"


def _measures(one: frozenset[str], other: frozenset[str], shared: frozenset[str]) -> str:
    if one & other:
        return f"both ask first to {_named(one & other)}"
    if one or other:
        return f"they ask first for different measures: {_named(one) or 'in general'}; {_named(other) or 'in general'}"
    return f"kinds of measure: {_named(shared) or 'none in common'}"


def _treaties(one: Read, other: Read) -> str:
    if one.joins and other.joins:
        if not ((one.ratifies and other.ratifies) or (one.lifts and other.lifts)):
            return "the one is about becoming party to a treaty, the other about lifting reservations"
        shared = one.treaties & other.treaties
        return f"both are about joining {', '.join(map(lexicon().name, sorted(shared)))}" if shared else _ANY
    return "only one is about joining a treaty" if one.joins or other.joins else "neither is about joining a treaty"


_ANY = "both are about joining treaties; the one names none or means them all"


def _both(yes: str, no: str, shared: frozenset[str]) -> str:
    return f"{yes} {_named(shared)}" if shared else no


def _named(concepts: Iterable[str]) -> str:
    names = sorted(lexicon().name(concept) for concept in concepts)
    return ", ".join(name[:1].lower() + name[1:] if name[1:2].islower() else name for name in names)
