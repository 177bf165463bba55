"""To ask for a thing and to ask for its opposite is not to ask alike, however alike the words are."""

import pytest

from graph.link.direction import direction
from tests.graph.made_asks import ask, computed, found


@pytest.mark.parametrize(
    ("text", "ends", "keeps"),
    [
        ("Abolish the death penalty", {"death", "penalti"}, set()),
        ("Reinstate the death penalty", set(), {"death", "penalti"}),
        ("Maintain the moratorium on the death penalty", {"death", "penalti"}, set()),
        ("Withdraw from the court", {"court"}, set()),
        ("Withdraw its bill", set(), set()),
        ("Support the court", set(), {"court"}),
        ("Repeal the press law and retain the ombudsman", {"press", "law"}, {"ombudsman"}),
        ("Repeal the press law; the ombudsman waits", {"press", "law"}, set()),
        ("Repeal the press law. The ombudsman waits", {"press", "law"}, set()),
        ("Dig wells", set(), set()),
        ("", set(), set()),
    ],
)
def test_the_nearest_verb_tells_what_is_wanted_ended_or_kept(text: str, ends: set[str], keeps: set[str]) -> None:
    assert direction(text).ends == ends
    assert direction(text).keeps == keeps


def test_what_is_wanted_both_ended_and_kept_goes_neither_way() -> None:
    told = direction("Abolish the court; then reinstate the court")
    assert "court" not in told.ends | told.keeps


def test_a_verb_does_not_govern_what_stands_far_from_it() -> None:
    far = "Abolish what " + "was and " * 12 + "lighthouses"
    assert not direction(far).ends & {"lighthous"}


OTHERS = (
    "Open rural clinics",
    "Publish the budget of fisheries",
    "Give stateless persons papers",
    "Protect old forests",
)
OPPOSITE = [
    ("Abolish the death penalty", "Reinstate the death penalty"),
    ("Abolish the death penalty", "Keep the death penalty"),
    ("Support the International Criminal Court", "Withdraw from the International Criminal Court"),
    ("Repeal the law on public gatherings", "Retain the law on public gatherings"),
    ("Lift the restrictions on trade unions", "Maintain the restrictions on trade unions"),
    ("Ratify the Convention against Torture", "Withdraw from the Convention against Torture"),
]


def links_of(one: str, other: str) -> set[tuple[str, str, str]]:
    """The links of an ask of the UPR and of one of a committee, among others."""
    beside = [ask(f"o{number}", text) for number, text in enumerate(OTHERS)]
    made = computed([ask("a", one), ask("b", f"The State party should {other[0].lower()}{other[1:]}", "CAT"), *beside])
    return {link for link in found(made) if {link[0], link[2]} == {"a", "b"}}


@pytest.mark.parametrize(("one", "other"), OPPOSITE)
def test_asks_for_the_opposite_are_not_linked_and_asks_for_the_same_are(one: str, other: str) -> None:
    """Each text would be linked with itself: it is the direction that keeps the two apart."""
    assert links_of(one, one) == {("a", "reinforces", "b")}
    assert links_of(one, other) == links_of(other, one) == set()


@pytest.mark.parametrize(("one", "other"), OPPOSITE)
def test_the_opposite_asked_later_does_not_repeat_what_was_asked(one: str, other: str) -> None:
    asks = [ask("a", one, look=1), ask("b", other, look=2), ask("c", one, look=2)]
    assert found(computed(asks)) == {("c", "repeats", "a")}


def test_a_moratorium_kept_and_a_penalty_abolished_go_the_same_way() -> None:
    assert links_of("Maintain the moratorium on the death penalty", "Abolish the death penalty") == {
        ("a", "reinforces", "b")
    }


def test_one_opposite_part_does_not_part_what_another_part_joins() -> None:
    one = "Retain the death penalty; give every child free school meals"
    other = "Abolish the death penalty; give every child free school meals"
    assert links_of(one, other) == {("a", "reinforces", "b")}
