"""Rows on documents: what each paper of a review gives once it is read."""

from collections import Counter

from graph import terms
from tests.guidance.registry import Worlds, row

SVN = f"<{terms.state('SVN')}>"
VNM = f"<{terms.state('VNM')}>"


@row("S1", "a national report is known as such, with its State, session and cycle")
def national_report(worlds: Worlds) -> None:
    found = worlds.real.ask(
        "SELECT DISTINCT ?symbol ?session ?cycle WHERE { ?d a rg:NationalReport ; rg:symbol ?symbol ; "
        f"rg:engagement ?e ; rg:state {SVN} ; rg:readBy ?file . ?e rg:session ?session ; rg:cycle ?cycle }} "
        "ORDER BY ?cycle"
    )
    assert [(one["symbol"], one["session"], one["cycle"]) for one in found] == [
        ("A/HRC/WG.6/34/SVN/1", "34", "3"),
    ]


@row("S2", "endnotes of the UN compilation cite bodies and paragraphs, Ibid. among them")
def compilation(worlds: Worlds) -> None:
    found = worlds.real.question("what_the_compilation_cites", state="SVN")
    cited = {(one["document"], one["cited"], one.get("mechanism")) for one in found}
    assert {("CERD/C/SVN/CO/6-7", "16", "CERD"), ("CAT/C/SVN/CO/3", "23", "CAT")} <= cited
    again = [one for one in found if one["endnote"] == "Ibid., paras. 73 and 74(a)."]
    assert {(one["document"], one["cited"]) for one in again} == {
        ("CRC/C/SVN/CO/3-4", "73"), ("CRC/C/SVN/CO/3-4", "74 (a)"),
    }  # fmt: skip


@row("S3", "a stakeholder summary names its submissions, a joint one with its organisations")
def summary(worlds: Worlds) -> None:
    found = worlds.real.ask(
        "SELECT DISTINCT ?who WHERE { ?s a rg:Submission ; rg:submissionCode 'JS1' ; rg:submittedBy/rdfs:label ?who ; "
        "rg:document/rg:symbol 'A/HRC/WG.6/34/SVN/3' }"
    )
    assert len(found) >= 3
    assert any("Legebitra" in one["who"] for one in found)


@row("S4", "every numbered recommendation of a Working Group report is a record with its States")
def working_group_report(worlds: Worlds) -> None:
    found = worlds.real.question("positions", report="A/HRC/43/15")
    assert len(found) == 215
    assert all(one["recommending"] for one in found)


@row("S5", "positions have a source, and their counts are those the State gives")
def responses(worlds: Worlds) -> None:
    found = worlds.real.question("positions", report="A/HRC/43/15")
    assert Counter(one["position"] for one in found) == {"supported": 182, "noted": 33}
    assert all("A/HRC/43/15" in one["stated"] for one in found)


@row("S6", "a first and a later answer stand side by side with their days; the later one wins")
def two_positions(worlds: Worlds) -> None:
    (found,) = (one for one in worlds.followed.question("positions", state="VNM") if one["paragraph"] == "99.82")
    assert found["position"] == "partly supported"
    first, second = sorted(found["stated"].split(" | "), key=lambda one: one.split(", ")[1])
    assert "2009-10-05" in first
    assert "pending" in first
    assert "2009-12-01" in second
    assert "A/HRC/12/11/Add.1" in second


@row("S7", "a voluntary pledge is a kind of its own, and can be linked to recommendations")
def pledge(worlds: Worlds) -> None:
    found = worlds.real.ask(
        f"SELECT ?text (EXISTS {{ ?p a rg:Recommendation }} AS ?both) WHERE {{ ?p a rg:Pledge ; rg:state {SVN} ; "
        "rg:text ?text }"
    )
    assert any("Enforced Disappearance" in one["text"] for one in found)
    assert {one["both"] for one in found} == {"false"}
    linked = worlds.followed.ask(
        "SELECT ?to WHERE { ?p a rg:Pledge ; rg:reinforces ?to . ?l rdf:subject ?p ; rdf:object ?to ; "
        "rg:linkStatus rg:confirmed }"
    )
    assert [one["to"] for one in linked] == [terms.passage("A/HRC/12/11", "99.78")]


@row("S8", "a mid-term report and what an NGO says beside it attach to recommendations")
def midterm(worlds: Worlds) -> None:
    found = worlds.followed.question("what_each_says", symbol="A/HRC/12/11", paragraph="99.78")
    said = {one["voice"]: one["said"] for one in found}
    assert said["State"] == "Two more provinces teach in two languages"
    assert said["Friends of schools"] == "The classes are too few"
    told = worlds.followed.ask("SELECT ?d WHERE { ?d a rg:MidtermReport ; rg:state " + VNM + " }")
    assert len(told) == 1


