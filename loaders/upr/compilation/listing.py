"""The list of those who sent something in, which is a summary's first note: code, name, kind, members.

`Civil society Individual submissions: AI Amnesty International, London; … Joint submissions: JS1 Joint submission 1
submitted by: A; B; …` A joint submission's members end at a semicolon, at "and", or after the State they sit in.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from graph import clean, states
from graph.clean import Unclear

LISTING: Final = re.compile(r"^The stakeholders listed below have contributed", re.I)
_KINDS: Final = (
    ("civil society organisation", r"Civil society"),
    ("civil society organisation", r"Individual submissions?\s*:"),
    ("joint submission", r"Joint submissions?\s*:"),
    ("national human rights institution", r"National human rights institutions?(?:\(s\))?\s*:?"),
    ("national human rights institution", r"National Human Rights Institutions?(?:\(s\))?\s*:"),
    (
        "regional intergovernmental organisation",
        r"Regional (?:[Ii]ntergovernmental )?[Oo]rgani[sz]ations?(?:\(s\))?\s*:?",
    ),
    ("", r"Attachments?\s*:"),
)
"""Headings of the list; under "Attachments" stand papers of the organisation before."""
_HEADINGS = re.compile("|".join(f"(?P<k{number}>{words})" for number, (_, words) in enumerate(_KINDS)))
_JOINT = re.compile(r"(?:^|(?<=[;.])\s*)(?=\(?(?:[A-Z][\w&\-]*/)?JS\s?\d+\b)")
_JOINT_CODE = re.compile(r"\(?((?:[A-Z][\w&\-]*/)?JS\s?\d+)\)?\s*[-–:]?\s*(.*)")
_CODE = re.compile(r"\(?([A-Z][\w&/\-]*[A-Z][\w&/\-]*)\)?(?:\s+[-–]\s+|\s+)(?=[\w“\"'])")
_SUBMITTED = re.compile(r"submitted by\s*:?\s*", re.I)
_ASIDE = re.compile(r"\([^()]*\)")
_AND = re.compile(
    r"\s*;\s*(?:and\s+)?|,\s+and\s+(?=[A-Z]|the\b)|,?\s+and\s+(?=[Tt]he\s)|,\s+(?=[Tt]he\s)|\s+in partnership with\s+"
)
_WEB = re.compile(r"\s*\(?https?:\S+|www\.\S+")


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper sent in: its code, the words that describe it, the kind and the names of those who sent it."""

    code: str
    told: str
    kind: str
    senders: tuple[str, ...] = ()


def fold(code: str) -> str:
    """Codes are printed in several ways: COE-CPT and CoE-CPT, EUFRA and EU-FRA are one."""
    return re.sub(r"[^A-Z0-9/]", "", code.upper())


def listed(note: str, cited: Iterable[str]) -> Iterator[Listed]:
    """Every entry of the list; `cited` are the codes that other notes use, which tell codes of several words.

    A paper that is attached (`CoE-CPT` after `CoE`) was sent by the organisation it is attached to.
    """
    known = sorted({code for code in cited if code}, key=len, reverse=True)
    owner = ""
    sender: tuple[str, ...] = ()
    for kind, text in _parts(note):
        if kind == "joint submission":
            yield from _joint(text)
            continue
        for chunk in re.split(r";\s*", text):
            for code, told in _entries(chunk.strip(" .*"), known):
                if not (owner and code.casefold().startswith(f"{owner.casefold()}-")):
                    owner, sender = code, tuple(_members(told))[:1] or (told,)
                yield Listed(code, told, kind, sender)


def _parts(note: str) -> Iterator[tuple[str, str]]:
    """The list cut at its headings, each part with the kind of organisation that it lists."""
    found = list(_HEADINGS.finditer(note))
    kind = ""
    for heading, following in zip(found, [*found[1:], None], strict=True):
        kind = _KINDS[int((heading.lastgroup or "k0")[1:])][0] or kind
        yield kind, note[heading.end() : following.start() if following else None].strip()


def _entries(chunk: str, known: list[str]) -> Iterator[tuple[str, str]]:
    """One entry; several where the list has no semicolons and the next code shows where one ends."""
    starts = [0, *(at for at in _codes_inside(chunk, known))]
    for start, end in zip(starts, [*starts[1:], len(chunk)], strict=True):
        code, told = _split(chunk[start:end].strip(" .*;"), known)
        if code and told:
            yield code, _plain(told)


def _codes_inside(chunk: str, known: list[str]) -> Iterator[int]:
    for found in re.finditer(r"(?<=\s)[A-Z][\w&/\-]*[A-Z][\w&/\-]*(?=\s+(?:The\s+)?[A-Z])", chunk):
        if any(fold(found[0]) == fold(code) for code in known):
            yield found.start()


def _split(entry: str, known: list[str]) -> tuple[str, str]:
    bare = entry.lstrip("( ")
    for code in known:
        if " " in code and fold(bare[: len(code)]) == fold(code):
            return code, bare[len(code) :].lstrip(") –-")
    found = _CODE.match(entry)
    return (found[1], entry[found.end() :]) if found else ("", "")


def _joint(text: str) -> Iterator[Listed]:
    for entry in _JOINT.split(text):
        found = _JOINT_CODE.match(entry.strip())
        if found:
            told = found[2].strip(" .;")
            members = _SUBMITTED.split(told, maxsplit=1)
            yield Listed(found[1], _plain(told), "joint submission", tuple(_members(members[-1])))


def _members(text: str) -> Iterator[str]:
    """Names without the places they sit in."""
    told = re.sub(r"\s+,", ",", _ASIDE.sub(_seat, _WEB.sub("", text)))
    for part in _AND.split(told):
        for name in _before_states(part):
            plain = re.sub(r"^(?:and|the|The)\s+", "", clean.text(name).strip(" ,.;*"))
            if len(plain) > 2 and not _is_state(plain):
                yield plain


def _is_state(name: str) -> bool:
    with suppress(Unclear):
        return bool(states.state(name))
    return False


def _seat(aside: re.Match[str]) -> str:
    """A State in brackets ends an entry as one after a comma does; any other aside is left out."""
    inside = aside[0].strip("()")
    named = states.mentions(inside)
    return f", {inside};" if len(named) == 1 and named[0].end - named[0].start == len(inside) else ""


def _before_states(text: str) -> Iterator[str]:
    """`A, Minneapolis, USA, B, Montreuil, France` → A and B: a State after a comma ends an entry, its town before."""
    start = 0
    for mention in states.mentions(text):
        before = text[start : mention.start].rstrip()
        if before.endswith(","):
            yield re.sub(r",[^,]*$", "", before.rstrip(", "))
            start = mention.end
    if text[start:].strip(" ,.;"):
        yield text[start:]


def _plain(name: str) -> str:
    return clean.text(_WEB.sub("", name)).strip(" ,.;*")
