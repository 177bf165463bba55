"""The accounts of a workspace, in `users.csv`: a name, a role, a hashed password, the day they were added."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Final

from graph.store.lock import locked
from graph.terms import slug
from webui.accounts import private

FILE: Final = "users.csv"
_COLUMNS: Final = ("name", "role", "password", "since")
_LONGEST: Final = 60


class Role(StrEnum):
    """What a person may do; each may all that the one before may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def covers(self, other: "Role") -> bool:
        order = list(Role)
        return order.index(self) >= order.index(other)


class Damaged(ValueError):
    """The file of accounts cannot be read; the message names the place, never a password."""


class NoAccount(ValueError):
    """An account that cannot be made, found or changed; the message says why."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account; `password` is its hash."""

    name: str
    role: Role
    password: str
    since: date

    @property
    def person(self) -> str:
        """Who it is, however the name is spelt: as decisions tell people apart."""
        return slug(self.name)

    @property
    def stamp(self) -> str:
        """Changes with the password: a session that was begun with another one is over."""
        return sha256(self.password.encode()).hexdigest()[:16]


def named(raw: str) -> str:
    """A name as accounts hold it. Raises NoAccount."""
    name = " ".join(raw.split())
    if not name or len(name) > _LONGEST or not all(one.isalnum() or one in " .'’-_@" for one in name):
        raise NoAccount(f"a name has 1 to {_LONGEST} letters, figures or . ' - _ @, unlike {raw[:80]!r}")
    return name


def read(folder: Path) -> dict[str, Account]:
    """Person → account; an absent file holds none. Raises Damaged."""
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        rows = list(csv.reader(StringIO(path.read_text("utf-8-sig"), newline=""), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise Damaged(f"{FILE} cannot be read: {fault}") from fault
    found: dict[str, Account] = {}
    for number, row in enumerate(rows, start=1):
        if number == 1:
            if tuple(row) != _COLUMNS:
                raise Damaged(f"{FILE}, row 1: the heading must be {','.join(_COLUMNS)}")
        elif row:
            account = _account(row, number)
            if account.person in found:
                raise Damaged(f"{FILE}, row {number}: {account.name} stands in an earlier row already")
            found[account.person] = account
    return found


def _account(row: list[str], number: int) -> Account:
    place = f"{FILE}, row {number}"
    if len(row) != len(_COLUMNS):
        raise Damaged(f"{place}: it has {len(row)} cells, not {len(_COLUMNS)}")
    name, role, password, since = row
    if role not in set(Role):
        raise Damaged(f"{place}: {role!r} is no role; there are: {', '.join(Role)}")
    if not password.startswith("scrypt:") or password.count("$") != 2:
        raise Damaged(f"{place}: the password of {name!r} is no hash of ours: rightsgraph users password {name!r}")
    try:
        return Account(named(name), Role(role), password, date.fromisoformat(since))
    except ValueError as fault:
        raise Damaged(f"{place}: {fault}") from fault


def change(folder: Path, make: Callable[[dict[str, Account]], Iterable[Account]]) -> None:
    """Write what `make` makes of the accounts, one process at a time. Raises Damaged, Busy, OSError, as `make` does."""
    with locked(folder / f".{FILE}.lock"):
        accounts = sorted(make(read(folder)), key=lambda one: one.person)
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows((one.name, one.role.value, one.password, one.since.isoformat()) for one in accounts)
        private.write(folder / FILE, out.getvalue().encode())