@row("S9", "a recommendation carries the treaty it names; what a State ratified is told with its day")
def bases(worlds: Worlds) -> None:
    named = worlds.real.ask(
        "SELECT DISTINCT ?ask WHERE { ?ask a rg:Recommendation ; rg:state " + SVN + " ; "
        f"rg:names <{terms.treaty('CRPD')}> }}"
    )
    assert named
    (standing,) = worlds.real.ask(
        f"SELECT DISTINCT ?year ?day ?standing WHERE {{ ?s a rg:TreatyStatus ; rg:state {SVN} ; "
        f"rg:treaty <{terms.treaty('ICERD')}> ; rg:year ?year ; rg:asOf ?day ; rg:standing ?standing }}"
    )
    assert standing["year"] == "1992"
    assert standing["standing"] == terms.rg("stateParty")
    assert standing["day"][:2] == "20"


@row("S10", "the status of each recommendation goes out by paragraph number, noted ones too")
def submission(worlds: Worlds) -> None:
    lines = worlds.followed.command("query", "positions", "-p", "report=A/HRC/12/11", "-f", "csv").splitlines()
    told = {line.split(",")[2]: line for line in lines[1:]}
    assert set(told) >= {"99.78", "99.79", "99.80", "99.81", "99.82"}
    assert ",supported," in told["99.78"]
    assert ",noted," in told["99.80"]
    status = worlds.followed.command("query", "what_each_says", "-p", "state=VNM", "-f", "csv")
    assert "JS1 found no lessons in two languages" in status
    assert "99.80" in status


@row("S11", "concluding observations are known by their symbols, ranges of reports too")
def observations(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        f"SELECT DISTINCT ?symbol ?body WHERE {{ ?d a rg:ConcludingObservations ; rg:symbol ?symbol ; rg:state {VNM} . "
        "?p rg:document ?d ; rg:mechanism/skos:notation ?body }"
    )
    assert {(one["symbol"], one["body"]) for one in found} == {
        ("CERD/C/VNM/CO/10-14", "CERD"),
        ("CRC/C/VNM/CO/3-4", "CRC"),
    }


@row("S12", "a visit has its days, its mandate, who held it, and the paragraphs of its report")
def visit(worlds: Worlds) -> None:
    (found,) = worlds.stories.ask(
        "SELECT ?start ?end ?holder ?mandate (GROUP_CONCAT(DISTINCT ?n; separator=' ') AS ?paragraphs) WHERE { "
        "?d rg:symbol 'A/HRC/16/45/Add.2' ; rg:engagement ?v . ?v a rg:Visit ; rg:startDate ?start ; rg:endDate ?end ; "
        "rg:holder ?holder ; rg:mechanism/skos:notation ?mandate . ?p rg:document ?d ; rg:paragraph ?n } "
        "GROUP BY ?start ?end ?holder ?mandate"
    )
    assert (found["start"], found["end"]) == ("2010-07-05", "2010-07-15")
    assert (found["holder"], found["mandate"]) == ("Gay McDougall", "SR Minorities")
    assert set(found["paragraphs"].split()) == {"85", "87", "89"}
    assert "bilingual" in worlds.stories.page("/id/document/A/HRC/16/45/Add.2/para/87")


@row("S13", "a human development report is kept as a paper to know, with publisher and year")
def other_reports(worlds: Worlds) -> None:
    found = worlds.stories.ask(
        "SELECT DISTINCT ?title ?who ?year WHERE { ?r a rg:Reference ; "
        "rg:referenceKind/skos:prefLabel 'human development report'@en ; "
        "dcterms:title ?title ; dcterms:publisher/rdfs:label ?who ; rg:when ?year }"
    )
    assert [(one["title"], one["who"], one["year"]) for one in found] == [
        ("National Human Development Report", "UNDP", "2011")
    ]


@row("S14", "decisions and resolutions that are only cited have a page of their own")
def cited_only(worlds: Worlds) -> None:
    (resolution,) = worlds.stories.ask(
        "SELECT DISTINCT ?d WHERE { ?d a rg:Document ; rg:symbol 'A/RES/60/251' FILTER NOT EXISTS { ?d rg:readBy ?f } }"
    )
    assert resolution["d"] == terms.document("A/RES/60/251")
    assert "A/RES/60/251" in worlds.stories.page("/id/document/A/RES/60/251")
    named = worlds.stories.ask(
        "SELECT DISTINCT ?r WHERE { ?r a rg:Reference ; dcterms:title ?t FILTER(CONTAINS(?t, '2014/5')) }"
    )
    assert len(named) == 1
    (decided,) = worlds.real.ask(
        f"SELECT DISTINCT ?symbol WHERE {{ <{terms.review('SVN', 3)}> rg:decision/rg:symbol ?symbol }}"
    )
    assert decided["symbol"] == "A/HRC/DEC/43/112"


@row("S15", "a deadline from an information note keeps its source and says that it may be out of date")
def deadlines(worlds: Worlds) -> None:
    days = worlds.stories.calendar("VNM")
    (event,) = (one for one in days.split("BEGIN:VEVENT") if "submissions due, cycle 2" in one)
    assert "20130617" in event
    assert "An information note (as of 2013-01-10; it may be out of date)" in event
