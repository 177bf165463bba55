"""How well positions and thematic lists are read, against tables that people made of the same documents.

`python -m benchmarks.positions` reads below RIGHTSGRAPH_DATA (default `../shared/data` beside the repository): OHCHR's
two thematic lists against their CSV, cell by cell; Slovenia's reports with their addenda against those CSVs and, for
the first cycle, against UPR Info's answers. `--differing` prints what differs.
"""

import argparse
import csv
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.records import ListedRecommendation, Passage, PassageKey, Position, PositionStated, Record
from graph.resolve import resolve
from graph.source import Loaded, Loader, Source
from loaders.upr import thematic_list, thematic_list_rows, upr_info
from loaders.upr.addendum import load as addendum
from loaders.upr.working_group import report

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
LISTS = (
    ("UPR20__Slovenia_ThematicListRecommendations_E.docx", "slovenia-cycle2-recommendations.csv"),
    ("UPR34_Slovenia_Thematic_list_of_Recommendations.docx", "slovenia-cycle3-recommendations.csv"),
)
REVIEWS = (
    ("cycle2", "g1423930.pdf", "g1504261.pdf", "slovenia-cycle2-recommendations.csv"),
    ("cycle3", "g1934994.pdf", "g2004192.pdf", "slovenia-cycle3-recommendations.csv"),
)
FIRST = ("cycle1", "g1012049.pdf", "g1012465.pdf")
_BETWEEN = re.compile(r"[;,]\s*(?![^(]*\))")
ANSWERS = {"Supported": Position.SUPPORTED, "Noted": Position.NOTED}


@dataclass(slots=True)
class Agreement:
    """How many were compared, and what differs."""

    compared: int = 0
    differing: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return 1 - len(self.differing) / self.compared if self.compared else 0.0

    def compare(self, what: str, ours: object, theirs: object) -> None:
        self.compared += 1
        if ours != theirs:
            self.differing.append(f"{what}: {ours!r} instead of {theirs!r}")


def table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV beside the thematic lists."""
    with (DATA / "ohchr-thematic-lists" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def cells(document: str, key: str) -> Agreement:
    """Every cell of a thematic list as its loader reads it, against the CSV that holds the same table."""
    source = Source.of(DATA / "ohchr-thematic-lists" / document)
    read = {entry.paragraph: entry for entry in thematic_list_rows.entries(source)}
    agreement = Agreement()
    for row in table(key):
        entry = read.get(row["paragraph"])
        ours = _row(entry) if entry else {}
        for name in ("section_theme", "text", "position", "themes", "sdgs", "affected_persons"):
            agreement.compare(f"{row['paragraph']} {name}", ours.get(name), _folded(row[name]))
        symbol, paragraph = _position_source(row["position_source"])
        agreement.compare(f"{row['paragraph']} position source", ours.get("position_source"), f"{symbol} {paragraph}")
    return agreement


def _row(entry: thematic_list_rows.Entry) -> dict[str, str]:
    return {
        "section_theme": _folded(entry.section_theme),
        "text": _folded(entry.text),
        "position": entry.position,
        "themes": _folded(" | ".join(entry.themes)),
        "sdgs": _folded(" | ".join(entry.goals)),
        "affected_persons": _folded(" | ".join(entry.persons)),
        "position_source": f"{entry.source_symbol} {entry.source_paragraph}",
    }


def _position_source(text: str) -> tuple[str, str]:
    """`A/HRC/43/15/Add.1 - Para.3` → symbol and paragraph."""
    symbol, _, paragraph = text.partition(" - ")
    return symbol.strip(), paragraph.removeprefix("Para").strip(" .")


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def positions(cycle: str, main: str, added: str) -> dict[str, Position]:
    """Paragraph → final position, from a report and its addendum alone."""
    folder = DATA / "un-documents" / "slovenia" / cycle
    found = resolve([_loaded(folder / main, report.LOADER), _loaded(folder / added, addendum.LOADER)])
    return {key.paragraph: value for key, value in found.positions.items() if isinstance(key, PassageKey)}


def _loaded(path: Path, loader: Loader) -> Loaded:
    source = Source.of(path)
    return Loaded(source.name, source.sha256, source.read_on, loader, tuple(loader.load(source)))


def against_list(cycle: str, main: str, added: str, key: str) -> Agreement:
    """Final positions by the documents against OHCHR's list."""
    ours = positions(cycle, main, added)
    agreement = Agreement()
    for row in table(key):
        agreement.compare(row["paragraph"], ours.get(row["paragraph"]), ANSWERS[row["position"]])
    return agreement


def against_upr_info() -> Agreement:
    """Slovenia's free answers of the first cycle against UPR Info's; a split answer agrees with either half."""
    folder = DATA / "un-documents" / "slovenia" / FIRST[0]
    listed = _loaded(DATA / "upr-info" / "recommendations-sessions-6-9.csv", upr_info.LOADER)
    rows = tuple(one for one in listed.records if isinstance(one, ListedRecommendation) and one.state == "SVN")
    kept = Loaded(listed.name, listed.sha256, listed.read_on, listed.loader, rows)
    main, added = _loaded(folder / FIRST[1], report.LOADER), _loaded(folder / FIRST[2], addendum.LOADER)
    found = resolve([main, added])
    agreement = Agreement()
    for stated in _answers(record for one in resolve([main, kept]).loaded for record in one.records):
        ours = found.positions.get(stated.about)
        split = ours is Position.PARTLY_SUPPORTED and stated.position in ANSWERS.values()
        agreement.compare(str(stated.about), stated.position if split else ours, stated.position)
    return agreement


def _answers(records: Iterable[Record]) -> Iterator[PositionStated]:
    """UPR Info's answers on recommendations that the report numbers."""
    for record in records:
        if isinstance(record, PositionStated) and not record.official and isinstance(record.about, PassageKey):
            yield record


def recommending(document: str, key: str) -> Agreement:
    """The recommending States of each row, by the number of them."""
    read = {
        one.paragraph: one
        for one in thematic_list.load(Source.of(DATA / "ohchr-thematic-lists" / document))
        if isinstance(one, Passage)
    }
    agreement = Agreement()
    for row in table(key):
        told = _BETWEEN.split(row["recommending_states"])
        ours = read[row["paragraph"]].recommending_states if row["paragraph"] in read else ()
        agreement.compare(row["paragraph"], len(ours), len(dict.fromkeys(told)))
    return agreement


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--differing", action="store_true", help="print what differs")
    shown = parser.parse_args().differing
    for what, agreement in _all():
        print(f"{what:58} {agreement.compared - len(agreement.differing):5} of {agreement.compared:5}", end="")
        print(f"  {agreement.share:.4f}")
        for line in agreement.differing if shown else ():
            print("   ", line[:300])


def _all() -> Iterator[tuple[str, Agreement]]:
    for document, key in LISTS:
        yield f"cells of {document[:40]}", cells(document, key)
        yield f"number of States in {document[:34]}", recommending(document, key)
    for review in REVIEWS:
        yield f"positions, Slovenia {review[0]}, against OHCHR's list", against_list(*review)
    yield "positions, Slovenia cycle1, against UPR Info", against_upr_info()


if __name__ == "__main__":
    main()
