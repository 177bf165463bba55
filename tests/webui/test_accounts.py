"""Accounts: their file, their passwords, the commands that keep them, and logging in and out."""

import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.store.builds import Build
from rightsgraph import app as commands
from tests.webui.workshop import PAGE, PASSWORD, Ground, Site, ground, log_in, site, token, told
from webui.accounts import passwords, people, private
from webui.accounts.access import our_path
from webui.accounts.people import Account, Damaged, NoAccount, Role
from webui.accounts.settings import Settings

HEADING = "name,role,password,since\n"
HASH = "scrypt:32768:8:1$salt$0123"


@pytest.fixture(scope="module", name="on")
def build_asked(told: Build) -> Iterator[Ground]:
    with ground(told) as it:
        yield it


@pytest.fixture(scope="module")
def here(on: Ground, tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site(on, tmp_path_factory.mktemp("workspace"))


def run(folder: Path, *words: str, typed: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(commands, ["users", *words, "--folder", str(folder)], input=typed)
    return done.exit_code, done.output


def test_an_account_is_added_listed_changed_and_removed(tmp_path: Path) -> None:
    assert run(tmp_path, "list") == (0, "nobody: the viewer is read-only\n")
    code, words = run(tmp_path, "add", "Ana Reviewer", "--stdin", typed=PASSWORD + "\n")
    assert (code, "may log in as a reviewer" in words) == (0, True)
    account = people.read(tmp_path)["ana-reviewer"]
    assert passwords.fits(PASSWORD, account.password)
    assert run(tmp_path, "password", "ana reviewer", "--stdin", typed="another long password\n")[0] == 0
    assert people.read(tmp_path)["ana-reviewer"].stamp != account.stamp
    assert run(tmp_path, "list")[1].startswith("Ana Reviewer\treviewer\tsince ")
    assert run(tmp_path, "remove", "Ana Reviewer")[0] == 0
    assert people.read(tmp_path) == {}


@pytest.mark.parametrize(
    ("words", "typed", "reason"),
    [
        (("add", "Ana", "--stdin"), "short\n", "at least 12 characters"),
        (("add", "Ana", "--stdin"), "aaaaaaaaaaaaaaa\n", "too easy to guess"),
        (("add", "a,b", "--stdin"), PASSWORD + "\n", "a name has"),
        (("add", "Ana", "--role", "king", "--stdin"), PASSWORD + "\n", "no role 'king'"),
        (("add", "BEN", "--stdin"), PASSWORD + "\n", "has an account already"),
        (("add", "Ana"), PASSWORD + "\n", "no terminal"),
        (("remove", "Ana"), "", "nobody is called 'Ana'"),
        (("password", "Ana", "--stdin"), PASSWORD + "\n", "nobody is called 'Ana'"),
    ],
)
def test_wrong_use_changes_nothing_and_says_why(
    tmp_path: Path, words: tuple[str, ...], typed: str, reason: str
) -> None:
    assert run(tmp_path, "add", "Ben", "--stdin", typed=PASSWORD + "\n")[0] == 0
    before = (tmp_path / people.FILE).read_bytes()
    code, said = run(tmp_path, *words, typed=typed)
    assert code == 2
    assert reason in said
    assert (tmp_path / people.FILE).read_bytes() == before


def test_a_password_is_neither_kept_nor_an_argument(tmp_path: Path) -> None:
    run(tmp_path, "add", "Ana", "--stdin", typed=PASSWORD + "\n")
    assert PASSWORD not in (tmp_path / people.FILE).read_text("utf-8")
    assert "--password" not in CliRunner().invoke(commands, ["users", "add", "--help"]).output


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
def test_accounts_and_key_are_for_their_owner_alone(tmp_path: Path) -> None:
    run(tmp_path, "add", "Ana", "--stdin", typed=PASSWORD + "\n")
    private.session_key(tmp_path)
    for name in (people.FILE, private.KEY):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_the_key_is_made_once_and_a_damaged_one_is_refused(tmp_path: Path) -> None:
    assert private.session_key(tmp_path) == private.session_key(tmp_path)
    (tmp_path / private.KEY).write_bytes(b"short")
    with pytest.raises(OSError, match="damaged"):
        private.session_key(tmp_path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("name;role\n", "row 1"),
        (HEADING + f"Ana,reviewer,{HASH}\n", "row 2.*3 cells"),
        (HEADING + f"Ana,king,{HASH},2026-01-01\n", "row 2.*'king' is no role"),
        (HEADING + "Ana,reviewer,plain,2026-01-01\n", "row 2.*no hash"),
        (HEADING + f"Ana,reviewer,{HASH},yesterday\n", "row 2"),
        (HEADING + f"Ana,reviewer,{HASH},2026-01-01\n" * 2, "row 3.*earlier row"),
        (HEADING + 'Ana,"reviewer', "cannot be read"),
    ],
)
def test_a_damaged_file_is_refused_with_its_row_and_without_its_secrets(
    tmp_path: Path, content: str, reason: str
) -> None:
    (tmp_path / people.FILE).write_text(content, "utf-8")
    with pytest.raises(Damaged, match=reason) as told_so:
        people.read(tmp_path)
    assert "salt" not in str(told_so.value)
    code, _ = run(tmp_path, "add", "Ben", "--stdin", typed=PASSWORD + "\n")
    assert code == 1
    assert (tmp_path / people.FILE).read_text("utf-8") == content


def test_accounts_that_cannot_be_made_leave_the_old_ones(tmp_path: Path) -> None:
    made = Account("Ana", Role.READER, HASH, date(2026, 1, 1))
    people.change(tmp_path, lambda _: [made])

    def fails(_: dict[str, Account]) -> list[Account]:
        raise NoAccount("no")

    with pytest.raises(NoAccount):
        people.change(tmp_path, fails)
    assert list(people.read(tmp_path).values()) == [made]
    assert {path.name for path in tmp_path.iterdir()} == {people.FILE, f".{people.FILE}.lock"}


def test_settings_are_read_from_file_and_environment(tmp_path: Path) -> None:
    (tmp_path / "rightsgraph.toml").write_text(
        '[accounts]\nsession_hours = 4\ntrusted_reviewers = ["Ana"]\ncookie_secure = true\n', "utf-8"
    )
    found = Settings.read(
        tmp_path, {"RIGHTSGRAPH_SESSION_HOURS": "2", "RIGHTSGRAPH_TRUSTED_PROXIES": "10.0.0.0/8, ::1"}
    )
    assert (found.session_hours, found.cookie_secure) == (2.0, True)
    assert found.trusted_proxies == ("10.0.0.0/8", "::1")
    shown = {name: value for name, value, _ in found.described()}
    assert shown["trusted_reviewers"] == "1"  # how many, not who


@pytest.mark.parametrize(
    "line",
    ["session_hours = -1", 'session_hours = "long"', "sesion_hours = 1", "trusted_proxies = 'x'",
     "trusted_proxies=['x']", "cookie_secure = 'perhaps'", "login_tries = true", "trusted_user_header = 1"],
)  # fmt: skip
def test_a_setting_of_no_use_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "rightsgraph.toml").write_text(f"[accounts]\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=line.split("=")[0].strip()):
        Settings.read(tmp_path, {})


def test_the_settings_show_among_the_limits(here: Site) -> None:
    words = told(here.app.test_client().get("/limits", headers=PAGE))
    for name, _, meaning in Settings().described():
        assert name in words
        assert meaning in words


def test_a_person_logs_in_goes_on_and_logs_out(here: Site) -> None:
    client = here.app.test_client()
    answer = log_in(client, "ana  REVIEWER", to="/state/VNM?tab=x")
    assert (answer.status_code, answer.location) == (303, "/state/VNM?tab=x")
    page = client.get("/account", headers=PAGE)
    assert "Ana Reviewer" in told(page)
    assert page.headers["Cache-Control"] == "no-store"
    assert client.post("/logout", data={"csrf_token": token(page.text)}).location == "/"
    assert client.get("/account").location == "/login?next=%2Faccount"


def test_readers_without_an_account_get_no_cookie(here: Site) -> None:
    for path in ("/", "/state/VNM", "/desk/decisions", "/limits"):
        answer = here.app.test_client().get(path, headers=PAGE)
        assert "Set-Cookie" not in answer.headers
        assert "no-store" not in answer.headers.get("Cache-Control", "")


def test_only_an_admin_sees_who_has_an_account(here: Site) -> None:
    assert "Rita Reader" in told(here.person("Ada").get("/account", headers=PAGE))
    assert "Rita Reader" not in told(here.person("Ana Reviewer").get("/account", headers=PAGE))


@pytest.mark.parametrize(
    "raw",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "desk",
     "/a\r\nSet-Cookie: x=1", "/a\tb", "http:/evil.example", "/login?next=/login", "/logout", "", "/[::1"],
)  # fmt: skip
def test_only_paths_of_ours_are_gone_on_to(raw: str) -> None:
    assert our_path(raw) == ("/[::1" if raw == "/[::1" else "/desk")


def test_a_removed_account_and_a_new_password_end_sessions(on: Ground, tmp_path: Path) -> None:
    mine = site(on, tmp_path)
    ana, ben = mine.person("Ana Reviewer"), mine.person("Ben Reviewer")
    assert ana.get("/account").status_code == ben.get("/account").status_code == 200
    assert run(tmp_path, "remove", "Ana Reviewer")[0] == 0
    assert run(tmp_path, "password", "Ben Reviewer", "--stdin", typed="another long password\n")[0] == 0
    assert ana.get("/account").status_code == ben.get("/account").status_code == 303


def test_a_damaged_file_lets_nobody_in_and_breaks_no_page(on: Ground, tmp_path: Path) -> None:
    mine = site(on, tmp_path)
    ana = mine.person("Ana Reviewer")
    (tmp_path / people.FILE).write_text("torn", "utf-8")
    assert ana.get("/account").status_code == 303
    assert ana.get("/", headers=PAGE).status_code == 200
    assert log_in(mine.app.test_client(), "Ana Reviewer").status_code == 403
