"""The interface speaks English, French and Spanish; what documents say stays as it is."""

import json
import pickle
import re
from datetime import date

import pytest
from babel.messages.catalog import Message
from flask import Flask
from flask.testing import FlaskClient

from tests.webui.test_pages import ADDRESSES
from webui.catalogue import catalogue, gathered
from webui.language import LANGUAGES, Named, Said, day

OTHERS = [code for code in LANGUAGES if code != "en"]
HOLE = re.compile(r"%\((\w+)\)[sd]|(?<!%)\{(\w+)\}")


def strings(said: object) -> list[str]:
    """A message or its plurals as a list."""
    return [str(one) for one in said] if isinstance(said, list | tuple) else [str(said)]


def holes(sentence: str) -> set[str]:
    return {percent or brace for percent, brace in HOLE.findall(sentence)}


def known(code: str) -> dict[object, Message]:
    return {message.id: message for message in catalogue(code) if message.id}


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_is_translated(code: str) -> None:
    found = known(code)
    missing = [
        message.id
        for message in gathered()
        if message.id and (message.id not in found or not all(strings(found[message.id].string)))
    ]
    assert not missing, f"run python -m webui.catalogue, then write what is empty in {code}.po"


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_holds_nothing_doubtful_and_nothing_that_no_page_says(code: str) -> None:
    said = {message.id for message in gathered()}
    assert not [one.id for one in known(code).values() if one.fuzzy or one.id not in said]


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_fills_the_same_holes(code: str) -> None:
    for message in known(code).values():
        wanted = set().union(*map(holes, strings(message.id)))
        for sentence in strings(message.string):
            assert holes(sentence) == wanted, sentence


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_keeps_the_marks_of_its_sentence(code: str) -> None:
    for message in known(code).values():
        wanted = sorted(re.findall(r"</?\w+", strings(message.id)[-1]))
        for sentence in strings(message.string):
            assert sorted(re.findall(r"</?\w+", sentence)) == wanted, sentence


def test_a_page_is_in_the_language_that_its_address_asks_for(client: FlaskClient) -> None:
    english, french, spanish = (client.get(f"/?lang={code}").text for code in LANGUAGES)
    assert '<html lang="en">' in english
    assert "Skip to the content" in english
    assert '<html lang="fr">' in french
    assert "Aller au contenu" in french
    assert '<html lang="es">' in spanish
    assert "Ir al contenido" in spanish


def test_what_was_chosen_is_kept_in_a_cookie_that_holds_nothing_else(client: FlaskClient) -> None:
    cookie = client.get("/?lang=fr").headers["Set-Cookie"]
    assert cookie.startswith("lang=fr;")
    assert "SameSite=Lax" in cookie
    assert '<html lang="fr">' in client.get("/").text
    assert '<html lang="es">' in client.get("/?lang=es").text


@pytest.mark.parametrize(
    ("wish", "code"),
    [("fr-CH, en;q=0.5", "fr"), ("es-AR", "es"), ("de, es;q=0.3", "es"), ("de", "en"), ("", "en"), ("\x7f;;q=", "en")],
)
def test_without_a_choice_the_browsers_wish_counts(app: Flask, wish: str, code: str) -> None:
    page = app.test_client().get("/", headers={"Accept-Language": wish})
    assert f'<html lang="{code}">' in page.text
    assert page.headers["Content-Language"] == code
    assert {"accept-language", "cookie"} <= {name.lower() for name in page.vary}


@pytest.mark.parametrize("code", OTHERS)
def test_every_page_is_whole_in_every_language(app: Flask, code: str) -> None:
    client = app.test_client()
    for address in ADDRESSES:
        page = client.get(address, headers={"Accept": "text/html", "Accept-Language": code})
        assert page.status_code == 200, address
        assert f'<html lang="{code}">' in page.text, address
        assert catalogue(code).get("Skip to the content").string in page.text, address


def test_words_for_positions_and_states_are_the_uns_own(app: Flask) -> None:
    client = app.test_client()
    french, spanish = (client.get(f"/state/VNM?lang={code}").text for code in OTHERS)
    assert "Prend note" in french
    assert "Organes conventionnels" in french
    assert "Toma nota" in spanish
    assert "Procedimientos especiales" in spanish
    assert "Viet Nam" in spanish


def test_a_download_is_the_same_in_every_language(app: Flask) -> None:
    client = app.test_client()
    english, french = (client.get(f"/search?q=minority&format=csv&lang={code}").data for code in ("en", "fr"))
    assert english == french


def test_an_unknown_language_is_nobodys(client: FlaskClient) -> None:
    answer = client.get("/?lang=<script>")
    assert '<html lang="en">' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_the_switch_leads_to_the_same_page(client: FlaskClient) -> None:
    page = client.get("/search?q=minority+languages&lang=es").text
    assert 'href="?q=minority+languages&amp;lang=fr" lang="fr"' in page


def test_a_said_sentence_is_english_as_text_and_the_visitors_in_a_page(app: Flask) -> None:
    sentence = Said("Log out")
    with app.test_request_context("/?lang=fr"):
        assert json.dumps(sentence) == '"Log out"'
        assert f"{sentence.__html__()}" == "Se déconnecter"
        assert pickle.loads(pickle.dumps(sentence)).__html__() == "Se déconnecter"  # noqa: S301
    assert sentence.__html__() == "Log out"


def test_what_fills_a_hole_is_escaped(app: Flask) -> None:
    with app.test_request_context("/?lang=fr"):
        assert Said("{name} said so", {"name": "<b>"}).__html__() == "&lt;b&gt; said so"


def test_a_name_is_shown_in_the_language_where_it_is_known(app: Flask) -> None:
    name = Named("Slovenia", {"fr": "Slovénie"})
    assert name == "Slovenia"
    with app.test_request_context("/?lang=fr"):
        assert name.__html__() == "Slovénie"
        assert pickle.loads(pickle.dumps(name)).__html__() == "Slovénie"  # noqa: S301
    with app.test_request_context("/?lang=es"):
        assert name.__html__() == "Slovenia"


def test_days_are_written_as_the_language_writes_them(app: Flask) -> None:
    with app.test_request_context("/"):
        assert day(date(2019, 11, 12)) == "12 November 2019"
        assert day(date(2025, 6, 1), exact=False) == "June 2025"
        assert day("about 2019") == "about 2019"
    with app.test_request_context("/?lang=fr"):
        assert day("2019-11-12") == "12 novembre 2019"
    with app.test_request_context("/?lang=es"):
        assert day("2019-11-12") == "12 de noviembre de 2019"
