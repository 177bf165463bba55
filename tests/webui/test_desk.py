"""The review desk: what comes next, deciding it, taking it back, being overtaken, and who decided what."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graph.review.append import append
from graph.review.decision import Decision
from graph.review.decisions import FILE
from graph.review.ends import shown
from graph.review.worklist import worklist
from graph.store.builds import Build
from graph.store.limits import Limits
from graph.store.pool import Pool
from graph.workspace import of_builds
from tests.webui.story import CERD, COMPILATION, REPORT
from tests.webui.workshop import PAGE, Ground, Site, form, ground, site, token, told
from tests.webui.workshop import words as said
from webui.places import explain_of
from webui.reviewing.acting import CONFIRMED


@pytest.fixture(scope="module", name="on")
def build_asked(told: Build) -> Iterator[Ground]:
    with ground(told) as it:
        yield it


@pytest.fixture
def here(on: Ground, tmp_path: Path) -> Site:
    return site(on, tmp_path)


@pytest.fixture
def ana(here: Site) -> FlaskClient:
    return here.person("Ana Reviewer")


def desk(client: FlaskClient, path: str = "/desk?state=VNM") -> str:
    answer = client.get(path, headers=PAGE)
    assert answer.status_code == 200, answer.text
    return answer.text


def send(client: FlaskClient, page: str, name: str, action: str = "/desk/decide", **more: str) -> TestResponse:
    return client.post(action, data=form(page, name) | more, headers=PAGE)


def ends(line: Decision) -> set[str]:
    return {line.subject, line.object}


def test_the_first_link_is_the_one_worth_most(on: Ground, ana: FlaskClient) -> None:
    first = worklist(on.pool, "VNM", 1)[0].link
    page = desk(ana)
    fields = form(page, "confirming")
    assert {fields["subject"], fields["object"]} == {shown(first.subject), shown(first.object)}
    assert f"1 of {len(worklist(on.pool, 'VNM', 1000))}" in said(page)
    assert page.count('<blockquote class="said"') == 2


def test_confirming_appends_one_line_and_goes_on_to_the_next(here: Site, ana: FlaskClient) -> None:
    page = desk(ana)
    fields = form(page, "confirming")
    answer = send(ana, page, "confirming")
    assert (answer.status_code, answer.location) == (303, fields["next"])
    (line,) = here.lines()
    assert (line.who, line.decision, line.why) == ("Ana Reviewer", "confirm", CONFIRMED)
    assert line.day == datetime.now().astimezone().date()
    after = desk(ana, answer.location)
    assert "Confirmed:" in said(after)
    assert form(after, "confirming")["subject"] + form(after, "confirming")["object"] != (
        fields["subject"] + fields["object"]
    )
    assert "1 decided today: Ana Reviewer 1" in said(after)


def test_rejecting_needs_a_reason(here: Site, ana: FlaskClient) -> None:
    page = desk(ana)
    assert send(ana, page, "rejecting", why="  ").location == form(page, "rejecting")["here"]
    assert here.lines() == ()
    assert "Say why you reject it" in said(desk(ana))
    assert send(ana, page, "rejecting", why="different matters").status_code == 303
    assert [(line.decision, line.why) for line in here.lines()] == [("reject", "different matters")]


def test_the_whole_list_can_be_worked_through_and_is_then_empty(here: Site, ana: FlaskClient) -> None:
    for _ in here.proposed:
        page = desk(ana)
        send(ana, page, "confirming")
    assert "Nothing is left to decide here" in said(desk(ana))
    assert len({line.link for line in here.lines()}) == len(here.proposed) == len(here.lines())


def test_next_and_previous_lead_back_and_forth(ana: FlaskClient) -> None:
    page = desk(ana)
    following = form(page, "confirming")["next"]
    after = desk(ana, following)
    assert form(after, "confirming")["here"] == following
    assert f'id="previous" href="{form(page, "confirming")["here"].replace("&", "&amp;")}"' in after
    assert 'id="previous"' not in page


def test_what_is_undone_is_open_again_and_stands_in_the_file(here: Site, ana: FlaskClient) -> None:
    page = desk(ana)
    send(ana, page, "confirming", why="both ask for it")
    after = desk(ana)
    assert send(ana, after, "undoing", "/desk/undo").status_code == 303
    assert [line.decision for line in here.lines()] == ["confirm", "reopen"]
    assert "both ask for it" in here.lines()[1].why
    again = desk(ana)
    assert form(again, "confirming")["subject"] == form(page, "confirming")["subject"]
    assert 'class="undoing' not in again


def test_nobody_takes_back_what_another_decided(here: Site, ana: FlaskClient) -> None:
    send(ana, desk(ana), "confirming")
    ben = here.person("Ben Reviewer")
    page = desk(ben)
    assert 'class="undoing' not in page
    undoing = form(desk(ana), "undoing")
    forged = undoing | {"csrf_token": token(page)}
    ben.post("/desk/undo", data=forged)
    assert [line.decision for line in here.lines()] == ["confirm"]


def test_who_was_faster_is_shown_beside_what_one_wanted(here: Site, ana: FlaskClient) -> None:
    ben = here.person("Ben Reviewer")
    mine, his = desk(ana), desk(ben)
    assert send(ben, his, "rejecting", why="one is about the press").status_code == 303
    answer = send(ana, mine, "confirming", why="I think so")
    assert answer.status_code == 409
    words = told(answer)
    assert "rejected by Ben Reviewer: one is about the press" in words
    assert "confirmed I think so" in words
    assert len(here.lines()) == 1
    anyway = form(answer.text.replace('<form method="post" action="/desk/decide">', '<form class="anyway">'), "anyway")
    assert ana.post("/desk/decide", data=anyway).status_code == 303
    assert [line.who for line in here.lines()] == ["Ben Reviewer", "Ana Reviewer"]
    contested = desk(ana, "/desk?state=VNM&contested=yes")
    assert "1 in conflict" in said(contested)
    assert "Ben Reviewer rejected it: one is about the press" in said(contested)


def test_a_form_sent_twice_is_one_decision(here: Site, ana: FlaskClient) -> None:
    page = desk(ana)
    assert send(ana, page, "confirming").status_code == send(ana, page, "confirming").status_code == 303
    assert len(here.lines()) == 1


def test_the_list_is_narrowed_by_relation_mechanism_and_score(on: Ground, ana: FlaskClient) -> None:
    every = ana.get("/desk?state=VNM&format=json").json
    assert every is not None
    relation = every[0]["relation"]
    for query in ({"relation": relation}, {"mechanism": "CERD"}, {"band": "0-50"}, {"band": "90-100"}):
        some = ana.get("/desk?" + urlencode({"state": "VNM", "format": "json"} | query)).json
        assert some is not None
        kept = [one for one in every if fits(on, one, query)]
        assert some == kept
    assert any(0 < sum(fits(on, one, {"band": band}) for one in every) < len(every) for band in ("0-50", "50-70"))


def fits(on: Ground, row: dict[str, str], query: dict[str, str]) -> bool:
    if "mechanism" in query:
        return any(row[end].startswith(CERD) for end in ("subject", "object"))
    if "band" in query:
        low, high = (int(part) / 100 for part in query["band"].split("-"))
        (score,) = (one.score for one in on.proposed if shown(one.subject) == row["subject"]
                    and shown(one.object) == row["object"] and one.relation == row["relation"])  # fmt: skip
        return low <= score < high
    return row["relation"] == query["relation"]


def test_the_csv_of_the_list_holds_what_the_list_holds(ana: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(ana.get("/desk?state=VNM&format=csv").text)))
    listed = ana.get("/desk?state=VNM&format=json").json
    assert listed is not None
    assert [row["subject"] for row in rows] == [row["subject"] for row in listed]


def test_a_decision_shows_at_once_on_the_explanation(here: Site, ana: FlaskClient) -> None:
    link = here.proposed[0]
    path = explain_of(link.subject, link.object)
    send(ana, desk(ana, path), "rejecting", why="not the same children")
    words = told(here.app.test_client().get(path, headers=PAGE))
    assert "rejected by Ana Reviewer: not the same children counts from the next build" in words
    assert "no person has decided on it" not in words


def test_what_was_decided_can_be_reopened_with_a_reason(here: Site, ana: FlaskClient) -> None:
    path = explain_of(here.proposed[0].subject, here.proposed[0].object)
    assert 'class="reopening' not in desk(ana, path)
    send(ana, desk(ana, path), "confirming")
    ben = here.person("Ben Reviewer")
    assert send(ben, desk(ben, path), "reopening").status_code == 400  # a reason is wanted
    assert send(ben, desk(ben, path), "reopening", why="new guidance came").status_code == 303
    assert [(line.who, line.decision) for line in here.lines()] == [
        ("Ana Reviewer", "confirm"),
        ("Ben Reviewer", "reopen"),
    ]


def test_the_log_tells_nobody_is_let_in_only_when_somebody_asks(
    here: Site, caplog: pytest.LogCaptureFixture, ana: FlaskClient
) -> None:
    (here.folder / "users.csv").write_text("torn", "utf-8")
    here.app.test_client().get("/limits")
    assert "row 1" not in caplog.text
    ana.get("/limits")
    assert "users.csv, row 1" in caplog.text


def test_a_decision_that_the_build_holds_is_told_once(here: Site) -> None:
    words = told(here.app.test_client().get(f"/explain?one=project/VNM-1&other={REPORT}+99.79", headers=PAGE))
    assert "rejected by A. Reader: ended before" in words
    assert "Decided since this build" not in words


def test_visitors_and_readers_see_no_way_to_decide(here: Site) -> None:
    path = explain_of(here.proposed[0].subject, here.proposed[0].object)
    for client in (here.app.test_client(), here.person("Rita Reader")):
        assert "/desk/decide" not in client.get(path, headers=PAGE).text
        assert "/desk/add" not in client.get(f"/id/document/{CERD}/para/12", headers=PAGE).text


def test_a_missing_link_is_added_from_a_passage(here: Site, ana: FlaskClient) -> None:
    page = ana.get(f"/id/document/{CERD}/para/12", headers=PAGE).text
    address = page.split('href="/desk/add')[1].split('"')[0].replace("&amp;", "&")
    empty = ana.get("/desk/add" + address, headers=PAGE).text
    filled = {"one": f"{CERD} 12", "choice": "repeats-back", "other": f"{REPORT} 99.81", "why": "said in the dialogue"}
    answer = ana.post("/desk/add", data=filled | {"csrf_token": token(empty)})
    assert answer.status_code == 303
    (line,) = here.lines()
    assert (line.decision, line.relation.value, shown(line.subject)) == ("add", "repeats", f"{REPORT} 99.81")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"other": "A/NO/1 1"}, "does not hold"),
        ({"other": f"{CERD} 12"}, "a link joins two things"),
        ({"why": ""}, "say why"),
        ({"choice": "likes"}, "is none of"),
        ({"other": "<script>"}, "write an IRI"),
        ({"choice": "cites", "one": f"{COMPILATION} 12", "other": f"{CERD} 12"}, "is there already"),
    ],
)
def test_what_cannot_be_added_is_told_and_what_was_typed_stays(
    here: Site, ana: FlaskClient, changed: dict[str, str], reason: str
) -> None:
    filled = {"one": f"{CERD} 12", "choice": "reinforces", "other": f"{REPORT} 99.81", "why": "because"} | changed
    answer = ana.post("/desk/add", data=filled | {"csrf_token": token(desk(ana, "/desk/add"))}, headers=PAGE)
    assert answer.status_code == 400
    assert reason in told(answer)
    assert 'name="other" value="' + escape(({"other": f"{REPORT} 99.81"} | changed)["other"]) in answer.text
    assert "<script>" not in answer.text
    assert here.lines() == ()


def test_what_somebody_decided_already_is_not_added_again(here: Site, ana: FlaskClient) -> None:
    filled = {"one": f"{CERD} 12", "choice": "reinforces", "other": f"{REPORT} 99.82", "why": "because"}
    answer = ana.post("/desk/add", data=filled | {"csrf_token": token(desk(ana, "/desk/add"))}, headers=PAGE)
    assert answer.status_code == 409
    assert "somebody decided on this link already" in told(answer)
    assert here.lines() == ()


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"decision": "destroy"}, 400),
        ({"subject": "A/NO/1 1"}, 400),
        ({"object": ""}, 400),
        ({"relation": "likes"}, 400),
        ({"seen": "-1"}, 303),
        ({"seen": "9" * 40}, 303),
        ({"why": "x" * 5000, "next": "https://evil.example/"}, 303),
    ],
)
def test_forms_that_nobody_wrote_are_refused_or_harmless(
    here: Site, ana: FlaskClient, changed: dict[str, str], status: int
) -> None:
    answer = send(ana, desk(ana), "confirming", **changed)
    assert answer.status_code == status
    assert not (answer.location or "").startswith("http")
    assert len(here.lines()) == (status == 303)


def test_a_reason_that_is_a_formula_or_a_script_stays_text(here: Site, ana: FlaskClient) -> None:
    hostile = '=cmd|"/c calc"!A1 <script>alert(1)</script>'
    send(ana, desk(ana), "rejecting", why=hostile)
    assert here.lines()[0].why == hostile
    assert "'=cmd" in (here.folder / FILE).read_text("utf-8")
    page = here.app.test_client().get("/desk/decisions", headers=PAGE).text
    assert "<script>alert" not in page
    assert "'=cmd" in here.app.test_client().get("/desk/decisions?format=csv").text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/desk?state=XXX", 404),
        ("/desk?state=<script>", 404),
        ("/desk?state=VNM&format=pdf", 406),
        ("/desk?state=VNM&subject=x&as=likes&object=y", 400),
        ("/desk?state=VNM&subject=%3Cscript%3E&as=cites&object=y", 400),
        ("/desk?state=VNM&relation=no&mechanism=no&band=no", 200),
        ("/desk/decisions?state=XXX", 404),
        ("/desk/decisions?format=pdf", 406),
        ("/desk/decisions?who=nobody&page=999999999", 200),
    ],
)
def test_addresses_that_nobody_gave_are_answered_calmly(ana: FlaskClient, path: str, status: int) -> None:
    answer = ana.get(path, headers=PAGE)
    assert answer.status_code == status
    assert "<script>x" not in answer.text


def test_the_csv_of_all_decisions_holds_the_rows_of_the_file(here: Site, ana: FlaskClient) -> None:
    send(ana, desk(ana), "rejecting", why='he said "no", twice')
    got = ana.get("/desk/decisions?format=csv")
    assert got.text.splitlines() == (here.folder / FILE).read_text("utf-8").splitlines()
    assert len(json.loads(ana.get("/desk/decisions?format=json").text)) == len(got.text.splitlines()) - 1


def test_decisions_are_listed_newest_first_and_narrowed(ana: FlaskClient) -> None:
    send(ana, desk(ana), "rejecting", why="the newest")
    rows = ana.get("/desk/decisions?format=json").json
    assert rows is not None
    assert rows[0]["why"] == "the newest"
    for query, whys in (
        ("who=Ana Reviewer", ["the newest"]),
        ("decision=add", ["read both"]),
        ("relation=contributesTo&who=A. Reader", ["ended before"]),
        ("state=VNM&decision=add", ["read both"]),
    ):
        found = ana.get(f"/desk/decisions?format=json&{query}").json
        assert [row["why"] for row in found or []] == whys, query


def test_conflicts_stand_on_top_with_both_sides(here: Site) -> None:
    link = here.lines_of_the_story()[0]
    against = Decision(date(2026, 2, 1), "Ben", "reject", link.subject, link.relation, link.object, "other children")
    append(here.folder / FILE, lambda _: [against])
    words = told(here.app.test_client().get("/desk/decisions", headers=PAGE))
    assert words.index("People disagree on 1") < words.index("All decisions")
    assert "counts until they settle it" in words


def test_a_line_that_cannot_be_read_is_told_and_stops_nobody(here: Site, ana: FlaskClient) -> None:
    with (here.folder / FILE).open("a", encoding="utf-8") as stream:
        stream.write("2026-13-40,Ana,confirm,x,likes,y,z\n")
    assert "1 remark on the file itself" in told(ana.get("/desk/decisions", headers=PAGE))
    assert send(ana, desk(ana), "confirming").status_code == 303


def test_a_file_that_cannot_be_written_is_told(here: Site, ana: FlaskClient) -> None:
    page = desk(ana)
    (here.folder / FILE).write_bytes("day,who\n".encode("utf-16"))
    answer = send(ana, page, "confirming")
    assert answer.status_code == 503
    assert "Nothing was recorded" in told(answer)


def test_without_accounts_the_desk_tells_how_to_allow_it(on: Ground, tmp_path: Path) -> None:
    mine = site(on, tmp_path, accounts=False)
    words = told(mine.app.test_client().get("/desk", headers=PAGE))
    assert "read-only" in words
    assert "rightsgraph users add" in words
    assert "Log in" not in words


def test_without_a_workspace_the_desk_says_so(client: FlaskClient) -> None:
    words = told(client.get("/desk", headers=PAGE))
    assert "belongs to no workspace" in words
    assert "belongs to no workspace" in told(client.get("/desk/decisions", headers=PAGE))


def test_builds_belong_to_the_workspace_they_stand_in(tmp_path: Path) -> None:
    assert of_builds(tmp_path / "builds") is None
    (tmp_path / FILE).touch()
    assert of_builds(tmp_path / "builds") == tmp_path


def test_a_list_of_which_a_part_is_missing_is_refused(told: Build, tmp_path: Path) -> None:
    with ground(told) as on, Pool(told.store, Limits(rows_download=5)) as small:
        page = site(replace(on, pool=small), tmp_path).person("Ana Reviewer").get("/desk?state=VNM", headers=PAGE)
    assert page.status_code == 503
    assert "rows_download" in page.text
