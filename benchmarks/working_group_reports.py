"""How well Working Group reports are read, against UPR Info's coding of the same reviews.

`python -m benchmarks.working_group_reports` reads all reports of `un-documents/upr-working-group-reports` below
RIGHTSGRAPH_DATA (default `../shared/data` beside the repository) and prints recall, precision, positions, speed.
`--worst N` names the N worst files, `--misses FILE` shows what one report missed.
"""

import argparse
import csv
import os
import re
import statistics
import subprocess
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from graph import states
from graph.clean import Unclear
from graph.records import Passage, PassageKind, Position, PositionStated
from graph.source import Source
from loaders.documents import furniture, pdf
from loaders.upr.working_group import report

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
REPORTS = DATA / "un-documents" / "upr-working-group-reports"
GROUPS = {
    "1–5": range(1, 6),
    "6–9": range(6, 10),
    "10–13": range(10, 14),
    "6–13": range(6, 14),
    "all": range(1, 14),
}
BEGINNING = 40
"""So many letters of a row count as its beginning."""
ANSWERS = {"Accepted": Position.SUPPORTED, "Noted": Position.NOTED}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of UPR Info: a text and one recommending State (empty if it names none that is known)."""

    text: str
    state: str
    response: str


@dataclass(slots=True)
class Score:
    """Counts of one report: what stands in it, what was found, what was produced, what agrees."""

    file: str
    session: int
    standing: int = 0
    found: int = 0
    produced: int = 0
    confirmed: int = 0
    stated: int = 0
    agreeing: int = 0
    controls: int = 0
    mistaken: int = 0
    ours: float = 0.0
    theirs: float = 0.0
    missed: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)
    disagreeing: list[str] = field(default_factory=list)


@lru_cache(maxsize=200_000)
def letters(text: str) -> str:
    """Letters and digits only, in small letters and without accents."""
    plain = unicodedata.normalize("NFKD", text.replace("&#40;", "(").replace("&#41;", ")")).casefold()
    return "".join(mark for mark in plain if mark.isalnum())


@cache
def rows() -> dict[tuple[str, int], list[Row]]:
    """UPR Info's rows by State under review (as it spells it) and session."""
    found: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for part in ("1-5", "6-9", "10-13"):
        path = DATA / "upr-info" / f"recommendations-sessions-{part}.csv"
        lines = path.read_bytes().decode("mac_roman").replace("\r\n", "\r").replace("\n", " ").split("\r")
        for row in csv.DictReader(lines):
            session = re.search(r"\d+", row["Session"] or "")
            if session:
                one = Row(row["Text"].strip(), code(row["From"]), row["Response"].strip())
                found[row["To"].strip(), int(session[0])].append(one)
    return found


@cache
def code(name: str) -> str:
    """UPR Info's State name as a code; empty where it names none."""
    try:
        return states.state(name.replace("&#40;", "(").replace("&#41;", ")"))
    except Unclear:
        return ""


def words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", unicodedata.normalize("NFKD", text).casefold()))


def alike(row: str, ask: str) -> bool:
    """Whether a row, which UPR Info may have split or reworded, is (part of) an ask."""
    mine, theirs = letters(row), letters(ask)
    if mine in theirs or theirs in mine or mine[:BEGINNING] in theirs or theirs[:BEGINNING] in mine:
        return True
    shared = words(row) & words(ask)
    return len(shared) >= 0.75 * min(len(words(row)), len(words(ask)))


def measure(file: str, name: str, session: int) -> Score:
    """Read one report and compare it with UPR Info's rows of the same review."""
    score = Score(file, session)
    path = REPORTS / file
    begun = time.perf_counter()
    records = list(report.load(Source.of(path)))
    score.ours = time.perf_counter() - begun
    begun = time.perf_counter()
    subprocess.run(["pdftotext", "-layout", path, os.devnull], check=False, stderr=subprocess.DEVNULL)
    score.theirs = time.perf_counter() - begun
    asks = [one for one in records if isinstance(one, Passage) and one.kind is PassageKind.RECOMMENDATION]
    known = rows()[name, session]
    _recall(score, asks, known, _text(path))
    _precision(score, asks, known)
    stated = {one.about: one.position for one in records if isinstance(one, PositionStated)}
    _positions(score, asks, known, stated)
    return score


def _text(path: Path) -> str:
    body = furniture.body(pdf.read(Source.of(path)))
    return letters("".join(pdf.RAISED.sub("", line.text.replace("\ufffe", "")) for line in body.lines))


