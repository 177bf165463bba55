"""UHRI's export, UN INFO and IATI, in the shapes their publishers answer in."""

import json
from pathlib import Path

import pytest

from graph.records import Framework, Project
from loaders.fetch.fetch import State
from loaders.read import read
from tests.loaders.fetch.conftest import Fetching
from tests.loaders.fetch.publisher import Publisher, chunked, status, whole

EXPORT = json.dumps([{"AnnotationId": str(number), "Text": "words"} for number in range(5000)]).encode()
XML = b'<?xml version="1.0"?>\n<iati-activities version="2.03"><iati-activity/></iati-activities>\n'
WORKSPACES = {
    "results": [
        {"id": 37, "name": "Viet Nam", "countries": [{"name": "Viet Nam"}]},
        {"id": 241, "countries": [{"name": "Kiribati"}, {"name": "Nauru"}, {"name": "Tokelau"}]},
        {"id": 8, "countries": [{"name": "Chad"}]},
        {"id": 9, "countries": [{"name": "Chad"}]},
        {"id": 3, "countries": None},
    ]
}
OVERVIEW = "/v1.0/planEntity/finance/overview?"


def as_json(told: object) -> bytes:
    return json.dumps(told).encode()


def serve_un_info(publisher: Publisher) -> None:
    publisher.serve("/v1.0/workspace/search", whole(as_json(WORKSPACES), "application/json"))
    for level in ("SP", "OC", "OU"):
        answer = [{"id": 1, "name": level, "metrics": [{"metricId": 5, "total": 10.5}]}]
        publisher.serve(f"{OVERVIEW}planEntity:{level}", whole(as_json(answer), "application/json"))
    agencies = [{"id": 2, "name": "UN-XX", "planEntities": [{"id": 3, "name": "Schools", "parentId": 1}]}]
    publisher.serve(f"{OVERVIEW}agency,planEntity:SOU", whole(as_json(agencies), "application/json"))


def test_the_export_of_uhri_is_kept_as_it_comes(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve("/uhri/export-results/export-full-en.json", whole(EXPORT, "application/json"))
    (done,) = fetching("uhri")
    assert done.state is State.FETCHED, done.line
    assert (tmp_path / "sources" / "export-full-en.json").read_bytes() == EXPORT


def test_an_export_without_its_end_is_not_kept(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve("/uhri/export-results/export-full-en.json", chunked(EXPORT[:4000], content_type="application/json"))
    (done,) = fetching("uhri", attempts=1)
    assert "sent JSON without its end" in done.line
    assert not [*(tmp_path / "sources").iterdir()]


def test_an_export_that_moved_says_where_to_look(publisher: Publisher, fetching: Fetching) -> None:
    (done,) = fetching("uhri")
    assert "uhri.ohchr.org/en/our-data-api" in done.line
    assert "RIGHTSGRAPH_FETCH_UHRI" in done.line
    assert publisher.asked


def test_un_info_is_kept_as_the_api_gives_it(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    serve_un_info(publisher)
    (done,) = fetching("un-info", "VNM")
    assert done.state is State.FETCHED, done.line
    told = json.loads((tmp_path / "sources" / "un-info_VNM.json").read_text("utf-8"))
    assert told["workspace"] == WORKSPACES["results"][0]
    assert [*told] == ["workspace", "planEntity:SP", "planEntity:OC", "planEntity:OU", "agency,planEntity:SOU"]
    assert told["planEntity:OC"][0]["metrics"] == [{"metricId": 5, "total": 10.5}]
    assert told["agency,planEntity:SOU"][0]["planEntities"][0]["name"] == "Schools"
    assert publisher.asked[0][0] == "POST"
    assert all("workspaceIds=37" in path for _, path, _ in publisher.asked[1:])


def test_a_workspace_of_several_states_is_found_by_each(publisher: Publisher, fetching: Fetching) -> None:
    serve_un_info(publisher)
    fetching("un-info", "NRU")
    assert "workspaceIds=241" in publisher.asked[-1][1]


@pytest.mark.parametrize(("state", "words"), [("SVN", "for SVN but none"), ("TCD", "for TCD but 8, 9")])
def test_no_workspace_or_two_are_told(publisher: Publisher, fetching: Fetching, state: str, words: str) -> None:
    serve_un_info(publisher)
    (done,) = fetching("un-info", state)
    assert done.state is State.FAILED
    assert words in done.line


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"<html>moved</html>", "gives a web page instead of JSON"),
        (b'{"results": [', "instead of JSON"),
        (b"[" * 100_000, "instead of JSON"),
        (b'{"workspaces": []}', "in a way that is not known"),
        (b'{"results": [3, {"id": 0}, {"id": 1, "countries": [4]}]}', "for VNM but none"),
    ],
)
def test_an_api_that_changed_its_shape_is_told(
    publisher: Publisher, fetching: Fetching, tmp_path: Path, answer: bytes, words: str
) -> None:
    publisher.serve("/v1.0/workspace/search", whole(answer, "application/json"))
    (done,) = fetching("un-info", "VNM")
    assert words in done.line
    assert not [*(tmp_path / "sources").iterdir()]


