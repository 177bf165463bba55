"""One request and its answer, within its limits: time, bytes, tries; told in plain words when it fails."""

import re
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

import requests
from requests.auth import AuthBase
from urllib3.exceptions import HTTPError, ReadTimeoutError

from graph.store.asking import Refusal
from graph.store.endpoint import place, quirks
from graph.store.endpoint.credentials import Credentials, Nobody
from graph.store.turns import Slow

CONNECT: Final = 5.0
"""Seconds until a server must have taken the call."""
TRIES: Final = 4
"""How often a request is sent before it is given up; all of ours may be sent twice."""
PAUSE: Final = 0.25
"""Seconds before the second try; each further pause is twice as long."""
_AGAIN = (429, 502, 503, 504)
_REDIRECTS = 3
_CHUNK = 65536
_TOLD = 400
"""Characters of a server's own message that are told on."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request: all of it in memory, so that it can be sent again."""

    method: str
    url: str
    data: bytes | list[tuple[str, str]]
    headers: Mapping[str, str]
    params: Mapping[str, str] | None = None


class NotThere(Refusal):
    """404: a wrong address, or nothing of that name there."""


class Reply:
    """An answer with status 2xx, whose body has not been read yet; a context manager that lets the line go."""

    def __init__(self, response: requests.Response, until: float, where: str) -> None:
        self._response, self._until, self._where = response, until, where
        self.headers: Mapping[str, str] = response.headers
        self.media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().casefold()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the line go, read or not."""
        self._response.close()

    def chunks(self, most: int) -> Iterator[bytes]:
        """The body, unpacked, in pieces. Raises Slow, or Refusal for more than `most` bytes or a broken line."""
        size = 0
        try:
            # one read of the line at a time: what only drips must not be waited for until a piece is full
            while chunk := self._response.raw.read1(_CHUNK, decode_content=True):
                if time.monotonic() > self._until:
                    raise Slow
                size += len(chunk)
                if size > most:
                    raise Refusal(502, f"{self._where} answers with more than {most:,} bytes: ask for less at a time")
                yield chunk
        except (HTTPError, requests.RequestException, OSError) as fault:
            if isinstance(fault, ReadTimeoutError) or time.monotonic() > self._until:
                raise Slow from fault
            raise Refusal(502, f"{self._where} broke off in the middle of its answer") from fault

    def body(self, most: int) -> bytes:
        """All of it."""
        return b"".join(self.chunks(most))


class Wire:
    """The line to one server. Threads may share it."""

    def __init__(self, credentials: Credentials | None = None) -> None:
        self._credentials = credentials or Credentials()
        self._held = threading.local()

    def send(self, call: Call, seconds: float) -> Reply:
        """Send, and again where the server is busy or the line broke. Raises Slow, or Refusal with what to do."""
        until = time.monotonic() + seconds
        pause = PAUSE
        for tried in range(1, TRIES + 1):
            response = self._tried(call, until, last=tried == TRIES)
            if response is not None and (response.status_code not in _AGAIN or tried == TRIES):
                return self._taken(call, response, until)
            wait = max(pause, _asked_to_wait(response))
            if response is not None:
                if time.monotonic() + wait >= until:
                    return self._taken(call, response, until)
                response.close()
            time.sleep(max(0.0, min(wait, until - time.monotonic())))
            pause *= 2
        raise AssertionError("the last try returns or raises")

    def _tried(self, call: Call, until: float, *, last: bool) -> requests.Response | None:
        """An answer of whatever status; None where the line broke and another try may help."""
        where = place.shown(call.url)
        if time.monotonic() >= until:
            raise Slow
        try:
            return self._followed(call, until)
        except requests.exceptions.SSLError as fault:
            raise Refusal(502, f"{where} does not prove who it is (its certificate): nothing was sent") from fault
        except requests.exceptions.ReadTimeout as fault:
            raise Slow from fault
        except requests.exceptions.ConnectionError as fault:
            if last or time.monotonic() + PAUSE >= until:
                raise Refusal(502, f"{where} cannot be reached: does the server run, is the address right?") from fault
            return None
        except (requests.RequestException, UnicodeError) as fault:
            raise Refusal(502, f"{where} cannot be asked ({type(fault).__name__})") from fault

    def _followed(self, call: Call, until: float) -> requests.Response:
        """Follow redirects on the same server; answer its challenge once."""
        url = call.url
        for _ in range(_REDIRECTS + 1):
            response = self._asked(call, url, until)
            if response.status_code not in (301, 302, 307, 308):
                return response
            response.close()
            url = place.redirected(url, response.headers.get("Location", ""))
        raise Refusal(502, f"{place.shown(call.url)} sends from one address to the next without end")

    def _asked(self, call: Call, url: str, until: float) -> requests.Response:
        response = self._once(call, url, self._auth, until)
        if response.status_code != 401 or not isinstance(self._auth, Nobody):
            return response
        response.close()
        self._held.auth = self._credentials.answering(response.headers.get("WWW-Authenticate", ""), url)
        return self._once(call, url, self._auth, until)

    def _once(self, call: Call, url: str, auth: AuthBase, until: float) -> requests.Response:
        left = max(0.1, until - time.monotonic())
        return self._session.request(
            call.method,
            url,
            params=call.params,
            data=call.data,
            headers=dict(call.headers),
            auth=auth,
            timeout=(min(CONNECT, left), left),
            allow_redirects=False,
            stream=True,
        )

    @property
    def _session(self) -> requests.Session:
        """A session of each thread: requests' own are not made to be shared."""
        if not hasattr(self._held, "session"):
            self._held.session = requests.Session()
        held: requests.Session = self._held.session
        return held

    @property
    def _auth(self) -> AuthBase:
        held: AuthBase = getattr(self._held, "auth", None) or Nobody()
        return held

    def _taken(self, call: Call, response: requests.Response, until: float) -> Reply:
        """The reply of a 2xx, or what its status means."""
        reply = Reply(response, until, place.shown(call.url))
        if response.ok:
            return reply
        with reply:
            if response.status_code == 401:
                self._held.auth = None
                raise self._credentials.refused(call.url)
            raise _refusal(response, reply, place.shown(call.url))


