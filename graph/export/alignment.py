"""The alignment workbook: recommendations × programmes with blanks shown, gaps both ways, evidence and sources."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from graph.export.facts import Facts, citation, names
from graph.export.workbook import Cell, Workbook
from graph.link.score import percent
from graph.store.asking import Asker
from graph.store.builds import Build

_METHOD = (
    ("Stated links", "Read from documents: an endnote, a State's report, a list of the country team. Score 1."),
    (
        "Computed links",
        "Proposed where two texts share matters, words and what people code alike; the score is how probable it is "
        "that the link is right, as pairs were labelled (0.9: nine in ten). A proposal is no fact: each carries its "
        "reasons on the sheet Evidence and waits for a person.",
    ),
    ("Decided links", "A person's decision in decisions.csv, with name, day and reason; wins over both."),
    ("Positions", "The latest that an official document states; UPR Info only where official documents leave it open."),
    ("Blanks", "A blank in the matrix means that no link is known, not that nothing is done."),
    (
        "Limits",
        "Links are computed within English texts; programmes in other languages are linked by stated links only.",
    ),
)


def alignment(asker: Asker, build: Build, state: str | None, out: Path) -> None:
    """Write the workbook for one State or for all. Raises Unwritable if the State has no asks."""
    facts = Facts.read(asker, state)
    report = build.report()
    with Workbook(out) as book:
        _cover(book, build, state, facts)
        _summary(book, facts)
        _matrix(book, facts)
        _programmes(book, facts)
        _gaps(book, facts)
        _groups(book, facts)
        _evidence(book, facts)
        files = [
            (file["file"], file["title"], file["publisher"], "yes" if file["official"] else "no", file["read_on"],
             file["sha256"], file["licence"])
            for file in report["files"]
        ]  # fmt: skip
        headings = (("File", 40), ("Recognised as", 34), ("Publisher", 34), ("Official", 9), ("Read on", 11),
                    ("SHA-256", 66), ("Licence", 40))  # fmt: skip
        book.table("Sources", headings, files, "Every file behind this workbook")


def _cover(book: Workbook, build: Build, state: str | None, facts: Facts) -> None:
    states = names(ask["state"] for ask in facts.asks.values())
    lines: list[tuple[str, Cell]] = [
        ("States", state or states),
        ("Build", build.name),
        ("Asks", len(facts.asks)),
        ("Projects and results", len(facts.programmes)),
        ("Links shown", sum(link["status"] != "rejected" for link in facts.links)),
        ("", ""),
        *_METHOD,
    ]
    book.text("Cover", "Alignment of recommendations and programmes", lines)


_UPR = "UPR"
"""States take positions on what the UPR recommends, and on nothing else."""


def _served(facts: Facts) -> dict[str, list[dict[str, str]]]:
    """Ask → the links of programmes that contribute to it."""
    served: dict[str, list[dict[str, str]]] = defaultdict(list)
    for link in facts.standing("contributes to"):
        served[link["object"]].append(link)
    return served


def _summary(book: Workbook, facts: Facts) -> None:
    served = _served(facts)
    recommendations = [ask for ask in facts.asks.values() if ask["mechanism"] == _UPR]
    families = Counter(ask["family"] for ask in facts.asks.values())
    by_family = Counter(ask["family"] for iri, ask in facts.asks.items() if served.get(iri))
    positions = Counter(ask.get("position", "none stated") for ask in recommendations)
    by_position = Counter(ask.get("position", "none stated") for ask in recommendations if served.get(ask["ask"]))
    rows = [
        (f"{kind}: {name}", count, covered[name], f"{percent(covered[name], count)} %")
        for kind, counts, covered in (("Family", families, by_family), ("Position", positions, by_position))
        for name, count in sorted(counts.items())
    ]
    columns = (("What", 44), ("Asks", 10), ("With a programme", 18), ("Share", 10))
    book.table("Summary", columns, rows, "Asks and how many of them a project or result contributes to")
    if rows:
        book.bar_chart("Summary", "Summary", len(rows), "Asks", "F3")


def _matrix(book: Workbook, facts: Facts) -> None:
    """Rows: every recommendation, noted ones too. Columns: the programmes that serve any, by agency."""
    served = _served(facts)
    used = {link["subject"] for links in served.values() for link in links}
    columns = [programme for iri, programme in facts.programmes.items() if iri in used]
    headings: list[tuple[str, float]] = [
        ("State", 7),
        ("Recommendation", 20),
        ("Text", 60),
        ("Recommending States", 26),
        ("Position", 12),
    ]
    headings += [(_heading(programme), 5.0) for programme in columns]
    rows = (
        (
            ask["state"], citation(ask), ask.get("text", ""), ask.get("recommending", ""),
            ask.get("position", "none stated" if ask["mechanism"] == _UPR else ""),
            *_marks(served.get(ask["ask"], []), [programme["programme"] for programme in columns]),
        )
        for ask in facts.asks.values()
        if ask["kind"] == "recommendation"
    )  # fmt: skip
    left_out = len(facts.programmes) - len(columns)
    note = (
        "S = stated, C = confirmed by a person, a number = score of a proposed link. Blank = no link known. "
        f"{left_out} projects and results that serve no ask are on the sheet Gaps."
    )
    book.table("Matrix", headings, rows, note, upright=len(columns), freeze=2)


def _heading(programme: dict[str, str]) -> str:
    who = programme.get("agencies") or programme.get("level", "")
    return f"{who}: {programme.get('title', programme['programme'])}"[:110]


def _marks(links: list[dict[str, str]], columns: list[str]) -> Iterator[Cell]:
    best = {link["subject"]: link for link in reversed(links)}
    for programme in columns:
        link = best.get(programme)
        yield "" if link is None else _mark(link)


def _mark(link: dict[str, str]) -> str:
    if link["status"] == "confirmed":
        return "C"
    return "S" if float(link["score"]) == 1 and link["basis"] != "similarity" else f"{float(link['score']):.2f}"


def _programmes(book: Workbook, facts: Facts) -> None:
    rows = []
    for link in facts.standing("contributes to"):
        ask, programme = facts.asks.get(link["object"]), facts.programmes.get(link["subject"])
        if ask and programme:
            period = f"{programme.get('start', '')} – {programme.get('end', '')}".strip(" –")
            rows.append((
                ask["state"], citation(ask), ask.get("text", ""), ask.get("position", ""),
                programme.get("agencies", ""),
                programme.get("title", ""), period, programme.get("money", ""), link["basis"], float(link["score"]),
                link["status"],
            ))  # fmt: skip
    columns = (
        ("State", 7), ("Ask", 22), ("Text", 50), ("Position", 12), ("Agencies", 18), ("Project or result", 46),
        ("Period", 14), ("Money (kinds are never added up)", 30), ("Basis", 16), ("Score", 8), ("Status", 11),
    )  # fmt: skip
    book.table("Programmes", columns, rows, "Each ask with the projects and results that contribute to it")


def _gaps(book: Workbook, facts: Facts) -> None:
    columns = (("Gap", 46), ("State", 7), ("What", 26), ("Text", 70), ("Also asked by", 40))
    note = "What nothing serves, what is noted and asked again, and what serves no ask"
    book.table("Gaps", columns, list(_gap_rows(facts)), note)


def _gap_rows(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    served = _served(facts)
    again = _asked_again(facts)
    for iri, ask in facts.asks.items():
        row = (ask["state"], citation(ask), ask.get("text", ""), again.get(iri, ""))
        if ask.get("position") == "supported" and not served.get(iri):
            yield "Supported, and no programme is known", *row
        if ask.get("position") == "noted" and again.get(iri):
            yield "Noted, and asked by another mechanism too", *row
    serving = {link["subject"] for links in served.values() for link in links}
    for iri, programme in facts.programmes.items():
        if iri not in serving:
            what = programme.get("level") or f"project of {programme.get('agencies', 'an unnamed agency')}"
            yield "Serves no ask that is known", programme["state"], what, programme.get("title", ""), ""


def _asked_again(facts: Facts) -> dict[str, str]:
    """Ask → where other mechanisms ask the same."""
    found: dict[str, list[str]] = defaultdict(list)
    for link in facts.standing("reinforces"):
        for one, other in ((link["subject"], link["object"]), (link["object"], link["subject"])):
            if one in facts.asks and other in facts.asks and facts.asks[other]["family"] != "Universal Periodic Review":
                found[one].append(citation(facts.asks[other]))
    return {iri: names(citations) for iri, citations in found.items()}


def _groups(book: Workbook, facts: Facts) -> None:
    rows = []
    for row in facts.groups:
        ask = facts.asks.get(row["ask"])
        if ask:
            rows.append((
                row["state"], row["label"], int(row["families"]), float(row["strength"]), ask["mechanism"],
                citation(ask), ask.get("text", ""), ask.get("position", ""),
            ))  # fmt: skip
    columns = (
        ("State", 7), ("Group", 40), ("Families", 9), ("Strength", 9), ("Mechanism", 16), ("Ask", 24), ("Text", 70),
        ("Position", 12),
    )  # fmt: skip
    book.table("Groups", columns, rows, "Asks of different mechanisms that mutually reinforce each other", freeze=2)


def _evidence(book: Workbook, facts: Facts) -> None:
    rows = [
        (
            _name(facts, link["subject"]), link["relation"], _name(facts, link["object"]), link["basis"],
            float(link["score"]), link["status"], link.get("reasons", ""), link.get("quote", ""), link.get("file", ""),
        )
        for link in facts.links
    ]  # fmt: skip
    columns = (
        ("From", 36), ("Relation", 14), ("To", 36), ("Basis", 16), ("Score", 8), ("Status", 11), ("Reasons", 60),
        ("Quote", 50), ("Stated in", 30),
    )  # fmt: skip
    book.table("Evidence", columns, rows, "Every link with its reasons; rejected ones are kept")


def _name(facts: Facts, iri: str) -> str:
    if iri in facts.asks:
        return citation(facts.asks[iri])
    programme = facts.programmes.get(iri)
    return _heading(programme) if programme else iri
