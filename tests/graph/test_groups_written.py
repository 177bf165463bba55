"""What is known of a group stands in the graph, as the shapes and the questions expect it."""

from decimal import Decimal

import pytest

from graph import terms
from graph.link.groups.identity import Known
from graph.link.groups.told import Told, read
from graph.questions import question
from graph.store.asking import Rows, Term
from graph.store.builds import Build
from graph.store.pool import Pool
from graph.terms import DCTERMS, rg
from graph.write import made
from tests.graph.made_groups import ask, grouped, link

ASKS = [ask("u0"), ask("u1"), ask("c0", mechanism="CEDAW"), ask("s0", mechanism="SR-Torture")]
LINKS = [link("u0", "c0"), link("c0", "u1"), link("u1", "s0"), link("s0", "u0")]
GONE = terms.group("SVN", ["x"])


@pytest.fixture
def facts() -> dict[str, set[str]]:
    """Property → values of a group that took in another one."""
    told = {terms.BASE + "u0": Told("supported", 2014, ("urn:project:1",)), terms.BASE + "u1": Told("noted", 2019)}
    kept = terms.group("SVN", ["kept"])
    known = Known({kept: frozenset(one.iri for one in ASKS[:3]), GONE: frozenset([ASKS[3].iri])})
    (group,) = grouped(ASKS, LINKS, told=told, known=known)
    assert group.identifier == kept
    found: dict[str, set[str]] = {}
    for subject, predicate, value in made.group(group):
        if subject == kept:
            found.setdefault(predicate, set()).add(value)
    return found


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("memberCount", 4), ("mechanismCount", 3), ("familyCount", 3), ("uprCount", 2), ("treatyBodyCount", 1),
        ("specialProcedureCount", 1), ("supportedCount", 1), ("notedCount", 1), ("partlySupportedCount", 0),
        ("pendingCount", 0), ("programmeCount", 1), ("firstYear", 2014), ("lastYear", 2019),
    ],
)  # fmt: skip
def test_a_group_tells_its_numbers(facts: dict[str, set[str]], name: str, number: int) -> None:
    assert facts[rg(name)] == {f'"{number}"^^<http://www.w3.org/2001/XMLSchema#integer>'}


def test_a_group_tells_what_it_replaces_and_who_works_on_it(facts: dict[str, set[str]]) -> None:
    assert facts[DCTERMS + "replaces"] == {f"<{GONE}>"}
    assert facts[rg("programme")] == {"<urn:project:1>"}
    assert facts[rg("mechanism")] == {f"<{terms.mechanism(name)}>" for name in ("UPR", "CEDAW", "SR-Torture")}
    assert rg("bridge") not in facts


def test_the_questions_about_groups_are_answered_and_their_numbers_add_up(example: Build) -> None:
    with Pool(example.store) as pool:
        rows = pool.select(question("links_that_hold_groups").text).dicts()
        groups = pool.select(question("groups_at_a_glance").text).dicts()
    assert groups
    assert {row["group"] for row in rows} <= {row["group"] for row in groups}
    for row in groups:
        asks = [int(row[name]) for name in ("upr", "treatyBodies", "specialProcedures")]
        assert sum(asks) == int(row["asks"])
        assert 0 < Decimal(row["strength"]) <= 1


class Answering:
    """Answers any question with the same rows."""

    def __init__(self, *rows: tuple[str, str, str]) -> None:
        self.rows = Rows(("ask", "what", "value"), tuple(tuple(map(Term, row)) for row in rows))

    def select(self, _query: str) -> Rows:
        return self.rows


def test_an_ask_is_dated_by_its_review_before_its_session_and_its_document() -> None:
    asker = Answering(
        ("a", "looked", "2014-11-03"), ("a", "looked", "2014-11-10"), ("a", "issued", "2015-01-05"),
        ("b", "session", "34"), ("b", "issued", "2020-01-05"), ("c", "issued", "2020-01-05"), ("d", "session", "99"),
        ("d", "position", rg("noted")), ("d", "programme", "urn:p"), ("e", "issued", "no day"),
    )  # fmt: skip
    told = read(asker, terms.state("SVN"))  # type: ignore[arg-type]
    assert {name: one.year for name, one in told.items()} == {"a": 2014, "b": 2019, "c": 2020, "d": None, "e": None}
    assert told["d"] == Told("noted", None, ("urn:p",))


def test_what_the_example_tells_of_its_asks_is_read(example: Build) -> None:
    with Pool(example.store) as pool:
        told = read(pool, terms.state("VNM"))
    assert {one.year for one in told.values()} >= {2009}
    assert any(one.position == "supported" for one in told.values())
    assert any(one.programmes for one in told.values())
