"""How well asks are ranked for a statement: OHCHR's heading endnotes are the answer, hidden from the linker.

`python -m benchmarks.linking ranking` reads the Barbados and Brunei cycle-3 compilations and cycle-2 reports below
RIGHTSGRAPH_DATA (default `../shared/data` beside the repository), trains labels on UPR Info, and prints P@1, P@5 and
MAP of each feature alone and of the scores that links are made with, beside chance and BM25; the same for the sections
of Slovenia's third national report, whose own lists are the answer.
"""

import math
import os
import random
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import numpy as np

from graph.link.labels import Labeller
from graph.link.learnt import learn
from graph.link.lexicon import lexicon
from graph.link.report_on import MOST, OWN, REPORTS, Listed, Papers
from graph.link.score import profiles
from graph.link.wording import Wording
from graph.records import ListedRecommendation, Passage, PassageKind, Relation, StatedLink
from graph.source import Source
from graph.terms import concept, passage
from loaders.identify import identify

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parents[2].parent / "shared" / "data"))
COUNTRIES = {
    "Barbados": ("un-documents/upr-documents-json/record_0001.json", "un-documents/barbados/A-HRC-23-11.pdf"),
    "Brunei": ("un-documents/upr-documents-json/record_0004.json", "un-documents/brunei/A-HRC-27-11.pdf"),
}
CODED = ("1-5", "6-9", "10-13")


def records(path: str) -> list[object]:
    source = Source.of(DATA / path)
    return list(identify(source)[0].load(source))


def coded() -> tuple[list[str], list[frozenset[str]]]:
    """UPR Info's texts with their issues."""
    issues: dict[str, set[str]] = defaultdict(set)
    for part in CODED:
        for row in records(f"upr-info/recommendations-sessions-{part}.csv"):
            if isinstance(row, ListedRecommendation):
                issues[row.text] |= {concept(tag.scheme, tag.label) for tag in row.tags}
    texts = sorted(issues)
    return texts, [frozenset(issues[text]) for text in texts]


def bm25(queries: list[str], documents: list[str]) -> np.ndarray:
    """Okapi BM25 (k1 1.5, b 0.75) over plain words."""
    split = ["".join(c if c.isalnum() else " " for c in text.lower()).split() for text in documents]
    df = Counter(word for words in split for word in set(words))
    mean = sum(map(len, split)) / len(split)
    table = np.zeros((len(queries), len(documents)))
    for row, query in enumerate(queries):
        words = set("".join(c if c.isalnum() else " " for c in query.lower()).split())
        for column, document in enumerate(split):
            counts = Counter(document)
            for word in words & counts.keys():
                idf = math.log(1 + (len(split) - df[word] + 0.5) / (df[word] + 0.5))
                tf = counts[word]
                table[row, column] += idf * tf * 2.5 / (tf + 1.5 * (0.25 + 0.75 * len(document) / mean))
    return table


Figures = tuple[float, ...]
"""P@1, P@5, MAP."""


def judged(table: np.ndarray, answers: list[set[int]]) -> Figures:
    """P@1, P@5, MAP."""
    first, five, average = [], [], []
    for row, right in zip(table, answers, strict=True):
        order = np.argsort(-row, kind="stable")
        hits = [int(place) in right for place in order]
        first.append(hits[0])
        five.append(sum(hits[:5]) / min(5, len(right)))
        found = np.flatnonzero(hits)
        average.append(np.mean([(rank + 1) / (place + 1) for rank, place in enumerate(found)]))
    return float(np.mean(first)), float(np.mean(five)), float(np.mean(average))


def listed(labeller: Labeller, wording: Wording, texts: list[str]) -> Listed:
    return Listed.of([str(place) for place in range(len(texts))], texts, labeller, wording)


def _iri(statement: Passage) -> str:
    return passage(statement.symbol, statement.paragraph)


def _proposed(table: np.ndarray) -> np.ndarray:
    """The few pairs of each row that would be proposed."""
    kept = np.zeros(table.shape, dtype=bool)
    for row, scores in enumerate(table):
        best = np.argsort(-scores, kind="stable")[:MOST]
        kept[row, best[scores[best] >= REPORTS.threshold]] = True
    return kept


@cache
def labellers() -> tuple[list[str], Labeller, Labeller]:
    """UPR Info's texts, the labeller without and the one with labels learnt from them."""
    texts, issues = coded()
    return texts, Labeller(lexicon(), None), Labeller(lexicon(), learn(texts, issues))


