"""A group's label says in plain words what its asks share, and no two groups of a State are called the same."""

import pytest

from graph.link.groups.phrases import phrases
from graph.link.groups.plain import plain
from graph.link.lexicon import lexicon
from graph.link.made import Group
from tests.graph.made_groups import PRISONS, THEME, VIOLENCE, ask, grouped, link

RATIFICATION = THEME + "ratification-of-accession-to-international-instruments"
BEATEN = [
    ask("b0", "Adopt a law that makes domestic violence a crime.", "CEDAW"),
    ask("b1", "Open shelters for those who flee domestic violence."),
    ask("b2", "Train the police to act on Domestic Violence."),
]
HELD = [
    ask("h0", "End overcrowding of prisons.", "CAT"),
    ask("h1", "Build new cells to end overcrowding in Celje."),
]


def labels(made: list[Group]) -> set[str]:
    return {group.label for group in made}


def test_a_label_is_the_concrete_matter_that_most_asks_share() -> None:
    links = [link("b0", "b1"), link("b0", "b2"), link("h0", "h1")]
    themes = dict.fromkeys(("b0", "b1", "b2"), VIOLENCE) | dict.fromkeys(("h0", "h1"), PRISONS)
    made = grouped([*BEATEN, *HELD], links, themes)
    assert labels(made) == {"Domestic violence", "Prison overcrowding"}


def test_two_groups_of_one_theme_and_the_same_words_are_told_apart() -> None:
    again = [ask("z0", "End overcrowding of prisons.", "CAT"), ask("z1", "End overcrowding of prisons now.")]
    themes = dict.fromkeys(("h0", "h1", "z0", "z1"), PRISONS)
    made = grouped([*HELD, *again], [link("h0", "h1"), link("z0", "z1")], themes)
    assert len(labels(made)) == 2


def test_a_group_that_asks_for_a_treaty_is_called_by_it() -> None:
    asks = [
        ask("r0", "Ratify the International Convention on the Protection of the Rights of All Migrant Workers "
            "and Members of Their Families.", "CAT"),
        ask("r1", "Accede to the ICRMW."),
    ]  # fmt: skip
    made = grouped([*asks, *HELD], [link("r0", "r1"), link("h0", "h1")], dict.fromkeys(("r0", "r1"), RATIFICATION))
    assert "Ratification of the Convention on Migrant Workers" in labels(made)


def test_a_group_without_theme_and_shared_words_still_has_a_label() -> None:
    made = grouped([ask("x0", "Do this.", "CAT"), ask("x1", "Do that.")], [link("x0", "x1")])
    assert labels(made) == {"Asks alike in wording"}


def test_the_name_of_the_state_and_of_who_asks_names_no_group() -> None:
    asks = [ask("n0", "CEDAW asked Slovenia for shelters.", "CEDAW"), ask("n1", "CEDAW Slovenia for shelters")]
    assert labels(grouped([*asks, *HELD], [link("n0", "n1"), link("h0", "h1")])) >= {"Shelters"}


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("Ensure that all have mental health care.", ("mental", "health", "care"), ("mental",)),
        ("Ratify the Optional Protocol.", (), ("optional",)),
        ("Set up an Office of the Ombudsman, soon.", ("office", "of", "the", "ombudsman"), ("office", "of")),
        ("", (), ("",)),
    ],
)
def test_a_phrase_is_no_adjective_alone_and_no_verb_of_asking(
    text: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]
) -> None:
    found = phrases(text)
    assert not wanted or wanted in found
    assert unwanted not in found


def test_every_concept_is_called_in_plain_words_of_readable_length() -> None:
    names = lexicon()
    concepts = [iri for iri in names.names if iri.startswith((THEME, THEME.replace("theme", "person")))]
    assert len(concepts) > 100
    for iri in concepts:
        name = plain(iri, names)
        assert len(name) <= 50, name
        assert not set("&/;") & set(name), name
