"""How many rows of UPR Info find the recommendation that the Working Group report numbers.

`python -m benchmarks.resolving` reads all reports of `un-documents/upr-working-group-reports` and UPR Info's rows below
RIGHTSGRAPH_DATA (default `../shared/data` beside the repository), resolves them together, and prints the share of rows
of the same reviews that were found, by session, and how often the recommending State differs.
"""

import argparse
import os
import random
from collections import Counter
from pathlib import Path

from graph.records import Coding, ListedRecommendation, Passage, Review
from graph.resolve import resolve
from graph.source import Loaded, Source
from loaders.identify import identify

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))


def loaded(path: Path) -> Loaded:
    source = Source.of(path)
    loader = identify(source)[0]
    return Loaded(path.name, source.sha256, source.read_on, loader, tuple(loader.load(source)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--look", type=int, default=0, help="print so many merged pairs, chosen by chance")
    options = parser.parse_args()
    reports = [loaded(path) for path in sorted((DATA / "un-documents/upr-working-group-reports").glob("*.pdf"))]
    lists = [loaded(path) for path in sorted((DATA / "upr-info").glob("recommendations-*.csv"))]
    reviews = {(one.state, one.session) for report in reports for one in report.records if isinstance(one, Review)}
    rows: Counter[int] = Counter()
    for one in lists:
        for row in one.records:
            if isinstance(row, ListedRecommendation) and (row.state, row.session) in reviews:
                rows[row.session] += 1
    found = resolve([*reports, *lists])
    texts = {one.key: one for report in found.loaded for one in report.records if isinstance(one, Passage)}
    codings = [one for part in found.loaded if part.loader.name == "upr.upr_info" for one in part.records]
    left: Counter[int] = Counter()
    for row in codings:
        if isinstance(row, ListedRecommendation) and (row.state, row.session) in reviews:
            left[row.session] += 1
    total, missed = sum(rows.values()), sum(left.values())
    for session in sorted(rows):
        print(f"session {session:2}: {rows[session]:5} rows, found {1 - left[session] / rows[session]:.4f}")
    print(f"all: {total} rows, found {1 - missed / total:.4f}")
    differ = sum("is not named for" in finding.reason for finding in found.findings)
    print(f"of those {differ} ({differ / total:.4f}) name a State that the report does not")
    chance = random.Random(7)
    merged = [one for one in codings if isinstance(one, Coding)]
    for coding in chance.sample(merged, min(options.look, len(merged))):
        print(f"- {coding.about.symbol} {coding.about.paragraph}\n    {coding.text}\n    {texts[coding.about].text}")


if __name__ == "__main__":
    main()
