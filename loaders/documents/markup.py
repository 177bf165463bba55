"""The one place that opens XML: no DTD, no entity, nothing fetched; large files element by element."""

import io
from collections.abc import Iterator
from typing import BinaryIO
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

import defusedxml
from defusedxml.sax import make_parser
from lxml import etree

from graph.source import Refused

_BEGINNING = 1_000_000
"""Bytes within which the first element must begin."""


def tree(content: bytes) -> etree._Element:
    """A whole document. Raises Refused if it is not well formed or declares entities."""
    _safe(io.BytesIO(content))
    try:
        return etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as fault:
        raise Refused(f"not well-formed XML ({fault}): download it again") from fault


def events(stream: BinaryIO, tag: str) -> Iterator[etree._Element]:
    """Every element of this name, one after the other, each let go of when the next is asked for.

    Raises Refused where the file stops being well formed; what came before has been given.
    """
    _safe(io.BytesIO(stream.read(_BEGINNING)))
    stream.seek(0)
    try:
        for _, element in etree.iterparse(stream, tag=tag, resolve_entities=False, no_network=True, load_dtd=False):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as fault:
        raise Refused(f"not well-formed XML ({fault}): download it again") from fault


def root(stream: BinaryIO) -> tuple[str, dict[str, str]]:
    """The name and attributes of the outermost element; ("", {}) if this is no XML."""
    try:
        for _, element in etree.iterparse(stream, events=("start",), resolve_entities=False, no_network=True):
            return str(element.tag), {str(name): str(value) for name, value in element.attrib.items()}
    except (etree.XMLSyntaxError, UnicodeError):
        pass
    return "", {}


class _Stop(Exception):
    """The first element has begun: no DTD can follow."""


class _First(ContentHandler):
    def startElement(self, name: str, attrs: object) -> None:  # noqa: N802, ARG002 - SAX names it so
        raise _Stop


def _safe(stream: BinaryIO) -> None:
    """Read up to the first element with a parser that refuses every DTD and entity."""
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(_First())
    try:
        parser.parse(stream)
    except _Stop:
        return
    except defusedxml.DefusedXmlException as fault:
        raise Refused(
            f"the XML declares a DTD or entities ({type(fault).__name__}), which can be used as a weapon"
        ) from fault
    except (SAXException, ValueError) as fault:
        raise Refused(f"not well-formed XML ({fault}): download it again") from fault


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
