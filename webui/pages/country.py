"""One State: at a glance, its asks, its groups, its programmes, its documents."""

from flask import Blueprint, abort, render_template, request

from webui import states
from webui.cards import Card
from webui.paging import Paged, page

country = Blueprint("country", __name__, url_prefix="/state/<iso3>")


@country.get("")
def glance(iso3: str) -> str:
    """Counts, positions, what mechanisms did when, and the strongest groups."""
    state = _known(iso3)
    groups = sorted(states.of_kind(state.iso3, ["Group"]), key=_strength)
    return render_template(
        "state.html",
        state=state,
        tab="glance",
        positions=states.positions(state.iso3),
        engagements=states.engagements(state.iso3),
        groups=groups[:6],
    )


@country.get("/asks")
def asks(iso3: str) -> str:
    """Every recommendation and observation; noted ones stand among the others."""
    state = _known(iso3)
    position, family = request.args.get("position", ""), request.args.get("family", "")
    found = [
        card for card in states.of_kind(state.iso3, ["Recommendation", "Observation"]) if _fits(card, position, family)
    ]
    return render_template(
        "asks.html",
        state=state,
        tab="asks",
        asks=_paged(found),
        positions=states.positions(state.iso3),
        position=position,
        family=family,
    )


@country.get("/groups")
def groups(iso3: str) -> str:
    """Groups of asks of different mechanisms that reinforce each other."""
    state = _known(iso3)
    found = sorted(states.of_kind(state.iso3, ["Group"]), key=_strength)
    return render_template("groups.html", state=state, tab="groups", groups=_paged(found))


@country.get("/programmes")
def programmes(iso3: str) -> str:
    """Frameworks, their results, and projects."""
    state = _known(iso3)
    return render_template(
        "programmes.html",
        state=state,
        tab="programmes",
        frameworks=states.of_kind(state.iso3, ["Framework"]),
        results=states.results(state.iso3),
        projects=_paged(states.of_kind(state.iso3, ["Project"])),
    )


@country.get("/documents")
def documents(iso3: str) -> str:
    """Documents read or only cited."""
    state = _known(iso3)
    found = states.of_kind(state.iso3, ["Document"])
    return render_template("documents.html", state=state, tab="documents", documents=_paged(found))


def _known(iso3: str) -> states.State:
    coded = iso3.isalpha() and len(iso3) == 3 and iso3.isascii()
    found = states.state(iso3.upper()) if coded else None
    if found is None:
        abort(404, f"Nothing in this build concerns a State with the code {iso3}.")
    return found


def _paged(found: list[Card]) -> Paged[Card]:
    return page(found, request.args.get("page", "1"))


def _fits(card: Card, position: str, family: str) -> bool:
    if family and card.one("family") != family:
        return False
    if not position:
        return True
    of_the_upr = card.kind == "Recommendation" and card.one("family") == "upr"
    return of_the_upr and card.one("position") == position.removeprefix("none")


def _strength(card: Card) -> tuple[int, float, str]:
    return -int(card.one("familyCount") or 0), -float(card.one("strength") or 0), card.name
