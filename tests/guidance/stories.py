"""Rows on the three stories, and on what the guidance tells beside them."""

import csv
import io

from graph import terms
from tests.guidance.registry import Worlds, row

VNM = f"<{terms.state('VNM')}>"
MOZ = f"<{terms.state('MOZ')}>"


@row("S34", "Argentina's matrix: recommendations as rows, agencies' projects as columns, blanks shown")
def matrix(worlds: Worlds) -> None:
    table = list(csv.DictReader(io.StringIO(worlds.stories.export("matrix", "ARG", "m.csv").decode("utf-8-sig"))))
    assert len(table) == 7
    projects = [name for name in table[0] if ": " in name]
    assert "OHCHR: Human rights adviser to the United Nations in Argentina" in projects
    assert len(projects) == 7
    (blank,) = (one for one in table if "64.11" in one["Recommendation"])
    assert [blank[name] for name in projects] == [""] * 7
    served = list(csv.DictReader(io.StringIO(worlds.stories.export("matrix", "VNM", "m.csv").decode("utf-8-sig"))))
    (marked,) = (one for one in served if "99.78" in one["Recommendation"])
    assert marked["UNICEF: Mother-tongue-based bilingual education (pilot)"] == "S"


@row("S35", "five agencies that pay one adviser are one project")
def adviser(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        "SELECT DISTINCT ?who WHERE { ?p rg:identifier 'ARG-ADVISER' ; a rg:Project ; rg:implementer|rg:funder ?o . "
        "?o rdfs:label ?who }"
    )
    assert {one["who"] for one in found} == {"OHCHR", "UNICEF", "UNDP", "UNODC", "UNHCR"}


@row("S36", "which outputs of Mozambique's UNDAF cite which recommendations, by which file")
def undaf(worlds: Worlds) -> None:
    found = worlds.stories.question("framework_outputs_and_recommendations", state="MOZ")
    stated = [one for one in found if one["basis"] == "cited in the text"]
    assert [(one["code"], one["document"], one["paragraph"], one["source"]) for one in stated] == [
        ("HR.3", "A/HRC/17/16", "89.45", "undaf.csv")
    ]
    assert {one["code"] for one in found} >= {"HR.1", "HR.2"}
    (project,) = worlds.stories.ask(
        "SELECT DISTINCT ?code WHERE { ?p rg:identifier 'MOZ-JUSTICE' ; rg:partOf/rg:code ?code }"
    )
    assert project["code"] == "HR.2"


@row("S37", "an item of Mozambique's Action Plan has indicator, baseline, cost and recommendation")
def action_plan(worlds: Worlds) -> None:
    (found,) = worlds.stories.ask(
        f"SELECT DISTINCT ?title ?cost ?indicator ?baseline ?ask WHERE {{ ?a a rg:Action ; rg:state {MOZ} ; "
        "dcterms:title ?title ; rg:cost ?cost ; rg:contributesTo ?ask . ?i a rg:Indicator ; ?of ?a ; "
        "dcterms:title ?indicator ; rg:baseline ?baseline }"
    )
    assert (found["title"], found["indicator"]) == ("Send lawyers to the districts", "Districts with a lawyer")
    assert (found["baseline"], found["cost"]) == ("12", "250000 USD")
    assert found["ask"] == terms.passage("A/HRC/17/16", "89.45")


@row("S38", "Viet Nam's chain from project to review to visit to committees, in order of day, each cited")
def chain(worlds: Worlds) -> None:
    printed = worlds.stories.command(
        "query", "story_of_a_theme", "-p", "state=VNM", "-p", "word=language, bilingual", "-f", "csv"
    )
    told = list(csv.DictReader(io.StringIO(printed)))
    days = [one["day"] for one in told]
    assert days == sorted(days)
    assert [(one["day"], one["who"], one["citation"].split(" (")[0]) for one in told] == [
        ("2008-01-01", "UNICEF", "VNM-MTBBE"),
        ("2009-10-05", "UPR", "A/HRC/12/11, para. 99.78"),
        ("2009-10-05", "UPR", "A/HRC/12/11, para. 99.79"),
        ("2011-01-24", "SR Minorities", "A/HRC/16/45/Add.2, para. 85"),
        ("2011-01-24", "SR Minorities", "A/HRC/16/45/Add.2, para. 87"),
        ("2011-01-24", "SR Minorities", "A/HRC/16/45/Add.2, para. 89"),
        ("2012-03-09", "CERD", "CERD/C/VNM/CO/10-14, para. not given"),
        ("2012-06-15", "CRC", "CRC/C/VNM/CO/3-4, para. not given"),
    ]


