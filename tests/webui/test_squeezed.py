"""Style sheets travel squeezed to who takes them so, and pages never."""

import gzip

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

STYLE = "/bootstrap/static/css/bootstrap.min.css"
GZIP = {"Accept_Encoding": "gzip"}


def asked(client: FlaskClient, **headers: str) -> TestResponse:
    """The style sheet, read to its end."""
    with client.get(STYLE, headers={name.replace("_", "-"): value for name, value in headers.items()}) as answer:
        answer.get_data()
        return answer


def test_a_style_sheet_is_the_same_squeezed_and_not(client: FlaskClient) -> None:
    whole, squeezed = asked(client), asked(client, **GZIP)
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(squeezed.data) == whole.data
    assert int(squeezed.headers["Content-Length"]) == len(squeezed.data) < len(whole.data) / 4
    assert "Content-Encoding" not in whole.headers
    assert "Accept-Encoding" in whole.headers["Vary"]
    assert "Accept-Encoding" in squeezed.headers["Vary"]


def test_a_style_sheet_that_is_known_is_not_sent_again(client: FlaskClient) -> None:
    known = asked(client, **GZIP).headers["ETag"]
    assert asked(client, **GZIP, If_None_Match=known).status_code == 304


def test_who_wants_no_gzip_gets_none(client: FlaskClient) -> None:
    assert "Content-Encoding" not in asked(client, Accept_Encoding="gzip;q=0").headers


def test_a_page_is_never_squeezed(client: FlaskClient) -> None:
    page = client.get("/state/VNM", headers={"Accept-Encoding": "gzip", "Accept": "text/html"})
    assert "Content-Encoding" not in page.headers
