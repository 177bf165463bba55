"""Settings of accounts and sessions by name, each with its default and its meaning."""

import ipaddress
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Self, TypeVar

T = TypeVar("T")

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_ENVIRONMENT = "RIGHTSGRAPH_"
_FILE = "rightsgraph.toml"


def _setting(default: T, meaning: str, *, names: bool = False) -> T:
    return field(default=default, metadata={"meaning": meaning, "names": names})


@dataclass(frozen=True, slots=True)
class Settings:
    """Each can be set under [accounts] in rightsgraph.toml, or as RIGHTSGRAPH_{NAME}; the environment wins."""

    session_hours: float = _setting(10.0, "Hours after which a person logs in again.")
    idle_minutes: float = _setting(120.0, "Minutes without a request after which a person logs in again.")
    cookie_secure: bool = _setting(False, "Send the session cookie over TLS only; wanted wherever TLS is in front.")
    login_tries: int = _setting(5, "Wrong passwords for one name, or from one address, before waits begin and double.")
    login_wait_seconds: float = _setting(300.0, "The longest of these waits.")
    password_length: int = _setting(12, "Characters that a new password has at least.")
    trusted_user_header: str = _setting(
        "", "Header in which a trusted proxy names who is logged in there; empty: no header is believed."
    )
    trusted_proxies: tuple[str, ...] = _setting(
        ("127.0.0.1", "::1"), "Addresses or networks whose headers are believed, if any header is."
    )
    trusted_reviewers: tuple[str, ...] = _setting(
        (), "Names from that header who are reviewers; everybody else is a reader.", names=True
    )
    trusted_admins: tuple[str, ...] = _setting((), "Names from that header who are admins.", names=True)
    hosts: tuple[str, ...] = _setting(
        (), "Names that this site answers to, besides those of this machine; none: any, or of this machine alone."
    )
    client_address_header: str = _setting(
        "", "Header in which a trusted proxy names its client last (X-Forwarded-For), for the waits; empty: none."
    )

    @classmethod
    def read(cls, folder: Path, environment: Mapping[str, str]) -> Self:
        """The settings of a workspace. Raises ValueError with the place for what is of no use."""
        known = {one.name: one.default for one in fields(cls)}
        told = {name: _read(f"{_FILE}, [accounts] {name}", value, known.get(name)) for name, value in _table(folder)}
        for name, default in known.items():
            variable = _ENVIRONMENT + name.upper()
            if given := environment.get(variable):
                told[name] = _read(variable, _parts(given) if isinstance(default, tuple) else given, default)
        made = cls(**told)
        made.networks()
        return made

    def networks(self) -> list[Network]:
        """The trusted proxies. Raises ValueError for what is no address."""
        try:
            return [ipaddress.ip_network(one) for one in self.trusted_proxies]
        except ValueError as fault:
            raise ValueError(f"trusted_proxies: {fault}") from fault

    def described(self) -> list[tuple[str, str, str]]:
        """Name, value and meaning of each; of names of people only how many there are."""
        return [
            (one.name, _shown(getattr(self, one.name), names=one.metadata["names"]), one.metadata["meaning"])
            for one in fields(self)
        ]


def _table(folder: Path) -> list[tuple[str, Any]]:
    path = folder / _FILE
    if not path.is_file():
        return []
    table = tomllib.loads(path.read_text("utf-8")).get("accounts", {})
    if not isinstance(table, dict):
        raise ValueError(f"{path}: accounts must be a table, [accounts], not {table!r}")
    return list(table.items())


def _read(place: str, value: Any, default: Any) -> Any:
    """A value of the kind of its default. Raises ValueError."""
    if default is None:
        raise ValueError(f"{place}: no setting has this name")
    if isinstance(default, bool):
        return _truth(place, value)
    if isinstance(default, tuple):
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise ValueError(f"{place} must be a list of texts, not {value!r}")
        return tuple(value)
    if isinstance(default, str):
        if not isinstance(value, str):
            raise ValueError(f"{place} must be a text in quotes, not {value!r}")
        return value
    return _number(place, value, type(default))


def _truth(place: str, value: Any) -> bool:
    given = str(value).casefold()
    if given not in ("true", "false", "yes", "no", "1", "0"):
        raise ValueError(f"{place} is yes or no, not {value!r}")
    return given in ("true", "yes", "1")


def _number(place: str, value: Any, kind: type[int | float]) -> int | float:
    try:
        number = kind(value)
    except (TypeError, ValueError) as fault:
        raise ValueError(f"{place} is a number, not {value!r}") from fault
    if isinstance(value, bool) or not 0 < number < 1e9:
        raise ValueError(f"{place} is a number above zero, not {value!r}")
    return number


def _parts(given: str) -> list[str]:
    return [one.strip() for one in given.split(",") if one.strip()]


def _shown(value: Any, *, names: bool) -> str:
    if isinstance(value, bool):
        return ("no", "yes")[value]
    if names:
        return str(len(value))
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return value or "none" if isinstance(value, str) else f"{value:,}"
