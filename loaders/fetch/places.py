"""Where each wanted thing is asked for, under which name it is kept, and what it must look like."""

import re
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote, unquote, urlsplit

from graph import states
from graph.clean import Unclear
from loaders.fetch.faults import WrongUse
from loaders.fetch.kinds import JSON, PDF, XML, Kind
from loaders.fetch.settings import Settings
from loaders.fetch.wanted import Activities, Address, Document, Uhri, UnInfo, Want


@dataclass(frozen=True, slots=True)
class Place:
    """One file to ask for: how people call it, its name on disk, its address, kind and most bytes.

    `missing` is what to do where the server has none.
    """

    label: str
    name: str
    address: str
    kind: Kind
    largest: int
    missing: str

    @property
    def host(self) -> str:
        """The host that is asked, for sentences; with its port where that is not the usual one."""
        return urlsplit(self.address).netloc


def place(want: Want, settings: Settings, language: str) -> Place:
    """The one file of a want; for UN INFO, the base of the API, since its file is put together from several answers.

    Raises WrongUse where a State has no code that the place could be asked by.
    """
    if isinstance(want, Document):
        address = _filled(settings.documents, symbol=want.symbol, language=language)
        missing = "check the symbol, or ask for another --language"
        name = f"{want.symbol.replace('/', '_')}.{language}.pdf"
        return Place(f"{want.symbol} ({language})", name, address, PDF, settings.largest_document, missing)
    if isinstance(want, Uhri):
        address = _filled(settings.uhri, language=language)
        missing = "look for it at https://uhri.ohchr.org/en/our-data-api, and set its address as RIGHTSGRAPH_FETCH_UHRI"
        name = f"export-full-{language}.json"
        return Place(f"UHRI's export ({language})", name, address, JSON, settings.largest_file, missing)
    if isinstance(want, UnInfo):
        base = settings.un_info.rstrip("/")
        missing = "UN INFO's API may have moved: set its address as RIGHTSGRAPH_FETCH_UN_INFO"
        return Place(
            f"UN INFO {want.state}", f"un-info_{want.state}.json", base, JSON, settings.largest_document, missing
        )
    if isinstance(want, Activities):
        address = _filled(settings.iati, iso2=_iso2(want.state), iso3=want.state)
        missing = "d-portal may have moved: set its address as RIGHTSGRAPH_FETCH_IATI"
        return Place(f"IATI {want.state}", f"iati_{want.state}.xml", address, XML, settings.largest_file, missing)
    return _of_address(want, settings)


def _of_address(want: Address, settings: Settings) -> Place:
    return Place(want.address, _named(want.address), want.address, XML, settings.largest_file, "check the address")


def _named(address: str) -> str:
    """A name from the last part of the address and a digest of all of it, so that two addresses never meet in one."""
    last = unquote(urlsplit(address).path).rsplit("/", 1)[-1]
    plain = re.sub(r"[^A-Za-z0-9_-]+", "_", last.removesuffix(".xml"))[:60].strip("_")
    digest = sha256(address.encode()).hexdigest()[:8]
    return "_".join(part for part in ("iati", plain, digest) if part) + ".xml"


def _filled(template: str, **parts: str) -> str:
    """The template's address; plain replacement, so that no brace of a setting can reach anything else."""
    for name, value in parts.items():
        template = template.replace("{" + name + "}", quote(value, safe=""))
    return template


def _iso2(state: str) -> str:
    try:
        return states.to_iso2(state)
    except Unclear as fault:
        raise WrongUse(f"{state} has no two-letter code, and d-portal is asked by it") from fault
