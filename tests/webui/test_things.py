"""Things at their own addresses, for programs: RDF in the format asked for."""

import json

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from graph import terms
from tests.webui.story import CERD, REPORT

THING = f"/id/document/{REPORT}/para/99.82"
FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}


@pytest.mark.parametrize("media", FORMATS)
def test_a_thing_is_told_in_each_format(client: FlaskClient, media: str) -> None:
    answer = client.get(THING, headers={"Accept": media})
    assert answer.mimetype == media
    assert "Accept" in answer.headers["Vary"]
    triples = {quad.triple for quad in ox.parse(answer.data, format=FORMATS[media])}
    thing = ox.NamedNode(terms.passage(REPORT, "99.82"))
    text = ox.Literal("Train judges on the rights of persons with disabilities", language="en")
    assert ox.Triple(thing, ox.NamedNode(terms.rg("text")), text) in triples
    stated = [triple for triple in triples if triple.predicate.value == terms.rg("positionStated")]
    assert len(stated) == 2


def test_only_the_thing_and_its_records_are_told(client: FlaskClient) -> None:
    answer = client.get(THING, query_string={"format": "ntriples"})
    subjects = {quad.subject.value for quad in ox.parse(answer.data, format=ox.RdfFormat.N_TRIPLES)}
    assert all(
        subject == terms.passage(REPORT, "99.82")
        or "/position/" in subject
        or "/link/" in subject
        or "/tag/" in subject
        for subject in subjects
    )


def test_json_is_asked_for_by_name_or_by_accept(client: FlaskClient) -> None:
    for answer in (
        client.get(THING, query_string={"format": "json"}),
        client.get(THING, headers={"Accept": "application/json"}),
    ):
        assert "json" in answer.mimetype
        assert any(one["@id"] == terms.passage(REPORT, "99.82") for one in json.loads(answer.data))


def test_a_browser_gets_a_page_and_curl_turtle(client: FlaskClient) -> None:
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert client.get(THING, headers={"Accept": browser}).mimetype == "text/html"
    assert client.get(THING, headers={"Accept": "*/*"}).mimetype == "text/turtle"


@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json", "application/rdf+xml"])
def test_an_unknown_thing_is_a_404_in_rdf_too(client: FlaskClient, accept: str) -> None:
    answer = client.get("/id/document/A/NO/1", headers={"Accept": accept})
    assert answer.status_code == 404
    assert answer.json is not None
    assert answer.json["error"]["status"] == 404


def test_an_unknown_format_is_a_406(client: FlaskClient) -> None:
    assert client.get(THING, query_string={"format": "docx"}).status_code == 406
    assert client.get(THING, headers={"Accept": "image/png"}).status_code == 406


def test_every_identifier_is_found_at_its_path(client: FlaskClient) -> None:
    rows = client.get(
        "/sparql",
        query_string={
            "query": "SELECT DISTINCT ?s { ?s a ?c FILTER(STRSTARTS(STR(?s), '" + terms.BASE + "document')) }"
        },
        headers={"Accept": "application/json"},
    ).json
    assert rows is not None
    found = [row["s"]["value"] for row in rows["results"]["bindings"]]
    assert terms.passage(CERD, "12") in found
    for iri in found:
        path = "/id/" + iri.removeprefix(terms.BASE)
        assert client.get(path, headers={"Accept": "text/html"}).status_code == 200, iri
