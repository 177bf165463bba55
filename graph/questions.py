"""Named questions: SPARQL with its question in plain words, and parameters that can only be terms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

import queries
from graph import terms

_HEADER = re.compile(r"^# (question|parameter|column)(?: (\w+))?: (.+)$", re.MULTILINE)
_SLOT = r"^(\s*)VALUES \?{name} \{{ UNDEF \}}.*$"


class NoQuestion(LookupError):
    """No question of that name; the message lists those there are."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be told. `kind` is how the value is written: `text`, `state`, `symbol`, `iri`."""

    name: str
    kind: str
    description: str

    def term(self, value: str) -> str:
        """The value as one SPARQL term. Raises ValueError if it cannot be one."""
        given = value.strip()
        if not given:
            raise ValueError(f"parameter {self.name} is empty: leave it out to ask for all")
        if self.kind == "state":
            return str(ox.NamedNode(terms.state(given.upper())))
        if self.kind == "iri":
            return str(ox.NamedNode(given if "://" in given else terms.BASE + given.removeprefix("/id/")))
        return str(ox.Literal(given))


@dataclass(frozen=True, slots=True)
class Question:
    """A named query. `columns` are (name, meaning) in the order of the answer."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    text: str

    @property
    def number(self) -> str:
        return self.name.split("_", 1)[0]

    def fill(self, values: Mapping[str, str]) -> str:
        """The query for these parameters; one left out means all. Raises ValueError for an unknown or bad one."""
        known = {parameter.name: parameter for parameter in self.parameters}
        unknown = sorted(set(values) - set(known))
        if unknown:
            has = ", ".join(known) or "none"
            raise ValueError(f"question {self.name} has no parameter {unknown[0]!r}; it has: {has}")
        text = self.text
        for name, value in values.items():
            if value.strip():
                slot = re.compile(_SLOT.format(name=name), re.MULTILINE)
                line = f"VALUES ?{name} {{ {known[name].term(value)} }}"
                text = slot.sub(lambda found, line=line: found[1] + line, text)  # type: ignore[misc]
        return text


@cache
def library() -> tuple[Question, ...]:
    """All questions, in order of number."""
    return tuple(_read(entry.name, entry.read_text("utf-8")) for entry in queries.texts())


def question(name: str) -> Question:
    """A question by its name, its short name or its number. Raises NoQuestion."""
    for one in library():
        if name in (one.name, one.name.split("_", 1)[1], one.number, one.number.lstrip("0")):
            return one
    raise NoQuestion(f"no question {name!r}; there are: {', '.join(one.name for one in library())}")


def _read(file: str, text: str) -> Question:
    title, parameters, columns = "", [], []
    for kind, name, rest in _HEADER.findall(text):
        if kind == "question":
            title = rest
        elif kind == "parameter":
            what, _, description = rest.partition(" – ")
            parameters.append(Parameter(name, what.strip(), description.strip()))
        else:
            columns.append((name, rest))
    return Question(file.removesuffix(".rq"), title, tuple(parameters), tuple(columns), text)
