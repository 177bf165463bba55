"""XML from strangers: streamed, no DTD, no entity, nothing fetched."""

import io

import pytest

from graph.source import Refused
from loaders.documents import markup

BOMB = b"<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'><!ENTITY c '&b;&b;&b;'>]><a><x>&c;</x></a>"
OUTSIDE = b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a><x>&b;</x></a>"
WITHOUT_ENTITY = b"<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a><x/></a>"


def test_elements_come_one_by_one_and_whole() -> None:
    stream = io.BytesIO(b"<a><x n='1'><y>one</y></x><z/><x n='2'/></a>")
    found = [(one.get("n"), "".join(one.itertext())) for one in markup.events(stream, "x")]
    assert found == [("1", "one"), ("2", "")]


def test_what_was_read_is_let_go_of() -> None:
    stream = io.BytesIO(b"<a>" + b"<x><y/></x>" * 50 + b"</a>")
    for one in markup.events(stream, "x"):
        before = list(one.itersiblings(preceding=True))
        assert len(before) <= 1
        assert not any(len(other) for other in before)


@pytest.mark.parametrize("content", [BOMB, OUTSIDE, WITHOUT_ENTITY])
def test_a_dtd_is_refused_before_any_element_is_given(content: bytes) -> None:
    with pytest.raises(Refused, match="DTD or entities"):
        markup.tree(content)
    with pytest.raises(Refused, match="DTD or entities"):
        next(markup.events(io.BytesIO(content), "x"))


@pytest.mark.parametrize("content", [b"", b"text", b"<a><x></a>", b"\x00\x01", b"<a", b"<a>&nbsp;</a>"])
def test_what_is_no_xml_is_refused(content: bytes) -> None:
    with pytest.raises(Refused, match="not well-formed"):
        markup.tree(content)
    with pytest.raises(Refused, match="not well-formed"):
        list(markup.events(io.BytesIO(content), "x"))


def test_a_cut_file_gives_what_stands_before_the_cut() -> None:
    stream = markup.events(io.BytesIO(b"<a><x n='1'/><x n='2'/><x n='3'"), "x")
    assert next(stream).get("n") == "1"
    with pytest.raises(Refused, match="download it again"):
        list(stream)


def test_the_root_is_told_without_reading_on() -> None:
    assert markup.root(io.BytesIO(b"<iati-activities version='2.03'><broken")) == (
        "iati-activities",
        {"version": "2.03"},
    )
    assert markup.root(io.BytesIO(b"no xml")) == ("", {})
