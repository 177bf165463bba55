"""The full-text index of a build, and of many times as many passages made of its words: size, time, speed of searches.

`python -m benchmarks.searching BUILDS [--passages 300000]`
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from graph.store.builds import Build, Builds
from graph.text import index, search
from graph.text.parse import COMMON
from graph.text.read import things
from graph.text.thing import Profile, Said, Thing

QUERIES = 200


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("builds", type=Path)
    parser.add_argument("--passages", type=int, default=300_000)
    told = parser.parse_args()
    build = Builds(told.builds).current()
    quads = sum(1 for path in build.quads() for _ in path.open("rb"))
    found = list(things(build.quads()))
    texts = [text for one in found if (text := one.first("text"))]
    chance = random.Random(3)
    with tempfile.TemporaryDirectory() as folder:
        real = Build(Path(folder))
        start = time.process_time()
        count = index.write(real.path / index.NAME, build.quads())
        seconds, size = time.process_time() - start, (real.path / index.NAME).stat().st_size
        print(f"{quads:,} quads, {count:,} things: {seconds:.1f} s of processor, {size / quads:.1f} bytes a quad")
        _searches(real, texts, chance)
    with tempfile.TemporaryDirectory() as folder, patch("graph.text.index.things", lambda _: iter(made)):
        many = Build(Path(folder))
        made = sorted(_made(found, texts, told.passages, chance), key=lambda one: (one.profile.order, one.iri))
        start = time.process_time()
        count = index.write(many.path / index.NAME, ())
        size = (many.path / index.NAME).stat().st_size
        print(f"{count:,} made passages: {time.process_time() - start:.1f} s of processor, {size / 1e6:.0f} MB")
        _searches(many, texts, chance)


def _searches(build: Build, texts: Sequence[str], chance: random.Random) -> None:
    took = []
    for words in [_words(texts, chance) for _ in range(QUERIES)]:
        start = time.process_time()
        search(build, words)
        took.append((time.process_time() - start) * 1000)
    took.sort()
    print(f"{QUERIES} searches: median {statistics.median(took):.0f} ms, p95 {took[QUERIES * 95 // 100]:.0f} ms")


def _words(texts: Sequence[str], chance: random.Random) -> str:
    """What a person may type: one to three words of one text, a beginning, a phrase."""
    words = [word.strip('.,;()"') for word in chance.choice(texts).split()]
    telling = [word for word in words if len(word) > 3 and word.lower() not in COMMON] or ["rights"]
    way = chance.random()
    if way < 0.9:
        return " ".join(chance.sample(telling, min(len(telling), 1 if way < 0.35 else 2 if way < 0.75 else 3)))
    return f"{telling[0][:5]}*" if way < 0.95 else f'"{" ".join(telling[:2])}"'


def _made(found: Sequence[Thing], texts: Sequence[str], count: int, chance: random.Random) -> Iterator[Thing]:
    """Passages of a text each, a third of its words replaced by words of others, over all States."""
    states = sorted({state for one in found for state in one.profile.states})
    words = [word for text in texts for word in text.split()]
    for number in range(count):
        said = chance.choice(texts).split()
        for _ in range(len(said) // 3):
            said[chance.randrange(len(said))] = chance.choice(words)
        family = chance.choice(("upr", "treatyBodies", "specialProcedures"))
        position = chance.choice(("supported", "noted")) if family == "upr" else ""
        profile = Profile(
            "Recommendation" if family == "upr" else "Observation", (chance.choice(states),), (family,), position
        )
        symbol, year = f"A/X/{number // 100}", 2006 + number % 20
        text = (
            Said("text", "en", " ".join(said)),
            Said("symbol", "", symbol),
            Said("paragraph", "", str(number % 100)),
        )
        yield Thing(f"urn:x:{number}", profile, f"{symbol}, para. {number % 100}", "", (year, year), text)


if __name__ == "__main__":
    main()
