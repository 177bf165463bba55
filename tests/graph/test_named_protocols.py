"""Optional protocols are told by their treaty and by the words that say which; where nothing says it, none is named."""

import pytest

from graph import terms
from graph.link.named import names


def told(text: str) -> list[str]:
    return [one.iri.removeprefix(terms.BASE + "treaty/") for one in names(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ratify OP-CAT", ["CAT-OP"]),
        ("the Optional Protocol to the Convention against Torture (OPCAT)", ["CAT-OP", "CAT-OP"]),
        ("CRPD and its Optional Protocol", ["CRPD", "CRPD-OP"]),
        ("the Convention against Torture and the Optional Protocol thereto", ["CAT", "CAT-OP"]),
        ("CEDAW Convention, CAT and their Optional Protocols", ["CEDAW", "CAT", "CAT-OP", "CEDAW-OP"]),
        ("the Optional Protocols to ICESCR and CRPD", ["ICESCR-OP", "CRPD-OP"]),
        ("the Optional Protocols to CAT, and the Rome Statute", ["CAT-OP", "Rome-Statute"]),
        ("Protocole facultatif à la Convention relative aux droits des personnes handicapées", ["CRPD-OP"]),
    ],
)
def test_a_treaty_with_one_protocol_says_which(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Second Optional Protocol to the ICCPR", ["ICCPR-OP2"]),
        ("the Optional Protocol to the ICCPR", ["ICCPR-OP1"]),
        ("the Optional Protocol to the ICCPR aiming at the abolition of the death penalty", ["ICCPR-OP2"]),
        ("the Optional Protocol to the ICCPR, to abolish the death penalty", ["ICCPR-OP2"]),
        ("Ratify the Optional Protocol to ICCPR and abolish the death penalty", []),
        ("the First and Second Optional Protocols to the ICCPR", ["ICCPR-OP1", "ICCPR-OP2"]),
        ("the two Optional Protocols to ICCPR", ["ICCPR-OP1", "ICCPR-OP2"]),
        ("ICCPR-OP 2 and OP2-ICCPR", ["ICCPR-OP2", "ICCPR-OP2"]),
        ("ICCPR and its Optional Protocol", ["ICCPR"]),
        ("the Second Optional Protocol, against the death penalty", ["ICCPR-OP2"]),
        ("Segundo Protocolo Facultativo del Pacto Internacional de Derechos Civiles y Políticos", ["ICCPR-OP2"]),
    ],
)
def test_of_the_two_protocols_of_the_civil_covenant_the_words_say_which(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Optional Protocol to the CRC on the involvement of children in armed conflict", ["CRC-OP-AC"]),
        ("the Optional Protocol to CRC on the sale of children and child pornography", ["CRC-OP-SC"]),
        ("the third Optional Protocol to the CRC on a communications procedure", ["CRC-OP-IC"]),
        ("the Optional Protocols to CRC on armed conflict and on the sale of children", ["CRC-OP-AC", "CRC-OP-SC"]),
        ("the two Optional Protocols to the CRC", ["CRC-OP-AC", "CRC-OP-SC"]),
        ("the three Optional Protocols to the CRC", ["CRC-OP-AC", "CRC-OP-IC", "CRC-OP-SC"]),
        ("the Optional Protocol on the sale of children", ["CRC-OP-SC"]),
        ("the Optional Protocol to the CRC", []),
        ("the Optional Protocols to the CRC", []),
    ],
)  # fmt: skip
def test_of_the_three_protocols_on_children_the_matter_says_which(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "the Optional Protocol to CED",
        "the Additional Protocol to the UNTOC",
        "an op to remember",
        "the Optional Protocol",
    ],
)
def test_a_protocol_that_the_words_leave_open_is_not_named(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Optional Protocol to ICESCR and CRPD", ["ICESCR-OP"]),
        ("the Optional Protocol to ICESCR and the Rome Statute", ["ICESCR-OP", "Rome-Statute"]),
        ("the Optional Protocols to CAT, the ICESCR and the CRPD", ["CAT-OP", "ICESCR-OP", "CRPD-OP"]),
        ("the Optional Protocols to CEDAW and CRPD and the ICCPR", ["CEDAW-OP", "CRPD-OP", "ICCPR"]),
        ("the Optional Protocols to ICCPR and CAT", []),
        ("the two Optional Protocols to ICCPR and the Convention against Torture", ["ICCPR-OP1", "ICCPR-OP2", "CAT"]),
        ("the Second Protocol to ICESCR", []),
    ],
)
def test_of_a_protocol_to_several_treaties_only_what_nobody_can_read_otherwise_is_named(
    text: str, found: list[str]
) -> None:
    assert told(text) == found
