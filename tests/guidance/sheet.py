"""A country sheet around the three stories, and lists beside it: facts of the stories, sentences of our own."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from graph.country.book import workbook

Row = dict[str, str]
STORY: Final = "A story of a country team"
VNM: Final[Row] = {"State": "VNM", "Source": STORY}
ARG: Final[Row] = {"State": "ARG", "Source": STORY}
MOZ: Final[Row] = {"State": "MOZ", "Source": STORY}

SHEET: Final[dict[str, list[Row]]] = {
    "reviews": [
        {**VNM, "Cycle": "1", "Adopted": "2009-09-24", "Council session": "12"},
        {**MOZ, "Cycle": "1", "Adopted": "2011-06-08", "Council session": "17"},
        {**VNM, "Cycle": "2", "Session": "18", "Review date": "2014-02-05", "Adopted": "2014-06-20"},
    ],
    "review-roles": [
        {**VNM, "Cycle": "1", "Participant": "Philippines", "Role": "recommending"},
        {**VNM, "Cycle": "1", "Participant": "Finland", "Role": "observer"},
        {**VNM, "Cycle": "1", "Participant": "Japan", "Role": "troika"},
    ],
    "calendar": [
        {**VNM, "What": "submissions due", "Cycle": "2", "Day": "2013-06-17", "As of": "2013-01-10",
         "Source": "An information note", "Link": "https://example.org/deadlines"},
    ],
    "organisations": [
        {**VNM, "Name": "Ministry of Education and Training", "Kind": "ministry"},
        {**VNM, "Name": "National Assembly", "Kind": "parliament"},
        {**VNM, "Name": "Courts of the provinces", "Kind": "judiciary"},
        {**VNM, "Name": "Province of Lao Cai", "Kind": "local authority"},
        {**VNM, "Name": "Office of the Commissioner", "Kind": "national human rights institution"},
        {**VNM, "Name": "Parents of Sa Pa", "Kind": "persons concerned"},
        {**VNM, "Name": "Union of Teachers", "Kind": "trade union"},
        {**VNM, "Name": "Elders of the pagodas", "Kind": "religious community"},
        {**VNM, "Name": "Radio of the hills", "Kind": "media"},
        {**VNM, "Name": "Defenders of languages", "Kind": "human rights defender"},
        {**VNM, "Name": "Friends of schools", "Kind": "civil society organisation"},
        {**ARG, "Name": "Inter-Agency Group on Human Rights", "Kind": "inter-agency group", "Start": "2012-01-01",
         "Work": "A work plan of its own: follow recommendations, and bring rights into the framework 2016–2020"},
        {**MOZ, "Name": "Council for follow-up", "Kind": "national mechanism"},
    ],
    "members": [
        {**ARG, "Body": "Inter-Agency Group on Human Rights", "Member": name, "Role": role}
        for name, role in (("Resident Coordinator's office", "chair"), ("OHCHR", "secretariat"), ("UNICEF", "member"))
    ] + [
        {**MOZ, "Body": "Council for follow-up", "Member": name, "Role": role}
        for name, role in (("Ministry of Justice", "chair"), ("Ministry of Education", "member"))
    ],
    "people": [
        {**ARG, "Person": "An adviser", "Function": "human rights adviser", "Organisation": "OHCHR",
         "Contact": "office@example.org", "Start": "2012-03-01", "End": "2016-02-29"},
        {**VNM, "Person": "A contact", "Function": "OHCHR contact", "Organisation": "OHCHR", "Start": "2011-05-01"},
        {"Person": "Gay McDougall", "Function": "mandate holder", "Mandate": "SR Minority issues",
         "Start": "2005-07-29", "End": "2011-07-31", "Source": STORY},
    ],
    "nhri-accreditation": [
        {**VNM, "Institution": "Office of the Commissioner", "Status": "B", "From": "2008-01-01",
         "Until": "2010-12-31"},
        {**VNM, "Institution": "Office of the Commissioner", "Status": "A", "From": "2011-01-01"},
    ],
    "mechanism-capacities": [
        {**MOZ, "Mechanism": "Council for follow-up", "Capacity": name, "In place": place, "Needed": need}
        for name, place, need in (
            ("engagement", "Writes the national report", ""),
            ("coordination", "Meets four times a year", ""),
            ("consultation", "Hears the provinces", "Interpreters"),
            ("information management", "Keeps a list", "A data base"),
        )
    ],
    "assignments": [
        {**MOZ, "Cycle": "1", "Recommendation": "A/HRC/17/16 88.10; 90.10", "Responsible": "Ministry of Justice",
         "Role": "lead", "Priority": "high", "Priority reason": "Everything else hangs on the plan",
         "Priority set by": "Council for follow-up"},
        {**MOZ, "Cycle": "1", "Recommendation": "A/HRC/17/16 88.12", "Responsible": "Assembly of the Republic",
         "Role": "consulted"},
    ],
    "tasks": [
        {**VNM, "Task": "Invite the hills to the consultation", "Cycle": "2", "Phase": "before",
         "Responsible": "UNDP", "Deadline": "2013-04-30", "Status": "under way"},
        {**VNM, "Task": "Ask the ministry what help it wants for more schools", "Cycle": "1", "Phase": "after",
         "Responsible": "UNICEF", "Status": "completed", "Recommendation": "A/HRC/12/11 99.79"},
    ],
    "reports-and-submissions": [
        {**VNM, "Title": "Paper of the country team", "Kind": "UN country team submission", "Cycle": "2",
         "Authors": "UN country team", "Status": "drafting", "Deadline": "2013-06-17"},
        {**VNM, "Title": "National report", "Kind": "national report", "Cycle": "2",
         "Authors": "Ministry of Foreign Affairs", "Help needed": "Figures by language", "Status": "planned"},
        {**VNM, "Title": "Paper of the Friends of schools", "Kind": "civil society submission", "Cycle": "2",
         "Authors": "Friends of schools", "Help needed": "Translation", "Status": "planned"},
        {**VNM, "Title": "Paper of the Commissioner", "Kind": "NHRI submission", "Cycle": "2",
         "Authors": "Office of the Commissioner", "Status": "submitted"},
        {**VNM, "Title": "Words in the plenary", "Kind": "statement", "Cycle": "2",
         "Authors": "Office of the Commissioner", "Status": "drafting"},
    ],
    "events": [
        {**VNM, "Title": "Day of the hills", "Kind": "consultation", "First day": "2013-05-02", "Cycle": "2",
         "Participants": "Parents of Sa Pa; Elders of the pagodas; Union of Teachers"},
        {**VNM, "Title": "Screening in Da Nang", "Kind": "screening", "First day": "2014-02-05", "Cycle": "2",
         "Link": "https://example.org/webcast"},
        {**VNM, "Title": "Talk with the press", "Kind": "press", "First day": "2014-02-04", "Cycle": "2",
         "Link": "https://example.org/press"},
    ],
    "upr-funds": [
        {**MOZ, "Fund": "financial and technical assistance", "Applicant": "Ministry of Justice",
         "Purpose": "Legal aid in two provinces", "Requested on": "2012-02-01", "Requested": "40000",
         "Granted": "30000", "Currency": "USD", "Status": "granted", "Recommendation": "A/HRC/17/16 89.45"},
    ],
    "plans-and-assessments": [
        {**VNM, "Title": "National Human Development Report", "Kind": "human development report", "Publisher": "UNDP",
         "Published": "2011", "Official": "yes"},
        {**VNM, "Title": "What made the review", "Kind": "guidance", "Document": "A/RES/60/251", "Official": "yes"},
        {**VNM, "Title": "Decision 2014/5 of the Secretary-General", "Kind": "guidance", "Official": "yes"},
        {**VNM, "Title": "Lessons of a population fund", "Kind": "evaluation", "Publisher": "UNFPA",
         "Published": "2014", "Official": "yes"},
        {**VNM, "Title": "A guide by a data base of NGOs", "Kind": "guidance", "Published": "2014", "Official": "no"},
        {**MOZ, "Title": "National Action Plan", "Kind": "national action plan", "Published": "2012",
         "Official": "yes", "Recommendation": "A/HRC/17/16 90.10", "Cycle": "1"},
    ],
}  # fmt: skip
"""Kind of row → rows by English heading."""

PLAN: Final[list[Row]] = [
    {"Plan": "Action Plan of the review", "Plan start": "2012", "Plan end": "2016", "State": "MOZ", "No.": "1",
     "Recommendation": "A/HRC/17/16 89.45", "Action": "Send lawyers to the districts",
     "Responsible": "Ministry of Justice", "Deadline": "2014-12-31", "Indicator": "Districts with a lawyer",
     "Baseline": "12", "Target": "128", "Cost": "250000", "Currency": "USD"},
    {"Plan": "Bilingual schools", "State": "VNM", "No.": "1", "Recommendation": "A/HRC/12/11 99.79",
     "Action": "Open classes in two languages", "Responsible": "Ministry of Education and Training"},
]  # fmt: skip
SAYINGS: Final[list[Row]] = [
    {"Recommendation": "A/HRC/12/11 99.79", "Assessor": "Ministry of Education and Training",
     "Words": "Pilot children do better in both languages", "Date": "2012-06-01", "Official": "yes"},
    {"Recommendation": "A/HRC/12/11 99.79", "Assessor": "Friends of schools", "Words": "Too few provinces follow",
     "Date": "2012-08-01", "Official": "no"},
]  # fmt: skip
UNDAF: Final[list[Row]] = [
    {"Framework": "UNDAF 2012–2015", "State": "MOZ", "Start": "2012-01-01", "End": "2015-12-31", "Level": "output",
     "Code": "HR.3", "Title": "Lawyers for people who cannot pay", "Recommendations": "A/HRC/17/16 89.45"},
]  # fmt: skip


def lists(folder: Path) -> None:
    """Write the sheet and the lists as files that people would drop into a workspace."""
    (folder / "country-sheet.xlsx").write_bytes(workbook(SHEET))
    for name, rows in (("plan", PLAN), ("sayings", SAYINGS), ("undaf", UNDAF)):
        _table(folder / f"{name}.csv", rows)


def _table(path: Path, rows: Iterable[Row]) -> None:
    some = list(rows)
    names = list(dict.fromkeys(name for row in some for name in row))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names)
        writer.writeheader()
        writer.writerows(some)
