"""Example queries for the form: the question library, filled as it stands."""

from dataclasses import dataclass
from functools import cache

from graph.questions import library
from graph.terms import PREFIXES

_SHOWN = ("rg", "skos", "dcterms")
STARTER = (
    "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in _SHOWN)
    + """
SELECT ?ask ?symbol ?paragraph ?text
WHERE {
  ?ask a rg:Recommendation ; rg:document/rg:symbol ?symbol ; rg:paragraph ?paragraph ; rg:text ?text .
}
LIMIT 20
"""
)
"""What the form holds at first."""


@dataclass(frozen=True, slots=True)
class Example:
    """A query worth trying; `name` is its question's."""

    name: str
    title: str
    query: str


@cache
def examples() -> tuple[Example, ...]:
    return tuple(Example(one.name, one.title, one.text) for one in library())
