"""Rows on what a country team does with it: phases, lists, clusters, priorities."""

import csv
import io
from datetime import date

from graph import terms
from tests.guidance.registry import Worlds, row

MOZ = f"<{terms.state('MOZ')}>"


@row("S27", "a State's page shows in which phase of the review it is, and the next dates")
def phases(worlds: Worlds) -> None:
    during = worlds.stories.page("/state/VNM", date(2014, 3, 1))
    assert "the outcome is yet to be adopted" in during
    assert "Adoption of the outcome 20 June 2014" in during
    after = worlds.stories.page("/state/VNM", date(2015, 3, 1))
    assert "the outcome is yet to be adopted" not in after
    assert "Next review August 2018" in after


@row("S28", "the session, the month and the deadline of the next review are told with their source")
def schedule(worlds: Worlds) -> None:
    found = worlds.stories.question("what_is_due", state="MOZ", **{"from": "2012-06-01"})
    told = {one["what"]: one for one in found}
    assert told["mid-term report, voluntary"]["due"] == "2013-06"
    assert "two years after the adoption" in told["mid-term report, voluntary"]["how"]
    days = worlds.stories.calendar("MOZ")
    assert "national report due, cycle 2" in days
    assert "16/21" in days
    assert "UPR Info’s page for States under review" in days
    (session,) = worlds.stories.ask(f"SELECT DISTINCT ?n WHERE {{ <{terms.review('MOZ', 1)}> rg:session ?n }}")
    assert session["n"] == "10"


@row("S29", "noted recommendations stand in every list that is not asked to leave them out")
def noted(worlds: Worlds) -> None:
    page = worlds.followed.page("/state/VNM/asks")
    assert "A/HRC/12/11, para. 99.80 UPR Noted" in page
    assert "A/HRC/12/11, para. 99.81 UPR Noted" in page
    found = worlds.followed.question("positions", report="A/HRC/12/11")
    assert {one["position"] for one in found} == {"supported", "noted", "partly supported"}
    matrix = worlds.followed.export("matrix", "VNM", "m.csv").decode("utf-8-sig")
    assert "99.81" in matrix


@row("S30", "a paragraph number and a State find the recommendation")
def paragraph_number(worlds: Worlds) -> None:
    found = worlds.real.command("search", "121.51", "--state", "SVN", "-f", "json")
    assert f"{terms.document('A/HRC/43/15')}/para/121.51" in found
    assert "99.78" in worlds.stories.page("/search?q=99.78&state=VNM")


@row("S31", "clusters go out as a table, a person's word changes them, and an ask may stand under several themes")
def clusters(worlds: Worlds) -> None:
    lines = worlds.stories.command("query", "reinforcing_groups", "-p", "state=VNM", "-f", "csv")
    (group,) = csv.DictReader(io.StringIO(lines))
    assert group["families"] == "3"
    assert "A/HRC/12/11 para. 99.79" in group["members"]
    added = worlds.followed.question("reinforcing_groups", state="VNM")
    assert any("para. 99.82" in one["members"] and "CERD/C/VNM/CO/10-14 para. 12" in one["members"] for one in added)
    themes = worlds.stories.question("asks_by_theme", state="VNM")
    assert any("Cultural rights" in one["given"] and "Right to education" in one["given"] for one in themes)


@row("S32", "a priority has its reason and who set it")
def priorities(worlds: Worlds) -> None:
    (found,) = worlds.stories.ask(
        f"SELECT DISTINCT ?rank ?why ?who WHERE {{ ?a a rg:Assignment ; rg:state {MOZ} ; rg:priorityReason ?why ; "
        "rg:prioritySetBy ?who ; rg:priorityGiven/skos:prefLabel ?rank FILTER(LANG(?rank) = 'en') }"
    )
    assert (found["rank"], found["who"]) == ("high", "Council for follow-up")
    assert "plan" in found["why"]


@row("S33", "one question lists what the review, treaty bodies and special procedures ask alike, and why")
def reinforcing(worlds: Worlds) -> None:
    (found,) = worlds.stories.question("reinforcing_groups", state="VNM")
    for who in ("UPR A/HRC/12/11 para. 99.79", "CERD CERD/C/VNM/CO/10-14", "SR Minorities A/HRC/16/45/Add.2 para. 85"):
        assert who in found["members"]
    why = worlds.stories.question("same_ask_elsewhere", symbol="A/HRC/12/11", paragraph="99.79")
    assert all(one["basis"] and one["reasons"] and one["score"] for one in why)
    assert {one["mechanism"] for one in why} >= {"SR Minorities"}