@cache
def country(name: str) -> tuple[dict[str, Figures], int, int, int]:
    """Figures by method of one country, its statements, pairs that would be proposed, and those under one heading."""
    texts, floor, taught = labellers()
    compilation, report = COUNTRIES[name]
    told = records(compilation)
    asks = recommendations(report)
    paper = [one for one in told if isinstance(one, Passage) and one.kind is PassageKind.STATEMENT]
    rows, answers = answered(told, paper, asks, Relation.GROUPED_WITH)
    queries, documents = [paper[row].text for row in rows], [one.text for one in asks]
    wording = Wording.of([*texts, *queries, *documents])
    chance = random.Random(1)
    tables = {
        "chance": np.array([[chance.random() for _ in documents] for _ in queries]),
        "BM25": bm25(queries, documents),
    }
    for kind, labeller in (("keywords", floor), ("learnt labels", taught)):
        left, other = listed(labeller, wording, queries), listed(labeller, wording, documents)
        told_of, asked = profiles(left.weights(), other.weights())
        tables["wording"] = (left.rows @ other.rows.T).toarray()
        tables[kind] = told_of.table @ asked.table.T
        whole = Papers.of([(_iri(one), one.text, one.section) for one in paper], labeller, wording).scores(other)
        tables[f"with headings, {kind}"] = whole.table[rows]
    chosen = _proposed(np.where(whole.own[rows] >= OWN, whole.table[rows], 0.0))
    agreeing = sum(column in answers[row] for row, column in np.argwhere(chosen).tolist())
    return {kind: judged(table, answers) for kind, table in tables.items()}, len(rows), int(chosen.sum()), agreeing


def figures() -> dict[str, Figures]:
    """Figures by method, the mean over the statements of all countries."""
    found = [country(name) for name in COUNTRIES]
    total = sum(count for _, count, _, _ in found)
    return {
        method: tuple(sum(one[method][part] * count for one, count, _, _ in found) / total for part in range(3))
        for method in found[0][0]
    }


def national_report() -> tuple[dict[str, Figures], int, int]:
    """The same for each section of Slovenia's third national report: the State's own lists are the answer.

    The lists stand in the headings: their numbers are taken out.
    """
    texts, _, taught = labellers()
    told = records("un-documents/slovenia/cycle3/g1923444.pdf")
    asks = recommendations("un-documents/slovenia/cycle2/g1423930.pdf")
    paper = [one for one in told if isinstance(one, Passage) and one.kind is PassageKind.STATEMENT]
    rows, answers = answered(told, paper, asks, Relation.REPORTS_ON)
    documents = [one.text for one in asks]
    wording = Wording.of([*texts, *(one.text for one in paper), *documents])
    found = [(_iri(one), one.text, re.sub(r"Recommendations? .*$", "", one.section)) for one in paper]
    ours = Papers.of(found, taught, wording).scores(listed(taught, wording, documents)).table[rows]
    tables = {"BM25": bm25([paper[row].text for row in rows], documents), "with headings, learnt labels": ours}
    return {method: judged(table, answers) for method, table in tables.items()}, len(rows), sum(map(len, answers))


def recommendations(path: str) -> list[Passage]:
    return [one for one in records(path) if isinstance(one, Passage) and one.kind is PassageKind.RECOMMENDATION]


def answered(
    told: list[object], paper: list[Passage], asks: list[Passage], relation: Relation
) -> tuple[list[int], list[set[int]]]:
    """The statements that have an answer, and the answer of each: asks by place."""
    place: dict[object, int] = {one.key: number for number, one in enumerate(asks)}
    right: dict[object, set[int]] = defaultdict(set)
    for link in told:
        if isinstance(link, StatedLink) and link.relation is relation and link.object in place:
            right[link.subject].add(place[link.object])
    rows = [number for number, one in enumerate(paper) if right.get(one.key)]
    return rows, [right[paper[row].key] for row in rows]


def _lines(title: str, found: dict[str, Figures], over: str) -> list[str]:
    return [
        f"{title:28} {'P@1':>6} {'P@5':>6} {'MAP':>6}   over {over}",
        *(f"{name:28} {first:6.3f} {five:6.3f} {mean:6.3f}" for name, (first, five, mean) in found.items()),
    ]


def told() -> list[str]:
    counts = [country(name)[1:] for name in COUNTRIES]
    above, agreeing = sum(one[1] for one in counts), sum(one[2] for one in counts)
    found, sections, links = national_report()
    return [
        *_lines("compilations", figures(), f"{sum(one[0] for one in counts)} statements"),
        f"of {above} pairs that would be proposed {agreeing} stand under one heading: {agreeing / above:.3f}",
        *_lines("national report", found, f"{sections} sections, {links} links"),
    ]
