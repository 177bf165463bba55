"""The network of a State, a group, a document or one ask: a drawing, its data, files of it and a table."""

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Response, abort, make_response, render_template, request

from graph.export.drawing import SCRIPTS, part
from graph.export.network import write
from webui.asker import iri
from webui.assets import drawn_by
from webui.cards import Card, cards
from webui.network import Network, Sieve, choices, network
from webui.paging import page
from webui.places import iri_of
from webui.states import states

networks = Blueprint("networks", __name__, url_prefix="/network")

_FILES = {
    "html": "text/html; charset=utf-8",
    "graphml": "application/xml",
    "gexf": "application/xml",
}


@networks.get("")
def all_networks() -> str:
    """Where to begin: the States, and a search for anything else."""
    return render_template("networks.html", states=states())


@networks.get("/<path:path>")
def view(path: str) -> str:
    """The page; its drawing is fetched from the data route."""
    drawn = _drawn(path)
    sieve = Sieve.read(request.args)
    ties = [tie for tie in drawn.ties if sieve.lets(tie, drawn.centre)]
    return render_template(
        "network.html",
        path=path,
        centre=_card(drawn),
        network=drawn,
        sieve=sieve,
        choices=choices(drawn, sieve),
        names=_with_names(),
        ties=page(ties, request.args.get("page", "1")),
        asked=[(name, value) for name, value in request.args.items(multi=True) if name != "page"],
        drawn_by=drawn_by(),
        files=list(_FILES),
    )


@networks.get("/data/<path:path>")
def data(path: str) -> Response:
    """Nodes with their places, and links, whole: what the drawing sieves itself."""
    answer = make_response(_drawn(path).drawing)
    answer.content_type = "application/json"
    answer.headers["Cache-Control"] = "no-cache"
    answer.set_etag(_digest(answer.get_data()))
    answer.make_conditional(request)
    return answer


@networks.get("/file/<ending>/<path:path>")
def file(ending: str, path: str) -> Response:
    """The network as a file to keep: a page that works offline, GraphML or GEXF."""
    if ending not in _FILES:
        abort(404, f"A network is written as {', '.join(_FILES)}.")
    drawn = _drawn(path)
    card = _card(drawn)
    with TemporaryDirectory() as folder:
        out = Path(folder) / f"network.{ending}"
        write(f"Network of {card.name if card else path}", drawn.linked.nodes, drawn.linked.edges, out)
        answer = make_response(out.read_bytes())
    answer.content_type = _FILES[ending]
    answer.headers["Content-Disposition"] = f'attachment; filename="network.{ending}"'
    return answer


@networks.get("/part/<name>")
def script(name: str) -> Response:
    """A script or style of the view, which a file of it carries inside too."""
    if name not in SCRIPTS:
        abort(404)
    answer = make_response(part(name))
    answer.content_type = "text/css; charset=utf-8" if name.endswith(".css") else "text/javascript; charset=utf-8"
    answer.headers["Cache-Control"] = "public, max-age=3600"
    return answer


def _drawn(path: str) -> Network:
    try:
        centre = iri_of(path)
    except ValueError:
        abort(404, "A network has a thing at its centre.")
    drawn = network(centre, names=_with_names())
    if not drawn.linked.nodes:
        abort(404, f"This build has no network around {path}.")
    return drawn


def _with_names() -> bool:
    return request.args.get("names") == "yes"


def _card(drawn: Network) -> Card | None:
    found = cards("VALUES ?card { UNDEF }", {"card": [iri(drawn.centre)]})
    return found[0] if found else None


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()[:24]
