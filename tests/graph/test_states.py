"""States by name: every way of writing a name is that State, and no name is two."""

from collections import defaultdict

import pytest

from graph import states
from graph.clean import Unclear
from graph.states import Mention, key, mentions, state


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Swaziland", "SWZ"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Zaire", "COD"),
        ("Holly See", "VAT"),
        ("New Zeeland", "NZL"),
        ("Azerbeijan", "AZE"),
        ("Russia Federation", "RUS"),
        ("DPR Korea", "PRK"),
        ("D.P.R. Korea", "PRK"),
        ("Macedonia FYR", "MKD"),
        ("Upper Volta", "BFA"),
        ("Ceylon", "LKA"),
        ("Costa de Marfil", "CIV"),
        ("Cap-Vert", "CPV"),
        ("科特迪瓦", "CIV"),
        ("Корейская Народно-Демократическая Республика", "PRK"),
        ("الكويت", "KWT"),
    ],
)
def test_past_short_and_foreign_names_and_slips_of_the_pen_are_known(told: str, code: str) -> None:
    assert state(told) == code


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Korea, Republic of", "KOR"),
        ("Korea (Democratic People’s Republic of)", "PRK"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Rep.", "COG"),
        ("Congo, The Democratic Republic of the", "COD"),
        ("Egypt, Arab Rep.", "EGY"),
        ("Gambia, The", "GMB"),
        ("Bahamas (the)", "BHS"),
        ("République-Unie de Tanzanie (la)", "TZA"),
        ("l’État plurinational de Bolivie", "BOL"),
        ("Países Bajos (Reino de los)", "NLD"),
        ("Guinea (Bissau)", "GNB"),
        ("Myanmar (Burma)", "MMR"),
        ("Holy See (Vatican City State)", "VAT"),
    ],
)
def test_a_name_turned_round_or_with_an_aside_is_the_same_name(told: str, code: str) -> None:
    assert state(told) == code


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("  VIET  NAM* ", "VNM"),
        ("Viet-Nam", "VNM"),
        ("Guinea Bissau", "GNB"),
        ("Guinea‑Bissau", "GNB"),
        ("Trinidad & Tobago", "TTO"),
        ("St. Lucia", "LCA"),
        ("Côte d’Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("U.S.A.", "USA"),
        ("timor-leste", "TLS"),
    ],
)
def test_blanks_hyphens_accents_and_abbreviations_do_not_tell(told: str, code: str) -> None:
    assert state(told) == code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Congo", "Democratic Republic of the Congo"),
        ("Republic of Korea", "Democratic People's Republic of Korea"),
        ("Guinea", "Papua New Guinea"),
        ("Guinea", "Equatorial Guinea"),
        ("Niger", "Nigeria"),
        ("Dominica", "Dominican Republic"),
        ("Sudan", "South Sudan"),
        ("Samoa", "San Marino"),
        ("Mali", "Somalia"),
        ("Austria", "Australia"),
        ("Slovakia", "Slovenia"),
    ],
)
def test_names_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert state(one) != state(other)
    assert [mention.state for mention in mentions(f"{one}; {other}.")] == [state(one), state(other)]


@pytest.mark.parametrize(
    "told",
    [
        *("", "the", "la", "(", "Republic", "Korea", "Yugoslavia", "Burma (Siam)", "Guinea, Congo"),
        *("Hong Kong", "China, Hong Kong SAR", "Northern Ireland", "South Georgia", "American Samoa"),
        *("European Union", "Kosovo", "Niue"),
    ],
)
def test_what_no_state_is_called_is_unclear(told: str) -> None:
    with pytest.raises(Unclear):
        state(told)


def test_no_name_is_two_states() -> None:
    """Neither as it stands, nor folded for running text, nor stripped to what never changes."""
    for stripped in (key, states.fold):
        seen: defaultdict[str, set[str]] = defaultdict(set)
        for name, code in states._table().names:
            assert stripped(name), name
            seen[stripped(name)].add(code)
        assert {name: codes for name, codes in seen.items() if len(codes) > 1} == {}


def test_a_code_is_its_state_whatever_else_the_letters_mean() -> None:
    """AND is Andorra and ARE the United Arab Emirates."""
    assert state("AND") == "AND"
    assert state("are") == "ARE"
    assert states.from_iso2("na") == "NAM"
    assert states.to_iso2("NAM") == "NA"
    for lookup in (states.from_iso2, states.to_iso2):
        with pytest.raises(Unclear):
            lookup("ZZ")


def test_a_mention_stands_where_the_text_has_it() -> None:
    text = "(the United\nKingdom, Côte d’Ivoire and Guinea-Bissau; Nigeriens, Omani law)"
    found = mentions(text)
    assert [(one.state, text[one.start : one.end]) for one in found] == [
        ("GBR", "the United\nKingdom"),
        ("CIV", "Côte d’Ivoire"),
        ("GNB", "Guinea-Bissau"),
    ]
    assert mentions("") == []
    assert mentions("bathe Chad") == [Mention("TCD", 6, 10)]
