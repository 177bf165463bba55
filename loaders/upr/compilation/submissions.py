"""Papers without a symbol that notes cite: submissions by their codes (`JS3, p. 4`), agencies' by their names."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph import agencies
from graph.records import (
    Basis,
    Document,
    Organisation,
    PassageKey,
    Record,
    Relation,
    StatedLink,
    Submission,
    SubmissionKey,
)
from graph.source import Severity, Source
from loaders.documents import symbols
from loaders.upr.compilation.listing import LISTING, Listed, fold, listed

_SEGMENT = re.compile(r"\s*;\s*|\.?\s+(?=See also\b)|\s+and\s+(?=(?:the\s+)?[A-Z])|(?<=\d)\s+(?=See also\b)")
_PLACE = r"(?:pp?\.|pages?|paras?\b\.?)\s?\d"
_PLACED = re.compile(
    rf"^(?:See\s+(?:also\s*)?:?\s*)?(?:the\s+)?(?P<code>[A-Z][\w&/:\- ]{{1,60}}?)\s*,?\s*(?:(?P<place>{_PLACE})|,)"
)
_SENT = re.compile(
    r"(?:^|;\s*|\band\s+|\.\s+)(?:See\s+(?:also\s+)?)?(?:the\s+)?(?P<name>[A-Z][\w\-’' ]{2,80}?) submission\b"
)
_ABBREVIATIONS = re.compile(r"^The following abbreviations\b", re.I)
_IBID = re.compile(r"\bIbid\b", re.I)


@dataclass(slots=True)
class Submissions:
    """The submissions of one paper: who sent them, and which notes cite them."""

    listed: dict[str, Listed]
    cited: dict[int, tuple[str, ...]] = field(default_factory=dict)
    faults: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, notes: Mapping[int, str]) -> "Submissions":
        """Read all notes, in order, so that "Ibid." is the submission named last."""
        listing = next((number for number in sorted(notes) if LISTING.match(notes[number])), None)
        used = [code for number, text in notes.items() if number != listing for code, _ in _codes(text)]
        entries = listed(notes[listing], used) if listing is not None else ()
        made = cls({fold(entry.code): entry for entry in entries})
        last: tuple[str, ...] = ()
        for number in sorted(notes):
            if number != listing:
                last = made._read(number, notes[number], last, has_list=listing is not None)
        return made

    def _read(self, number: int, text: str, last: tuple[str, ...], *, has_list: bool) -> tuple[str, ...]:
        """What one note cites; what the next "Ibid." may mean: the paper cited last, none after a symbol."""
        found = self._known(number, text) if has_list else self._agencies(text)
        if _IBID.match(text) and not found:
            found = last
        if found:
            self.cited[number] = found
        return () if any(True for _ in symbols.mentions(text)) else found[-1:]

    def _agencies(self, text: str) -> tuple[str, ...]:
        """UN entities that a note of a compilation cites: `UNHCR submission, p. 4`, `UNESCO, paras. 19–21`."""
        names = [found["name"] for found in _SENT.finditer(text)]
        names += [code for code, _ in _codes(text) if agencies.agency(code)]
        codes = []
        for told in names:
            name = agencies.agency(told) or told
            kind = "UN entity" if agencies.agency(told) else ""
            self.listed.setdefault(fold(name), Listed(name, f"{name} submission", kind, (name,)))
            codes.append(fold(name))
        return tuple(dict.fromkeys(codes))

    def _known(self, number: int, text: str) -> tuple[str, ...]:
        codes = []
        for code, placed in _codes(text):
            folded = fold(code)
            if folded not in self.listed and placed:
                folded = self._meant(number, code)
            if folded in self.listed:
                codes.append(folded)
        return tuple(dict.fromkeys(codes))

    def _meant(self, number: int, code: str) -> str:
        """A code that the list does not have: the one of the same letters, or of which it is a part; else itself."""
        folded = fold(code)
        letters = Counter(folded.replace("/", ""))
        same = [one for one in self.listed if Counter(one.replace("/", "")) == letters]
        ends = [one for one in self.listed if "/" in one and one.split("/")[-1] == folded.split("/")[-1]]
        starts = [one for one in self.listed if folded.startswith(one) and len(one) > 2]
        for candidates in (same, ends):
            if len(candidates) == 1:
                self.faults.setdefault(f"{code} is read as {self.listed[candidates[0]].code}", number)
                return candidates[0]
        part = max(starts, key=len, default="")
        owner = self.listed[part].senders if part else ()
        self.faults.setdefault(f"{code} is in no list of those who contributed", number)
        self.listed[folded] = Listed(code, code, "", owner)
        return folded

    def tell(self, source: Source) -> None:
        for reason, number in self.faults.items():
            source.find(f"note {number}", reason, Severity.NOTE)

    def records(self, document: Document) -> Iterator[Record]:
        """Each submission, and the organisations that sent it."""
        for entry in self.listed.values():
            kind = "civil society organisation" if entry.kind == "joint submission" else entry.kind
            for name in entry.senders:
                yield Organisation(name=name, kind=kind, place="note 1")
            yield Submission(
                summary=document.symbol,
                code=entry.code,
                title=entry.told,
                state=document.state,
                submitted_by=entry.senders,
                place="note 1",
            )

    def links(self, document: Document, paragraph: str, note: int, words: str) -> Iterator[StatedLink]:
        """From the statement that a note belongs to, to each submission the note cites."""
        for code in self.cited.get(note, ()):
            yield StatedLink(
                subject=PassageKey(document.symbol, paragraph),
                relation=Relation.CITES,
                object=SubmissionKey(document.symbol, self.listed[code].code),
                basis=Basis.OHCHR_ENDNOTE,
                quote=words,
                place=f"note {note}",
            )


def _codes(text: str) -> list[tuple[str, bool]]:
    """The codes a note names, and whether a page or paragraph follows: `JS3, p. 4. See also AI` → JS3, AI."""
    if _ABBREVIATIONS.match(text):
        return []
    found = (_PLACED.match(segment.strip()) for segment in _SEGMENT.split(text) if segment)
    return [(one["code"].strip(), bool(one["place"])) for one in found if one and _is_code(one["code"].strip())]


def _is_code(code: str) -> bool:
    """Capitals, and neither "Ibid." nor a symbol."""
    capitals = sum(mark.isupper() for mark in code)
    return capitals > 1 and not _IBID.match(code) and not any(True for _ in symbols.mentions(code))
