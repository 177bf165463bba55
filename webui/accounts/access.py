"""Who is asking, and what they may do."""

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from secrets import token_hex
from typing import Final, ParamSpec, TypeVar
from urllib.parse import quote, urlsplit

from flask import abort, g, redirect, request, session
from werkzeug.wrappers import Response

from graph.terms import slug
from webui.accounts.door import Door, door
from webui.accounts.people import Account, NoAccount, Role, named

P = ParamSpec("P")
R = TypeVar("R")
_START: Final = "/desk"


@dataclass(frozen=True, slots=True)
class Person:
    """Who is asking; `proxied`: a trusted proxy says so, there is no session of ours to end."""

    name: str
    role: Role
    proxied: bool = False

    @property
    def reviews(self) -> bool:
        return self.role.covers(Role.REVIEWER)


def person() -> Person | None:
    """Who is asking, or None for a visitor."""
    if "person" not in g:
        known = door()
        g.person = (_proxied(known) or _in_session(known)) if known.open else None
    found: Person | None = g.person
    return found


def log_in(account: Account) -> None:
    """Begin a session: nothing of the one before is kept, so that none can be planted."""
    session.clear()
    session.permanent = True
    session.update(person=account.person, stamp=account.stamp, since=time.time(), id=token_hex(16))
    g.pop("person", None)


def log_out() -> None:
    """End the session, also for a copy of its cookie that somebody kept."""
    known = door()
    now = time.time()
    known.ended = {one: until for one, until in known.ended.items() if until > now}
    if "id" in session:
        known.ended[session["id"]] = now + known.settings.session_hours * 3600
    session.clear()
    g.pop("person", None)


def needs(role: Role) -> Callable[[Callable[P, R]], Callable[P, R | Response]]:
    """A view for people of a role: a visitor is asked to log in, anybody else is refused."""

    def narrowed(view: Callable[P, R]) -> Callable[P, R | Response]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R | Response:
            who = person()
            if who is None:
                if not door().open or request.method != "GET":
                    abort(403, "Only people who are logged in may do this.")
                return redirect("/login?next=" + quote(request.full_path.rstrip("?"), safe=""), code=303)
            if not who.role.covers(role):
                abort(403, f"This needs the role {role}; {who.name} is a {who.role}.")
            return view(*args, **kwargs)

        return guarded

    return narrowed


def our_path(raw: str, otherwise: str = _START) -> str:
    """A path of this site to go on to; anything else, such as another site's address, is not followed."""
    try:
        parts = urlsplit(raw)
    except ValueError:
        return otherwise
    plain = raw.startswith("/") and not raw.startswith("//") and "\\" not in raw and raw.isprintable()
    if not plain or parts.scheme or parts.netloc or parts.path in ("/login", "/logout"):
        return otherwise
    return raw


def client_address(known: Door) -> str:
    """The address that is asking: as a trusted proxy tells it, if that is wanted."""
    header = known.settings.client_address_header
    if header and _trusted(known):
        return request.headers.get(header, "").rsplit(",", 1)[-1].strip() or request.remote_addr or ""
    return request.remote_addr or ""


def _trusted(known: Door) -> bool:
    try:
        address = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return False
    return any(address in network for network in known.settings.networks())


def _proxied(known: Door) -> Person | None:
    settings = known.settings
    if not settings.trusted_user_header or not _trusted(known):
        return None
    try:
        name = named(request.headers.get(settings.trusted_user_header, ""))
    except NoAccount:
        return None
    lists = ((Role.ADMIN, settings.trusted_admins), (Role.REVIEWER, settings.trusted_reviewers))
    role = next((role for role, names in lists if slug(name) in {slug(one) for one in names}), Role.READER)
    return Person(name, role, proxied=True)


def _in_session(known: Door) -> Person | None:
    if "person" not in session:
        return None
    account = known.known().get(session["person"])
    if account is None or session.get("stamp") != account.stamp or session.get("id", "") in known.ended:
        return None
    if not 0 <= time.time() - session.get("since", 0) < known.settings.session_hours * 3600:
        return None
    return Person(account.name, account.role)
