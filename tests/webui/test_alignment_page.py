"""The alignment of a State: its numbers are those of the graph, each opens its list, and nothing noted is hidden."""

import csv
import io
import re
from threading import Event, Thread

import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph import terms
from graph.store.asking import Refusal
from tests.webui.story import CERD, REPORT
from webui.align import workbook as writing
from webui.align.columns import key
from webui.align.filters import Narrowed
from webui.align.matrix import Cell, matrix
from webui.align.whole import Whole, whole

HERE = "/state/VNM/alignment"
PAGE = {"Accept": "text/html"}
PAIRS = """
PREFIX rg: <https://w3id.org/rightsgraph/ns#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT DISTINCT ?programme ?ask WHERE {{
  ?link rdf:subject ?programme ; rdf:predicate rg:contributesTo ; rdf:object ?ask ; rg:linkStatus ?status . {}
  FILTER(?status != rg:rejected)
}}
"""


@pytest.fixture
def client(more_app: Flask) -> FlaskClient:
    return more_app.test_client()


def words(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address, headers=PAGE)
    assert answer.status_code == status, answer.text
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def asked(app: Flask, **on: str) -> Whole:
    with app.test_request_context():
        return whole(Narrowed.read("VNM", on))


def pairs(client: FlaskClient, more: str = "") -> set[tuple[str, str]]:
    """What the graph itself holds."""
    answer = client.get(
        "/sparql", query_string={"query": PAIRS.format(more)}, headers={"Accept": "application/sparql-results+json"}
    )
    assert answer.json is not None
    return {(row["programme"]["value"], row["ask"]["value"]) for row in answer.json["results"]["bindings"]}


def shown(found: Whole) -> set[tuple[str, str]]:
    return {(programme, ask) for ask, links in found.serving.items() for programme in links}


def test_the_pairs_are_those_of_the_graph(more_app: Flask, client: FlaskClient) -> None:
    found = asked(more_app)
    assert found.pairs >= 5
    assert shown(found) == pairs(client)
    assert f"Links between both: {found.pairs}." in words(client, HERE)


def test_a_rejected_link_is_counted_nowhere(more_app: Flask) -> None:
    assert (terms.project("VNM-1"), terms.passage(REPORT, "99.79")) not in shown(asked(more_app))


@pytest.mark.parametrize(
    ("on", "more"),
    [
        ({"agency": "unesco"}, "?programme rg:implementer ?of FILTER(STRENDS(STR(?of), '/unesco'))"),
        ({"position": "noted"}, "?ask rg:position rg:noted"),
        ({"sdg": "4"}, "?ask rg:sdg ?of FILTER(STRSTARTS(STR(?of), 'http://metadata.un.org/sdg/4'))"),
        ({"basis": "confirmed"}, "FILTER(?status = rg:confirmed)"),
        ({"basis": "stated"}, "?link rg:basis ?of FILTER(?of NOT IN (rg:similarity, rg:sharedCodes))"),
        ({"mechanism": "CERD"}, "?ask rg:mechanism ?of FILTER(STRENDS(STR(?of), '/CERD'))"),
        ({"theme": "upr-info-issue/minorities"}, "?ask rg:theme ?of FILTER(STRENDS(STR(?of), '/minorities'))"),
    ],
)
def test_each_filter_counts_as_the_graph_counts(
    more_app: Flask, client: FlaskClient, on: dict[str, str], more: str
) -> None:
    expected = pairs(client, more)
    assert shown(asked(more_app, **on)) == expected
    assert len(expected) < len(pairs(client))


def test_a_cell_tells_how_each_pair_is_known(more_app: Flask) -> None:
    with more_app.test_request_context():
        found = matrix(whole(Narrowed.read("VNM", {"by": "asks", "basis": "stated"})))
    row = next(row for row in found.rows if row.label.startswith("2.1"))
    told = {ask: row.cells[key(terms.passage(REPORT, ask))] for ask in ("99.78", "99.79", "99.80")}
    assert told["99.79"] == Cell(confirmed=1, stated=0, proposed=0)
    assert told["99.80"] == Cell(confirmed=0, stated=1, proposed=0)
    assert told["99.78"].all == 2  # the output itself, and the project under it
    assert row.total.all == 4
    assert found.total.all == found.below[key(terms.passage(REPORT, "99.78"))].all + 3


def test_results_stand_under_their_framework_as_a_tree(more_app: Flask) -> None:
    with more_app.test_request_context():
        found = matrix(whole(Narrowed.read("VNM", {})))
    told = [(row.label, row.depth) for row in found.rows if row.framework == "One Plan"]
    assert told == [
        ("2 Children of minorities stay in school", 0),
        ("2.1 Lessons in the mother tongue", 1),
        ("3 Coasts are clean", 0),
    ]
    assert found.rows[-1].label == "Projects under no result"


