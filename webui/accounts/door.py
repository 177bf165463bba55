"""The accounts of the app's workspace: whether there are any, who they are, and the key of their sessions."""

from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_bytes
from typing import cast

from flask import Flask, current_app
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer

from webui.accounts import people, private
from webui.accounts.people import Account, Damaged
from webui.accounts.settings import Settings
from webui.accounts.throttle import Throttle


@dataclass(slots=True)
class Door:
    """What decides who comes in. `workspace` is None where the build belongs to none: then nobody does."""

    workspace: Path | None
    settings: Settings
    throttle: Throttle
    ended: dict[str, float] = field(default_factory=dict)
    """Sessions that were ended, and when they would have ended anyway (seconds since 1970)."""
    _read: tuple[tuple[int, int, int], dict[str, Account]] | None = None

    @property
    def open(self) -> bool:
        """Whether anybody can log in at all."""
        if self.workspace is None:
            return False
        return bool(self.settings.trusted_user_header) or (self.workspace / people.FILE).is_file()

    def accounts(self) -> dict[str, Account]:
        """The accounts as their file holds them now. Raises Damaged."""
        if self.workspace is None:
            return {}
        try:
            is_now = (self.workspace / people.FILE).stat()
        except OSError:
            return {}
        version = (is_now.st_mtime_ns, is_now.st_size, is_now.st_ino)
        if self._read is None or self._read[0] != version:
            self._read = (version, people.read(self.workspace))
        return self._read[1]

    def known(self) -> dict[str, Account]:
        """The accounts; none where their file is damaged: the log says so, and nobody comes in."""
        try:
            return self.accounts()
        except Damaged as fault:
            current_app.logger.error("nobody can log in: %s", fault)
            return {}


def door() -> Door:
    """The door of this app."""
    return cast(Door, current_app.extensions["door"])


class Sessions(SecureCookieSessionInterface):
    """Signed cookies, with a key that is made when somebody can log in for the first time."""

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        known = cast(Door, app.extensions["door"])
        if not app.secret_key and known.open and known.workspace is not None:
            try:
                app.secret_key = private.session_key(known.workspace)
            except OSError as fault:
                app.logger.error("sessions end with this process: %s", fault)
                app.secret_key = token_bytes(32)
        return super().get_signing_serializer(app)
