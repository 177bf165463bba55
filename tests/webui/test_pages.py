"""The viewer's pages: what a person finds on each, and that nothing is hidden."""

import re

import pytest
from flask.testing import FlaskClient

from graph.store.builds import Build
from graph.store.pool import Pool
from tests.webui.story import CERD, REPORT, VISIT
from webui.app import create_app

PAGE = {"Accept": "text/html"}
ADDRESSES = (
    "/",
    "/search",
    "/search?q=minority",
    "/state/VNM",
    "/state/VNM/asks",
    "/state/VNM/groups",
    "/state/VNM/programmes",
    "/state/VNM/documents",
    f"/id/document/{REPORT}",
    f"/id/document/{REPORT}/para/99.82",
    f"/id/document/{CERD}/para/12",
    "/id/group/VNM/story",
    "/id/project/VNM-1",
    "/id/framework/VNM/2012",
    "/id/upr/VNM/1",
    "/id/organisation/unicef",
    "/ns/Recommendation",
    "/ns/supported",
    "/vocab/upr-info-issue/minorities",
    "/sdg/4.5",
    "/network/state/VNM",
    "/network/group/VNM/story",
    "/questions",
    "/questions/01_positions?ask=yes&state=VNM",
    "/sparql",
    "/sparql?query=SELECT+*+{}",
    "/sources",
    "/limits",
)


def read(client: FlaskClient, address: str, status: int = 200) -> str:
    """The page's words, tags taken out."""
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "text/html"
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_whole_and_asks_no_other_site(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == 200
    assert answer.text.rstrip().endswith("</html>")
    loaded = re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=\"([^\"]+)\"", answer.text)
    assert loaded
    assert all(one.startswith("/") and not one.startswith("//") for one in loaded)
    assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", answer.text)
    for one in loaded:
        with client.get(one) as file:
            assert file.status_code == 200, one


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_of_a_page_leads_somewhere(client: FlaskClient, address: str) -> None:
    text = client.get(address, headers=PAGE).text
    for link in sorted(set(re.findall(r"<a[^>]* href=\"(/[^\"#]*)", text))):
        answer = client.get(link.replace("&amp;", "&"), headers=PAGE)
        assert answer.status_code in (200, 303), f"{address} → {link}"


def test_the_front_page_counts_what_concerns_each_state(client: FlaskClient) -> None:
    assert re.search(r"Viet Nam\s+5\s+3\s+\d+\s+2\s+5", read(client, "/"))


def test_noted_recommendations_stand_in_the_counts_and_in_the_list(client: FlaskClient) -> None:
    glance = read(client, "/state/VNM")
    assert re.search(r"Supported 2 .*Partly supported 1 .*Noted 2", glance)
    everything = read(client, "/state/VNM/asks")
    assert all(f"{REPORT}, para. 99.{number}" in everything for number in range(78, 83))
    assert "99.80" not in read(client, "/state/VNM/asks?position=supported")
    assert "99.80" in read(client, "/state/VNM/asks?position=noted")


def test_asks_can_be_narrowed_to_a_family(client: FlaskClient) -> None:
    words = read(client, "/state/VNM/asks?family=treatyBodies")
    assert CERD in words
    assert "1 ask " in words
    assert f"{REPORT}, para." not in words


def test_a_recommendation_shows_how_the_position_came_about(client: FlaskClient) -> None:
    words = read(client, f"/id/document/{REPORT}/para/99.82")
    assert "recommended by Canada" in words
    first, last = words.index("2009-10-05 Pending"), words.index("2009-12-01 Partly supported")
    assert first < last < words.index("latest")
    assert words.count("latest") == 1
    assert "accepted in part" in words
    assert "The State added: judges are trained already" in words
    assert "addendum.pdf, page 3" in words


def test_links_tell_their_basis_words_and_source(client: FlaskClient) -> None:
    words = read(client, f"/id/document/{CERD}/para/12")
    assert "Cited by" in words
    assert "CERD/C/VNM/CO/10-14, para. 12." in words
    assert "OHCHR endnote" in words
    assert "compilation.pdf" in words


