"""What a person asked for, as an expression: words, phrases, symbols, and how they are joined."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word, in any of its endings."""

    word: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Words that begin so: `educat*`."""

    start: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A document's symbol, the documents below it, and with a paragraph only that."""

    symbol: str
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Every:
    """All of these must hold; of nothing: everything."""

    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Any:
    """One of these must hold."""

    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Without:
    """This must not hold."""

    part: "Expression"


Expression = Word | Beginning | Phrase | Cited | Every | Any | Without

EVERYTHING = Every(())


def wanted(expression: Expression) -> list[Word | Beginning | Phrase | Cited]:
    """What a hit may hold, left to right: all but what must not hold."""
    match expression:
        case Every(parts) | Any(parts):
            return [one for part in parts for one in wanted(part)]
        case Without():
            return []
        case _:
            return [expression]
