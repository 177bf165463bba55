"""UHRI's exports at size: every record kept or told, in flat memory, with the dirt of the real export.

`python -m benchmarks.uhri [RECORDS]` writes a synthetic export of so many records (default 100,000) as JSON and as XLSX
to a temporary folder: labels from the code lists below RIGHTSGRAPH_DATA (default `../shared/data` beside the
repository), sentences of our own, dirt in the shares that were counted in the real one. Each is loaded record by
record in a process of its own; told are seconds, records a second, peak memory and the account of all records.
"""

import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from graph.records import Passage
from graph.source import Source
from loaders.identify import identify

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
_WORDS: Final = (  # noqa: SIM905 - readable as it is
    "the State party should strengthen its measures to protect children women migrants persons with disabilities from "
    "violence and discrimination in law and in practice and ensure access to justice health education water housing "
    "and work for all without delay allocate resources collect data train judges and police and inform the public"
).split()
COLUMNS: Final = (
    "Text", "Countries Concerned", "Reccomending Body", "Document Symbol", "Themes", "Affected Persons", "Sdgs",
    "Document Publication Date", "UPR Reccomending States", "UPR Position", "Type", "OHCHR Annotation Id",
    "UPR Session", "Regions Concerned", "Recommending Regions", "Date of publication on UHRI",
)  # fmt: skip


def labels(name: str) -> list[str]:
    with (DATA / "uhri" / "code-lists" / name).open(encoding="utf-8-sig", newline="") as stream:
        return [row[0] for row in list(csv.reader(stream))[1:] if row and row[0].strip(" -")]


def records(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """So many records with the real export's keys: half of the UPR, documents of about 40 records each."""
    dice = random.Random(seed)
    countries, themes, persons, sdgs = map(
        labels, ("countries.csv", "themes.csv", "affected-persons-seen.csv", "sdgs-seen.csv")
    )
    bodies = ["- CRC", "- CEDAW", "- CESCR", "- CCPR", "- CAT", "- CERD", "- CRPD", "- SR Housing", "- SR Torture"]
    made: list[dict[str, Any]] = []
    for number in range(count):
        upr = number % 2 == 0
        document, paragraph = divmod(number // 2, 40)
        country = dice.choice(countries)
        text = " ".join(dice.choices(_WORDS, k=dice.randint(20, 90))).capitalize() + "."
        record: dict[str, Any] = {
            "AnnotationId": str(uuid.UUID(int=dice.getrandbits(128))),
            "DocumentId": str(uuid.UUID(int=document)),
            "Symbol": f"A/HRC/{document % 60}/{document}" if upr else f"CRC/C/{document % 50}/CO/{document}",
            "Body": "- UPR" if upr else bodies[document % len(bodies)],
            "AnnotationType": dice.choices(
                ["- Recommendations", "- Concerns/Observations", "- Others", "-"], [76, 22, 1, 1]
            )[0],
            "Countries": [country],
            "Regions": ["Eastern Europe "],
            "Themes": [*dice.sample(themes, dice.randint(1, 5)), *(["Reservations"] if dice.random() < 0.3 else [])],
            "AffectedPersons": dice.sample(persons, dice.randint(0, 3)),
            "Sdgs": dice.sample(sdgs, dice.randint(0, 4)),
            "Text": f"{100 + document % 60}.{paragraph + 1} {text}" if upr else f"{paragraph + 1}.{text}",
            "PublicationDate": f"{2006 + document % 20}-02-12T00:00:00",
            "PublicationDateOnUhri": "2025-03-03T10:53:45.827",
            "UprCycle": str(1 + document % 4) if upr else None,
            "UprPositions": [dice.choice(["- Supported", "- Noted", "Supported/Noted"])] if upr else [],
            "UprRecommendingCountry": [dice.choice(countries)] if upr else [],
            "UprRecommendingRegions": ["Africa"] if upr else [],
            "UprSession": [f"- {1 + document % 50}th Session - Cycle {1 + document % 4}"] if upr else [],
        }
        _soil(record, dice, made)
        made = [*made[-20:], record]
        yield record


def _soil(record: dict[str, Any], dice: random.Random, before: list[dict[str, Any]]) -> None:
    """Dirt in the shares counted in the export of 2025."""
    if dice.random() < 0.21:
        record["Text"] = "<p>" + record["Text"].replace(" and ", " &amp; ").replace(".", ".&nbsp;", 1) + "</p>"
    if dice.random() < 0.003:
        record["Countries"] = [dice.choice(["PK", "MY", "ID", "IQ", "AU"])]
    if dice.random() < 0.0004:
        record["Countries"] = []
    if dice.random() < 0.001:
        record["Countries"] = [*record["Countries"], "Peru"]
    if dice.random() < 0.0005:
        record["Symbol"] = None
    if dice.random() < 0.0001:
        record["Text"] = " "
    if before and dice.random() < 0.0001:
        record["AnnotationId"] = before[-1]["AnnotationId"]


def write_json(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.write("[")
        for number, record in enumerate(records(count)):
            stream.write(("," if number else "") + json.dumps(record, ensure_ascii=False))
        stream.write("]")


def write_xlsx(path: Path, count: int) -> None:
    """One value a line, each with a mark; dates as Excel counts them."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Export")
    sheet.write_row(0, 0, COLUMNS)
    for number, record in enumerate(records(count), start=1):
        listed = {
            key: "\n".join(f"- {one}" for one in value) for key, value in record.items() if isinstance(value, list)
        }
        sheet.write_row(
            number,
            0,
            [
                record["Text"], listed["Countries"], record["Body"], record["Symbol"] or "", listed["Themes"],
                listed["AffectedPersons"], listed["Sdgs"], 45_700.0, listed["UprRecommendingCountry"],
                listed["UprPositions"], record["AnnotationType"], record["AnnotationId"], listed["UprSession"],
                listed["Regions"], listed["UprRecommendingRegions"], 46_125.49,
            ],
        )  # fmt: skip
    book.close()


def load(path: Path) -> None:
    """Load one file and let go of every record; print what came of it."""
    source = Source.of(path)
    (loader,) = identify(source)
    begun = time.perf_counter()
    kept: Counter[str] = Counter()
    passages = 0
    for record in loader.load(source):
        kept[type(record).__name__] += 1
        passages += isinstance(record, Passage)
    seconds = time.perf_counter() - begun
    lost = sum(finding.reason.startswith("annotation ") for finding in source.findings)
    rules = {finding.place: finding.reason for finding in source.findings if finding.place.startswith("rule")}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = f"{passages + lost} records = {passages} passages + {lost} told"
    print(f"{path.suffix}: {seconds:.1f} s, {(passages + lost) / seconds:.0f} records/s, peak {peak:.0f} MiB, {told}")
    for rule, count in rules.items():
        print(f"    {rule}: {count}")


def main() -> None:
    if len(sys.argv) > 1 and not sys.argv[1].isdigit():
        load(Path(sys.argv[1]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("export.json", write_json), ("export.xlsx", write_xlsx)):
            path = Path(folder) / name
            write(path, count)
            print(f"{name}: {count} records, {path.stat().st_size / 1e6:.0f} MB")
            subprocess.run([sys.executable, "-m", "benchmarks.uhri", str(path)], check=True)


if __name__ == "__main__":
    main()