def test_what_people_decided_stands_with_name_day_and_reason(client: FlaskClient) -> None:
    added = read(client, f"/id/document/{REPORT}/para/99.82")
    assert "confirmed by A. Reader on 2026-01-02: read both" in added
    rejected = read(client, f"/id/document/{REPORT}/para/99.79")
    assert "rejected by A. Reader on 2026-01-02: ended before" in rejected


def test_tags_say_whether_a_source_gave_them(client: FlaskClient) -> None:
    words = read(client, f"/id/document/{REPORT}/para/99.78")
    assert re.search(r"Minorities\s+given", words)
    assert re.search(r"4\.5\s+given", words) or re.search(r"4\.5[^.]{0,80}given", words)


def test_a_tag_has_a_page_that_lists_what_carries_it(client: FlaskClient) -> None:
    words = read(client, "/vocab/upr-info-issue/minorities")
    assert "Tagged with it" in words
    assert f"{REPORT}, para. 99.78" in words
    assert f"{CERD}, para. 12" in read(client, "/sdg/4.5")


def test_the_vocabulary_explains_itself(client: FlaskClient) -> None:
    assert "An ask of a State by its peers" in read(client, "/ns/Recommendation")


def test_a_group_shows_its_members_by_family(client: FlaskClient) -> None:
    words = read(client, "/id/group/VNM/story")
    for family, member in (
        ("Universal Periodic Review", f"{REPORT}, para. 99.78"),
        ("Treaty bodies", f"{CERD}, para. 12"),
        ("Special procedures", f"{VISIT}, para. 85"),
    ):
        assert words.index(family) < words.index(member)


def test_a_document_that_is_only_cited_says_so(client: FlaskClient) -> None:
    assert "only cited" in read(client, f"/id/document/{CERD}")
    assert "only cited" not in read(client, f"/id/document/{REPORT}")


def test_a_project_shows_agency_money_and_what_it_works_on(client: FlaskClient) -> None:
    words = read(client, "/id/project/VNM-1")
    assert "UNICEF" in words
    assert "budget 120 000 USD" in words
    assert "99.79" in words


def test_sources_name_every_file_and_its_checksum(client: FlaskClient) -> None:
    words = read(client, "/sources")
    for file in ("report.pdf", "addendum.pdf", "uhri.json", "compilation.pdf", "programmes.csv"):
        assert file in words
    assert "not an official source" in words


def test_limits_are_shown_by_name(client: FlaskClient) -> None:
    words = read(client, "/limits")
    assert re.search(r"query_seconds\s+10\.0", words)
    assert "rows_download 100,000" in words


@pytest.mark.parametrize(
    "address",
    [
        "/state/XXX",
        "/state/vn",
        "/state/'}",
        "/id/nothing",
        "/network/state/FRA",
        "/questions/99",
        "/id/",
        "/nowhere",
    ],
)
def test_what_is_not_known_is_a_calm_404(client: FlaskClient, address: str) -> None:
    words = read(client, address, status=404)
    assert "Nothing is known by this name" in words
    assert "Traceback" not in words


def test_a_state_code_in_lower_case_will_do(client: FlaskClient) -> None:
    assert "Viet Nam" in read(client, "/state/vnm")


def test_the_state_as_a_thing_is_its_page(client: FlaskClient) -> None:
    answer = client.get("/id/state/VNM", headers=PAGE)
    assert (answer.status_code, answer.location) == (303, "/state/VNM")


def test_an_undated_statement_of_an_unofficial_list_borrows_no_document(example: Build) -> None:
    with Pool(example.store) as pool:
        client = create_app(example, pool).test_client()
        page = client.get("/id/document/A/HRC/12/11/para/99.79", headers={"Accept": "text/html"}).text
    history = page[page.index("came about") : page.index("<h2>Tags")]
    assert "not an official source" in history
    assert "A/HRC/16/45" not in history
    assert history.index("latest") < history.index("not an official source")


def test_assessments_stand_side_by_side_with_who_makes_them(client: FlaskClient) -> None:
    words = read(client, f"/id/document/{REPORT}/para/99.82")
    assert "What is said of its implementation" in words
    assert "An NGO of judges: yellow" in words.replace(" :", ":")
    assert "Half of the judges were trained." in words


def test_a_treaty_body_s_recommendation_has_no_position(client: FlaskClient) -> None:
    assert "No position stated" not in read(client, f"/id/document/{CERD}/para/12")