def test_every_number_of_the_matrix_opens_a_list_of_as_many_links(client: FlaskClient) -> None:
    for address in (HERE, f"{HERE}?by=asks"):
        text = client.get(address, headers=PAGE).text
        cells = re.findall(r'<a href="([^"]+/links[^"]*)"><span class="for">[^<]*</span> <b>(\d+)</b>', text)
        assert len(cells) > 5
        for link, count in cells:
            assert f"{count} link{'' if count == '1' else 's'} " in words(client, link.replace("&amp;", "&"))


def test_columns_without_a_link_are_named_and_not_lost(more_app: Flask) -> None:
    with more_app.test_request_context():
        found = matrix(whole(Narrowed.read("VNM", {})))
    asks = {ask for column in (*found.columns, *found.empty) for ask in column.asks}
    assert asks == set(asked(more_app).asks)


def test_gaps_are_told_both_ways(client: FlaskClient) -> None:
    text = words(client, HERE)
    noted = text[text.index("Noted, and a treaty body") :]
    assert f"{REPORT}, para. 99.80" in noted
    assert re.search(rf"Also asked: [^:]*{CERD}, para. 12", noted)
    assert "3 Coasts are clean" in text[text.index("Results that serve none") :]
    assert re.search(r"[Pp]ersons with disabilities\s+1\s+0", text)
    assert re.search(r"UNESCO\s+1\s+1\s+3\s+3", text)


def test_a_list_of_gaps_holds_what_the_page_counts(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{HERE}/gaps/noted?format=csv").text)))
    assert [row["recommendation"] for row in rows] == [f"{REPORT}, para. 99.80"]
    assert f"{CERD}, para. 12" in rows[0]["also asked"].split("; ")
    assert "1 in all" in words(client, f"{HERE}/gaps/noted")
    assert "Boats for the coast" in words(client, f"{HERE}/gaps/projects")


def test_the_table_to_download_has_every_pair(more_app: Flask, client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(f"{HERE}/links?format=csv").text)))
    assert {(row["programme"], row["recommendation"]) for row in rows} == {
        (asked(more_app).every[programme].name, _cited(ask)) for programme, ask in pairs(client)
    }


def _cited(iri: str) -> str:
    return f"{terms.symbol_of(iri)}, para. {terms.paragraph_of(iri)}"


def test_an_ask_filter_is_told_to_be_missing_from_the_workbook(client: FlaskClient) -> None:
    assert "The workbook is not narrowed by: Position." in words(client, f"{HERE}?position=noted&agency=unicef")
    assert "The workbook is not narrowed" not in words(client, f"{HERE}?agency=unicef")


@pytest.mark.parametrize("on", [{}, {"agency": "unesco"}, {"basis": "stated"}, {"framework": "VNM/2012"}])
def test_the_workbook_counts_what_the_page_counts(more_app: Flask, client: FlaskClient, on: dict[str, str]) -> None:
    answer = client.get(f"{HERE}/workbook", query_string=on)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Disposition"] == "attachment; filename=alignment-VNM.xlsx"
    cover = {row[0]: row[1] for row in openpyxl.load_workbook(io.BytesIO(answer.data))["Cover"].values if row[0]}
    found = asked(more_app, **on)
    assert cover["Links of programmes to asks"] == found.pairs
    assert cover["Asks with a programme"] == len(found.serving)


def test_a_visitor_has_one_workbook_written_at_a_time(
    more_app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go = Event(), Event()

    def slow(*_: object) -> None:
        begun.set()
        go.wait(10)
        raise Refusal(503, "never written")

    monkeypatch.setattr(writing, "export_to", slow)
    first = Thread(target=lambda: more_app.test_client().get(f"{HERE}/workbook"))
    first.start()
    assert begun.wait(10)
    second = client.get(f"{HERE}/workbook")
    go.set()
    first.join()
    assert second.status_code == 429
    assert second.headers["Retry-After"]
    assert client.get(f"{HERE}/workbook").status_code == 503  # the turn was given back


def test_a_workbook_that_takes_too_long_is_given_up(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "SECONDS", -1)
    assert client.get(f"{HERE}/workbook").status_code == 503


@pytest.mark.parametrize("path", ["/gaps/nothing", "/links?row=nothing", "/links?column=nothing"])
def test_what_is_not_known_is_a_calm_404(client: FlaskClient, path: str) -> None:
    assert "Nothing is known by this name" in words(client, HERE + path, status=404)


def test_a_value_nobody_has_narrows_to_nothing_and_is_shown(client: FlaskClient) -> None:
    text = words(client, f"{HERE}?agency=nobody'}}&least=seven&basis=wrong")
    assert "nobody" in text
    assert "Links between both: 0." in text
    assert client.get(f"{HERE}/workbook?agency=nobody").status_code == 404
