"""Facts of a State made by hand, for what no example holds: decisions, rejections, markers, hostile words."""

from decimal import Decimal

from graph.export.alignment_filters import Filters
from graph.export.facts import Ask, Facts, Framework, Group, Link, Programme, Tag

CHILDREN = Tag("affectedGroup", "Persons", "Children", "p:children")
ELDERS = Tag("affectedGroup", "Persons", "Older persons", "p:elders")
SCHOOL = Tag("theme", "Themes", "Education", "t:education")
COURTS = Tag("theme", "Themes", "Justice", "t:justice")
TARGET = Tag("sdg", "Goals", "Target 4.5", "http://metadata.un.org/sdg/4.5", "4.5")


def ask(iri: str, position: str = "supported", tags: tuple[Tag, ...] = (), mechanism: str = "UPR") -> Ask:
    return Ask(
        iri=iri,
        kind="recommendation",
        state="VNM",
        mechanism=mechanism,
        family="Universal Periodic Review" if mechanism == "UPR" else "Treaty bodies",
        symbol="A/HRC/1/1" if mechanism == "UPR" else f"{mechanism}/C/VNM/CO/1",
        paragraph=iri.rsplit(":", 1)[-1],
        text=f"Words of {iri}",
        position=position,
        tags=tags,
    )


def link(
    iri: str, subject: str, object_: str, basis: str = "similarity", status: str = "proposed", score: float = 0.8
) -> Link:
    return Link(iri, subject, "contributesTo", object_, basis, score, status)


ASKS = [
    ask("a:1", tags=(CHILDREN, SCHOOL, TARGET)),
    ask("a:2", tags=(SCHOOL,)),
    ask("a:3", "noted", (COURTS, ELDERS)),
    ask("a:10", "", (CHILDREN,)),
    ask("c:7", "", (COURTS,), "CERD"),
]
PROGRAMMES = [
    Programme("r:p", "result", "VNM", "People", "1", "priority", ("f",), ("f",)),
    Programme("r:o", "result", "VNM", "Schools", "1.1", "outcome", ("r:p",), ("f",)),
    Programme("r:idle", "result", "VNM", "Seas", "1.2", "outcome", ("r:p",), ("f",)),
    Programme(
        "p:1", "project", "VNM", "=HYPERLINK(\"http://x\")", "", "", ("r:o",), ("f",), ("UNICEF", "UNESCO"),
        "2020-01-01", "2024-12-31", 3, {("USD", "spent"): Decimal(5), ("USD", "required"): Decimal("1234567.50"),
        ("EUR", "spent"): Decimal(7)},
    ),
    Programme("p:2", "project", "VNM", "Courts", "", "", (), (), ("UNDP",), marker=2),
    Programme("p:3", "project", "VNM", "Roads", "", "", (), (), ("UNDP",), marker=0),
]  # fmt: skip
LINKS = [
    link("l:1", "p:1", "a:1"),
    link("l:2", "p:1", "a:1", "citedInText", "proposed", 1.0),
    link("l:3", "p:1", "a:2", "similarity", "confirmed", 0.6),
    link("l:4", "p:2", "a:3", "similarity", "rejected", 0.9),
    link("l:5", "p:3", "a:10", "similarity", "proposed", 0.55),
    Link("l:6", "c:7", "reinforces", "a:3", "similarity", 0.9, "proposed"),
]


def facts() -> Facts:
    """One framework, five asks, six programmes, six links."""
    asks, programmes = {one.iri: one for one in ASKS}, {one.iri: one for one in PROGRAMMES}
    return Facts(
        filters=Filters(),
        states={"VNM": "Viet Nam"},
        every_ask=asks,
        every_programme=programmes,
        asks=asks,
        programmes=programmes,
        frameworks={"f": Framework("f", "One Plan", "VNM/2022", "VNM")},
        links=tuple(LINKS),
        groups=(Group("g:1", "VNM", "Courts for all", 2, 0.9, ("a:3", "c:7")),),
        goals={"4": "Quality education"},
    )