def _refusal(response: requests.Response, reply: Reply, where: str) -> Refusal:
    status = response.status_code
    try:
        words = message(next(reply.chunks(_CHUNK), b""), reply.media_type)
    except (Refusal, Slow):
        words = ""
    told = f": {words}" if words else ""
    if status == 400:
        return Refusal(400, words or f"{where} does not understand the query")
    if status == 403:
        return Refusal(403, f"{where} does not allow this{told}")
    if status in (404, 405, 415):
        kind = NotThere if status == 404 else Refusal
        return kind(502, f"{where} answers {status}: is this the address of its SPARQL service? {quirks.ADDRESSES}")
    if status == 413:
        return Refusal(413, f"{where} finds the request too large{told}")
    if status in (429, 503):
        return Refusal(
            status, f"{where} is too busy ({status}){told}", retry_after=max(5, int(_asked_to_wait(response)))
        )
    return Refusal(502, f"{where} failed ({status}){told}")


def _asked_to_wait(response: requests.Response | None) -> float:
    """Seconds that a server asks us to wait before the next try."""
    told = response.headers.get("Retry-After", "") if response is not None else ""
    return float(told) if told.isdecimal() and len(told) < 6 else 0.0


def message(body: bytes, media_type: str) -> str:
    """What a server says of a fault, in one line of bounded length, without markup."""
    text = body.decode("utf-8", "replace")
    if "html" in media_type:
        text = re.sub(r"<(style|script|title)[^>]*>.*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    text = quirks.message(text)
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).strip()[:_TOLD]
