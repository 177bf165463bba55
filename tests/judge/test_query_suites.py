"""The W3C query and result format suites over HTTP; any change against the known list fails."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.judge.conftest import Endpoint
from tests.judge.manifest import PUBLIC, Manifest, QueryTest, query_tests
from tests.judge.results import parsed

pytestmark = pytest.mark.judge

NOWHERE = "urn:a-graph-that-the-store-lacks"
RESULTS = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "srj": "application/sparql-results+json",
    "srx": "application/sparql-results+xml",
}


@pytest.fixture
def play(endpoint: Endpoint, suites: Path) -> Callable[[QueryTest, str], tuple[int, bytes]]:
    """Send a test's query with its dataset and ask for one media type."""

    def send(test: QueryTest, accept: str) -> tuple[int, bytes]:
        text = (suites / test.query.removeprefix(PUBLIC)).read_text("utf-8")
        dataset: list[tuple[str, str]] = []
        if not re.search(r"^\s*FROM\b", text, re.MULTILINE | re.IGNORECASE):
            dataset += [("default-graph-uri", name) for name in test.data or (NOWHERE,)]
            dataset += [("named-graph-uri", name) for name in test.named]
        headers = {"Content-Type": "application/sparql-query", "Accept": accept}
        body = f"BASE <{test.query}>\n{text}".encode()
        status, _, answer = endpoint.ask("POST", f"/sparql?{urlencode(dataset)}", body, headers)
        return status, answer

    return send


def of_kind(manifest: Manifest, *kinds: str) -> list[QueryTest]:
    return [test for test in query_tests(manifest) if test.kind in kinds]


def test_evaluation_suite_scores_as_known(
    play: Callable[[QueryTest, str], tuple[int, bytes]],
    suites: Path,
    manifests: dict[str, Manifest],
    known: dict[str, dict[str, str]],
) -> None:
    tests = of_kind(manifests["query"], "QueryEvaluationTest")
    assert len(tests) == 225
    failed = set()
    for test in tests:
        expected = expected_result(suites, test)
        if test.result.endswith(("ttl", "rdf")) and isinstance(expected, frozenset):
            wanted = [("text/turtle", "ttl")]
        else:
            wanted = [(RESULTS["srj"], "srj"), (RESULTS["srx"], "srx")]
        if not all(agrees(play(test, media), ending, expected, test) for media, ending in wanted):
            failed.add(test.name)
    assert sorted(failed) == sorted(known["evaluation"])


def test_syntax_suites_score_as_known(
    play: Callable[[QueryTest, str], tuple[int, bytes]],
    manifests: dict[str, Manifest],
    known: dict[str, dict[str, str]],
) -> None:
    good = of_kind(manifests["query"], "PositiveSyntaxTest11")
    bad = of_kind(manifests["query"], "NegativeSyntaxTest11")
    assert (len(good), len(bad)) == (63, 40)
    failed = {test.name for test in good if play(test, RESULTS["srj"])[0] in (400, 500)}
    failed |= {test.name for test in bad if play(test, RESULTS["srj"])[0] != 400}
    assert sorted(failed) == sorted(known["syntax"])


def test_result_format_suites_score_as_known(
    play: Callable[[QueryTest, str], tuple[int, bytes]],
    suites: Path,
    manifests: dict[str, Manifest],
    known: dict[str, dict[str, str]],
) -> None:
    tests = query_tests(manifests["results"])
    assert len(tests) == 10
    failed = set()
    for test in tests:
        ending = test.result.rsplit(".", 1)[-1]
        if not agrees(play(test, RESULTS[ending]), ending, expected_result(suites, test), test):
            failed.add(test.name)
    assert sorted(failed) == sorted(known["results"])


def expected_result(suites: Path, test: QueryTest) -> object:
    content = (suites / test.result.removeprefix(PUBLIC)).read_bytes()
    return parsed(content, test.result.rsplit(".", 1)[-1], test.result)


def agrees(answer: tuple[int, bytes], ending: str, expected: object, test: QueryTest) -> bool:
    status, body = answer
    return status == 200 and parsed(body, ending, test.result) == expected
