"""How well numbered UN papers are read: `python -m benchmarks.treaty_bodies [folder of real files]`.

No real concluding observations are in the folder. What can be measured: whether every numbered paragraph of real UN
papers is found, and whether a text is held to ask where UHRI's coders called it a recommendation.
"""

import html
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

from graph.source import Refused, Source
from loaders.documents import asking, un_paper

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))


def paragraphs(folder: Path) -> tuple[int, int]:
    """(papers whose paragraphs are numbered without a gap, papers read)."""
    whole = read = 0
    for path in sorted((folder / "un-documents").rglob("*.pdf")):
        try:
            numbers = [one.number for one in un_paper.read(Source.of(path)).told.paragraphs]
        except Refused:
            continue
        read += bool(numbers)
        whole += bool(numbers) and numbers == list(range(1, numbers[-1] + 1))
    return whole, read


def asks(folder: Path) -> Counter[tuple[str, bool]]:
    """(UHRI's type, held to ask) → records of treaty bodies, each once."""
    counted: Counter[tuple[str, bool]] = Counter()
    seen: set[str] = set()
    for path in sorted((folder / "uhri").glob("*record*.json")) + sorted((folder / "uhri").glob("reshaped*.json")):
        told = json.loads(path.read_bytes())
        for record in told if isinstance(told, list) else [told]:
            text = re.sub(r"<[^>]*>", " ", html.unescape(str(record["Text"])))
            if text not in seen:
                seen.add(text)
                counted[str(record["AnnotationType"]).removeprefix("- "), asking.asks(text, "en")] += 1
    return counted


def main(folder: Path) -> None:
    """Print both."""
    whole, read = paragraphs(folder)
    print(f"numbered paragraphs: {whole} of {read} real UN papers without a gap")
    for (kind, asked), count in sorted(asks(folder).items()):
        print(f"UHRI {kind!r}: {count} held to {'ask' if asked else 'ask nothing'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
