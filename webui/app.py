"""The viewer and the SPARQL endpoint as one Flask app over a finished build."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask
from flask_bootstrap import Bootstrap5

from graph.store.asking import Asker
from graph.store.builds import Build
from graph.store.limits import Limits
from webui.accounts.setup import set_up
from webui.faults import answer_faults
from webui.guard import guard
from webui.language import speak
from webui.look import look
from webui.pages.account import account
from webui.pages.alignment import alignment
from webui.pages.changes import changes
from webui.pages.country import country
from webui.pages.decisions import decisions
from webui.pages.desk import desk
from webui.pages.explain import explaining
from webui.pages.files import files
from webui.pages.home import home
from webui.pages.library import questions
from webui.pages.networks import networks
from webui.pages.reports import reports
from webui.pages.things import things
from webui.sparql import sparql
from webui.squeezed import squeeze


def create_app(build: Build | Callable[[], Build], asker: Asker, config: Mapping[str, Any] | None = None) -> Flask:
    """The app for a build, or for whatever `build` says is current at each request.

    `config` may set LIMITS (default: the asker's own) and Flask's own settings.
    """
    app = Flask(__name__)
    limits = getattr(asker, "limits", None) or Limits()
    app.config.update(
        LIMITS=limits,
        MAX_CONTENT_LENGTH=limits.body_bytes,
        BOOTSTRAP_SERVE_LOCAL=True,
        SEND_FILE_MAX_AGE_DEFAULT=3600,
    )
    app.config.update(config or {})
    app.extensions["asker"] = asker
    app.extensions["build"] = build if callable(build) else lambda: build
    Bootstrap5(app)
    guard(app)
    squeeze(app)
    answer_faults(app)
    speak(app)
    look(app)
    set_up(app, sparql)
    app.url_map.merge_slashes = False  # a name may hold two slashes; it is then a name nobody has
    for blueprint in (home, country, things, explaining, networks, questions, reports, files, sparql, changes):
        app.register_blueprint(blueprint)
    for blueprint in (account, desk, decisions, alignment):
        app.register_blueprint(blueprint)
    return app
