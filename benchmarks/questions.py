"""How long each question takes for one State: `python -m benchmarks.questions STORE [STATE …]`."""

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from graph.questions import Question, library
from graph.store.asking import Refusal
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool

RUNS = 5


def timed(pool: Pool, entry: Question, state: str) -> tuple[int, list[float]]:
    """Rows, and milliseconds of each run in order of length. Raises Refusal."""
    text, rows, spent = entry.fill({"state": state}), 0, []
    for _ in range(RUNS):
        start = perf_counter()
        rows = len(pool.select(text).rows)
        spent.append((perf_counter() - start) * 1000)
    return rows, sorted(spent)


def main(store: Path, states: list[str]) -> None:
    """Print one line for each question and State: rows, median and longest run (p95 of five)."""
    with Pool(Builds(store).current().store, Limits()) as pool:
        for entry in library():
            for state in states:
                try:
                    rows, spent = timed(pool, entry, state)
                except Refusal as refusal:
                    print(f"{entry.name:45} {state} {refusal}")
                    continue
                print(f"{entry.name:45} {state} {rows:6} rows {median(spent):8.0f} ms {spent[-1]:8.0f} ms")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or ["VNM", "ARG", "MOZ", "SVN", "BRB"])
