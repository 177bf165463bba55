"""What a query's text may be before any parser sees it: size, nesting, no SERVICE."""

import re

from graph.store.asking import Refusal
from graph.store.limits import Limits

_LOOKED_AT = 200_000
"""Characters that are looked at for nesting; a text of that size is refused for its size anyway."""

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_QUIET = re.compile(
    r"\\."  # an escape in a prefixed name: ex:a\# starts no comment
    r'|"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|\#[^\n\r]*",
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![\w?$:.@-])service(?![\w:-])", re.IGNORECASE)
_FROM = re.compile(r"(?<![\w?$:.@-])from(?![\w:-])", re.IGNORECASE)
_NOTS = re.compile(r"(?:!\s*)+")
_MARK = re.compile(r"[{}()\[\]]|\|\||&&|[/|]|[;,]|\.(?=[\s}]|$)")
_OPEN, _CLOSE, _CHAIN = frozenset("{(["), frozenset("})]"), frozenset(("||", "&&", "/", "|"))


def admit(text: str, limits: Limits) -> None:
    """Let a query pass, or raise Refusal: 400 too deep, 413 too long, 403 SERVICE."""
    part = text[:_LOOKED_AT]
    readings = (skeleton(part), skeleton(_unescaped(part)))
    if max(map(depth, readings)) > limits.query_nesting:
        raise Refusal(
            400,
            f"brackets or operators are nested deeper than query_nesting ({limits.query_nesting}) allows: "
            "use VALUES or IN for long alternatives",
        )
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > limits.query_bytes:
        raise Refusal(413, f"the query has {size:,} bytes; query_bytes allows {limits.query_bytes:,}")
    if any(map(_SERVICE.search, readings)):
        raise Refusal(403, "SERVICE is not offered: this endpoint calls no other server")


def names_dataset(text: str) -> bool:
    """Whether a query has a FROM of its own."""
    return bool(_FROM.search(skeleton(text)))


def skeleton(text: str) -> str:
    """The text with strings, IRIs and comments blanked out."""
    return _QUIET.sub(" ", text)


def depth(bare: str) -> int:
    """How deep brackets stand inside each other, or how long the longest chain of operators is."""
    deepest = max((found[0].count("!") for found in _NOTS.finditer(bare)), default=0)
    chains = [0]
    for found in _MARK.finditer(bare):
        mark = found[0]
        if mark in _CHAIN:
            chains[-1] += 1
        elif mark in _OPEN:
            chains.append(0)
        elif mark not in _CLOSE:  # the next triple or argument
            chains[-1] = 0
        elif len(chains) > 1:
            chains.pop()
            if mark == "}":
                chains[-1] = 0
        deepest = max(deepest, chains[-1], len(chains) - 1)
    return deepest


def _unescaped(text: str) -> str:
    """The text with code point escapes read: an engine that reads them first sees this one."""
    return _ESCAPE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= 0x10FFFF else " "