def test_an_empty_workspace_is_told(publisher: Publisher, fetching: Fetching) -> None:
    serve_un_info(publisher)
    for page in [page for page in publisher.pages if page.startswith(OVERVIEW)]:
        publisher.serve(page, whole(b"[]", "application/json"))
    assert "has workspace 37 for VNM, but nothing in it" in fetching("un-info", "VNM")[0].line


def test_a_passing_fault_of_the_api_is_mended(publisher: Publisher, fetching: Fetching) -> None:
    serve_un_info(publisher)
    publisher.serve("/v1.0/workspace/search", status(502), whole(as_json(WORKSPACES), "application/json"))
    assert fetching("un-info", "VNM")[0].state is State.FETCHED


def test_iati_of_a_state_is_asked_by_its_two_letters(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve("/q.xml", whole(XML, "application/xml"))
    (done,) = fetching("iati", "VNM")
    assert done.state is State.FETCHED, done.line
    assert "country_code=VN" in publisher.asked[0][1]
    assert (tmp_path / "sources" / "iati_VNM.xml").read_bytes() == XML


def test_an_iati_file_at_any_address_is_kept(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    publisher.serve("/files/unxx-vn.xml", whole(XML, "text/plain"))
    fetching("iati", publisher.url + "/files/unxx-vn.xml")
    (kept,) = (tmp_path / "sources").glob("iati_unxx-vn_*.xml")
    assert kept.read_bytes() == XML


@pytest.mark.parametrize("body", [b"<html><head/></html>", b'<?xml version="1.0"?>\n<!-- x --><HTML>', b'{"a": 1}'])
def test_what_is_no_xml_is_no_iati(publisher: Publisher, fetching: Fetching, tmp_path: Path, body: bytes) -> None:
    publisher.serve("/q.xml", whole(body, "application/xml"))
    (done,) = fetching("iati", "VNM")
    assert "instead of XML" in done.line
    assert not [*(tmp_path / "sources").iterdir()]


def test_what_un_info_gives_is_read_by_its_loader(publisher: Publisher, fetching: Fetching, tmp_path: Path) -> None:
    serve_un_info(publisher)
    fetching("un-info", "VNM")
    (one,) = read([tmp_path]).loaded
    assert one.loader.name == "programming.un_info_api"
    (framework,) = [record for record in one.records if isinstance(record, Framework)]
    assert framework.states == ("VNM",)
    assert [project.title for project in one.records if isinstance(project, Project)] == ["Schools"]


def test_an_api_without_end_is_stopped(publisher: Publisher, fetching: Fetching) -> None:
    publisher.serve("/v1.0/workspace/search", whole(b"[" + b" " * 200_000 + b"]", "application/json"))
    (done,) = fetching("un-info", "VNM", largest_document=100_000)
    assert "sends more than 100,000 bytes" in done.line
