"""`rightsgraph users …`: who may log in to the viewer, and as what."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.review.desk import Folder, say, stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from webui.accounts.people import Account

app = typer.Typer(no_args_is_help=True, help="Who may log in to the viewer: add, list, remove, password.")

Name = Annotated[str, typer.Argument(help="The name that decisions will carry.")]
Stdin = Annotated[bool, typer.Option("--stdin", help="Read the password from standard input, not from the terminal.")]


@app.command(epilog='Example:  rightsgraph users add "A. Reviewer" --folder my-country')
def add(
    name: Name,
    role: Annotated[str, typer.Option("--role", help="reader, reviewer or admin.")] = "reviewer",
    folder: Folder = Path(),
    stdin: Stdin = False,
) -> None:
    """Add an account; its password is asked for."""
    from webui.accounts.people import Account, NoAccount, Role, named

    if role not in set(Role):
        raise stop(f"no role {role!r}; there are: {', '.join(Role)}", 2)
    try:
        known = named(name)
    except NoAccount as fault:
        raise stop(str(fault), 2) from fault
    made = Account(known, Role(role), _password(folder, known, stdin), _today())

    def with_it(accounts: "dict[str, Account]") -> "Iterable[Account]":
        if there := accounts.get(made.person):
            raise NoAccount(f"{there.name} has an account already: rightsgraph users password {there.name!r}")
        return [*accounts.values(), made]

    _change(folder, with_it)
    say(f"{made.name} may log in as a {made.role}. Keep users.csv and session.key to yourself: neither mail nor git.")


@app.command("list", epilog="Example:  rightsgraph users list --folder my-country")
def listed(folder: Folder = Path()) -> None:
    """Who may log in."""
    from webui.accounts.people import Damaged, read

    try:
        accounts = read(folder)
    except Damaged as fault:
        raise stop(str(fault), 1) from fault
    for one in accounts.values():
        say(f"{one.name}\t{one.role}\tsince {one.since}")
    if not accounts:
        say("nobody: the viewer is read-only")


@app.command(epilog='Example:  rightsgraph users remove "A. Reviewer" --folder my-country')
def remove(name: Name, folder: Folder = Path()) -> None:
    """Remove an account; its sessions end at once, its decisions stay."""
    from graph.terms import slug

    def without(accounts: "dict[str, Account]") -> "Iterable[Account]":
        _there(accounts, name)
        return [one for person, one in accounts.items() if person != slug(name)]

    _change(folder, without)
    say(f"{name} may log in no more")


@app.command(epilog='Example:  rightsgraph users password "A. Reviewer" --folder my-country')
def password(name: Name, folder: Folder = Path(), stdin: Stdin = False) -> None:
    """Set a new password; sessions begun with the old one end at once."""
    kept = _password(folder, name, stdin)

    def changed(accounts: "dict[str, Account]") -> "Iterable[Account]":
        account = _there(accounts, name)
        return [replace(one, password=kept) if one is account else one for one in accounts.values()]

    _change(folder, changed)
    say(f"{name} has a new password")


def _there(accounts: "dict[str, Account]", name: str) -> "Account":
    from graph.terms import slug
    from webui.accounts.people import NoAccount

    if slug(name) not in accounts:
        raise NoAccount(f"nobody is called {name!r}: rightsgraph users list")
    return accounts[slug(name)]


def _password(folder: Path, name: str, stdin: bool) -> str:
    """The hash of a password that is typed twice without echo, or the first line of standard input."""
    import os

    from webui.accounts.passwords import Weak, hashed
    from webui.accounts.settings import Settings

    try:
        least = Settings.read(folder, os.environ).password_length
        typed = sys.stdin.readline().rstrip("\r\n") if stdin else _typed()
        return hashed(typed, name, least)
    except (Weak, ValueError, OSError) as fault:
        raise stop(str(fault), 2) from fault


def _typed() -> str:
    from getpass import getpass

    if not sys.stdin.isatty():
        raise stop("there is no terminal to type a password in: give it with --stdin", 2)
    first = getpass("Password: ")
    if first != getpass("Once more: "):
        raise stop("the two are not the same: nothing was changed", 2)
    return first


def _change(folder: Path, make: "Callable[[dict[str, Account]], Iterable[Account]]") -> None:
    from graph.store.lock import Busy
    from webui.accounts.people import Damaged, NoAccount, change

    if not folder.is_dir():
        raise stop(f"{folder} is no workspace: rightsgraph init {folder}", 2)
    try:
        change(folder, make)
    except NoAccount as fault:
        raise stop(str(fault), 2) from fault
    except Busy as fault:
        raise stop("users.csv is being written by another process: try again", 1) from fault
    except (Damaged, OSError) as fault:
        raise stop(str(fault), 1) from fault


def _today() -> date:
    return datetime.now().astimezone().date()
