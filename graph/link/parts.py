"""The several asks of one text: two texts ask for the same if one ask of the one and one ask of the other do."""

import re
from collections.abc import Iterator

_ENDS = re.compile(
    r";\s+"
    r"|(?<=[a-z0-9)”\"’])\.\s+(?=[A-Z(“\"])"
    r"|(?<=\))\s*[,;]\s+(?=(?:and\s+)?(?:to\s+)?[a-z])(?<!\b[a-z]\),\s)"
)
"""A semicolon, the end of a sentence, a comma after the States in brackets."""
_TELLS = re.compile(
    r"\b(?:welcom(?:ed|es)|commend(?:ed|s)|appreciat(?:ed|es)|(?:were|was|is) pleased|congratulat(?:ed|es)"
    r"|not(?:ed|es|ing) with (?:satisfaction|appreciation|interest)|not(?:ed|es)|report(?:ed|s) that"
    r"|acknowledg(?:ed|es)|stat(?:ed|es) that|indicat(?:ed|es)|observ(?:ed|es)|recall(?:ed|s)|report(?:ed|s) to"
    r"|has taken note)\b",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:recommend|urg(?:ed|es|ing)|encourag|call(?:ed|s|ing) (?:up)?on|request|concern(?!ing)|regret|deplor|should"
    r"|ask(?:ed|s)|invit|remain|lack|fail|absence|insufficien|inadequa)",
    re.I,
)


def parts(text: str, *, reported: bool = True) -> tuple[str, ...]:
    """The asks of a text in order, as they stand.

    Where the text is `reported` speech of a mechanism, praise and mere report are left out: empty if there is no more.
    """
    return tuple(one for one in _split(text) if not (reported and praises(one)))


def praises(text: str) -> bool:
    """Whether a mechanism only praises or reports, and asks for nothing."""
    return _TELLS.search(text) is not None and _ASKS.search(text) is None


def _split(text: str) -> Iterator[str]:
    at = 0
    for end in _ENDS.finditer(text):
        if part := text[at : end.start()].strip():
            yield part
        at = end.end()
    if rest := text[at:].strip():
        yield rest
