"""Scripts and styles of others, served from the packages that carry them: no page asks another site."""

from importlib.util import find_spec
from pathlib import Path

from flask import Blueprint, abort, send_from_directory
from flask.wrappers import Response

files = Blueprint("files", __name__, url_prefix="/carried")

_VIS = ("vis-network.min.js", "vis-network.css")


@files.get("/vis/<name>")
def vis(name: str) -> Response:
    """vis-network as pyvis carries it; found without importing pyvis, which is slow."""
    if name not in _VIS:
        abort(404)
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        abort(404, "The package pyvis, which carries vis-network, is not installed.")
    return send_from_directory(Path(spec.origin).parent / "lib" / "vis-9.1.2", name)
