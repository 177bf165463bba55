"""Endnotes of UN compilations: which paragraphs of which documents they cite, against 120 notes read by eye.

`python -m benchmarks.endnotes` reads the four compilations below RIGHTSGRAPH_DATA (default `../shared/data` beside the
repository). `endnotes.tsv` holds the answer: 30 notes of each drawn by chance, what a reader finds in each of them with
"Ibid." followed, ranges and letters written out; a line without a symbol is a note that cites no document.
"""

import csv
import json
import os
from collections import defaultdict
from pathlib import Path

from graph.source import Source
from loaders.documents import pdf
from loaders.documents.paper import Paper, from_pdf, from_text
from loaders.upr.compilation.notes import Note, Reader

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
ANSWER = Path(__file__).with_name("endnotes.tsv")

Pairs = set[tuple[str, str]]
"""(symbol, paragraph) pairs; an empty paragraph is the whole document."""


def answer() -> dict[tuple[str, int], Pairs]:
    """(file, note) → what a reader found in it."""
    found: dict[tuple[str, int], Pairs] = defaultdict(set)
    with ANSWER.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            pairs = found[row["file"], int(row["note"])]
            if row["symbol"]:
                pairs.add((row["symbol"], row["paragraph"]))
    return found


def notes(file: str) -> dict[int, Note]:
    """Every note of a compilation, read in order."""
    reader = Reader(lambda _reason: None)
    return {
        number: reader.read(number, text)
        for number, text in _paper(Source.of(DATA / "un-documents" / file)).notes.items()
    }


def _paper(source: Source) -> Paper:
    if source.path.suffix == ".json":
        return from_text(json.loads(source.content())["text"])
    return from_pdf(source.once(pdf.read))


def pairs(note: Note) -> Pairs:
    cited = {(one.symbol, paragraph) for one in note.cited for paragraph in one.paragraphs or ("",)}
    return cited | {(one.symbol, paragraph) for one in note.relevant for paragraph in one.paragraphs}


def compare() -> tuple[int, int, int, list[str]]:
    """Pairs right, found, wanted, and a line for each note that differs."""
    read = {file: notes(file) for file in {file for file, _ in answer()}}
    right = found = wanted = 0
    told = []
    for (file, number), theirs in answer().items():
        ours = pairs(read[file][number])
        right, found, wanted = right + len(ours & theirs), found + len(ours), wanted + len(theirs)
        if ours != theirs:
            told.append(f"{file} note {number}: missing {sorted(theirs - ours)}, too much {sorted(ours - theirs)}")
    return right, found, wanted, told


def main() -> None:
    right, found, wanted, told = compare()
    precision, recall = right / found, right / wanted
    print("\n".join(told))
    f1 = 2 * right / (found + wanted)
    print(f"{len(answer())} notes, {wanted} pairs: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}")


if __name__ == "__main__":
    main()
