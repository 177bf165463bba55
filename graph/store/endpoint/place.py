"""The address of a server: http or https, and nothing in it that is secret."""

from urllib.parse import SplitResult, urljoin, urlsplit

from graph.store.asking import Refusal

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def checked(url: str) -> str:
    """The address itself. Raises ValueError, with what to write instead, and never repeats a password."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as fault:
        raise ValueError("the endpoint's address cannot be read: write it as https://host/path") from fault
    if parts.username is not None or parts.password is not None:
        raise ValueError(
            "an address must not hold a name or password: set RIGHTSGRAPH_ENDPOINT_USER and "
            "RIGHTSGRAPH_ENDPOINT_PASSWORD, or use ~/.netrc"
        )
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise ValueError(f"{url!r} is not the address of an endpoint: write it as https://host/path")
    return url


def shown(url: str) -> str:
    """An address as an error may show it: without query string, which can hold a key."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def private(url: str) -> bool:
    """Whether what is sent there cannot be read on the way: TLS, or this machine itself."""
    parts = urlsplit(url)
    return parts.scheme == "https" or parts.hostname in _LOOPBACK


def redirected(url: str, location: str) -> str:
    """Where a redirect leads, as long as that is the same server. Raises Refusal for another one."""
    target = urljoin(url, location)
    if _origin(urlsplit(target)) != _origin(urlsplit(url)):
        raise Refusal(
            502, f"{shown(url)} sends on to another server ({shown(target)}): name that address if it is the right one"
        )
    return target


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)
