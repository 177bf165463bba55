"""A build as a person meets it: questions, SPARQL, pages, exports, commands."""

import re
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from typer.testing import CliRunner

from graph.export import export_to
from graph.questions import question
from graph.store.builds import Build
from graph.store.pool import Pool
from graph.terms import PREFIXES
from rightsgraph import app as commands
from webui.app import create_app

Answer = dict[str, str]
_PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items() if re.fullmatch(r"\w+", name))


@dataclass(frozen=True)
class World:
    """A finished build and what answers from it."""

    build: Build
    pool: Pool

    def ask(self, query: str) -> list[Answer]:
        return self.pool.select(_PROLOGUE + query).dicts()

    def question(self, name: str, **values: str) -> list[Answer]:
        return self.pool.select(question(name).fill(values)).dicts()

    def raw(self, path: str, today: date = date(2014, 3, 1)) -> str:
        """A page as HTML, as of a day."""
        client = create_app(self.build, self.pool, {"TODAY": today}).test_client()
        answer = client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 200, f"{path}: {answer.status}"
        return answer.text

    def page(self, path: str, today: date = date(2014, 3, 1)) -> str:
        """The words of a page."""
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self.raw(path, today)))

    def checklist(self, state: str, code: str, today: date = date(2014, 3, 1)) -> tuple[str, str]:
        """A row of a State's checklist: its standing, and all it tells."""
        from webui.state.checklist import checklist

        with create_app(self.build, self.pool).app_context():
            row = next(one for one in checklist(state, today) if one.code == code)
        return row.standing, " ".join(f"{told.text} {told.address}" for told in row.told)

    def export(self, kind: str, state: str, name: str) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / name
            export_to(kind, self.pool, self.build, state, out)
            return out.read_bytes()

    def calendar(self, state: str) -> str:
        """The calendar file, its folded lines made whole."""
        return re.sub(r"\r?\n ", "", self.export("calendar", state, "days.ics").decode()).replace("\\", "")

    def command(self, *words: str) -> str:
        """What `rightsgraph …` prints over this build."""
        done = CliRunner().invoke(commands, [*words, "--store", str(self.build.path.parent)])
        assert done.exit_code == 0, done.output
        return done.stdout
