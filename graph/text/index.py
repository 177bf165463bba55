"""The full-text index of a build: one SQLite file, made with the build and never changed.

The words live in an FTS5 table without contents: its columns hold stems, which no reader wants to see. The wordings as
given stand once in a plain table beside it, so that a hit explains itself without a query to the store.

A row's number tells its profile (`number >> SHIFT`): hits are counted by kind, State, family and position from the
numbers alone. What a search narrows by are words of a column of their own, so that narrowing is part of the match.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from graph.store.builds import Build
from graph.text.read import things
from graph.text.thing import FIELDS, WEIGHTS, Profile, Thing
from graph.text.vocabulary import Vocabulary
from graph.text.words import folded, words

NAME: Final = "text.sqlite"
SHIFT: Final = 24
"""A profile may have 2**24 things."""
EVERYTHING: Final = "all_"
"""A word of the column of facets that every thing has."""
_YEARS: Final = 80
"""A longer span of years is no span but an error; only its ends are kept."""

_SCHEMA = f"""
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE profile(id INTEGER PRIMARY KEY, kind TEXT, states TEXT, families TEXT, position TEXT, things INTEGER);
CREATE TABLE thing(id INTEGER PRIMARY KEY, iri TEXT, name TEXT, mechanism TEXT, first_year INTEGER, last_year INTEGER);
CREATE TABLE said(thing INTEGER, number INTEGER, field TEXT, language TEXT, publisher TEXT, text TEXT,
  PRIMARY KEY(thing, number)) WITHOUT ROWID;
CREATE TABLE span(first INTEGER, last INTEGER);
CREATE TABLE word(folded TEXT, stem TEXT, PRIMARY KEY(folded, stem)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5({", ".join(FIELDS)}, facet, content='', tokenize="ascii tokenchars '_.'");
INSERT INTO words(words, rank) VALUES ('rank', 'bm25({", ".join(map(str, WEIGHTS))}, 0.0)');
"""  # noqa: S608 - made of our own names


def make(build: Build) -> dict[str, Any]:
    """Index a build that is being made; how many things and which bytes (SHA-256), for its report."""
    count = write(build.path / NAME, build.quads())
    return {"things": count, "sha256": checksum(build)}


def checksum(build: Build) -> str:
    """SHA-256 of a build's index. Raises OSError if there is none."""
    with (build.path / NAME).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def whole(build: Build) -> bool:
    """Whether a build's index is the one its report tells of, byte for byte; a build without one is whole too."""
    told = build.report().get("text")
    return told is None or ((build.path / NAME).is_file() and checksum(build) == told["sha256"])


def write(target: Path, files: Iterable[Path]) -> int:
    """Make the index of these N-Quads files; how many things it holds. The same files give the same bytes."""
    vocabulary = Vocabulary()
    with closing(sqlite3.connect(target, isolation_level=None)) as base:
        base.executescript(_SCHEMA)
        base.execute("BEGIN")
        count = sum(1 for _ in _rows(base, things(files), vocabulary))
        base.execute("INSERT INTO span SELECT min(first_year), max(last_year) FROM thing")
        base.executemany("INSERT INTO word VALUES (?, ?)", vocabulary.pairs())
        base.execute("INSERT INTO words(words) VALUES ('optimize')")
        base.execute("COMMIT")
    return count


def _rows(base: sqlite3.Connection, found: Iterable[Thing], vocabulary: Vocabulary) -> Iterator[Thing]:
    """Write each thing; things of one profile come together, so that numbers only grow."""
    last: Profile | None = None
    profile = number = 0
    for one in found:
        if one.profile != last:
            _close(base, profile, number)
            last, profile, number = one.profile, profile + 1, 0
            _open(base, profile, one.profile)
        _write(base, (profile << SHIFT) + number, one, vocabulary)
        number += 1
        yield one
    _close(base, profile, number)


def _open(base: sqlite3.Connection, number: int, profile: Profile) -> None:
    told = (profile.kind, " ".join(profile.states), " ".join(profile.families), profile.position)
    base.execute("INSERT INTO profile VALUES (?, ?, ?, ?, ?, 0)", (number, *told))


def _close(base: sqlite3.Connection, number: int, things: int) -> None:
    base.execute("UPDATE profile SET things = ? WHERE id = ?", (things, number))


def _write(base: sqlite3.Connection, number: int, one: Thing, vocabulary: Vocabulary) -> None:
    first, last = one.years or (None, None)
    base.execute("INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?)", (number, one.iri, one.name, one.mechanism, first, last))
    base.executemany(
        "INSERT INTO said VALUES (?, ?, ?, ?, ?, ?)",
        ((number, n, said.field, said.language, said.publisher, said.text) for n, said in enumerate(one.said)),
    )
    columns: dict[str, list[str]] = {field: [] for field in FIELDS}
    for said in one.said:
        if said.field == "symbol":  # found by its beginning, so its parts stay as they are
            columns["symbol"].append(" ".join(map(folded, words(said.text))))
        else:
            columns[said.field].append(vocabulary.stems(said.text, said.language))
    row = [" ".join(columns[field]) for field in FIELDS]
    marks = ", ".join("?" * (len(FIELDS) + 2))
    base.execute(
        f"INSERT INTO words(rowid, {', '.join(FIELDS)}, facet) VALUES ({marks})",  # noqa: S608 - our own names
        (number, *row, " ".join(_facets(one))),
    )


def _facets(one: Thing) -> Iterator[str]:
    yield EVERYTHING
    yield facet("kind", one.profile.kind)
    yield from (facet("state", state) for state in one.profile.states)
    yield from (facet("family", family) for family in one.profile.families)
    yield facet("position", one.profile.position or "none")
    if one.years:
        first, last = one.years
        years = range(first, last + 1) if last - first < _YEARS else (first, last)
        yield from (facet("year", str(year)) for year in years)


def facet(name: str, value: str) -> str:
    """The word that stands for a value to narrow by: `state_vnm`; nothing of it can be read as a query."""
    return f"{name}_{''.join(mark for mark in value.lower() if mark.isascii() and mark.isalnum())}"
