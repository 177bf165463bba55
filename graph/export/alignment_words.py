"""The words of the alignment exports: how to read them, by which method they are made, and where that ends."""

from datetime import UTC, datetime
from typing import Any, Final

from graph.export.facts import Facts, names
from graph.store.builds import Build

TITLE: Final = "Alignment of UN programmes with human rights recommendations"

READING: Final = (
    ("Ask", "A recommendation or an observation that a mechanism addressed to the State."),
    ("Programme", "A project of an agency, or a result of a UN framework (priority, outcome, output)."),
    (
        "C, S, P",
        "How the surest link is known: C confirmed by a person, S stated by a document, P proposed by a computation. "
        "3 P in a cell: three links, all proposed.",
    ),
    ("Blank", "No link is known. It does not say that nothing is done."),
    ("Noted", "Noted recommendations are shown as all others are; none is left out."),
)

METHOD: Final = (
    (
        "Stated links",
        "Read from documents: an endnote, a State's report, a list of the country team, a project that cites the "
        "recommendation. Score 1.",
    ),
    (
        "Proposed links",
        "Computed where two texts share matters, words and what people code alike; the score is how probable it is "
        "that the link is right, as pairs were labelled (0.9: nine in ten). A proposal is no fact: each carries its "
        "reasons and waits for a person.",
    ),
    (
        "Confirmed links",
        "A person's decision, with name, day and reason; it wins over both. Rejected links are kept as evidence and "
        "counted nowhere.",
    ),
    (
        "Counting",
        "A link joins one programme and one ask and counts once, however many sources say it. An ask is served where "
        "at least one link stands. An ask with several themes, goals or groups of persons counts under each of them, "
        "so the lines of such a section do not add up to the whole.",
    ),
    ("Positions", "The latest that an official document states; UPR Info only where official documents leave it open."),
    ("Themes, goals, persons", "As the sources give them; where they give none, told from the words, and less sure."),
    (
        "Groups",
        "Asks of at least two mechanisms that mutually reinforce each other. Asks in no group are arranged by theme.",
    ),
    (
        "Results",
        "A cell counts the links of the result itself and of the projects right under it; projects that the source "
        "puts under no result have a row of their own. A result serves an ask where it, or anything under it, does.",
    ),
    (
        "Money",
        "As the source tells it, one sum for each currency and kind (required, available, spent …) over all periods "
        "of a programme; sums of different kinds or currencies are never added. A joint programme counts in full for "
        "each agency.",
    ),
)

LIMITS: Final = (
    ("What is not read", "Only what the sources hold can be counted: what is done and reported nowhere is missing."),
    ("Languages", "Links are computed within English texts; programmes in other languages have stated links only."),
)

SHEET_LIMITS: Final = (
    ("Cut texts", "A cell holds 32,767 characters and a sheet 1,048,576 rows; whatever is cut ends in […]."),
    ("Long cells", "Excel shows about 30 lines of a cell; the whole text is in the cell."),
)


def today() -> str:
    """The day of writing, in universal time."""
    return datetime.now(UTC).date().isoformat()


def states(facts: Facts) -> str:
    """The names of the States."""
    return names(facts.states.values())


def scope(facts: Facts, build: Build) -> list[tuple[str, str | int]]:
    """What an export is about: State, sources and dates, build, counts."""
    report: dict[str, Any] = build.report()
    read = sorted(str(file["read_on"]) for file in report["files"] if file["sha256"] in facts.files)
    return [
        ("State", states(facts)),
        ("Written on", today()),
        ("Sources read on", " to ".join(dict.fromkeys((read[0], read[-1]))) if read else "not told"),
        ("Source files", len(facts.files)),
        ("Build", build.name),
        ("Frameworks", "; ".join(one.title for one in facts.frameworks.values()) or "none in the build"),
        ("Asks", len(facts.asks)),
        ("Projects", sum(one.kind == "project" for one in facts.programmes.values())),
        ("Results of frameworks", sum(one.kind == "result" for one in facts.programmes.values())),
        ("Links of programmes to asks", facts.pairs),
        ("Asks with a programme", len(facts.serving)),
    ]


def filters(facts: Facts) -> list[tuple[str, str | int]]:
    """The filters, and what they leave out."""
    return [
        *facts.filters.told(),
        ("Asks left out", len(facts.every_ask) - len(facts.asks)),
        ("Programmes left out", len(facts.every_programme) - len(facts.programmes)),
        ("Links left out", facts.links_left_out),
    ]
