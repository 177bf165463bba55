"""Sessions and forms under attack: forged, planted, stolen, guessed, and headers of strangers."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.security import check_password_hash

from graph.build import build
from graph.review.decisions import FILE
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from tests.webui.story import decisions, story
from tests.webui.workshop import PAGE, PASSWORD, Ground, Site, ground, log_in, site, token
from webui.accounts import people
from webui.accounts.settings import Settings
from webui.accounts.throttle import Throttle, network
from webui.pages.account import WRONG

pytestmark = pytest.mark.hostile


@pytest.fixture(scope="module", name="on")
def build_asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    folder = tmp_path_factory.mktemp("story")
    made = build(story(), Builds(folder), lambda store: Pool(store, Limits.for_builds()), decisions=decisions())
    with ground(made.build) as it:
        yield it


@pytest.fixture
def here(on: Ground, tmp_path: Path) -> Site:
    return site(on, tmp_path)


def posts(here: Site) -> list[str]:
    """Every address of the app that takes a POST, but for the endpoint, which changes nothing."""
    rules = [rule for rule in here.app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    return sorted(rule.rule for rule in rules if not rule.endpoint.startswith("sparql."))


def fields(here: Site) -> dict[str, str]:
    """All that any of the forms may want."""
    link = here.proposed[0]
    named = {"subject": link.subject, "relation": link.relation, "object": link.object, "seen": "0"}
    added = {"one": link.subject, "choice": "cites", "other": link.object}
    return {**named, **added, "decision": "reject", "why": "struck", "place": "row 2", "name": "Ana Reviewer"}


def test_every_post_is_known_to_these_tests(here: Site) -> None:
    assert posts(here) == ["/desk/add", "/desk/decide", "/desk/undo", "/login", "/logout"]


def test_no_form_without_its_token_changes_anything(here: Site) -> None:
    ana, other = here.person("Ana Reviewer"), here.person("Ben Reviewer")
    before = (here.folder / FILE).read_bytes()
    stolen = token(other.get("/account", headers=PAGE).text)
    for path in posts(here):
        for forged in ({}, {"csrf_token": ""}, {"csrf_token": "x.y.z"}, {"csrf_token": stolen}):
            answer = ana.post(path, data=fields(here) | forged, headers=PAGE)
            assert answer.status_code == 400, (path, forged)
    assert (here.folder / FILE).read_bytes() == before
    assert ana.get("/account").status_code == 200  # nor was she logged out


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_what_another_site_sends_is_refused_even_with_a_token(here: Site, headers: dict[str, str]) -> None:
    ana = here.person("Ana Reviewer")
    good = token(ana.get("/account", headers=PAGE).text)
    for path in posts(here):
        answer = ana.post(path, data=fields(here) | {"csrf_token": good}, headers=PAGE | headers)
        assert answer.status_code == 403, path
    assert here.lines() == ()


def test_a_browser_that_tells_only_the_origin_is_believed(here: Site) -> None:
    """Over plain HTTP a browser sends no Sec-Fetch-Site, and an origin unless our own policy hides it."""
    ana = here.person("Ana Reviewer")
    page = ana.get("/account", headers=PAGE)
    assert page.headers["Referrer-Policy"] == "same-origin"
    answer = ana.post("/logout", data={"csrf_token": token(page.text)}, headers={"Origin": "http://localhost"})
    assert answer.status_code == 303


def test_a_name_that_this_site_does_not_answer_to_is_refused(on: Ground, tmp_path: Path) -> None:
    here = site(on, tmp_path, Settings(hosts=("rights.example",)))
    for name, status in (("rights.example", 200), ("127.0.0.1:8000", 200), ("attacker.example", 400)):
        assert here.app.test_client().get("/login", headers={"Host": name}).status_code == status


def test_a_reader_and_a_visitor_decide_nothing(here: Site) -> None:
    rita, visitor = here.person("Rita Reader"), here.app.test_client()
    for client, page in ((rita, "/account"), (visitor, "/login")):
        good = token(client.get(page, headers=PAGE).text)
        for path in ("/desk/add", "/desk/decide", "/desk/undo"):
            assert client.post(path, data=fields(here) | {"csrf_token": good}).status_code == 403
    assert rita.get("/desk", headers=PAGE).status_code == 403
    assert visitor.get("/desk?state=VNM", headers=PAGE).location == "/login?next=%2Fdesk%3Fstate%3DVNM"
    assert here.lines() == ()


def test_a_planted_session_does_not_survive_the_login(here: Site) -> None:
    victim, attacker = here.app.test_client(), here.app.test_client()
    known = token(attacker.get("/login").text)
    planted = cookie(attacker)
    victim.set_cookie("rightsgraph", planted)
    answer = victim.post("/login", data={"csrf_token": known, "name": "Ana Reviewer", "password": PASSWORD})
    assert answer.status_code == 303
    assert cookie(victim) != planted
    assert attacker.get("/account").status_code == 303
    assert victim.post("/logout", data={"csrf_token": known}).status_code == 400  # the planted token is worth nothing


def test_a_cookie_that_somebody_kept_is_worth_nothing_after_logging_out(here: Site) -> None:
    ana, thief = here.person("Ana Reviewer"), here.app.test_client()
    kept = cookie(ana)
    thief.set_cookie("rightsgraph", kept)
    assert thief.get("/account").status_code == 200
    ana.post("/logout", data={"csrf_token": token(ana.get("/account", headers=PAGE).text)})
    thief.set_cookie("rightsgraph", kept)
    assert thief.get("/account").status_code == 303


def test_a_session_ends_however_busy_it_is(on: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = site(on, tmp_path, Settings(session_hours=1.0))
    ana = here.person("Ana Reviewer")
    now = time.time()
    monkeypatch.setattr("webui.accounts.access.time.time", lambda: now + 3590)
    assert ana.get("/account").status_code == 200
    monkeypatch.setattr("webui.accounts.access.time.time", lambda: now + 3610)
    assert ana.get("/account").status_code == 303


@pytest.mark.parametrize("secure", [False, True])
def test_the_cookie_is_for_this_site_and_no_script(on: Ground, tmp_path: Path, secure: bool) -> None:
    here = site(on, tmp_path, Settings(cookie_secure=secure))
    answer = here.app.test_client().get("/login", base_url="https://localhost" if secure else "http://localhost")
    told = answer.headers["Set-Cookie"]
    assert "HttpOnly" in told
    assert "SameSite=Lax" in told
    assert ("Secure" in told) is secure
    assert told.startswith("__Host-rightsgraph=" if secure else "rightsgraph=")


def test_a_forged_cookie_is_nobody(here: Site) -> None:
    from flask.sessions import SecureCookieSessionInterface

    ana = here.person("Ana Reviewer")
    serializer = SecureCookieSessionInterface().get_signing_serializer(here.app)
    assert serializer is not None
    told = serializer.loads(cookie(ana))
    here.app.secret_key = "another"  # noqa: S105
    forger = SecureCookieSessionInterface().get_signing_serializer(here.app)
    assert forger is not None
    ana.set_cookie("rightsgraph", str(forger.dumps(told)))
    here.app.secret_key = None
    assert ana.get("/account").status_code == 303


def test_a_wrong_password_and_an_unknown_name_get_one_answer(here: Site) -> None:
    answers = [log_in(here.app.test_client(), name, "wrong") for name in ("Ana Reviewer", "Nobody There")]
    texts = {answer.text.replace("Ana Reviewer", "").replace("Nobody There", "") for answer in answers}
    assert {answer.status_code for answer in answers} == {403}
    assert len({text.replace(token(text), "") for text in texts}) == 1
    assert WRONG in texts.pop()


def test_a_wrong_password_and_an_unknown_name_cost_one_and_the_same_check(
    here: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []

    def counted(kept: str, given: str) -> bool:
        checked.append(kept.split("$")[0])
        return check_password_hash(kept, given)

    log_in(here.app.test_client(), "Nobody Before", "wrong")  # whoever comes first pays for what is kept from then on
    monkeypatch.setattr("webui.accounts.passwords.check_password_hash", counted)
    for name in ("Ana Reviewer", "Nobody There"):
        log_in(here.app.test_client(), name, "wrong")
    assert len(checked) == 2
    assert checked[0] == checked[1]  # the same method with the same cost


def standing_still(here: Site) -> None:
    """However slow this machine is, no wait passes."""
    here.app.extensions["door"].throttle = Throttle(5, 300.0, lambda: 0.0)


def test_guessing_waits_for_known_and_unknown_names_alike(here: Site) -> None:
    standing_still(here)
    for name in ("Ana Reviewer", "Nobody There"):
        client = here.app.test_client()
        seen = []
        for number in range(6):
            address = {"REMOTE_ADDR": f"10.0.{len(name)}.{number}"}
            form = token(client.get("/login").text)
            told = {"csrf_token": form, "name": name, "password": "wrong"}
            seen.append(client.post("/login", data=told, environ_overrides=address))
        assert [answer.status_code for answer in seen] == [403] * 5 + [429]
        assert int(seen[-1].headers["Retry-After"]) >= 1
    assert log_in(here.app.test_client(), "Ben Reviewer").status_code == 303  # whom nobody guessed at


def test_one_address_that_guesses_at_many_names_waits(here: Site) -> None:
    standing_still(here)
    client = here.app.test_client()
    for number in range(5):
        assert log_in(client, f"Name {number}", "wrong").status_code == 403
    assert log_in(client, "Ana Reviewer").status_code == 429


def test_waits_double_up_to_the_longest_and_are_forgotten() -> None:
    now = [0.0]
    throttle = Throttle(2, 8.0, lambda: now[0])
    waits = []
    for _ in range(7):
        wait = throttle.begin("name")
        waits.append(wait)
        now[0] += wait
        if wait:
            assert throttle.begin("name") == 0
    assert waits == [0, 0, 1, 2, 4, 8, 8]
    now[0] += 4000
    assert throttle.begin("name") == 0
    assert throttle.begin("name") == 0


def test_a_right_password_clears_the_name_but_not_what_an_address_tried_elsewhere() -> None:
    throttle = Throttle(3, 60.0, lambda: 0.0)
    for name in ("a", "b"):
        assert throttle.begin(name, "address") == 0
    assert throttle.begin("mine", "address") == 0
    throttle.right("mine", "address")
    assert throttle.begin("c", "address") == 0
    assert throttle.begin("d", "address") > 0


def test_an_ipv6_network_counts_as_one_address() -> None:
    assert network("2001:db8::1") == network("2001:db8::ffff:2") != network("2001:db8:0:1::1")


class TestTrustedProxy:
    """A header that names a person is believed from the proxy alone, and only if that was set."""

    SETTINGS = Settings(trusted_user_header="X-Remote-User", trusted_reviewers=("Ana Reviewer",))

    def test_the_header_is_worth_nothing_unless_it_is_set(self, here: Site) -> None:
        assert here.app.test_client().get("/account", headers={"X-Remote-User": "Ana Reviewer"}).status_code == 303

    def test_from_the_proxy_it_names_a_person_with_a_role_by_list(self, on: Ground, tmp_path: Path) -> None:
        here = site(on, tmp_path, self.SETTINGS, accounts=False)
        client = here.app.test_client()
        page = client.get("/desk?state=VNM", headers=PAGE | {"X-Remote-User": "ana reviewer"})
        assert page.status_code == 200
        assert client.get("/desk", headers={"X-Remote-User": "Someone Else"}).status_code == 403
        told = fields(here) | {"csrf_token": token(page.text)}
        done = client.post("/desk/decide", data=told, headers={"X-Remote-User": "Ana Reviewer"})
        assert done.status_code == 303
        assert [line.who for line in here.lines()] == ["Ana Reviewer"]

    def test_from_anybody_else_it_is_worth_nothing(self, on: Ground, tmp_path: Path) -> None:
        here = site(on, tmp_path, self.SETTINGS, accounts=False)
        answer = here.app.test_client().get(
            "/account", headers={"X-Remote-User": "Ana Reviewer"}, environ_overrides={"REMOTE_ADDR": "10.1.1.1"}
        )
        assert answer.status_code == 303

    @pytest.mark.parametrize("name", ["", "a,b", "x" * 200, "<script>"])
    def test_a_name_that_is_none_is_nobody(self, on: Ground, tmp_path: Path, name: str) -> None:
        here = site(on, tmp_path, self.SETTINGS, accounts=False)
        assert here.app.test_client().get("/account", headers={"X-Remote-User": name}).status_code == 303


def test_without_accounts_nothing_can_be_sent_at_all(on: Ground, tmp_path: Path) -> None:
    here = site(on, tmp_path, accounts=False)
    client = here.app.test_client()
    for path in posts(here):
        assert client.post(path, data=fields(here)).status_code == 403
    assert "read-only" in client.get("/desk", headers=PAGE).text
    assert not (tmp_path / "session.key").exists()
    assert client.post("/sparql", data={"query": "ASK {}"}).status_code == 200
    assert not (tmp_path / people.FILE).exists()


def cookie(client: FlaskClient) -> str:
    found = client.get_cookie("rightsgraph")
    assert found is not None
    return found.value
