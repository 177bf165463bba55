"""Submissions: who sent what in, and which sentence rests on it."""

from pathlib import Path

import pytest

from graph.records import Organisation, PassageKey, StatedLink, Submission, SubmissionKey
from graph.source import Source
from loaders.identify import identify
from loaders.upr.compilation.submissions import Submissions

LISTING = (
    "The stakeholders listed below have contributed information for this summary. Civil society Individual "
    "submissions: AB Any Body, Lima, Peru; WWS Water Wells Society, Oslo, Norway. Joint submissions: JS1 Joint "
    "submission 1 submitted by: The Well Diggers (Peru), the Pump Makers (Chile), and the Pipe Layers (Spain); "
    "OTHER/JS2 Joint submission 2 submitted by: Tree Planters; Seed Keepers. National human rights institution "
    "OMB Ombudsperson, Lima, Peru. Regional intergovernmental organization(s): OAX Organisation of All, Lima (Peru); "
    "Attachments: (OAX-WATER) Report on water, Lima, 2019."
)


def submissions(*notes: str) -> Submissions:
    return Submissions.of({1: LISTING, **dict(enumerate(notes, start=2))})


def test_every_paper_of_the_list_is_known_with_who_sent_it() -> None:
    found = {entry.code: (entry.kind, entry.senders) for entry in submissions("OAX-WATER, para. 3.").listed.values()}
    assert found == {
        "AB": ("civil society organisation", ("Any Body",)),
        "WWS": ("civil society organisation", ("Water Wells Society",)),
        "JS1": ("joint submission", ("Well Diggers", "Pump Makers", "Pipe Layers")),
        "OTHER/JS2": ("joint submission", ("Tree Planters", "Seed Keepers")),
        "OMB": ("national human rights institution", ("Ombudsperson",)),
        "OAX": ("regional intergovernmental organisation", ("Organisation of All",)),
        "OAX-WATER": ("regional intergovernmental organisation", ("Organisation of All",)),
    }


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("JS1, p. 4. See also AB, p. 2 and OMB, para. 1.", {"JS1", "AB", "OMB"}),
        ("AB, paras. 7 and 8; WWS, p.3.", {"AB", "WWS"}),
        ("OTHER/JS2, para. 3.9.", {"OTHER/JS2"}),
        ("A/HRC/28/15, para. 3.", set()),
        ("The following abbreviations are used: AB, OMB.", set()),
    ],
)
def test_a_note_cites_the_papers_it_names(text: str, codes: set[str]) -> None:
    found = submissions(text)
    assert {found.listed[code].code for code in found.cited.get(2, ())} == codes


def test_ibid_is_the_paper_named_last_and_none_after_a_symbol() -> None:
    found = submissions("AB, p. 1. See also OMB, p. 2.", "Ibid., p. 3.", "A/HRC/28/15, para. 3.", "Ibid., para. 4.")
    assert found.cited == {2: ("AB", "OMB"), 3: ("OMB",)}


def test_a_misprinted_code_is_read_as_the_one_it_must_be_and_told() -> None:
    found = submissions("OBM, p. 1.", "OTHR/JS2, p. 3.", "XYZ, p. 2.")
    assert found.cited == {2: ("OMB",), 3: ("OTHER/JS2",), 4: ("XYZ",)}
    assert list(found.faults) == [
        "OBM is read as OMB",
        "OTHR/JS2 is read as OTHER/JS2",
        "XYZ is in no list of those who contributed",
    ]


def test_agencies_submissions_to_a_compilation_are_theirs() -> None:
    notes = {1: "See UNESCO submission, para. 5.", 2: "UNHCR submission for the universal periodic review of X, p. 2."}
    found = Submissions.of({**notes, 3: "Ibid., p. 4."})
    assert found.cited == {1: ("UNESCO",), 2: ("UNHCR",), 3: ("UNHCR",)}
    assert {entry.senders for entry in found.listed.values()} == {("UNESCO",), ("UNHCR",)}


def test_slovenia_s_third_summary_names_its_submissions(shared_data: Path) -> None:
    source = Source.of(shared_data / "un-documents" / "slovenia" / "cycle3" / "g1924226.pdf")
    (loader,) = identify(source)
    records = list(loader.load(source))
    sent = {one.code: one.submitted_by for one in records if isinstance(one, Submission)}
    assert sent["JS2"] == (
        "Peace Institute",
        "Institute on Statelessness and Inclusion",
        "European Network and Statelessness",
    )
    assert {"AI", "LMPT", "ICAN", "HRORS", "JS1", "JS3", "PTPR/JS4", "CoE", "EU-FRA", "OSCE/ODIHR"} <= sent.keys()
    assert "Amnesty International" in {one.name for one in records if isinstance(one, Organisation)}
    cited = {
        (link.place, link.object.code)
        for link in records
        if isinstance(link, StatedLink) and isinstance(link.object, SubmissionKey)
    }
    assert {("note 12", "JS3"), ("note 12", "AI"), ("note 12", "HRORS"), ("note 44", "PTPR/JS4")} <= cited
    assert len({place for place, _ in cited}) > 120
    assert all(isinstance(link.subject, PassageKey) for link in records if isinstance(link, StatedLink))
