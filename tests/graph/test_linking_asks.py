"""Asks that ask for the same are linked, in one review, across time and across mechanisms; others are not."""

from dataclasses import replace

import pytest

from graph.records import Basis
from tests.graph.made_asks import ask, computed, found

OTHERS = (
    "Open rural clinics in every district",
    "Publish the budget of the ministry of fisheries",
    "Protect old forests from logging",
    "Fix the minimum wage by law",
    "Give stateless persons papers",
    "Register all births free of charge",
    "Guarantee freedom of the press",
    "Make polling stations accessible to persons with disabilities",
)
BESIDE = [ask(f"o{number}", text) for number, text in enumerate(OTHERS)]
CANING = "Prohibit the corporal punishment of children in all settings (Chile)"
CANING_TOO = "Ban by law the beating of children as corporal punishment at home and in school (Norway)"
CANING_BODY = "The State party should explicitly prohibit corporal punishment of children in schools and homes."
TORTURE, DISABLED = "the Convention against Torture", "the Convention on the Rights of Persons with Disabilities"
PROTOCOL = f"the Optional Protocol to {TORTURE}"


def linked(one: str, other: str, mechanism: str = "UPR", *, look: int = 1) -> set[str]:
    """Relations between an ask of the review and another among others, whichever stands first."""
    made = found(computed([ask("a", one), ask("b", other, mechanism, look), *BESIDE]))
    return {relation for subject, relation, thing in made if {subject, thing} == {"a", "b"}}


def test_others_of_another_matter_are_not_linked_at_all() -> None:
    assert computed(BESIDE) == ()


def test_the_same_ask_of_two_states_in_one_review_is_the_same_ask() -> None:
    (link,) = computed([ask("a", CANING), ask("b", CANING_TOO), *BESIDE])
    assert found([link]) == {("a", "sameAsk", "b")}
    assert link.basis is Basis.SIMILARITY
    assert 0 < link.score <= 1
    assert link.reasons


@pytest.mark.parametrize("later", [CANING, CANING.replace("Chile", "Peru"), CANING_TOO])
def test_what_a_later_review_asks_again_repeats_the_earlier_ask(later: str) -> None:
    assert found(computed([ask("a", CANING, look=1), ask("b", later, look=3), *BESIDE])) == {("b", "repeats", "a")}
    assert found(computed([ask("a", later, look=2), ask("b", CANING, look=1), *BESIDE])) == {("a", "repeats", "b")}


def test_a_committee_repeats_itself_too() -> None:
    asks = [ask("a", CANING_BODY, "CRC", look=1), ask("b", CANING_BODY, "CRC", look=2), *BESIDE]
    assert found(computed(asks)) == {("b", "repeats", "a")}


def test_what_two_mechanisms_ask_is_reinforced() -> None:
    assert linked(CANING, CANING_BODY, "CRC") == {"reinforces"}
    assert linked(CANING, CANING_BODY, "CAT", look=2) == {"reinforces"}


def test_asks_of_one_mechanism_without_a_date_are_not_put_in_order() -> None:
    undated = [replace(ask(number, CANING_BODY, "CRC", look), when=None) for number, look in (("a", 1), ("b", 2))]
    assert computed([*undated, *BESIDE]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"Ratify {TORTURE}", f"Ratify {DISABLED}"),
        (f"Ratify {PROTOCOL}", f"Ratify {TORTURE}"),
        (f"Sign and ratify {PROTOCOL} without delay", f"Sign and ratify {TORTURE} without delay"),
        (f"Withdraw its reservations to {TORTURE}", f"Withdraw its reservations to {DISABLED}"),
    ],
)
@pytest.mark.parametrize(("mechanism", "look"), [("UPR", 1), ("UPR", 2), ("CAT", 1)])
def test_two_treaties_are_not_one_and_a_protocol_is_not_its_treaty(
    one: str, other: str, mechanism: str, look: int
) -> None:
    assert linked(one, one, mechanism, look=look)
    assert linked(one, other, mechanism, look=look) == set()


@pytest.mark.parametrize(
    "one", [f"Ratify {DISABLED}, {TORTURE} and the Rome Statute", f"Ratify {TORTURE} and {DISABLED}"]
)
def test_a_list_of_treaties_and_one_of_them_ask_alike(one: str) -> None:
    assert linked(one, f"Accede to {DISABLED}") == {"sameAsk"}
    assert linked(one, f"The State party should accede to {DISABLED}", "CAT") == {"reinforces"}
    assert linked(one, f"Accede to {PROTOCOL}") == set()


def test_the_core_treaties_may_be_any_treaty_of_another_mechanism() -> None:
    assert linked("Ratify the core human rights treaties", f"The State party should ratify {DISABLED}", "CAT") == {
        "reinforces"
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Protect migrant women from trafficking", "Give migrant women access to health care"),
        ("Protect children from labour in mines", "Register the births of all children"),
        ("Train the police to protect persons with disabilities", "Let persons with disabilities vote in elections"),
        ("Let women inherit land", "Open shelters for women who fled domestic violence"),
        (f"Ratify {DISABLED}", "Let persons with disabilities vote in elections"),
    ],
)
@pytest.mark.parametrize("mechanism", ["UPR", "CAT"])
def test_the_same_persons_in_another_matter_are_not_enough(one: str, other: str, mechanism: str) -> None:
    assert linked(one, other, mechanism) == set()


def test_a_treaty_named_among_the_core_treaties_leaves_the_others_open_to_another_mechanism() -> None:
    """In one review, two asks that name two treaties are two asks."""
    core = f"Ratify the core human rights treaties, in particular {TORTURE}"
    assert linked(core, f"The State party should ratify {DISABLED}", "CAT") == {"reinforces"}
    assert linked(core, f"Ratify {DISABLED}") == set()


def test_two_texts_are_linked_if_one_ask_of_each_is_the_same() -> None:
    one = f"Open a museum of fisheries (Peru); {CANING[0].lower()}{CANING[1:]}"
    assert linked(one, CANING_BODY, "CRC") == {"reinforces"}
    assert linked(one, CANING_TOO) == {"sameAsk"}


def test_a_text_that_says_one_thing_twice_is_linked_once() -> None:
    twice = "Prohibit the corporal punishment of children; prohibit the physical punishment of children in schools"
    made = computed([ask("a", twice), ask("b", twice), *BESIDE])
    assert sorted((one.subject, one.relation, one.object) for one in made) == sorted(
        {(one.subject, one.relation, one.object) for one in made}
    )
    assert found(made) == {("a", "sameAsk", "b")}


def test_what_only_praises_is_linked_with_nothing() -> None:
    assert linked(CANING, "The Committee welcomed that corporal punishment of children was prohibited.", "CRC") == set()


@pytest.mark.parametrize("text", ["", " ", "…", "\x00", "ß" * 5000, "; ; ;", "Good."])
def test_a_text_without_content_is_linked_with_nothing_and_harms_nobody(text: str) -> None:
    made = found(computed([ask("a", CANING), ask("b", CANING_TOO), ask("c", text), ask("d", text, "CAT")]))
    assert {one for one in made if {one[0], one[2]} <= {"a", "b"}} == {("a", "sameAsk", "b")}
    assert not {one for one in made if {one[0], one[2]} & {"a", "b"} and {one[0], one[2]} & {"c", "d"}}


def test_a_state_without_asks_has_no_links() -> None:
    assert computed([]) == ()
    assert computed([ask("a", "")]) == ()
