"""What a file that was asked for must look like, told by its first and last bytes: headers often say otherwise."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

HEAD: Final = 1024
"""First bytes that are enough to tell: PDF readers, too, look for `%PDF-` this far."""
TAIL: Final = 65_536
_BLANK: Final = b" \t\r\n\xef\xbb\xbf"
_PAGE: Final = re.compile(rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name with article, and whether its first and last bytes can be those of one."""

    name: str
    begins: Callable[[bytes], bool]
    ends: Callable[[bytes], bool]


def is_page(head: bytes) -> bool:
    """Whether these first bytes are a web page's."""
    return _PAGE.match(head.lstrip(_BLANK)) is not None


def seen_as(head: bytes, content_type: str) -> str:
    """What came instead, in plain words."""
    if not head.strip(_BLANK):
        return "an empty answer"
    if is_page(head):
        return "a web page"
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "an Office or zip file"
    plain = re.sub(r"[^\w/+.-].*", "", content_type)[:60]
    return f"something else (said to be {plain})" if plain else "something else"


PDF: Final = Kind("a PDF", lambda head: b"%PDF-" in head, lambda tail: b"%%EOF" in tail)
JSON: Final = Kind(
    "JSON", lambda head: head.lstrip(_BLANK)[:1] in (b"{", b"["), lambda tail: tail.rstrip(_BLANK)[-1:] in (b"}", b"]")
)
XML: Final = Kind(
    "XML",
    lambda head: (head.lstrip(_BLANK)[:1] == b"<" and not is_page(head)) or head[:2] in (b"\xff\xfe", b"\xfe\xff"),
    lambda tail: tail.rstrip(_BLANK + b"\0")[-1:] == b">",
)
