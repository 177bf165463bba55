"""What an ask is read for: matters, persons, measures, treaties, mandates, and its own words without names."""

import pytest

from graph.link.read import Read, asks, read, work
from graph.terms import mechanism

UPR = mechanism("UPR")
STAFF = "medical-staff-health-professionals"


def ends(iris: frozenset[str]) -> list[str]:
    return sorted(iri.rsplit("/", 1)[-1] for iri in iris)


def only(text: str) -> Read:
    (told,) = asks(text, UPR)
    return told


def test_the_name_of_a_committee_is_no_word_of_an_ask() -> None:
    told = read("The Committee on the Elimination of Discrimination against Women asked for homes")
    assert told.words == "The asked for homes"
    assert ends(told.mandates) == ["CEDAW"]
    assert not told.persons
    assert "discrimination" not in ends(told.matters)


def test_the_name_of_a_treaty_and_its_article_are_no_words_of_an_ask() -> None:
    told = read("Give effect to article 19 of the Convention on the Rights of the Child on caning")
    assert told.words == "Give effect to on caning"
    assert ends(told.treaties) == ["CRC"]
    assert ends(told.matters) == ["corporal-punishment"]
    assert not told.persons


def test_names_that_overlap_are_taken_out_once() -> None:
    text = "Ratify the Optional Protocol to the Convention against Torture and dig wells"
    told = read(text)
    assert "Torture" not in told.words
    assert told.words.endswith("and dig wells")
    assert told.text == text


@pytest.mark.parametrize(
    ("text", "matters", "persons", "measures", "heads"),
    [
        ("Abolish the death penalty", ["death-penalty"], [], ["abolish"], ["abolish"]),
        (
            "Train judges on child marriage",
            ["child-marriage"], ["children", "judges-lawyers-and-prosecutors"], ["train"], ["train"],
        ),
        ("The State party should also train medical staff", [], [STAFF], ["train"], ["train"]),
        ("Paint the lighthouses", [], [], [], []),
    ],
)  # fmt: skip
def test_matters_persons_and_measures_are_found(
    text: str, matters: list[str], persons: list[str], measures: list[str], heads: list[str]
) -> None:
    told = read(text)
    assert ends(told.matters) == matters
    assert ends(told.persons) == persons
    assert ends(told.measures) == measures
    assert ends(told.heads) == heads


def test_what_is_asked_first_is_the_head_and_what_comes_late_is_not() -> None:
    told = read("Train the police of every district, town and village of the whole country and ban caning")
    assert ends(told.heads) == ["train"]
    assert "prohibit" in ends(told.measures)


def test_a_measure_of_every_ask_is_no_head() -> None:
    told = read("Promote the protection of wells")
    assert ends(told.measures)
    assert not told.heads


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        ("Ratify the Convention on the Rights of the Child", True),
        ("Accede to the 1954 Convention relating to the Status of Stateless Persons", True),
        ("Withdraw its reservations to the Convention on the Rights of the Child", True),
        ("Give effect to the Convention on the Rights of the Child", False),
        ("Open rural clinics", False),
    ],
)
def test_to_join_a_treaty_or_to_lift_a_reservation_is_told_from_giving_effect(text: str, joins: bool) -> None:
    told = only(text)
    assert told.joins is joins
    assert told.abroad is joins


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Ratify the core human rights treaties", True),
        ("Ratify all the core international human rights instruments", True),
        ("Accede to the remaining main human rights conventions", True),
        ("Ratify the Convention on the Rights of the Child", False),
        ("Translate the core human rights treaties into Roma", False),
    ],
)
def test_treaties_in_general_are_any_treaty(text: str, every: bool) -> None:
    assert read(text).joins_any is every


def test_a_programme_is_never_technical_assistance_nor_exchange_nor_aid() -> None:
    text = "Technical assistance: share best practices on sanitation; official development assistance for wells"
    general = {"technical-assistance", "sharing-experience", "aid-to-others"}
    assert general <= set(ends(read(text).matters))
    assert ends(work(text).matters) == ["water-and-sanitation"]


def test_a_body_that_speaks_of_its_own_treaty_means_it() -> None:
    assert ends(read("Give effect to article 3 of the Convention", mechanism("CRC")).treaties) == ["CRC"]
    assert not read("Give effect to article 3 of the Convention").treaties


@pytest.mark.parametrize(
    ("text", "ratifies", "lifts"),
    [
        ("Ratify the Convention against Torture", True, False),
        ("Accede to the Convention against Torture without reservations", True, False),
        ("Withdraw its reservations to the Convention on the Rights of the Child", False, True),
        ("Lift the reservation to article 9 and ratify the Optional Protocol; withdraw reservations", True, True),
        ("Teach children about the Convention on the Rights of the Child", False, False),
    ],
)
def test_to_become_party_and_to_lift_reservations_are_two_acts(text: str, ratifies: bool, lifts: bool) -> None:
    told = read(text)
    assert (told.ratifies, told.lifts) == (ratifies, lifts)
