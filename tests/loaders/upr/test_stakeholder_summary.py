"""Stakeholder summaries: statements under OHCHR's headings with the recommendations it lists beside them."""

from pathlib import Path

import pytest

from graph.records import Document, DocumentKind, Passage, Relation, StatedLink
from graph.source import Source
from loaders.identify import identify
from loaders.upr import documents_json


@pytest.mark.parametrize(
    ("file", "symbol", "last", "headings", "grouped"),
    [
        ("slovenia/cycle1/g0917008.pdf", "A/HRC/WG.6/7/SVN/3", "49", 0, 0),
        ("slovenia/cycle2/g1409727.pdf", "A/HRC/WG.6/20/SVN/3", "70", 0, 0),
        ("slovenia/cycle3/g1924226.pdf", "A/HRC/WG.6/34/SVN/3", "79", 14, 115),
    ],
)
def test_real_summaries_are_read_to_their_last_paragraph(
    shared_data: Path, file: str, symbol: str, last: str, headings: int, grouped: int
) -> None:
    source = Source.of(shared_data / "un-documents" / file)
    (loader,) = identify(source)
    document, *records = loader.load(source)
    assert isinstance(document, Document)
    assert (document.symbol, document.kind) == (symbol, DocumentKind.STAKEHOLDER_SUMMARY)
    said = [one for one in records if isinstance(one, Passage) and one.symbol == symbol]
    assert said[-1].paragraph.split()[0] == last
    assert all(one.mechanism is None for one in said), "no mechanism of the UN speaks here"
    links = {
        (link.place, link.object)
        for link in records
        if isinstance(link, StatedLink) and link.relation is Relation.GROUPED_WITH and link.place != "a note"
    }
    assert (len({place for place, _ in links}), len(links)) == (headings, grouped)


def test_misprinted_ranges_are_told(shared_data: Path) -> None:
    source = Source.of(shared_data / "un-documents" / "slovenia" / "cycle3" / "g1924226.pdf")
    (loader,) = identify(source)
    list(loader.load(source))
    told = " ".join(finding.reason for finding in source.findings)
    assert "151.119–115.127" in told
    assert "115.135–113.137" in told


@pytest.mark.parametrize(("number", "symbol"), [(2, "A/HRC/WG.6/29/BRB/3"), (5, "A/HRC/WG.6/33/BRN/3")])
def test_summaries_in_json_are_read_as_well(shared_data: Path, number: int, symbol: str) -> None:
    source = Source.of(shared_data / "un-documents" / "upr-documents-json" / f"record_000{number}.json")
    records = list(documents_json.load(source))
    assert sum(isinstance(one, Passage) and one.symbol == symbol for one in records) > 40
    assert any(isinstance(one, StatedLink) and one.relation is Relation.GROUPED_WITH for one in records)
