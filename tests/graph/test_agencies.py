"""UN entities: each by all its names and identifiers, and nothing else by any of them."""

import csv
from pathlib import Path

import pyoxigraph as ox
import pytest

import ontology
from graph import terms
from graph.agencies import agency
from graph.terms import NS, SKOS


@pytest.mark.parametrize(
    "told",
    ["UNICEF", "unicef", "United Nations Children's Fund", "United Nations Children’s Fund", "41122", "XM-DAC-41122"],
)
def test_one_agency_by_all_its_names_is_one(told: str) -> None:
    assert agency(told) == "UNICEF"


@pytest.mark.parametrize("told", ["UN Women", "UN-WOMEN", "UNWomen", "ONU Mujeres", "XM-DAC-41146-ABC"])
def test_blanks_hyphens_and_other_languages_do_not_matter(told: str) -> None:
    assert agency(told) == "UN Women"


@pytest.mark.parametrize("told", ["", "Ministry of Health", "411221", "41999", "XM-DAC-5-1", "UNICEF Viet Nam"])
def test_who_is_no_un_entity_is_none(told: str) -> None:
    assert agency(told) is None


def test_the_list_names_each_entity_by_its_short_name_and_no_name_twice() -> None:
    names: dict[str, str] = {}
    data = (ontology.root() / "vocab" / "agencies.ttl").read_bytes()
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        told, subject = quad.object, str(quad.subject).strip("<>")
        if not isinstance(told, ox.Literal):
            continue
        if quad.predicate.value == SKOS + "notation":
            assert terms.organisation(told.value) == subject
        if quad.predicate.value in (SKOS + "notation", SKOS + "altLabel", NS + "iatiReference"):
            assert names.setdefault(told.value.casefold(), subject) == subject
            assert terms.organisation(agency(told.value) or "-") == subject
    assert len(set(names.values())) > 50


_NO_ENTITY = {
    "Intergovernmental and Expert Bodies",
    "Sanctions Committees",
    "Functional Commissions",
    "Standing committees and ad hoc bodies",
    "Military Staff Committee",
    "Counter-Terrorism Committee",
    "Other Bodies",
}
"""Categories of the UN's list that are bodies of States or experts: they carry out nothing."""


def test_every_entity_of_the_un_s_list_is_one_by_its_short_and_its_long_name(shared_data: Path) -> None:
    with (shared_data / "agencies" / "un-system-entities.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["entity"].strip()]
    entities = [row for row in rows if row["category"] not in _NO_ENTITY and row["entity"] != "HLPF"]
    assert len(entities) > 140
    for row in entities:
        short = row["entity"].strip()
        of_secretariat = len(short) <= 3 and row["system_grouping"] == "UN Secretariat"
        found = agency(short) or (agency(f"UN {short}") if of_secretariat else None)
        assert found, row
        assert agency(row["entity_long"]) == found, row


@pytest.mark.parametrize("told", ["DOS", "CEB", "Board of Auditors", "Working Groups"])
def test_letters_that_others_use_and_bodies_of_states_are_none(told: str) -> None:
    assert agency(told) is None
