"""How well asks are ranked for a statement: OHCHR's heading endnotes are the answer, hidden from the linker.

`python -m benchmarks.linking` reads the Barbados and Brunei cycle-3 compilations and cycle-2 reports below
RIGHTSGRAPH_DATA (default `../shared/data` beside the repository), trains labels on UPR Info, and prints P@1, P@5 and
MAP of each feature alone and of the score that links are made with, beside chance and BM25.
"""

import math
import os
import random
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from graph.link.labels import Labeller
from graph.link.learnt import learn
from graph.link.lexicon import lexicon
from graph.link.pairs import Comparer, Side
from graph.link.score import REINFORCES, THRESHOLD
from graph.link.wording import Wording
from graph.records import ListedRecommendation, Passage, PassageKind, Relation, StatedLink
from graph.source import Source
from graph.terms import concept
from loaders.identify import identify

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
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


def judged(table: np.ndarray, answers: list[set[int]]) -> tuple[float, float, float]:
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


def side(labeller: Labeller, wording: Wording, texts: list[str]) -> Side:
    labels = labeller.label(texts, [() for _ in texts])
    return Side(tuple(map(str, range(len(texts)))), wording.matrix(texts), tuple(labels))


def main() -> None:
    texts, issues = coded()
    learnt = learn(texts, issues)
    floor, taught = Labeller(lexicon(), None), Labeller(lexicon(), learnt)
    scores: dict[str, list[tuple[float, float, float, int]]] = defaultdict(list)
    above = agreeing = 0
    for compilation, report in COUNTRIES.values():
        told = records(compilation)
        asks = [one for one in records(report) if isinstance(one, Passage) and one.kind is PassageKind.RECOMMENDATION]
        place = {one.key: number for number, one in enumerate(asks)}
        right: dict[object, set[int]] = defaultdict(set)
        for link in told:
            if isinstance(link, StatedLink) and link.relation is Relation.GROUPED_WITH and link.object in place:
                right[link.subject].add(place[link.object])
        statements = [one for one in told if isinstance(one, Passage) and right.get(one.key)]
        queries, documents = [one.text for one in statements], [one.text for one in asks]
        answers = [right[one.key] for one in statements]
        wording = Wording.of([*texts, *queries, *documents])
        assert wording is not None
        chance = random.Random(1)
        tables = {
            "chance": np.array([[chance.random() for _ in documents] for _ in queries]),
            "BM25": bm25(queries, documents),
        }
        for name, labeller in (("keywords", floor), ("learnt labels", taught)):
            left, other = side(labeller, wording, queries), side(labeller, wording, documents)
            comparer = Comparer(wording, lexicon(), REINFORCES)
            score, cosine, profiles = comparer.table(left, other)
            tables["wording"] = cosine
            tables[name] = profiles[0].table @ profiles[1].table.T
            tables[f"score with {name}"] = score
        chosen = tables["score with learnt labels"] >= THRESHOLD
        above += int(chosen.sum())
        agreeing += sum(column in answers[row] for row, column in np.argwhere(chosen).tolist())
        for name, table in tables.items():
            scores[name].append((*judged(table, answers), len(answers)))
    print(f"{'method':28} {'P@1':>6} {'P@5':>6} {'MAP':>6}   over {sum(one[3] for one in scores['BM25'])} statements")
    for name, rows in scores.items():
        total = sum(row[3] for row in rows)
        mean = [sum(row[number] * row[3] for row in rows) / total for number in range(3)]
        print(f"{name:28} {mean[0]:6.3f} {mean[1]:6.3f} {mean[2]:6.3f}")
    print(f"of {above} pairs above the threshold {agreeing} stand under one heading: {agreeing / above:.3f}")


if __name__ == "__main__":
    main()
