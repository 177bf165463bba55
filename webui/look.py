"""What every template may use: addresses of things, words for positions and kinds, figures."""

from functools import cache

from flask import Flask

from graph import states
from graph.review.explained import signed
from webui.downloads import offered
from webui.language import Named, decimal_sign, said
from webui.links import RELATIONS
from webui.places import explain_of, network_of, ours, path_of, short

POSITIONS = {
    "supported": said("Supported"),
    "partlySupported": said("Partly supported"),
    "noted": said("Noted"),
    "pending": said("Pending"),
    "": said("No position stated"),
}
FAMILIES = {
    "upr": said("Universal Periodic Review"),
    "treatyBodies": said("Treaty bodies"),
    "specialProcedures": said("Special procedures"),
    "": said("Mechanism not known"),
}


PASSAGES = {
    "Recommendation": said("Recommendation"),
    "Observation": said("Observation"),
    "Pledge": said("Pledge"),
    "Statement": said("Statement"),
    "Passage": said("Passage"),
}
"""Kinds of passages, as the heading of a page names them."""
VERDICTS = {
    "confirm": said("confirmed"),
    "add": said("added"),
    "reject": said("rejected"),
    "reopen": said("reopened"),
}
"""Each decision in a sentence."""
STANDINGS = {
    "confirmed": said("confirmed"),
    "rejected": said("rejected"),
    "proposed": said("proposed"),
}
"""Where a link stands."""


def look(app: Flask) -> None:
    """Give templates their words and filters."""
    app.jinja_env.filters.update(
        path=path_of, short=short, network=network_of, figure=figure, percent=percent, amount=amount, signed=signed
    )
    app.jinja_env.tests["ours"] = ours
    app.jinja_env.globals.update(
        POSITIONS=POSITIONS,
        FAMILIES=FAMILIES,
        RELATIONS=RELATIONS,
        PAST=VERDICTS,
        STATUS=STANDINGS,
        PASSAGES=PASSAGES,
        explain_of=explain_of,
        offered=offered,
    )


def figure(number: float) -> str:
    """A count with thin spaces between thousands, as the UN prints it."""
    return f"{number:,}".replace(",", "\u202f")


def amount(written: str) -> str:
    """An amount as its source writes it, with thin spaces between thousands."""
    whole, point, rest = written.partition(".")
    if not whole.lstrip("-").isdecimal():
        return written
    return f"{int(whole):,}".replace(",", "\u202f") + (decimal_sign() if point else "") + rest


@cache
def state_name(iso3: str) -> Named:
    """A State's name, in a page in the visitor's language."""
    return Named(states.english(iso3), states.names(iso3))


@cache
def all_states() -> tuple[tuple[str, Named], ...]:
    """Every State: its alpha-3 code and its name, by the English name."""
    return tuple((code, state_name(code)) for code, _ in states.all_states())


def percent(score: float | None) -> str:
    return "" if score is None else f"{score * 100:.0f}\u202f%"
