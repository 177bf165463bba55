"""What a search found: hits with why each is one, and how many there are of each kind, State, family and position."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording; marked where it is what was searched for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """Where a hit holds what was searched for: the field, the language and publisher of the wording, and its words."""

    field: str
    language: str
    publisher: str
    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def marked(self) -> bool:
        """Whether what was searched for stands in it."""
        return any(piece.marked for piece in self.pieces)

    @property
    def text(self) -> str:
        """The words alone."""
        shown = "".join(piece.text for piece in self.pieces)
        return f"{'… ' if self.cut_before else ''}{shown}{' …' if self.cut_after else ''}"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found. `states` are ISO 3166 alpha-3, `families` and `position` local names of the vocabulary.

    `score` is larger for what fits better; 0 where nothing was asked that could be weighed.
    """

    iri: str
    kind: str
    name: str
    states: tuple[str, ...]
    families: tuple[str, ...]
    mechanism: str
    position: str
    years: tuple[int, int] | None
    score: float
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many hits have a value."""

    value: str
    hits: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A State named among the words: what would be found in that State by the other words."""

    state: str
    words: str
    hits: int


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of a search: `hits` are some of `total`, from the number `first` (counted from 0)."""

    hits: tuple[Hit, ...]
    total: int
    first: int
    kinds: tuple[Count, ...]
    states: tuple[Count, ...]
    families: tuple[Count, ...]
    positions: tuple[Count, ...]
    trouble: str = ""
    """What could not be read, and what to change; empty where all was read."""
    left_out: tuple[str, ...] = ()
    """Words that nearly every text holds, which were not searched for."""
    offers: tuple[Offer, ...] = ()
    unranked: bool = False
    """Whether so much was found that only what holds the words in a title, name or heading is put in order."""
