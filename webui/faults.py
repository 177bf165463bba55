"""Errors for people: one calm page, one JSON shape, never a trace."""

from flask import Flask, Response, current_app, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from graph.store.asking import Refusal
from webui.guard import request_id
from webui.language import said
from webui.negotiation import Unacceptable, wish

_TITLES = {
    400: said("This could not be understood"),
    403: said("This is not offered"),
    404: said("Nothing is known by this name"),
    405: said("This cannot be done here"),
    406: said("Not available in this format"),
    413: said("This is too large"),
    415: said("This is sent in an unknown form"),
    429: said("Many questions are being asked"),
    503: said("This question was too much"),
}
_GENERAL = said("Something went wrong")


def answer_faults(app: Flask) -> None:
    """Turn refusals, HTTP errors and everything unforeseen into answers of one shape."""
    app.register_error_handler(Refusal, lambda fault: told(fault.status, str(fault), fault.retry_after))
    app.register_error_handler(Unacceptable, lambda fault: told(406, str(fault)))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def told(status: int, message: str, retry_after: int | None = None) -> Response:
    """The answer for an error: a page where a page is wanted, else JSON."""
    title = _TITLES.get(status, _GENERAL)
    if wants_page():
        page = render_template("fault.html", title=title, message=message, status=status, id=request_id())
        answer = make_response(page, status)
    else:
        fault = {"status": status, "title": title, "message": message, "request": request_id()}
        answer = make_response({"error": fault}, status)
    if retry_after is not None:
        answer.headers["Retry-After"] = str(retry_after)
    return answer


def wants_page() -> bool:
    """Whether the client would rather see a page; never raises."""
    try:
        return wish(request.accept_mimetypes).page
    except Unacceptable:
        return False


def _http(fault: HTTPException) -> Response:
    status = fault.code or 500
    answer = told(status, fault.description or _GENERAL)
    for name, value in fault.get_headers():
        if name in ("Allow", "Location", "Retry-After"):
            answer.headers[name] = value
    return answer


def _unforeseen(fault: Exception) -> Response:
    current_app.logger.error("request %s failed", request_id(), exc_info=fault)
    return told(500, said("This is our fault, not yours. Tell whoever runs this site the number below."))
