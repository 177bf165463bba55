"""A programme contributes to the asks that it works on, and not to what the State alone can do."""

import pytest

from tests.graph.made_asks import ask, computed, found, programme

WATER = "Bring safe drinking water and sanitation to every village (Chile)"
BESIDE = [
    ask("o1", "Publish the law on fisheries"),
    ask("o2", "Guarantee freedom of the press"),
    ask("o3", "Register all births free of charge"),
    ask("o4", "Abolish the death penalty"),
    ask("o5", "The State party should end the torture of suspects", "CAT"),
]


def contributes(work: str, *asks: str) -> set[str]:
    """The places of the asks that a programme contributes to, among others."""
    given = [ask(str(number), text) for number, text in enumerate(asks)]
    return {thing for _, relation, thing in found(computed([*given, *BESIDE], [programme("p", work)]))
            if relation == "contributesTo"}  # fmt: skip


def test_a_programme_contributes_to_what_it_works_on_and_to_nothing_else() -> None:
    (link,) = computed([ask("0", WATER), *BESIDE], [programme("p", "Wells. Safe drinking water for dry districts")])
    assert found([link]) == {("p", "contributesTo", "0")}
    assert link.reasons


def test_a_programme_may_contribute_to_several_asks_and_several_programmes_to_one() -> None:
    asks = [ask("0", WATER), ask("1", "Stop caning: prohibit corporal punishment of children"), *BESIDE]
    works = [
        programme("p", "Drinking water, sanitation and corporal punishment of children in schools"),
        programme("q", "Sanitation and safe drinking water"),
    ]
    assert found(computed(asks, works)) == {
        ("p", "contributesTo", "0"), ("p", "contributesTo", "1"), ("q", "contributesTo", "0"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("work", "alone"),
    [
        ("Ending torture in police stations", "Ratify the Optional Protocol to the Convention against Torture"),
        ("Support to persons with disabilities", "Ratify the Convention on the Rights of Persons with Disabilities"),
        ("Fighting corruption in public works", "Share its experience in fighting corruption with other States"),
        ("Food security and drinking water", "Invite the Special Rapporteur on the right to food to visit"),
    ],
)
def test_a_programme_does_not_contribute_to_what_the_state_alone_can_do(work: str, alone: str) -> None:
    assert "0" not in contributes(work, alone)


def test_help_is_what_every_programme_is() -> None:
    assert (
        contributes("Technical assistance to the land registry", "Seek technical assistance to end child labour")
        == set()
    )


def test_persons_in_common_are_no_work_in_common() -> None:
    assert contributes("Football for children of villages", "Prohibit corporal punishment of children") == set()


def test_a_programme_is_not_taken_apart() -> None:
    """Its description tells of one work, sentence by sentence."""
    work = "Clean villages. The project noted with satisfaction that safe drinking water reached all. It digs wells."
    assert contributes(work, WATER) == {"0"}


@pytest.mark.parametrize("work", ["", "   ", "2019–2023"])
def test_a_programme_without_words_contributes_to_nothing(work: str) -> None:
    assert contributes(work, WATER) == set()


def test_no_programme_is_linked_with_a_programme() -> None:
    same = "Safe drinking water and sanitation in villages"
    assert computed([], [programme("p", same), programme("q", same)]) == ()