@row("S39", "what a ministry says of the outcome reaches the recommendation and the project on it")
def ministry(worlds: Worlds) -> None:
    (found,) = worlds.stories.ask(
        "SELECT DISTINCT ?said ?ask ?project WHERE { ?s a rg:Assessment ; "
        "rg:assessedBy 'Ministry of Education and Training' ; rg:quote ?said ; rg:about ?ask . "
        "?p a rg:Project ; rg:contributesTo ?ask ; rg:identifier ?project }"
    )
    assert found["ask"] == terms.passage("A/HRC/12/11", "99.79")
    assert found["project"] == "VNM-MTBBE"
    page = worlds.stories.page("/id/document/A/HRC/12/11/para/99.79")
    assert "Pilot children do better in both languages" in page
    assert "Mother-tongue-based bilingual education (pilot)" in page


@row("S40", "a national plan is a framework whose items serve recommendations")
def national_plan(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        "SELECT DISTINCT ?plan ?item ?ask WHERE { ?a a rg:Action ; rg:plan ?p ; dcterms:title ?item ; "
        "rg:contributesTo ?ask . ?p a rg:Plan ; dcterms:title ?plan }"
    )
    assert {(one["plan"], one["ask"].rsplit("/", 1)[-1]) for one in found} == {
        ("Action Plan of the review", "89.45"), ("Bilingual schools", "99.79"),
    }  # fmt: skip
    known = worlds.stories.ask(
        f"SELECT DISTINCT ?ask WHERE {{ ?r rg:referenceKind/skos:prefLabel 'national action plan'@en ; "
        f"rg:state {MOZ} ; rg:about ?ask }}"
    )
    assert [one["ask"] for one in known] == [terms.passage("A/HRC/17/16", "90.10")]


@row("S41", "texts carry their language, and pages speak others")
def languages(worlds: Worlds) -> None:
    bare = worlds.stories.ask("SELECT ?p WHERE { ?p a rg:Passage ; rg:text ?t FILTER(LANG(?t) = '') }")
    assert bare == []
    french = worlds.stories.raw("/state/VNM/asks?lang=fr")
    assert '<html lang="fr"' in french
    assert "Appuie" in french
    assert 'lang="en"' in french


@row("S42", "one page on a theme, to print, each ask cited")
def brief(worlds: Worlds) -> None:
    (group,) = worlds.stories.ask("SELECT DISTINCT ?g WHERE { ?g a rg:Group ; rg:state " + VNM + " }")
    page = worlds.stories.page(group["g"].removeprefix("https://w3id.org/rightsgraph") + "?view=brief")
    assert "A/HRC/12/11, para. 99.79 (Morocco)" in page
    assert "CERD/C/VNM/CO/10-14" in page
    assert len(page) < 8_000


@row("S43", "a request to a voluntary fund and its grant stand with the recommendation")
def funds(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        "SELECT DISTINCT ?status ?amount ?kind ?ask WHERE { ?f a rg:FundRequest ; rg:about ?ask ; rg:budget ?b ; "
        "rg:fundStatus/skos:prefLabel ?status . ?b rg:amount ?amount ; rg:moneyKind ?kind "
        "FILTER(LANG(?status) = 'en') }"
    )
    assert {(one["kind"], float(one["amount"])) for one in found} == {("requested", 40000.0), ("granted", 30000.0)}
    assert {(one["status"], one["ask"].rsplit("/", 1)[-1]) for one in found} == {("granted", "89.45")}


@row("S44", "a screening or a talk with the press is an event with its link")
def events(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        "SELECT DISTINCT ?kind ?link WHERE { ?e a rg:Event ; foaf:page ?link ; rg:eventKind/skos:prefLabel ?kind "
        "FILTER(LANG(?kind) = 'en') }"
    )
    assert {(one["kind"], one["link"]) for one in found} == {
        ("screening", "https://example.org/webcast"), ("press", "https://example.org/press"),
    }  # fmt: skip


@row("S45", "each source says whether it is official")
def official(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        "SELECT DISTINCT ?title ?official WHERE { ?r a rg:Reference ; dcterms:title ?title ; rg:official ?official }"
    )
    told = {one["title"]: one["official"] for one in found}
    assert told["Lessons of a population fund"] == "true"
    assert told["A guide by a data base of NGOs"] == "false"
    page = worlds.stories.page("/sources")
    assert "upr-info.csv" in page
    assert "not an official" in page.casefold() or "not official" in page.casefold()
