"""Treaties, bodies, mandates, articles, goals and papers are found by the words that name them, and nothing else is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import terms
from graph.link.named import Kind, instruments, names


def short(iri: str) -> str:
    """`…/treaty/CRC/article/7` → CRC/article/7; a body is marked: `@CRC`."""
    for kind, mark in (("treaty/", ""), ("mechanism/", "@"), ("document/", "")):
        if iri.startswith(terms.BASE + kind):
            return mark + iri.removeprefix(terms.BASE + kind)
    return iri.removeprefix(terms.SDG)


def told(text: str, speaker: str = "") -> list[str]:
    return [short(one.iri) for one in names(text, speaker=terms.mechanism(speaker) if speaker else "")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ratify the Convention on the Rights of the Child.", ["CRC"]),
        ("Ratify the CONVENTION ON THE RIGHTS OF THE CHILD.", ["CRC"]),
        ("Ratify the convention for the Elimination of Discrimination against Women", ["CEDAW"]),
        ("Convention for the Protection of All Persons against Enforced Disappearances", ["ICPPED"]),
        ("the International Covenant on Social, Economic and Cultural Rights", ["ICESCR"]),
        ("Ratify both International Covenants", ["ICCPR", "ICESCR"]),
        ("the two Covenants and their trees", ["ICCPR", "ICESCR"]),
        (
            "the International Covenants on Civil and Political Rights and on Economic, Social and Cultural Rights",
            ["ICCPR", "ICESCR"],
        ),
        ("its covenants and promises", []),
        ("ICCPR, ICESCR and ICRMW", ["ICCPR", "ICESCR", "ICRMW"]),
        ("the 1951 Convention relating to the Status of Refugees and its 1967 Protocol", ["Refugees", "Refugees-P"]),
        ("the 1961 Convention on Narcotic Drugs", []),
        ("a treaty of 1954 and the Convention of trees", []),
        ("the Rome Statute of the ICC", ["Rome-Statute"]),
        ("the Palermo Protocol and the Istanbul Convention", ["Trafficking-P", "Istanbul-Convention"]),
        ("Protocol No. 12 to the European Convention on Human Rights", ["ECHR-P12"]),
        ("the European Convention on Torture and Trees", []),
        ("Pacto Internacional de Derechos Civiles y Políticos", ["ICCPR"]),
        ("Adhérer à la Convention relative aux droits de l'enfant", ["CRC"]),
        ("an international convention on trees", []),
        ("crimes of genocide against refugees", []),
    ],
)
def test_a_treaty_is_found_by_its_title_and_its_short_names(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ratify the CRC", ["CRC"]),
        ("as recommended by the CRC", ["@CRC"]),
        ("CEDAW urged Peru to plant", ["@CEDAW"]),
        ("Implement the recommendations of CEDAW and CAT", ["@CEDAW", "@CAT"]),
        ("Implement CEDAW", ["CEDAW"]),
        ("Implement CEDAW recommendations", ["@CEDAW"]),
        ("its obligations under CAT", ["CAT"]),
        ("Submit its overdue report to CERD", ["@CERD"]),
        ("Ratify ICCPR, CAT and CED", ["ICCPR", "CAT", "CED"]),
        ("the CEDAW Committee", ["@CEDAW"]),
        ("the CEDAW Convention", ["CEDAW"]),
        ("Bring its laws into conformity with CEDAW", ["CEDAW"]),
        ("Withdraw its reservation to article 16 (1) (c) of CEDAW", ["CEDAW/article/16", "CEDAW"]),
        ("The Committee on the Rights of the Child (CRC) asked", ["@CRC"]),
        ("the Convention against Torture (CAT)", ["CAT"]),
        ("CEDAW matters to Peru", []),
        ("Implementation, Monitoring and Reporting of CEDAW", []),
        ("CEDAW was ratified in 1990", []),
        ("CEDAW was also concerned", ["@CEDAW"]),
        ("treaty bodies such as CEDAW", ["@CEDAW"]),
        ("Cooperate with CAT", ["@CAT"]),
        ("a cat sat on a crc", []),
    ],
)  # fmt: skip
def test_a_name_that_treaty_and_body_share_is_decided_by_its_words_or_not_told(text: str, found: list[str]) -> None:
    plain = [one.replace("CED", "ICPPED") if one == "CED" else one for one in found]
    assert list(dict.fromkeys(told(text))) == plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Committee on Enforced Disappearances", ["@CED"]),
        ("the Human Rights Committee", ["@CCPR"]),
        ("the National Human Rights Committee", []),
        ("Set up a Committee on the Rights of the Child", []),
        ("the human rights committee of the parliament", []),
        ("the European Committee for the Prevention of Torture", []),
        ("le Comité contre la torture", ["@CAT"]),
        ("el Comité de los Derechos del Niño", ["@CRC"]),
    ],
)
def test_a_body_is_found_by_its_name_and_a_national_committee_is_none(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Special Rapporteur on minority issues", ["@SR-Minorities"]),
        ("the Special Rapporteurs on torture and on the right to food", ["@SR-Torture", "@SR-Food"]),
        ("the Special Rapporteurs on torture (since 2007), on education", ["@SR-Torture", "@SR-Education"]),
        ("the UN Special Rapporteur on extrajudicial, summary or arbitrary executions", ["@SR-Summary-executions"]),
        ("the Working Group on Arbitrary Detention", ["@WG-Arbitrary-detention"]),
        ("the Special Rapporteur on the situation of human rights in Myanmar", ["@SR-Myanmar"]),
        ("la Rapporteuse spéciale sur le droit à l'éducation", ["@SR-Education"]),
        ("the Special Rapporteur", []),
        ("all special procedures", []),
        ("invite the Special Rapporteur to look into torture", []),
        ("the Interdepartmental Working Group against Trafficking in Human Beings", []),
        ("a national working group on arbitrary detention", []),
        ("the Special Rapporteur on freedom of expression of the African Commission", []),
    ],
)
def test_a_mandate_is_found_by_title_and_matter_and_a_title_alone_names_nobody(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("article 7 of the Convention on the Rights of the Child", ["CRC/article/7", "CRC"]),
        ("articles 9 (2) and 16, paragraph 1 (c), of CEDAW", ["CEDAW", "CEDAW/article/9", "CEDAW/article/16"]),
        ("articles 2–4 of the ICCPR", ["ICCPR/article/2", "ICCPR/article/3", "ICCPR/article/4", "ICCPR"]),
        ("ICCPR, particularly article 26, and the Constitution", ["ICCPR", "ICCPR/article/26"]),
        ("ICCPR and, in line with article 26 of its Constitution", ["ICCPR"]),
        ("Ratify ICPPED as in article 31 of the Convention", ["ICPPED", "ICPPED/article/31"]),
        ("article 7 of the Constitution, and CAT", []),
        ("Ratify CRC and CRPD as in article 7 of the Convention", ["CRC", "CRPD"]),
    ],
)  # fmt: skip
def test_an_article_is_named_with_its_treaty_or_not_at_all(text: str, found: list[str]) -> None:
    assert sorted(told(text)) == sorted(found)


def test_the_convention_in_a_bodys_text_is_the_treaty_that_it_watches_over() -> None:
    text = "The Committee asks, under article 7 of the Convention, to ratify the Optional Protocol to the Convention."
    assert sorted(set(told(text, "CEDAW"))) == ["CEDAW", "CEDAW-OP", "CEDAW/article/7"]
    assert told(text) == []
    assert told("as article 2 of the Covenant says", "CCPR") == ["ICCPR/article/2", "ICCPR"]
    assert told("conformément à l’article 12 du Pacte", "CESCR") == ["ICESCR/article/12", "ICESCR"]
    assert told("Ratify ILO Convention No. 189. Apply the Convention.", "CEDAW") == ["ILO-C189", "CEDAW"]
    assert told("Ratify the Istanbul Convention, and apply the Convention.", "CEDAW") == ["Istanbul-Convention"]


def test_a_body_that_names_itself_names_nothing_new() -> None:
    assert told("The Committee on the Rights of the Child reminds Peru", "CRC") == []
    assert told("The Committee on the Rights of the Child reminds Peru", "CRC-OP-AC") == []
    assert told("The Committee on the Rights of the Child reminds Peru", "CEDAW") == ["@CRC"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ILO Conventions Nos. 138 and 182", ["ILO-C138", "ILO-C182"]),
        ("Convention No. 169 of the International Labour Organization", ["ILO-C169"]),
        ("ILO 189 on decent work", ["ILO-C189"]),
        ("el Convenio núm. 169 de la OIT", ["ILO-C169"]),
        ("la Convention no 189 de l’OIT", ["ILO-C189"]),
        ("the ILO Domestic Workers Convention", ["ILO-C189"]),
        ("the Worst Forms of Child Labour Convention", ["ILO-C182"]),
        ("Convention No. 169 and indigenous peoples", ["ILO-C169"]),
        ("Convention No. 33 on adoption", []),
        ("the ILO programme of 2012", []),
        ("ILO Convention No. 400", []),
    ],
)
def test_a_labour_convention_is_found_by_its_number_or_title(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SDG target 5.2", ["5.2"]),
        ("SDGs 3, 4 and 16", ["16", "3", "4"]),
        ("SDGs 1-3", ["1", "2", "3"]),
        ("Goal 5 of the 2030 Agenda", ["5"]),
        ("targets 16.9 and 16.a of the Sustainable Development Goals", ["16.9", "16.a"]),
        ("les ODD 4 et 5", ["4", "5"]),
        ("the 17 SDGs by 2030", []),
        ("SDG 18 and SDG 4.99", []),
        ("Goal 5 of the national plan", []),
        ("SDG 50 % faster", []),
    ],
)
def test_a_goal_or_target_is_found_by_its_number(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(A/HRC/28/15, paras. 115.1–115.3)", [f"A/HRC/28/15/para/115.{n}" for n in (1, 2, 3)]),
        ("CERD/C/SVN/CO/6-7, para. 12 (a)", ["CERD/C/SVN/CO/6-7/para/12%20(a)"]),
        ("paragraph 9 of document CRC/C/QAT/CO/2", ["CRC/C/QAT/CO/2/para/9"]),
        ("recommendation 115.17 (A/HRC/28/15)", ["A/HRC/28/15/para/115.17"]),
        ("see A/HRC/28/15", ["A/HRC/28/15"]),
        ("A/B/C", []),
    ],
)  # fmt: skip
def test_a_paper_is_found_by_its_symbol_with_the_paragraphs_that_stand_with_it(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_a_name_is_quoted_as_it_stands() -> None:
    text = "Peru should ratify the  International Covenant on Civil\nand Political Rights, soon."
    (one,) = names(text)
    assert (one.kind, one.quote) == (Kind.TREATY, "International Covenant on Civil\nand Political Rights")
    assert text[one.start : one.end] == one.quote


def test_instruments_are_the_treaties_and_bodies_of_names() -> None:
    text = "Ratify OP-CAT, as CEDAW recommended in line with article 2 of ICCPR and SDG 5"
    assert instruments(text) == {one.iri for one in names(text) if one.kind in (Kind.TREATY, Kind.MECHANISM)}
    assert instruments("Plant trees.") == frozenset()


PIECES = (
    *("Convention", " on the ", "CRC", "Optional Protocols to ", "§0", " and ", "ILO No. 138 ", "article 7 of ", "("),
    *(
        "SDG 5-",
        "Special Rapporteurs on ",
        "torture",
        "A/HRC/1/2",
        ", para. ",
        "²",
        "İ",
        "recommendation 1.2",
        "é",
        "’s ",
    ),
)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=20).map("".join))
def test_any_text_is_read_and_every_quote_stands_where_it_says(text: str) -> None:
    for one in names(text, speaker=terms.mechanism("CRC")):
        assert text[one.start : one.end] == one.quote != ""
        assert one.iri


@pytest.mark.parametrize(
    "piece", ["the Convention on the ", "CRC and ", "articles 1, 2 and ", "ILO 1 and ", "op to §1 ", "SDG 1, ", "A/1/"]
)
def test_a_long_text_of_traps_is_read_in_time(piece: str) -> None:
    begun = time.perf_counter()
    names(piece * 2_000)
    assert time.perf_counter() - begun < 5
