"""What a country sheet is made of: kinds of rows, their columns, and what a cell of each column holds."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Final

import pyoxigraph as ox

import ontology
from graph import terms
from graph.records import VisitStep
from graph.states import fold
from graph.terms import PREFIXES, SKOS


class Form(Enum):
    """How a cell is read; those that hold several values part them by semicolons."""

    TEXT = auto()
    TEXTS = auto()
    WHOLE = auto()
    """A whole number."""
    DAY = auto()
    MOMENT = auto()
    """As exact as it is known: `2019`, `2019-05` or a day."""
    STATE = auto()
    STATES = auto()
    BODY = auto()
    """An organisation, by its name."""
    BODIES = auto()
    MECHANISM = auto()
    CHOICE = auto()
    """A word of a code list."""
    ASKS = auto()
    """Recommendations, by symbol and paragraph or by their numbers in a review."""
    SYMBOL = auto()
    """A UN document."""
    ADDRESS = auto()
    """An address in the web."""
    AMOUNT = auto()
    """Money in the currency of the column `Currency`."""
    TRUTH = auto()


STEPS: Final = "visitStep"
"""Stands for a code list whose words are individuals of the vocabulary."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: headings in English, French and Spanish, what a cell means, the property that it tells of the row.

    `tells` is the property, prefixed (`rg:session`); an empty one goes with another column. A row without a `needed`
    cell is no row; `key` cells together tell one row from another. `of` is the code list of a choice, the kind of an
    amount.
    """

    name: str
    french: str
    spanish: str
    meaning: str
    tells: str = ""
    form: Form = Form.TEXT
    example: str = ""
    needed: bool = False
    key: bool = False
    of: str = ""

    @property
    def headings(self) -> frozenset[str]:
        return _folded((self.name, self.french, self.spanish))

    @property
    def iri(self) -> str:
        """The property's IRI. Raises ValueError for a column that has none."""
        prefix, _, local = self.tells.partition(":")
        if not local:
            raise ValueError(f"the column {self.name} tells no property")
        return PREFIXES[prefix] + local

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that a cell may hold; () where any may."""
        if self.form is Form.TRUTH:
            return ("yes", "no")
        if self.form is not Form.CHOICE:
            return ()
        return tuple(step.value for step in VisitStep) if self.of == STEPS else words(self.of)

    def choice(self, word: str) -> str:
        """The IRI of one of its words."""
        return terms.rg(word) if self.of == STEPS else terms.concept(self.of, word)


@dataclass(frozen=True, slots=True)
class Kind:
    """One sheet: its title, the name of its CSV file, the class of what a row tells, and a sentence that says so.

    `called` are the columns whose cells make the name of a thing that has no title of its own.
    """

    title: str
    file: str
    cls: str
    meaning: str
    columns: tuple[Column, ...]
    called: tuple[str, ...] = ()

    def column(self, heading: str) -> Column | None:
        """The column of a heading in any of its languages."""
        told = fold(heading)
        return next((one for one in self.columns if told in one.headings), None)

    def named(self, name: str) -> Column:
        """The column of an English heading. Raises KeyError."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


@cache
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, names))


@cache
def words(scheme: str) -> tuple[str, ...]:
    """The English words of a code list of country sheets, in its order."""
    data = (ontology.root() / "vocab" / "country-sheet.ttl").read_bytes()
    mark = f"{terms.VOCAB}{scheme}/"
    return tuple(
        quad.object.value
        for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == SKOS + "prefLabel"
        and isinstance(quad.object, ox.Literal)
        and str(quad.subject).strip("<>").startswith(mark)
    )
