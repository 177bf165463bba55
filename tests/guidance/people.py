"""Rows on people and bodies: who plays which part, from when to when."""

from graph import terms
from tests.guidance.registry import Worlds, row

VNM = f"<{terms.state('VNM')}>"
ARG = f"<{terms.state('ARG')}>"
MOZ = f"<{terms.state('MOZ')}>"


@row("S16", "the State under review, those that recommend and those that observe are told apart")
def roles(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        f"SELECT DISTINCT ?who ?role WHERE {{ ?p a rg:Participation ; rg:engagement <{terms.review('VNM', 1)}> ; "
        "rg:participant/skos:notation ?who ; rg:reviewRole/skos:prefLabel ?role FILTER(LANG(?role) = 'en') }"
    )
    assert {(one["who"], one["role"]) for one in found} == {
        ("PHL", "recommending"), ("FIN", "observer"), ("JPN", "troika"),
    }  # fmt: skip
    (reviewed,) = worlds.stories.ask(
        f"SELECT DISTINCT ?state WHERE {{ <{terms.review('VNM', 1)}> rg:state/skos:notation ?state }}"
    )
    assert reviewed["state"] == "VNM"
    recommending = worlds.stories.question("recommending_states", state="VNM")
    assert {one["recommending"] for one in recommending} == {"Pakistan", "Philippines", "Morocco"}


@row("S17", "the three States of the troika stand with each review")
def troika(worlds: Worlds) -> None:
    for state, members in (
        ("VNM", {"BFA", "CAN", "JPN"}),
        ("ARG", {"UKR", "CUB", "CMR"}),
        ("MOZ", {"POL", "BGD", "UGA"}),
    ):
        found = worlds.stories.ask(
            f"SELECT DISTINCT ?who WHERE {{ <{terms.review(state, 1)}> rg:troika/skos:notation ?who }}"
        )
        assert {one["who"] for one in found} == members


@row("S18", "the dialogue in the Working Group and the adoption in the plenary are two days")
def two_events(worlds: Worlds) -> None:
    page = worlds.stories.page("/state/VNM/timeline")
    assert "2009-05-08 Universal Periodic Review, cycle 1 , session 5 of the Working Group" in page
    assert "2009-09-24 Outcome of the review adopted, cycle 1 , session 12 of the Council" in page


@row("S19", "who to reach at OHCHR for a State is told, from when to when")
def contacts(worlds: Worlds) -> None:
    (found,) = worlds.stories.ask(
        f"SELECT DISTINCT ?who ?start ?end ?contact WHERE {{ ?p a rg:Post ; rg:state {ARG} ; rg:personName ?who ; "
        "rg:function/skos:prefLabel 'human rights adviser'@en ; rg:startDate ?start ; rg:endDate ?end ; "
        "rg:contact ?contact }"
    )
    assert (found["start"], found["end"]) == ("2012-03-01", "2016-02-29")
    assert found["contact"] == "office@example.org"


@row("S20", "an inter-agency group has members and a work plan")
def group(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        "SELECT DISTINCT ?member ?role ?work WHERE { ?g rdfs:label 'Inter-Agency Group on Human Rights' ; "
        "rg:organisationKind/skos:prefLabel 'inter-agency group'@en ; rg:description ?work . ?s a rg:Seat ; "
        "org:organization ?g ; org:member/rdfs:label ?member ; org:role/skos:prefLabel ?role "
        "FILTER(LANG(?role) = 'en') }"
    )
    assert {(one["member"], one["role"]) for one in found} == {
        ("Resident Coordinator's office", "chair"), ("OHCHR", "secretariat"), ("UNICEF", "member"),
    }  # fmt: skip
    assert all("work plan" in one["work"] for one in found)


@row("S21", "which agency works on which recommendation, by which project")
def agencies(worlds: Worlds) -> None:
    found = worlds.stories.question("agencies_money", state="VNM", agency="UNICEF")
    assert {one["project"].rsplit("/", 1)[-1] for one in found} == {"VNM-MTBBE"}
    assert {"99.78", "99.79"} <= {one["recommendation"].rsplit("/", 1)[-1] for one in found}


@row("S22", "the status of the national institution is dated: which one it had at each adoption is answered")
def accreditation(worlds: Worlds) -> None:
    found = worlds.stories.question("status_of_the_institution", state="VNM")
    assert [(one["cycle"], one["adopted"], one["status"]) for one in found] == [
        ("1", "2009-09-24", "B"),
        ("2", "2014-06-20", "A"),
    ]


@row("S23", "the national mechanism has members and assignments; what nobody was given is listed")
def mechanism(worlds: Worlds) -> None:
    members = worlds.stories.ask(
        "SELECT DISTINCT ?member WHERE { ?s a rg:Seat ; org:organization ?m ; org:member/rdfs:label ?member . "
        f"?m rg:organisationKind/skos:prefLabel 'national mechanism'@en ; rg:state {MOZ} }}"
    )
    assert {one["member"] for one in members} == {"Ministry of Justice", "Ministry of Education"}
    found = {
        one["ask"].rsplit("/", 1)[-1]: one.get("responsible", "")
        for one in worlds.stories.question("who_is_responsible", state="MOZ", report="A/HRC/17/16")
    }
    assert found["88.10"] == found["90.10"] == "Ministry of Justice"
    assert {number for number, who in found.items() if not who} == {"88.12", "89.43", "89.47", "90.26"}


@row("S24", "ministries, parliament, courts and local authorities can be responsible or consulted")
def bodies(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        "SELECT DISTINCT ?kind WHERE { ?o rg:organisationKind/skos:prefLabel ?kind ; rg:state "
        + VNM + " FILTER(LANG(?kind) = 'en') }"
    )  # fmt: skip
    assert {"ministry", "parliament", "judiciary", "local authority"} <= {one["kind"] for one in found}
    given = worlds.stories.ask(
        "SELECT DISTINCT ?who ?role WHERE { ?a a rg:Assignment ; rg:responsible/rdfs:label ?who ; "
        "rg:assignmentRole/skos:prefLabel ?role FILTER(LANG(?role) = 'en') }"
    )
    assert {(one["who"], one["role"]) for one in given} == {
        ("Ministry of Justice", "lead"), ("Assembly of the Republic", "consulted"),
    }  # fmt: skip


@row("S25", "stakeholders of every kind have a word, and a consultation records who came")
def stakeholders(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        "SELECT DISTINCT ?kind WHERE { ?k skos:inScheme <https://w3id.org/rightsgraph/vocab/organisation-kind> ; "
        "skos:prefLabel ?kind FILTER(LANG(?kind) = 'en') }"
    )
    assert {
        "civil society organisation", "human rights defender", "trade union", "religious community", "media",
        "persons concerned",
    } <= {one["kind"] for one in found}  # fmt: skip
    came = worlds.stories.ask(
        "SELECT DISTINCT ?kind WHERE { ?e a rg:Event ; rg:eventKind/skos:prefLabel 'consultation'@en ; "
        "rg:attendedBy ?o . ?o rg:organisationKind/skos:prefLabel ?kind FILTER(LANG(?kind) = 'en') }"
    )
    assert {one["kind"] for one in came} == {"persons concerned", "religious community", "trade union"}
