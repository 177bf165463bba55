"""Reports and decisions of the Human Rights Council: when a review's outcome was adopted, and in what figures."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from graph.calendar import cycle_on
from graph.records import Document, DocumentKind, Passage, Record, Review, StatedLink, StatedTotal
from graph.source import Source
from loaders.identify import identify

Placed = tuple[float, float, float, str]
Make = Callable[[Iterable[Iterable[Placed]]], Source]

TITLE = (
    "United Nations A/HRC/99/2", "Distr.: General", "4 May 2025", "Human Rights Council",
    "Report of the Human Rights Council on its", "fifty-eighth session",
)  # fmt: skip
CHAPTER = (
    "VI. Universal periodic review",
    "A. Consideration of universal periodic review outcomes",
    "1. The following section sums up the views.",
    "Peru",
    "2. The review of Peru was held on 5 November 2024 in conformity with the rules, and rests on:",
    "(a) The national report (A/HRC/WG.6/47/PER/1).",
    "3. At its 30th meeting, on 12 March 2025, the Human Rights Council considered and adopted the outcome.",
    "4. The outcome comprises the report of the Working Group on the Universal Periodic Review (A/HRC/58/4).",
    "1. Views expressed by the State under review on the recommendations",
    "5. Peru thanked all for their advice on wells.",
    "2. Views expressed by member and observer States of the Human Rights Council",
    "6. Chile praised the wells of Peru.",
    "4. Concluding remarks of the State under review",
    "7. The Vice-President of the Human Rights Council stated that, based on the information",
    "{figures}",
    "B. General debate on agenda item 6",
    "8. At the 32nd meeting there was a debate.",
)  # fmt: skip
DECISION = (
    "United Nations A/HRC/DEC/58/104", "Distr.: General", "4 May 2025", "Human Rights Council",
    "Decision adopted by the Human Rights Council", "58/104. Outcome of the universal periodic review: Peru",
    "The Human Rights Council,",
    "Having conducted the review of Peru on 5 November 2024 in conformity with the rules,",
    "Adopts the outcome of the review, comprising the report (A/HRC/58/4) and the replies (A/HRC/58/4/Add.1).",
    "32nd meeting", "12 March 2025",
)  # fmt: skip


def page(lines: Iterable[str]) -> list[Placed]:
    return [(57, 790 - 15 * row, 10, text) for row, text in enumerate(lines)]


def read(make_pdf: Make, *pages: Iterable[str]) -> tuple[Source, list[Record]]:
    source = make_pdf([page(lines) for lines in pages])
    (loader,) = identify(source)
    return source, list(loader.load(source))


@pytest.mark.parametrize(
    ("figures", "counts"),
    [
        ("provided, out of 12 recommendations received, 9 had enjoyed the support of Peru and 3 had been noted.",
         (12, 9, 3, None)),
        ("provided, out of 12 recommendations received, Peru had supported 11 recommendations and noted one.",
         (12, 11, 1, None)),
        ("provided, out of 12 recommendations received, 9 had enjoyed the support of Peru and 2 had been noted. "
         "Additional clarification had been provided on another recommendation.", (12, 9, 2, 1)),
        ("provided, of the 12 recommendations received, Peru had supported 7 recommendations and noted 3. It had given "
         "additional information on the remaining 2 recommendations.", (12, 7, 3, 2)),
    ],
)  # fmt: skip
def test_the_president_s_figures_are_the_totals_of_the_report(
    make_pdf: Make, figures: str, counts: tuple[int | None, ...]
) -> None:
    source, records = read(make_pdf, TITLE, [line.format(figures=figures) for line in CHAPTER])
    (total,) = (one for one in records if isinstance(one, StatedTotal))
    assert (total.report, total.place) == ("A/HRC/58/4", "paragraph 7")
    assert (total.total, total.supported, total.noted, total.partly_supported) == counts
    assert [finding.place for finding in source.findings] == ["file"]


def test_a_review_gets_its_day_of_adoption_and_the_words_of_its_own_state(make_pdf: Make) -> None:
    _, records = read(make_pdf, TITLE, [line.format(figures="wells are good.") for line in CHAPTER])
    document, review, *passages = records
    assert isinstance(document, Document)
    assert (document.kind, document.symbol) == (DocumentKind.COUNCIL_REPORT, "A/HRC/99/2")
    assert isinstance(review, Review)
    assert (review.state, review.cycle, review.session, review.council_session) == ("PER", 4, 47, 58)
    assert (review.day, review.adopted) == (date(2024, 11, 5), date(2025, 3, 12))
    assert [one.paragraph for one in passages if isinstance(one, Passage)] == ["5", "7"]


def test_figures_that_do_not_add_up_and_figures_that_are_missing_are_told(make_pdf: Make) -> None:
    wrong = "provided, out of 12 recommendations received, Peru had supported 5 recommendations and noted 3."
    source, _ = read(make_pdf, TITLE, [line.format(figures=wrong) for line in CHAPTER])
    assert any("12 recommendations to PER" in finding.reason for finding in source.findings)
    source, _ = read(make_pdf, TITLE, [line.format(figures="all is well.") for line in CHAPTER])
    assert any("no figures of the President" in finding.reason for finding in source.findings)


def test_a_decision_adopts_the_outcome_of_one_review(make_pdf: Make) -> None:
    source, (document, review, *links) = read(make_pdf, DECISION)
    assert isinstance(document, Document)
    assert (document.kind, document.state, document.cycle) == (DocumentKind.COUNCIL_DECISION, "PER", 4)
    assert isinstance(review, Review)
    assert (review.decision, review.council_session, review.adopted) == ("A/HRC/DEC/58/104", 58, date(2025, 3, 12))
    assert {link.quote for link in links if isinstance(link, StatedLink)} == {"A/HRC/58/4", "A/HRC/58/4/Add.1"}
    assert not source.findings


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2008, 4, 6), None),
        (date(2008, 4, 7), 1),
        (date(2011, 10, 14), 1),
        (date(2012, 5, 21), 2),
        (date(2016, 11, 18), 2),
        (date(2017, 5, 1), 3),
        (date(2022, 2, 4), 3),
        (date(2022, 11, 7), 4),
        (date(2030, 1, 1), None),
    ],
)
def test_the_day_of_a_review_tells_its_cycle(day: date, number: int | None) -> None:
    assert cycle_on(day) == number


@pytest.mark.parametrize(
    ("file", "reviews", "totals"), [("cycle2/g1913313.pdf", 14, 13), ("cycle3/g2110341.pdf", 14, 14)]
)
def test_real_reports_tell_the_figures_of_every_state(shared_data: Path, file: str, reviews: int, totals: int) -> None:
    """Of 2015 one State's figures are missing: it had noted everything for the time being."""
    source = Source.of(shared_data / "un-documents" / "slovenia" / file)
    (loader,) = identify(source)
    assert loader.name == "upr.council_report"
    records = list(loader.load(source))
    assert sum(isinstance(one, Review) for one in records) == reviews
    told = {one.report: one for one in records if isinstance(one, StatedTotal)}
    assert len(told) == totals
    for one in told.values():
        assert one.total == (one.supported or 0) + (one.noted or 0) + (one.partly_supported or 0)
    slovenia = told["A/HRC/28/15" if "cycle2" in file else "A/HRC/43/15"]
    assert (slovenia.total, slovenia.supported, slovenia.noted) in ((163, 142, 21), (215, 182, 33))


@pytest.mark.parametrize(
    ("file", "symbol", "adopted"),
    [
        ("cycle1/g1014611.pdf", "A/HRC/DEC/14/105", date(2010, 6, 9)),
        ("cycle2/g1510722.pdf", "A/HRC/DEC/28/111", date(2015, 3, 19)),
        ("cycle3/g2007307.pdf", "A/HRC/DEC/43/112", date(2020, 3, 12)),
    ],
)
def test_real_decisions_tell_the_day(shared_data: Path, file: str, symbol: str, adopted: date) -> None:
    source = Source.of(shared_data / "un-documents" / "slovenia" / file)
    (loader,) = identify(source)
    (review,) = (one for one in loader.load(source) if isinstance(one, Review))
    assert (review.state, review.decision, review.adopted) == ("SVN", symbol, adopted)
