"""Our identifiers of recommendations as a code list of others: IATI's vocabulary 99 with the list's own address."""

from typing import Final

from graph import terms
from graph.clean import Unclear, symbol, text
from graph.records import PassageKey

URI: Final = terms.VOCAB + "recommendation"
"""The list's address, which a publisher puts into `vocabulary-uri`."""
_MARK: Final = "/para/"


def code(symbol: str, paragraph: str) -> str:
    """`("A/HRC/12/11", "99.78")` → `A/HRC/12/11/para/99.78`."""
    return f"{symbol}{_MARK}{paragraph}"


def is_ours(vocabulary: str) -> bool:
    """Whether a `vocabulary-uri` is the list's: with or without a slash at its end, by http or https."""
    return _bare(vocabulary) == _bare(URI)


def key(told: str) -> PassageKey:
    """What a code stands for; the whole identifier (an IRI) is a code too. Raises Unclear for what is none."""
    given = text(told)
    if _bare(given).startswith(_bare(terms.BASE)):
        given = f"{terms.symbol_of(given)}{_MARK}{terms.paragraph_of(given)}"
    document, _, paragraph = given.partition(_MARK)
    if not paragraph:
        raise Unclear(f"not a code of our list of recommendations, as A/HRC/12/11/para/99.78 is: {told!r}")
    return PassageKey(symbol(document), paragraph)


def _bare(address: str) -> str:
    return address.strip().removeprefix("https://").removeprefix("http://").rstrip("/").casefold()
