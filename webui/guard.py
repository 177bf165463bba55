"""What every answer carries, whatever it is: a request id and the headers that keep a browser safe."""

import secrets

from flask import Flask, Response, g

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # Bootstrap's own style sheet holds its icons as data
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser would hide the origin of our own forms from us
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


def guard(app: Flask) -> None:
    """Give every request an id and every answer its headers, errors and files included."""
    app.before_request(_number)
    app.after_request(_headers)


def request_id() -> str:
    """The id of the request being answered: shown to the visitor, written beside the fault in the log."""
    return str(g.setdefault("request_id", secrets.token_hex(6)))


def _number() -> None:
    request_id()


def _headers(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers[name] = value
    answer.headers["X-Request-Id"] = request_id()
    return answer
