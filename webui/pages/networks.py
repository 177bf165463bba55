"""A network view of a State, a group, a document or one ask, with a table for who cannot see it."""

from flask import Blueprint, abort, jsonify, render_template
from flask.wrappers import Response

from webui.asker import iri
from webui.cards import cards
from webui.network import Network, network
from webui.places import iri_of

networks = Blueprint("networks", __name__, url_prefix="/network")


@networks.get("/<path:path>")
def view(path: str) -> str:
    """The page; its drawing is fetched from the data route."""
    drawn = _drawn(path)
    centre = cards("VALUES ?card { UNDEF }", {"card": [iri(drawn.centre)]})
    return render_template("network.html", network=drawn, path=path, centre=centre[0] if centre else None)


@networks.get("/data/<path:path>")
def data(path: str) -> Response:
    """Nodes and edges as the drawing library wants them, with fixed places where there are many."""
    return jsonify(_drawn(path).told())


def _drawn(path: str) -> Network:
    try:
        centre = iri_of(path)
    except ValueError:
        abort(404, "A network has a thing at its centre.")
    drawn = network(centre)
    if not drawn.nodes:
        abort(404, f"This build has no network around {path}.")
    return drawn
