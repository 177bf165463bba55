"""The W3C protocol suite over HTTP: queries answered as it says, updates refused."""

import json

import pytest

from tests.judge.conftest import Endpoint
from tests.judge.manifest import Exchange, Manifest, exchanges

pytestmark = pytest.mark.judge

FORMS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ),
    "RDF": ("text/turtle", "application/rdf+xml", "application/n-triples"),
}


def test_every_query_of_the_protocol_suite_is_answered_as_it_says(
    endpoint: Endpoint, manifests: dict[str, Manifest], known: dict[str, dict[str, str]]
) -> None:
    tests = {
        test.value.split("#")[-1]: exchanges(manifests["protocol"], test) for test in manifests["protocol"].entries()
    }
    queries = {name: steps for name, steps in tests.items() if "update" not in name}
    assert len(queries) == 20
    failed = {name for name, steps in queries.items() if not all(answered(endpoint, step) for step in steps)}
    assert failed == set(known["protocol"])


def test_every_update_of_the_protocol_suite_is_refused(endpoint: Endpoint, manifests: dict[str, Manifest]) -> None:
    tests = {
        test.value.split("#")[-1]: exchanges(manifests["protocol"], test) for test in manifests["protocol"].entries()
    }
    updates = {name: steps for name, steps in tests.items() if "update" in name}
    assert len(updates) == 14
    for name, steps in updates.items():
        for step in (one for one in steps if b"query" not in one.body[:5] and "query=" not in one.path):
            if "sparql-query" in step.headers.get("content-type", step.headers.get("Content-Type", "")):
                continue
            status, _, _ = endpoint.ask(step.method, step.path, step.body, step.headers)
            assert 400 <= status < 500, name


def answered(endpoint: Endpoint, step: Exchange) -> bool:
    status, headers, body = endpoint.ask(step.method, step.path, step.body or None, step.headers)
    if f"{status // 100}xx" not in step.statuses:
        return False
    media = headers["content-type"].split(";")[0]
    if step.form and media not in FORMS[step.form]:
        return False
    return not step.truth or json.loads(body)["boolean"] == (step.truth == "true")
