"""How completely and how fast programmes are read, and how far keywords tell the goals that people tell.

`python -m benchmarks.programming` reads below RIGHTSGRAPH_DATA (default `../shared/data` beside the repository): every
UN INFO workspace (rows, results, dollars against the file's own), the IATI file (activities, targets, budgets and
transactions, indicators, policy markers, each read or told as a finding, and its speed), the same activities repeated
under new identifiers up to 40,000 (is memory flat?), and the keywords of the SDGs against the goals that OHCHR gives in
its thematic lists and agencies in their tags.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from lxml import etree

from graph.link.lexicon import lexicon
from graph.records import Indicator, Passage, Project, Record, Result
from graph.source import Source
from graph.terms import SDG
from loaders.identify import identify

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
ACTIVITIES = DATA / "iati" / "activities" / "dportal-covid-2021.xml"
_REPEATS = 5
_SIZES = (10_000, 40_000)
_CHILD = """
import re, sys, time
from pathlib import Path
from graph.source import Source
from loaders.programming.iati import load
begun = time.perf_counter()
count = sum(1 for _ in load.load(Source.of(Path(sys.argv[1]))))
seconds = time.perf_counter() - begun
print(count, seconds, int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


def read(path: Path) -> tuple[Source, list[Record]]:
    source = Source.of(path)
    return source, list(identify(source)[0].load(source))


def workspaces() -> Iterator[tuple[str, int, int, int, int, bool]]:
    """File, sub-outputs read and told, those joined to an output, results, whether every dollar is there."""
    for path in sorted((DATA / "un-info" / "countries").glob("*.json")):
        _, records = read(path)
        projects = [one for one in records if isinstance(one, Project)]
        told = json.loads(path.read_text("utf-8"))["projects"]
        ours = sum(Decimal(money.amount) for one in projects for money in one.money)
        theirs = sum(Decimal(str(row[kind] or 0)) for row in told for kind in ("required", "available", "spent"))
        joined = sum(one.result is not None for one in projects)
        results = sum(isinstance(one, Result) for one in records)
        yield path.name, len(projects), len(told), joined, results, ours == theirs


def activities() -> None:
    """Counts of the IATI file, and activities a second (the best of a few runs)."""
    source, records = read(ACTIVITIES)
    tree = etree.fromstring(source.content())
    projects = [one for one in records if isinstance(one, Project)]
    money = [one for project in projects for one in project.money]
    lost = sum("; not read" in finding.reason for finding in source.findings)
    amounts = sum(1 for _ in tree.iter("budget", "transaction", "planned-disbursement"))
    targets = {
        (told.findtext("iati-identifier"), (one.get("code") or "").lower())
        for told in tree.findall("iati-activity")
        for one in told.findall("tag")
        if one.get("vocabulary") == "3"
    }
    kept = sum("." in code for project in projects for code in project.sdgs)
    print(f"IATI: {len(projects)} of {len(tree)} activities, {kept} of {len(targets)} targets")
    print(f"      {amounts} amounts = {len(money)} read + {lost} told as findings")
    indicators = [one for one in records if isinstance(one, Indicator)]
    values, told = sum(len(one.values) for one in indicators), sum(1 for _ in tree.iter("baseline", "target", "actual"))
    print(f"      {len(indicators)} of {sum(1 for _ in tree.iter('indicator'))} indicators, {values} of {told} values")
    markers = sum(len(one.policy_markers) for one in projects)
    print(f"      {markers} of {sum(1 for _ in tree.iter('policy-marker'))} policy markers")
    print(f"      {len(projects) / min(map(_timed, range(_REPEATS))):.0f} activities a second")


def _timed(_: int) -> float:
    begun = time.perf_counter()
    read(ACTIVITIES)
    return time.perf_counter() - begun


def streaming() -> None:
    """The real activities again and again, each time under other identifiers, read in a process of their own."""
    tree = etree.fromstring(ACTIVITIES.read_bytes())
    bodies = [
        etree.tostring(one).decode().replace("</iati-identifier>", "-%d</iati-identifier>", 1).replace("%", "%%")
        for one in tree.findall("iati-activity")
    ]
    bodies = [body.replace("-%%d</iati-identifier>", "-%d</iati-identifier>") for body in bodies]
    for size in _SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "large.xml"
            with path.open("w", encoding="utf-8") as stream:
                stream.write('<iati-activities version="2.03">')
                for number in range(size):
                    stream.write(bodies[number % len(bodies)] % number)
                stream.write("</iati-activities>")
            done = subprocess.run([sys.executable, "-c", _CHILD, path], capture_output=True, text=True, check=True)
            records, seconds, memory = done.stdout.split()
            print(
                f"IATI: {size:,} activities ({path.stat().st_size / 1e6:.0f} MB), {records} records: "
                f"{size / float(seconds):.0f} activities a second, {memory} MB at most"
            )


def goals(told: Iterable[tuple[str, set[str]]]) -> tuple[int, float, float]:
    """Texts, precision and recall of the goals that keywords find, against those that people gave."""
    right = found = wanted = texts = 0
    for text, answer in told:
        ours = {concept.removeprefix(SDG).split(".")[0] for concept in lexicon().find(text) if concept.startswith(SDG)}
        right, found, wanted, texts = right + len(ours & answer), found + len(ours), wanted + len(answer), texts + 1
    return texts, right / found if found else 0.0, right / wanted if wanted else 0.0


def listed() -> Iterator[tuple[str, set[str]]]:
    """OHCHR's thematic lists: wording and goals of each recommendation."""
    for path in sorted((DATA / "ohchr-thematic-lists").glob("*.docx")):
        together: dict[str, tuple[str, set[str]]] = {}
        for one in read(path)[1]:
            if isinstance(one, Passage) and one.text and one.sdgs:
                together.setdefault(one.paragraph, (one.text, set()))[1].update(code.split(".")[0] for code in one.sdgs)
        yield from together.values()


def tagged() -> Iterator[tuple[str, set[str]]]:
    """English activities with goals or targets of their own."""
    for one in read(ACTIVITIES)[1]:
        if isinstance(one, Project) and one.sdgs and one.language == "en":
            yield f"{one.title} {one.description}", {code.split(".")[0] for code in one.sdgs}


def main() -> None:
    print(f"{'UN INFO':10} {'read':>5} {'of':>5} {'joined':>7} {'results':>8}  every dollar")
    for name, projects, told, joined, results, whole in workspaces():
        print(f"{name:10} {projects:5} {told:5} {joined:7} {results:8}  {'yes' if whole else 'NO'}")
    activities()
    streaming()
    for name, texts in (("OHCHR's lists", listed()), ("agencies' tags", tagged())):
        count, precision, recall = goals(texts)
        print(f"goals by keyword against {name}: {count} texts, precision {precision:.3f}, recall {recall:.3f}")


if __name__ == "__main__":
    main()
