"""Tables for people: what was read, what was found, what a build holds."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from graph.questions import library, question
from graph.source import Finding, Loaded, Loader, Severity
from graph.store.asking import Asker


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> str:
    """Rows as a table that fits the terminal; full width where the output is a file."""
    from rich.console import Console
    from rich.table import Table

    out = StringIO()
    made = Table(title=title or None, title_justify="left", expand=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*(_plain(cell) for cell in row))
    Console(file=out, width=_width(), soft_wrap=False).print(made)
    return out.getvalue()


def _width() -> int:
    from shutil import get_terminal_size

    return max(80, get_terminal_size((160, 40)).columns)


def _plain(text: str) -> str:
    """Square brackets in data are not markup."""
    return text.replace("[", "\\[")


def summary(report: dict[str, Any]) -> str:
    """The build report in one screen: files by kind, counts, findings by severity."""
    kinds = Counter(file["title"] for file in report["files"])
    counts = report["counts"]
    findings = Counter(finding["severity"] for finding in report["findings"])
    return "".join(
        (
            table(("source", "files"), [(kind, str(count)) for kind, count in sorted(kinds.items())]),
            table(("in the graph", "count"), [(name, f"{count:,}") for name, count in sorted(counts.items())]),
            _findings_line(findings),
        )
    )


def _findings_line(findings: Counter[str]) -> str:
    told = ", ".join(f"{findings[one.value]} {one.value}" for one in Severity if findings[one.value])
    return f"Findings: {told or 'none'}. See report.json of the build, or `rightsgraph sources FOLDER`.\n"


def read_table(loaded: Iterable[Loaded]) -> str:
    """Each file, what it was recognised as, and how many records of which kind it gave."""
    rows = []
    for one in loaded:
        kinds = Counter(type(record).__name__ for record in one.records)
        told = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
        rows.append((one.name, one.loader.title, told))
    return table(("file", "recognised as", "records"), rows)


def findings_table(findings: Iterable[Finding]) -> str:
    """The gravest first; what is found in several places of a file stands once, with its places."""
    places: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for one in findings:
        places[list(Severity).index(one.severity), one.file, one.reason].append(one.place)
    rows = [
        (list(Severity)[severity].value, file, _places(found), reason)
        for (severity, file, reason), found in sorted(places.items())
    ]
    return table(("severity", "file", "place", "finding"), rows)


def _places(found: list[str]) -> str:
    few = ", ".join(found[:_FEW])
    return few if len(found) <= _FEW else f"{few} … ({len(found)} places)"


_FEW = 3


def kinds_table(loaders: Iterable[Loader]) -> str:
    """What can be read, what becomes of it and what is left out by name."""
    rows = [
        (one.name, f"{one.title}\n{one.publisher}", one.gives, one.leaves, "yes" if one.official else "no")
        for one in loaders
    ]
    return table(("loader", "reads", "gives", "leaves out", "official"), rows)


def questions_table() -> str:
    rows = [(one.name, one.title, ", ".join(parameter.name for parameter in one.parameters)) for one in library()]
    return table(("name", "question", "parameters"), rows)


def groups_table(asker: Asker) -> str:
    """The groups of mutually reinforcing asks, as the named question answers."""
    rows = asker.select(question("reinforcing_groups").text)
    cells = [[row[0], row[2], row[3], row[4], row[5], row[6]] for row in rows.rows]
    return table(
        ("State", "about", "families", "asks", "strength", "members"),
        [["" if cell is None else cell.value for cell in row] for row in cells],
        title="Mutually reinforcing asks",
    )