def _recall(score: Score, asks: list[Passage], known: list[Row], text: str) -> None:
    for row in known:
        wanted = letters(row.text)
        if wanted not in text:
            wanted = wanted[:BEGINNING]
        if not row.state or wanted not in text:
            continue
        score.standing += 1
        holding = [ask for ask in asks if wanted in letters(ask.text)]
        if any(row.state in ask.recommending_states for ask in holding):
            score.found += 1
        else:
            why = "other State: " + str([(ask.paragraph, ask.recommending_states) for ask in holding[:2]])
            score.missed.append(f"{row.state}: {row.text[:150]!r} {why if holding else 'no such text'}")


def _precision(score: Score, asks: list[Passage], known: list[Row]) -> None:
    by_state: dict[str, list[Row]] = defaultdict(list)
    for row in known:
        by_state[row.state].append(row)
    for ask in asks:
        for state in ask.recommending_states or ("",):
            score.produced += 1
            if any(alike(row.text, ask.text) for row in by_state[state]):
                score.confirmed += 1
            else:
                score.surplus.append(f"{ask.paragraph} {state}: {ask.text[:150]!r}")
        _control(score, ask, by_state)


def _control(score: Score, ask: Passage, by_state: dict[str, list[Row]]) -> None:
    """How often a State that did not ask this would be confirmed: what the measure of precision is worth."""
    others = sorted(set(by_state) - set(ask.recommending_states))
    if others:
        other = others[len(ask.text) % len(others)]
        score.controls += 1
        score.mistaken += any(alike(row.text, ask.text) for row in by_state[other])


def _positions(score: Score, asks: list[Passage], known: list[Row], stated: Mapping[Any, Position]) -> None:
    """Where the report itself says supported or noted: every row that an ask of the same State holds."""
    final = (Position.SUPPORTED, Position.NOTED)
    for row in known:
        wanted = letters(row.text)
        holding = [ask for ask in asks if wanted in letters(ask.text) and row.state in ask.recommending_states]
        positions = {stated.get(ask.key) for ask in holding}
        if len(positions) != 1 or not positions <= set(final):
            continue
        score.stated += 1
        if ANSWERS[row.response] in positions:
            score.agreeing += 1
        else:
            score.disagreeing.append(f"{holding[0].paragraph} {row.response}: {row.text[:120]!r}")


def share(part: int, whole: int) -> str:
    return f"{part / whole:7.4f}" if whole else "      –"


def table(scores: list[Score]) -> None:
    print("sessions  files   rows  recall   pairs  precision  stated  positions   time/pdftotext (median)")
    for name, sessions in GROUPS.items():
        group = [one for one in scores if one.session in sessions]
        if group:
            print(f"{name:8} {len(group):6} {_line(group)}")


def _line(group: Iterable[Score]) -> str:
    group = list(group)
    standing, produced, stated = (
        sum(getattr(one, part) for one in group) for part in ("standing", "produced", "stated")
    )
    found, confirmed, agreeing = (
        sum(getattr(one, part) for one in group) for part in ("found", "confirmed", "agreeing")
    )
    slow = statistics.median(one.ours / one.theirs for one in group)
    return (
        f"{standing:6} {share(found, standing)} {produced:7} {share(confirmed, produced)}    {stated:6} "
        f"{share(agreeing, stated)}   {slow:6.2f}"
    )


def control(scores: list[Score]) -> str:
    controls, mistaken = (sum(getattr(one, part) for one in scores) for part in ("controls", "mistaken"))
    return f"control: a State that did not ask is confirmed in {mistaken / controls:.4f} of {controls} trials"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worst", type=int, default=8, help="how many of the worst files to name")
    parser.add_argument("--misses", default="", help="show what this report missed (its file name without .pdf)")
    wanted = parser.parse_args()
    with (REPORTS / "INDEX.csv").open(encoding="utf-8", newline="") as stream:
        index = [row for row in csv.DictReader(stream) if wanted.misses in row["file"]]
    scores = [measure(row["file"], row["upr_info_state"], int(row["session"])) for row in index]
    table(scores)
    print(control(scores))
    if wanted.misses:
        for one in scores:
            print(
                one.file,
                "\nmissed:",
                *one.missed,
                "surplus:",
                *one.surplus,
                "positions:",
                *one.disagreeing,
                sep="\n  ",
            )
        return
    for what, lost in (("recall", "missed"), ("precision", "surplus"), ("positions", "disagreeing")):
        worst = sorted(scores, key=lambda one: -len(getattr(one, lost)))[: wanted.worst]
        print(
            f"worst {what}:",
            ", ".join(f"{one.file.removesuffix('.pdf')} {len(getattr(one, lost))}" for one in worst),
        )


if __name__ == "__main__":
    main()
