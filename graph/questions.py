"""Named questions: SPARQL with its question in plain words, and parameters that can only be terms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import queries
from graph.parameters import Parameter

_HEADER = re.compile(r"^# (question|competency|asked by|compares|parameter|column)(?: (\w+))?: (.+)$", re.MULTILINE)
_SLOT = r"^(\s*)VALUES \?{name} \{{ UNDEF \}}.*$"
_EXAMPLE = re.compile(r"\s*\(([^()]+)\)$")

EVERYBODY = "everybody"
ASKERS = (EVERYBODY, "country team", "national mechanism", "NGO")
"""Who asks: everybody, the UN country team, the national mechanism for follow-up, NGOs and institutions."""


class NoQuestion(LookupError):
    """No question of that name; the message lists those there are."""


@dataclass(frozen=True, slots=True)
class Question:
    """A named query. `columns` are (name, meaning) in the order of the answer.

    `competency` are the numbers of the twenty-five questions that the field asks, `askers` some of ASKERS; `compares`
    tells that the answer is in the differences of two builds.
    """

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    text: str
    competency: tuple[int, ...] = ()
    askers: tuple[str, ...] = (EVERYBODY,)
    compares: bool = False

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
    told: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[tuple[str, str]] = []
    for kind, name, rest in _HEADER.findall(text):
        if kind == "parameter":
            parameters.append(_parameter(name, rest))
        elif kind == "column":
            columns.append((name, rest))
        else:
            told[kind] = rest
    return Question(
        name=file.removesuffix(".rq"),
        title=told.get("question", ""),
        parameters=tuple(parameters),
        columns=tuple(columns),
        text=text,
        competency=tuple(int(one) for one in re.findall(r"\d+", told.get("competency", ""))),
        askers=tuple(told.get("asked by", EVERYBODY).split(", ")),
        compares="compares" in told,
    )


def _parameter(name: str, rest: str) -> Parameter:
    """`state – the State under review (VNM)`: kind, description, example."""
    kind, _, description = rest.partition(" – ")
    example = _EXAMPLE.search(description)
    return Parameter(name, kind.strip(), _EXAMPLE.sub("", description).strip(), example[1] if example else "")
