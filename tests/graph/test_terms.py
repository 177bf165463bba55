"""Identifiers are made from facts and never change with wording."""

import pytest

from graph import terms


def test_identifiers_are_those_of_the_contract() -> None:
    base = terms.BASE
    assert terms.state("VNM") == base + "state/VNM"
    assert terms.mechanism("CEDAW") == base + "mechanism/CEDAW"
    assert terms.mechanism("SR Minority issues") == base + "mechanism/SR-Minority-issues"
    assert terms.review("VNM", 1) == base + "upr/VNM/1"
    assert terms.document("A/HRC/12/11") == base + "document/A/HRC/12/11"
    assert terms.passage("A/HRC/59/15", "140.7") == base + "document/A/HRC/59/15/para/140.7"
    assert terms.framework("MOZ/2022") == base + "framework/MOZ/2022"
    assert terms.sdg("4.5") == "http://metadata.un.org/sdg/4.5"


def test_what_an_iri_may_not_hold_is_encoded() -> None:
    assert terms.passage("A/HRC/12/11", "35 (a)").endswith("/para/35%20(a)")
    assert terms.project("X<script>").endswith("/X%3Cscript%3E")


def test_a_thing_without_a_name_has_no_identity() -> None:
    with pytest.raises(ValueError, match="needs every part"):
        terms.passage("A/HRC/12/11", " ")


def test_a_label_in_any_script_gets_a_concept() -> None:
    assert terms.concept("upr-info-issue", "Women's rights") == terms.VOCAB + "upr-info-issue/women-s-rights"
    assert terms.concept("x", "教育") != terms.concept("x", "健康")


def test_a_group_keeps_its_name_while_its_first_member_stays() -> None:
    assert terms.group("VNM", ["b", "a"]) == terms.group("VNM", ["c", "a"]) != terms.group("VNM", ["b", "c"])


def test_a_passage_s_identifier_tells_its_document_and_the_paragraph_it_is_part_of() -> None:
    symbol = "CRC/C/SVN/CO/9-10"
    part = terms.passage(symbol, "6 (b) (i)")
    assert terms.document_of(part) == terms.document(symbol)
    assert terms.whole_of(part) == terms.passage(symbol, "6 (b)")
    assert terms.whole_of(terms.passage(symbol, "6")) == ""
    assert terms.cycle_of(terms.review("SVN", 2)) == 2
    assert terms.cycle_of(terms.document(symbol)) is None
