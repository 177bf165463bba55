"""The words of the command and the settings: what is wrong is told before anything is asked."""

import re
from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requests import Response

from loaders.fetch.answers import Version, wait
from loaders.fetch.faults import Failed, WrongUse
from loaders.fetch.places import place
from loaders.fetch.redirects import follow
from loaders.fetch.settings import Settings
from loaders.fetch.shelf import Shelf
from loaders.fetch.wanted import Activities, Address, Document, Uhri, UnInfo, language, wanted

IATI = "https://example.org/iati/unxx-vn.xml"


def test_several_things_are_asked_for_in_one_call() -> None:
    words = ["A/HRC/28/15", "un-info", "VNM", "moz", "uhri", "iati", IATI, "VNM", "A/HRC/28/15/ADD.1*", "uhri"]
    assert wanted(words) == [
        Document("A/HRC/28/15"),
        UnInfo("VNM"),
        UnInfo("MOZ"),
        Uhri(),
        Address(IATI),
        Activities("VNM"),
        Document("A/HRC/28/15/Add.1"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["A/HRC"],
        ["report.pdf"],
        ["A/HRC/28/15?x=1"],
        ["A/HRC/28/15&l=fr"],
        ["../../etc/passwd1"],
        ["A/../../1"],
        ["A/./1"],
        ["A/.hidden/1"],
        ["A/1\n2\x1b[31m"],
        ["A/" + "1" * 200],
        ["un-info"],
        ["un-info", "XYZ"],
        ["un-info", "Viet Nam"],
        ["un-info", IATI],
        ["iati"],
        ["iati", "file:///etc/passwd"],
        ["iati", "ftp://example.org/a.xml"],
        ["iati", "http:///a.xml"],
        ["iati", "http://[/a.xml"],
        ["iati", "http://me:secret@example.org/a.xml"],
        ["iati", "https://example.org/a\x9b31m.xml"],
        [IATI],
    ],
)
def test_wrong_words_are_told_and_say_what_is_right(words: list[str]) -> None:
    with pytest.raises(WrongUse) as told:
        wanted(words)
    assert str(told.value).isprintable()
    assert re.search(r"VNM|A/HRC/28/15|https://|save the file", str(told.value))


def test_only_the_un_s_languages_are_asked_for() -> None:
    assert language("FR") == "fr"
    with pytest.raises(WrongUse, match="ar, en, es, fr, ru, zh"):
        language("de")


@pytest.mark.parametrize(
    "address",
    [
        IATI,
        "https://example.org/../../../etc/passwd",
        "https://example.org/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "https://example.org/..%5c..%5cboot.ini",
        "https://example.org/%00.xml",
        "https://example.org/.hidden",
        "https://example.org/" + "a" * 5000,
        "https://example.org/",
        "https://example.org/download?file=/etc/passwd",
        "https://example.org/проект.xml",
    ],
)
def test_no_address_names_a_file_outside_the_folder(address: str, tmp_path: Path) -> None:
    (want,) = wanted(["iati", address])
    name = place(want, Settings(), "en").name
    assert re.fullmatch(r"iati_(?:[\w-]{1,60}_)?[0-9a-f]{8}\.xml", name, re.ASCII)
    assert Shelf.of(tmp_path).file(name).parent == tmp_path / "sources"


@pytest.mark.parametrize("name", ["../a", "a/b", "/a", "..", ".", ".part", "a\\b", ""])
def test_no_other_name_gets_past_the_shelf(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no name for a file"):
        Shelf.of(tmp_path).file(name)


def test_two_addresses_never_meet_in_one_file() -> None:
    names = {
        place(want, Settings(), "en").name
        for want in wanted(["iati", "https://example.org/a.xml", "https://example.com/a.xml"])
    }
    assert len(names) == 2


def test_the_usual_addresses_are_those_of_the_publishers() -> None:
    addresses = [
        place(want, Settings(), "fr").address
        for want in wanted(["A/HRC/28/15", "uhri", "un-info", "VNM", "iati", "VNM"])
    ]
    assert addresses == [
        "https://documents.un.org/api/symbol/access?s=A%2FHRC%2F28%2F15&l=fr&t=pdf",
        "https://dataex.ohchr.org/uhri/export-results/export-full-fr.json",
        "https://api.uninfo.org/v1.0",
        "https://d-portal.org/q.xml?from=act,country&limit=-1&distincton=aid&country_code=VN",
    ]


def test_settings_come_from_the_workspace_and_the_environment_wins(tmp_path: Path) -> None:
    (tmp_path / "rightsgraph.toml").write_text(
        '[fetch]\npause = 5\nattempts = 2\nuhri = "https://m.example/u"\n', "utf-8"
    )
    settings = Settings.read(tmp_path, {"RIGHTSGRAPH_FETCH_PAUSE": "0.5"})
    assert (settings.pause, settings.attempts, settings.uhri) == (0.5, 2, "https://m.example/u")
    assert settings.documents == Settings().documents


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("[fetch]\npase = 5", "no setting 'pase'; there are: documents"),
        ('[fetch]\npause = "long"', "pause must be a number such as 1.0"),
        ("[fetch]\npause = -1", "pause must be a number"),
        ("[fetch]\npause = inf", "pause must be a number"),
        ('[fetch]\nuhri = "file:///x"', "must be an address"),
        ("fetch = 3", "must be a table"),
        ("[fetch", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_told(tmp_path: Path, told: str, words: str) -> None:
    (tmp_path / "rightsgraph.toml").write_text(told, "utf-8")
    with pytest.raises(WrongUse, match=re.escape(words)):
        Settings.read(tmp_path, {})


def test_every_setting_says_what_it_means() -> None:
    assert all(meaning.endswith(".") for _, _, meaning in Settings.described())


@given(st.lists(st.one_of(st.text(max_size=40), st.sampled_from(["iati", "un-info", "uhri", "VNM", "A/1/2", IATI]))))
def test_no_words_do_anything_but_name_files_or_be_refused(words: list[str]) -> None:
    names, refused = [], ""
    try:
        names = [place(want, Settings(), "en").name for want in wanted(words)]
    except WrongUse as refusal:
        refused = str(refusal)
    assert refused.isprintable()
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*\.(?:pdf|json|xml)", name) for name in names)
    assert len(set(names)) == len(names)
    assert names or refused


@given(st.text(max_size=60))
def test_no_header_of_a_server_can_do_harm(told: str) -> None:
    answer = Response()
    answer.headers["Retry-After"] = answer.headers["ETag"] = answer.headers["Last-Modified"] = told
    seconds = wait(answer)
    assert seconds is None or seconds >= 0
    assert all(not part or (part.isprintable() and part[0] not in "=+-@") for part in astuple(Version.of(answer)))
    led, refused = "", ""
    try:
        led = follow("https://documents.un.org/a", told)
    except Failed as refusal:
        refused = str(refusal)
    assert refused.isprintable()
    assert refused or led.startswith("https://")
