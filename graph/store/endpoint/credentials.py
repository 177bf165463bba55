"""Who asks: a name and password or a token, from the environment or ~/.netrc; never shown, never sent elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.utils import get_netrc_auth

from graph.store.asking import Refusal
from graph.store.endpoint import place

_HOW = "set RIGHTSGRAPH_ENDPOINT_USER and RIGHTSGRAPH_ENDPOINT_PASSWORD (or RIGHTSGRAPH_ENDPOINT_TOKEN, or ~/.netrc)"


class Nobody(AuthBase):
    """Nothing is added: requests would else send what ~/.netrc holds unasked."""

    def __call__(self, r: requests.PreparedRequest) -> requests.PreparedRequest:
        return r


class _Token(AuthBase):
    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, r: requests.PreparedRequest) -> requests.PreparedRequest:
        r.headers["Authorization"] = f"Bearer {self._token}"
        return r


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name with its password, or a token; what is secret is left out of every representation."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def of(cls, environment: Mapping[str, str], url: str) -> Self:
        """From RIGHTSGRAPH_ENDPOINT_TOKEN, …_USER and …_PASSWORD, else what ~/.netrc tells for the host."""
        token = environment.get("RIGHTSGRAPH_ENDPOINT_TOKEN", "")
        user = environment.get("RIGHTSGRAPH_ENDPOINT_USER", "")
        if token or user:
            return cls(user, environment.get("RIGHTSGRAPH_ENDPOINT_PASSWORD", ""), token)
        known = get_netrc_auth(url)
        return cls(known[0], known[1]) if known else cls()

    def answering(self, challenge: str, url: str) -> AuthBase:
        """What answers a server's challenge (`WWW-Authenticate`). Raises Refusal 401 where there is nothing to say.

        A password by Basic and a token are only sent where nobody can read them on the way.
        """
        told = challenge.casefold()
        if self.user and "digest" in told:
            return HTTPDigestAuth(self.user, self.password)
        if self.user and "basic" in told and not self.token:
            return self._unread(url, HTTPBasicAuth(self.user, self.password))
        if self.token:
            return self._unread(url, _Token(self.token))
        raise Refusal(401, f"{place.shown(url)} wants to know who asks: {_HOW}")

    def refused(self, url: str) -> Refusal:
        """The refusal of a server that knows us, or does not."""
        if self.user or self.token:
            who = f"the name {self.user!r} with its password" if self.user and not self.token else "the token"
            return Refusal(401, f"{place.shown(url)} does not let in {who}: {_HOW}")
        return Refusal(401, f"{place.shown(url)} wants to know who asks: {_HOW}")

    @staticmethod
    def _unread(url: str, auth: AuthBase) -> AuthBase:
        if not place.private(url):
            raise Refusal(
                401,
                f"{place.shown(url)} would get the password for everybody on the way to read: use its https address",
            )
        return auth
