"""Every setting of fetching by name: where to ask, how patiently, how much at most."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, Self, TypeVar

from loaders.fetch.faults import WrongUse

T = TypeVar("T")

MIB: Final = 1024 * 1024
ENVIRONMENT: Final = "RIGHTSGRAPH_FETCH_"


def _setting(default: T, meaning: str) -> T:
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """Set by `[fetch]` in `rightsgraph.toml`, or by the environment (`RIGHTSGRAPH_FETCH_PAUSE=5`), which wins.

    The shapes of the four addresses: `documents` and `uhri` are published by their hosts; `un_info` is known from what
    others wrote who used it; `iati` is d-portal's query form, with the joined table `country` and `limit=-1` (no
    limit) as its users write them. None could be asked while this was written.
    """

    documents: str = _setting(
        "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf", "Where a document is by its symbol."
    )
    uhri: str = _setting(
        "https://dataex.ohchr.org/uhri/export-results/export-full-{language}.json", "Where UHRI's whole export is."
    )
    un_info: str = _setting("https://api.uninfo.org/v1.0", "The base of UN INFO's API.")
    iati: str = _setting(
        "https://d-portal.org/q.xml?from=act,country&limit=-1&distincton=aid&country_code={iso2}",
        "Where all IATI activities in a country are.",
    )
    pause: float = _setting(1.0, "Seconds between one request and the next.")
    attempts: int = _setting(4, "How often a thing is asked for, in a row and without getting further.")
    back_off: float = _setting(2.0, "Seconds before the second attempt, doubled before each further one.")
    longest_wait: float = _setting(120.0, "Seconds that a server may make us wait (Retry-After); beyond it we give up.")
    silence: float = _setting(60.0, "Seconds without an answer after which a connection is given up.")
    slowest: int = _setting(100, "Bytes a second, over the time of `silence`, below which a connection is given up.")
    largest_document: int = _setting(200 * MIB, "Bytes of one document; beyond it: refused.")
    largest_file: int = _setting(4096 * MIB, "Bytes of one data file; beyond it: refused.")

    @classmethod
    def read(cls, folder: Path, environment: Mapping[str, str]) -> Self:
        """The settings of a workspace. Raises WrongUse for an unknown name or a value of the wrong kind."""
        told = _table(folder / "rightsgraph.toml")
        known = {one.name: one.default for one in fields(cls)}
        for name in told:
            if name not in known:
                raise WrongUse(f"[fetch] has no setting {name!r}; there are: {', '.join(known)}")
        told |= {
            name: environment[ENVIRONMENT + name.upper()] for name in known if ENVIRONMENT + name.upper() in environment
        }
        return cls(**{name: _value(name, value, known[name]) for name, value in told.items()})

    @classmethod
    def described(cls) -> list[tuple[str, str, str]]:
        """Name, default and meaning of each setting."""
        return [(one.name, str(one.default), one.metadata["meaning"]) for one in fields(cls)]


def _table(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text("utf-8")).get("fetch", {})
    except (ValueError, OSError) as fault:
        raise WrongUse(f"{path} cannot be read ({fault}): put it right") from fault
    if not isinstance(table, dict):
        raise WrongUse(f"{path}: [fetch] must be a table of settings")
    return dict(table)


def _value(name: str, told: object, default: object) -> Any:
    """The value as the default's type; numbers must not be below nought."""
    if isinstance(default, str):
        if isinstance(told, str) and told.startswith(("http://", "https://")):
            return told
        raise WrongUse(f"{name} must be an address that begins with https:// or http://, not {told!r}")
    kind = int if isinstance(default, int) else float
    try:
        number = kind(str(told))
    except ValueError as fault:
        raise WrongUse(f"{name} must be a number such as {default}, not {told!r}") from fault
    if not 0 <= number < float("inf"):
        raise WrongUse(f"{name} must be a number such as {default}, not {told!r}")
    return number
