"""The commands and the viewer with a server elsewhere instead of a build of one's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graph.store.builds import Build
from graph.store.endpoint.pushed import Mirror
from graph.store.endpoint.remote import Endpoint
from graph.store.pool import Pool
from tests.endpoints.servers import Server
from webui.app import create_app

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = (sys.executable, "-m", "rightsgraph", *arguments)
    return subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False, timeout=120)


def test_a_question_is_answered_from_there(pushed: Endpoint, example: Build) -> None:
    asked = ("query", "recommending_states", "-p", "state=VNM", "-f", "csv")
    there = run(*asked, "--endpoint", pushed.url)
    here = run(*asked, "--store", str(example.path.parent))
    assert there.returncode == 0, there.stderr
    assert sorted(there.stdout.splitlines()) == sorted(here.stdout.splitlines())


@pytest.mark.parametrize(("kind", "name"), [("alignment", "a.docx"), ("network", "n.graphml")])
def test_documents_are_made_from_there(kind: str, name: str, pushed: Endpoint, tmp_path: Path, server: Server) -> None:
    done = run("export", kind, "--state", "VNM", "--endpoint", pushed.url, "--out", str(tmp_path / name))
    if server.name == "Virtuoso" and done.returncode:
        assert "Traceback" not in done.stderr
        pytest.skip(f"Virtuoso: {done.stderr.splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / name).stat().st_size > 1000


def test_what_needs_the_files_of_a_build_says_so(pushed: Endpoint, tmp_path: Path) -> None:
    done = run("export", "dump", "--endpoint", pushed.url, "--out", str(tmp_path / "d.nq"))
    assert (done.returncode, done.stderr) == (2, "a dump is made of a build's files: name its --store\n")
    done = run("query", "positions", "--endpoint", pushed.url, "--store", str(tmp_path))
    assert (done.returncode, "name one" in done.stderr) == (2, True)


def test_a_server_without_a_build_or_none_at_all_is_told(server: Server, tmp_path: Path) -> None:
    done = run("query", "positions", "--endpoint", server.query.replace("//127", "//anna:secret@127"))
    assert done.returncode == 2
    assert "secret" not in done.stderr
    done = run("query", "positions", "--endpoint", "http://127.0.0.1:9/sparql")
    assert (done.returncode, "cannot be reached" in done.stderr) == (1, True)
    done = run("push", "--endpoint", server.query, "--store", str(tmp_path))
    assert (done.returncode, "no finished build" in done.stderr) == (2, True)


@pytest.fixture
def client(pushed: Endpoint, tmp_path: Path) -> FlaskClient:
    mirror = Mirror(pushed, tmp_path)
    return create_app(mirror.current, pushed, {"TESTING": False}).test_client()


@pytest.mark.parametrize("page", ["/questions", "/files", "/limits", "/?q=children", "/"])
def test_pages_are_served_from_there(page: str, client: FlaskClient) -> None:
    answer = client.get(page)
    assert answer.status_code in (200, 404, 503), answer.text[:2000]
    assert "Something went wrong" not in answer.text


def test_things_and_states_are_served_from_there(client: FlaskClient, example: Build) -> None:
    with Pool(example.store) as pool:
        found = pool.select("SELECT ?s { ?s a <https://w3id.org/rightsgraph/ns#Recommendation> } ORDER BY ?s LIMIT 1")
    thing = found.dicts()[0]["s"].split("/id/", 1)[1]
    for page in (f"/id/{thing}", "/id/state/VNM"):
        answer = client.get(page, follow_redirects=True)
        assert answer.status_code == 200, answer.text[:2000]


def test_the_endpoint_of_the_viewer_answers_from_there(client: FlaskClient) -> None:
    answer = client.get(
        "/sparql", query_string={"query": "ASK { ?s ?p ?o }"}, headers={"Accept": "application/sparql-results+json"}
    )
    assert answer.json == {"head": {}, "boolean": True}
    for update in (
        "INSERT DATA { <s:a> <s:b> <s:c> }",
        "DROP ALL",
        "ASK {} ; DROP ALL",
        "INSERT { <s:a> <s:b> <s:c> } WHERE { SELECT * {} }",
        "with <s:g> delete { ?s ?p ?o } where { ?s ?p ?o }",
    ):
        assert client.post("/sparql", data={"query": update}).status_code == 400
        assert client.post("/sparql", data={"update": update}).status_code >= 400


def test_an_assistant_may_ask_there(pushed: Endpoint, tmp_path: Path) -> None:
    from webui.assistants.tools import Tools, Unanswerable

    tools = Tools(Mirror(pushed, tmp_path).current, pushed)
    assert tools.ask("recommending_states", {"state": "VNM"})["columns"]
    with pytest.raises(Unanswerable, match="no full-text index"):
        tools.search("children")


def test_the_report_comes_with_the_build(pushed: Endpoint, example: Build, tmp_path: Path) -> None:
    build = Mirror(pushed, tmp_path).current()
    assert build.name == example.name
    assert build.report() == example.report()
