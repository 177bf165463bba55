"""Passwords: hashed slowly, checked in the same time for whoever is named."""

from functools import cache
from threading import BoundedSemaphore
from typing import Final

from werkzeug.security import check_password_hash, generate_password_hash

_LONGEST: Final = 1000
_AT_ONCE = BoundedSemaphore(2)
"""Each check takes 32 MiB and a moment of a core: a flood of them waits here."""


class Weak(ValueError):
    """A password that is not taken; the message says why."""


def hashed(password: str, name: str, least: int) -> str:
    """A hash to keep. Raises Weak."""
    if len(password) < least:
        raise Weak(f"a password has at least {least} characters")
    if len(password) > _LONGEST:
        raise Weak(f"a password has at most {_LONGEST} characters")
    if password.casefold() == name.casefold() or len(set(password)) < 4:
        raise Weak("this password is too easy to guess")
    return _hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether a password is the one kept; for nobody's (None) it takes as long to say no."""
    nobodys = _nobodys()
    with _AT_ONCE:
        right = check_password_hash(kept or nobodys, password[:_LONGEST])
    return right and kept is not None


def _hash(password: str) -> str:
    return generate_password_hash(password, method="scrypt")


@cache
def _nobodys() -> str:
    return _hash("nobody has this password")
