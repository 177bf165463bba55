"""Mechanisms by symbol, notation and name; all of UHRI's labels are known."""

import csv
from pathlib import Path

import pytest

from graph import mechanisms

UNNAMED = {"-"}
"""UHRI's label of records that name no body."""


@pytest.mark.parametrize(
    ("symbol", "body"),
    [
        ("CEDAW/C/SVN/CO/4", "CEDAW"),
        ("CERD/C/SVN/CO/6-7", "CERD"),
        ("CCPR/CO/84/SVN", "CCPR"),
        ("E/C.12/SVN/CO/1", "CESCR"),
        ("CAT/C/CR/30/4", "CAT"),
        ("CAT/OP/SVN/1", "SPT"),
        ("CRC/C/15/Add.219", "CRC"),
        ("CRC/C/OPSC/SVN/CO/1", "CRC-OP-SC"),
        ("CRC/OPAC/SVN/CO/1", "CRC-OP-AC"),
        ("CRPD/C/SVN/CO/1", "CRPD"),
        ("CED/C/SVN/CO/1", "CED"),
        ("CMW/C/PER/CO/1", "CMW"),
        ("A/HRC/18/33/Add.2", None),
        ("E/CN.4/2006/62", None),
        ("CATALOGUE/1", None),
    ],
)
def test_a_symbol_names_its_treaty_body_and_no_special_procedure(symbol: str, body: str | None) -> None:
    assert mechanisms.from_symbol(symbol) == body


def test_every_body_that_uhri_names_is_known_with_its_family(shared_data: Path) -> None:
    with (shared_data / "uhri" / "code-lists" / "bodies.csv").open(encoding="utf-8-sig", newline="") as stream:
        labels = [row[0] for row in csv.reader(stream)][1:]
    unknown = [label for label in labels if mechanisms.from_name(label) is None]
    assert {label.strip() for label in unknown} <= UNNAMED
    families = {mechanisms.family(found) for label in labels if (found := mechanisms.from_name(label))}
    assert families == {"upr", "treatyBodies", "specialProcedures"}


@pytest.mark.parametrize(
    ("name", "notation"),
    [
        ("Committee against Torture", "CAT"),
        ("the Human Rights Committee", "CCPR"),
        ("- CRC", "CRC"),
        ("Committee of planters", None),
    ],
)
def test_names_as_documents_give_them(name: str, notation: str | None) -> None:
    assert mechanisms.from_name(name) == notation


def test_a_sentence_names_a_mandate_or_none_where_two_are_named() -> None:
    water = mechanisms.from_sentence("The independent expert on water and sanitation recommended wells.")
    assert water is not None
    assert mechanisms.family(water) == "specialProcedures"
    assert mechanisms.from_sentence("The Special Rapporteur on safe drinking water and sanitation said so.") == water
    assert (
        mechanisms.from_sentence("The Special Rapporteur on torture and the Independent Expert on minority issues")
        is None
    )
    assert mechanisms.from_sentence("The expert said so.") is None


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The Committee on the Rights of the Child recommended wells.", "CRC"),
        ("CERD was concerned about CRC.", "CERD"),
        ("The same Committee recommended wells.", None),
        ("UNHCR noted that the Committee against Torture had spoken.", None),
        ("Catalogues were made.", None),
    ],
)
def test_who_speaks_is_told_by_how_a_sentence_begins(sentence: str, body: str | None) -> None:
    assert mechanisms.speaker(sentence) == body
