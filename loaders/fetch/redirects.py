"""Where an answer may send us: to the same host, or inside the same organisation, over http or https."""

from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from loaders.fetch.faults import Failed

MOST: Final = 5
STATUSES: Final = frozenset((301, 302, 303, 307, 308))
_FAMILIES: Final = (".un.org", ".ohchr.org", ".uninfo.org", ".d-portal.org")
"""Hosts of one publisher, which may send to each other (documents.un.org to undocs.un.org)."""


def follow(address: str, location: str) -> str:
    """The next address. Raises Failed if it is none, of another host, or less safe than this one."""
    here = urlsplit(address)
    try:
        there = urlsplit(urljoin(address, location))
        port = there.port
    except ValueError as fault:
        raise Failed(
            f"{here.netloc} sends to {location[:100]!r}, which is no address: try again another day"
        ) from fault
    told = there.geturl()[:200]
    if there.scheme not in ("http", "https") or not there.hostname:
        raise Failed(f"{here.netloc} sends to {told!r}, which is no web address: not followed; tell its publisher")
    if there.scheme == "http" and here.scheme == "https":
        raise Failed(f"{here.netloc} sends to {told!r}, which is not encrypted: not followed; tell its publisher")
    if not _related(here, there, port):
        raise Failed(
            f"{here.netloc} sends to another host, {told!r}: not followed; fetch it there yourself if you trust it"
        )
    return there._replace(fragment="").geturl()


def _related(here: SplitResult, there: SplitResult, port: int | None) -> bool:
    mine, theirs = here.hostname or "", there.hostname or ""
    if mine == theirs:
        return port == here.port or (port is None and here.port in (80, None))
    usual = port in (None, 80, 443)
    return usual and any(_within(mine, family) and _within(theirs, family) for family in _FAMILIES)


def _within(host: str, family: str) -> bool:
    return host.endswith(family) or host == family[1:]
