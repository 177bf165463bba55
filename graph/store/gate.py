"""What a query's text may be before any parser sees it: size, nesting, no SERVICE."""

import re

from graph.store.asking import Refusal
from graph.store.limits import Limits

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_QUIET = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|\#[^\n\r]*",
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![\w?$:.@-])service(?![\w:-])", re.IGNORECASE)
_FROM = re.compile(r"(?<![\w?$:.@-])from(?![\w:-])", re.IGNORECASE)
_OPEN, _CLOSE = frozenset("{(["), frozenset("})]")


def admit(text: str, limits: Limits) -> None:
    """Let a query pass, or raise Refusal: 413 too long, 400 too deep, 403 SERVICE."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limits.query_bytes:
        raise Refusal(413, f"the query has {size:,} bytes; query_bytes allows {limits.query_bytes:,}")
    bare = skeleton(text)
    if depth(bare) > limits.query_nesting:
        raise Refusal(
            400, f"brackets stand inside each other deeper than query_nesting ({limits.query_nesting}) allows"
        )
    if _SERVICE.search(bare):
        raise Refusal(403, "SERVICE is not offered: this endpoint calls no other server")


def names_dataset(text: str) -> bool:
    """Whether a query has a FROM of its own."""
    return bool(_FROM.search(skeleton(text)))


def skeleton(text: str) -> str:
    """The text with code point escapes read, and strings, IRIs and comments blanked out."""
    return _QUIET.sub(" ", _ESCAPE.sub(_character, text))


def depth(bare: str) -> int:
    """How deep brackets stand inside each other, whatever their kind."""
    deepest = level = 0
    for mark in bare:
        if mark in _OPEN:
            level += 1
            deepest = max(deepest, level)
        elif mark in _CLOSE:
            level -= 1
    return deepest


def _character(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= 0x10FFFF else " "
