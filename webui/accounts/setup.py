"""Accounts put into the app: sessions, protection against forged forms, and what templates may ask."""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, abort, request
from flask_wtf.csrf import CSRFError, CSRFProtect  # type: ignore[import-untyped]

from webui.accounts.access import person
from webui.accounts.door import Door, Sessions, door
from webui.accounts.settings import Settings
from webui.accounts.throttle import Throttle
from webui.faults import told

_SAFE = ("GET", "HEAD", "OPTIONS")
_STALE = "This form is too old, or was not sent from a page of this site: open the page anew and send it again."


def set_up(app: Flask, harmless: Blueprint) -> None:
    """Read WORKSPACE (a folder or None) and ACCOUNTS (settings) from the app's configuration.

    `harmless`: what may be posted to by anybody from anywhere, for it changes nothing.
    """
    settings = app.config.get("ACCOUNTS") or Settings()
    throttle = Throttle(settings.login_tries, settings.login_wait_seconds)
    app.extensions["door"] = Door(app.config.get("WORKSPACE"), settings, throttle)
    app.session_interface = Sessions()
    app.config.update(
        SESSION_COOKIE_NAME="__Host-rightsgraph" if settings.cookie_secure else "rightsgraph",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.cookie_secure,
        PERMANENT_SESSION_LIFETIME=timedelta(minutes=settings.idle_minutes),
        WTF_CSRF_TIME_LIMIT=None,  # a token lives as long as its session
        WTF_CSRF_SSL_STRICT=False,  # it wants a referrer, which some hide; the origin is looked at below
    )
    if settings.hosts:
        app.config["TRUSTED_HOSTS"] = [*settings.hosts, "127.0.0.1", "localhost", "[::1]"]
    app.before_request(lambda: _from_here(harmless))
    CSRFProtect(app).exempt(harmless)
    app.register_error_handler(CSRFError, lambda _: told(400, _STALE))
    app.after_request(_unkept)
    app.context_processor(lambda: {"person": person(), "door": door()})


def _from_here(harmless: Blueprint) -> None:
    """Refuse what would change something where nobody can log in, or what another site sends."""
    if request.method in _SAFE or request.endpoint is None or request.blueprint == harmless.name:
        return
    if not door().open:
        abort(403, "This site is read-only: nobody can log in here.")
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        foreign = site not in ("same-origin", "none")
    else:
        foreign = origin is not None and urlsplit(origin).netloc != request.host
    if foreign:
        abort(403, "This was sent from a page of another site.")


def _unkept(answer: Response) -> Response:
    """What a person saw while logged in is not shown again from a store after they left."""
    if request.endpoint != "static" and request.blueprint != "files" and person() is not None:
        answer.headers["Cache-Control"] = "no-store"
    return answer
