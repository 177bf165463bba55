"""What recommendations and programmes name, and samples for a reader to judge.

`python -m benchmarks.naming [found|missed]` reads UPR Info's recommendations (sessions 1–13) and the UN INFO workspaces
below RIGHTSGRAPH_DATA (default `../shared/data` beside the repository). It prints how many texts name something, how
many texts are read in a second, and with `found` 200 names drawn by chance, each beside its text, with `missed` 200
texts that name nothing for us and yet hold a word such as Convention or Committee. What is right, a reader says.
"""

import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graph.link.named import Named, instruments, names
from graph.records import ListedRecommendation, Project, Result
from graph.source import Source
from loaders.identify import identify
from loaders.upr import upr_info

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
SAMPLE = 200
SEED = 20261124
WORTH_A_LOOK = re.compile(r"Convention|Covenant|Protocol|Committee|Rapporteur|SDG|Statute")


def recommendations() -> list[str]:
    """UPR Info's texts, each once."""
    texts = set()
    for path in sorted((DATA / "upr-info").glob("recommendations-*.csv")):
        texts |= {row.text for row in upr_info.load(Source.of(path)) if isinstance(row, ListedRecommendation)}
    return sorted(texts)


def programmes() -> list[str]:
    """Title and description of every result and sub-output of UN INFO, each once."""
    return sorted(set(_programmes()))


def _programmes() -> Iterator[str]:
    for path in sorted((DATA / "un-info" / "countries").glob("*.json")):
        source = Source.of(path)
        for record in identify(source)[0].load(source):
            if isinstance(record, Project | Result):
                yield f"{record.title} {getattr(record, 'description', '')}".strip()


def count(name: str, texts: list[str]) -> list[tuple[str, tuple[Named, ...]]]:
    """Print how many texts name what; each text with what it names."""
    found = [(text, names(text)) for text in texts]
    kinds = Counter(one.kind.value for _, named in found for one in named)
    begun = time.perf_counter()
    for text in texts:
        instruments(text)
    speed = len(texts) / (time.perf_counter() - begun)
    naming = sum(bool(named) for _, named in found)
    print(f"{name}: {naming} of {len(texts)} texts name something: {dict(kinds.most_common())}; {speed:.0f} texts/s")
    return found


def show_found(read: list[tuple[str, tuple[Named, ...]]]) -> None:
    every = [(text, one) for text, named in read for one in named]
    for number, (text, one) in enumerate(random.Random(SEED).sample(every, SAMPLE), 1):
        marked = f"{text[: one.start]}[[{text[one.start : one.end]}]]{text[one.end :]}"
        print(f"{number}. {one.iri.rsplit('/id/', 1)[-1]}\n   {marked}")


def show_missed(read: list[tuple[str, tuple[Named, ...]]]) -> None:
    silent = [text for text, named in read if not named and WORTH_A_LOOK.search(text)]
    print(f"{len(silent)} texts name nothing and hold {WORTH_A_LOOK.pattern}")
    for number, text in enumerate(random.Random(SEED).sample(silent, min(SAMPLE, len(silent))), 1):
        print(f"{number}. {text}")


def main() -> None:
    read = count("UPR Info, sessions 1-13", recommendations()) + count("UN INFO", programmes())
    if "found" in sys.argv[1:]:
        show_found(read)
    if "missed" in sys.argv[1:]:
        show_missed(read)


if __name__ == "__main__":
    main()
