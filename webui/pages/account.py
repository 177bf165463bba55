"""Logging in and out, and what an account is."""

import math

from flask import Blueprint, make_response, redirect, render_template, request
from werkzeug.wrappers import Response

from graph.terms import slug
from webui.accounts import passwords
from webui.accounts.access import client_address, log_in, log_out, needs, our_path, person
from webui.accounts.door import door
from webui.accounts.people import Role
from webui.accounts.throttle import network

account = Blueprint("account", __name__)

WRONG = "The name or the password is not right."


@account.get("/login")
def login() -> Response:
    """The form; who is logged in goes on."""
    to = our_path(request.args.get("next", ""))
    if person() is not None:
        return redirect(to, code=303)
    return _form(to, "", "", 200)


@account.post("/login")
def enter() -> Response:
    """Check name and password; wrong ones wait longer and longer, and nothing tells which of the two was wrong."""
    name, to = request.form.get("name", "")[:200], our_path(request.form.get("next", ""))
    known = door()
    name_key, address_key = f"name {slug(name)}", f"address {network(client_address(known))}"
    wait = known.throttle.begin(name_key, address_key)
    if wait > 0:
        answer = _form(to, name, f"Too many tries: wait {_in_words(wait)} and try again.", 429)
        answer.headers["Retry-After"] = str(math.ceil(wait))
        return answer
    found = known.known().get(slug(name))
    if not passwords.fits(request.form.get("password", ""), found.password if found else None) or found is None:
        return _form(to, name, WRONG, 403)
    known.throttle.right(name_key, address_key)
    log_in(found)
    return redirect(to, code=303)


@account.post("/logout")
def leave() -> Response:
    """End the session."""
    log_out()
    return redirect("/", code=303)


@account.get("/account")
@needs(Role.READER)
def mine() -> str:
    """Who one is here; an admin sees who else has an account."""
    who = person()
    admin = who is not None and who.role is Role.ADMIN
    return render_template("account.html", accounts=door().known().values() if admin else ())


def _form(to: str, name: str, fault: str, status: int) -> Response:
    return make_response(render_template("login.html", to=to, name=name, fault=fault), status)


def _in_words(seconds: float) -> str:
    whole = math.ceil(seconds)
    if whole >= 120:
        return f"{math.ceil(whole / 60)} minutes"
    return "a second" if whole == 1 else f"{whole} seconds"
