"""What every template may use: addresses of things, words for positions and kinds, figures."""

from flask import Flask

from graph.review.decision import PAST
from graph.review.explained import signed
from webui.links import RELATIONS
from webui.places import explain_of, network_of, ours, path_of, short

POSITIONS = {
    "supported": "Supported",
    "partlySupported": "Partly supported",
    "noted": "Noted",
    "pending": "Pending",
    "": "No position stated",
}
FAMILIES = {
    "upr": "Universal Periodic Review",
    "treatyBodies": "Treaty bodies",
    "specialProcedures": "Special procedures",
    "": "Mechanism not known",
}


def look(app: Flask) -> None:
    """Give templates their words and filters."""
    app.jinja_env.filters.update(
        path=path_of, short=short, network=network_of, figure=figure, percent=percent, amount=amount, signed=signed
    )
    app.jinja_env.tests["ours"] = ours
    app.jinja_env.globals.update(
        POSITIONS=POSITIONS, FAMILIES=FAMILIES, RELATIONS=RELATIONS, PAST=PAST, explain_of=explain_of
    )


def figure(number: float) -> str:
    """A count with thin spaces between thousands, as the UN prints it."""
    return f"{number:,}".replace(",", "\u202f")


def amount(written: str) -> str:
    """An amount as its source writes it, with thin spaces between thousands."""
    whole, point, rest = written.partition(".")
    return f"{int(whole):,}".replace(",", "\u202f") + point + rest if whole.lstrip("-").isdecimal() else written


def percent(score: float | None) -> str:
    return "" if score is None else f"{score * 100:.0f}\u202f%"
