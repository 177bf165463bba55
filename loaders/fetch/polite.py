"""One request at a time, with a pause between them, time-outs and redirects under our own rules."""

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from typing import Final
from urllib.parse import urlsplit

import requests
from requests.auth import AuthBase
from urllib3.exceptions import HTTPError, MaxRetryError

from loaders.fetch.faults import Broken, Failed, Offline
from loaders.fetch.redirects import MOST, STATUSES, follow
from loaders.fetch.settings import Settings

_CHUNK: Final = 65_536


class _Nobody(AuthBase):
    """No password is ever sent, not even one that ~/.netrc holds for the host."""

    def __call__(self, asked: requests.PreparedRequest) -> requests.PreparedRequest:
        return asked


class _Session(requests.Session):
    """Leaves redirects alone: requests would read the body of one whole, however long, before it is asked to follow."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """None, always."""
        del resp
        return None


class Visitor:
    """Asks one thing after the other; proxies and certificates come from the environment, as everywhere."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._next = 0.0
        self._session = _Session()
        self._session.auth = _Nobody()
        # identity: lengths and ranges then count the bytes of the file itself
        told = {"User-Agent": f"rightsgraph/{version('rightsgraph')}", "Accept": "*/*", "Accept-Encoding": "identity"}
        self._session.headers.update(told)

    def close(self) -> None:
        """Let the connections go."""
        self._session.close()

    def rest(self, seconds: float) -> None:
        """Wait before the next request."""
        time.sleep(seconds)

    @contextmanager
    def visit(
        self, address: str, headers: Mapping[str, str] | None = None, form: dict[str, int] | None = None
    ) -> Iterator[requests.Response]:
        """The answer whatever its status, its body not yet read; with `form` it is sent as JSON by POST.

        Raises Offline, Broken (time-out, cut connection) or Failed (certificate, redirects).
        """
        for _ in range(MOST + 1):
            answer = self._ask(address, headers or {}, form)
            with answer:
                if answer.status_code not in STATUSES or "Location" not in answer.headers:
                    yield answer
                    return
                address = follow(address, answer.headers["Location"])
        raise Failed(f"{_host(address)} sends from one address to the next without end: try again another day")

    def _ask(self, address: str, headers: Mapping[str, str], form: dict[str, int] | None) -> requests.Response:
        self.rest(max(0.0, self._next - time.monotonic()))
        host = _host(address)
        try:
            return self._session.request(
                "GET" if form is None else "POST",
                address,
                headers=dict(headers),
                json=form,
                stream=True,
                allow_redirects=False,
                timeout=self.settings.silence,
            )
        except requests.exceptions.SSLError as fault:
            advice = "if a proxy stands between, name its certificate as REQUESTS_CA_BUNDLE"
            raise Failed(f"no trusted connection to {host}: {_reason(fault)}; {advice}") from fault
        except requests.exceptions.ReadTimeout as fault:
            raise Broken(f"{host} did not answer within {self.settings.silence:g} seconds") from fault
        except requests.exceptions.ConnectionError as fault:
            if _met(fault):
                raise Broken(f"{host} broke the connection off: {_reason(fault)}") from fault
            advice = "check the network, or the proxy (HTTPS_PROXY)"
            raise Offline(f"no connection to {host}: {_reason(fault)}; {advice}") from fault
        except (requests.exceptions.RequestException, ValueError) as fault:
            raise Failed(f"{host} cannot be asked: {_reason(fault)}; check the address") from fault
        finally:
            self._next = time.monotonic() + self.settings.pause

    def body(self, answer: requests.Response) -> Iterator[bytes]:
        """The body as it comes in. Raises Broken if it breaks off, falls silent or comes too slowly."""
        host, span = _host(answer.url), self.settings.silence
        began, came = time.monotonic(), 0
        try:
            while chunk := answer.raw.read1(_CHUNK, decode_content=True):
                yield chunk
                came += len(chunk)
                if (past := time.monotonic() - began) > span:
                    if came < self.settings.slowest * past:
                        raise Broken(f"{host} sends too slowly ({came / past:.0f} bytes a second)")
                    began, came = time.monotonic(), 0
        except (HTTPError, OSError) as fault:
            raise Broken(f"{host} broke off in the middle: {_reason(fault)}") from fault


def _host(address: str) -> str:
    return urlsplit(address).netloc


def _met(fault: requests.exceptions.ConnectionError) -> bool:
    """Whether a connection stood before it failed: what fails sooner comes wrapped in MaxRetryError."""
    return not isinstance(fault, requests.exceptions.ProxyError) and not isinstance(fault.args[0], MaxRetryError)


def _chain(fault: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = fault
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__


def _reason(fault: BaseException) -> str:
    """The system's own words, which stand innermost; otherwise the fault's, cut short."""
    innermost = [*_chain(fault)][-1]
    words = getattr(innermost, "strerror", None) or str(innermost) or type(innermost).__name__
    plain = "".join(mark if mark.isprintable() else " " for mark in str(words))
    return re.sub(r"\s+", " ", plain)[:150].strip()
