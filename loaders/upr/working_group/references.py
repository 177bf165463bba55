"""References inside chapter II: to paragraphs of chapter I, and to numbers of a list above."""

import re
from dataclasses import dataclass

_START = re.compile(
    r"\bparagraphs?(?: nos?\.?| numbers)?\s+(?=\d{1,3}(?![\d.]*\d))"
    r"|\brecommendations?\s+(?=\d{1,3}\s?\([a-z]\))",
    re.IGNORECASE,
)
"""Where a list of paragraphs begins; `recommendation 26 (c)` names one too, `paragraphs 77.13` does not."""
_TOKEN = re.compile(
    r"(?P<number>\b\d{1,3}(?![\d,]*\d))|\((?P<letter>[a-z]|i{1,3}|iv|vi{0,3}|ix)\s?\)|(?P<last>\blast sentence\b)"
)
_BETWEEN = re.compile(
    r"(?:\s|[,;.&]|and|also|or|in|the|to|paragraphs?|recommendations?|nos?\.|numbers"
    r"|\([A-Z][^()]*\)|of [A-Z]\w+)*",
    re.IGNORECASE,
)
"""What may stand between two numbers or letters of one list: also the State that asked, in brackets."""
_FOREIGN = re.compile(r"\s+(?:of|to|in) (?:the|its) (?!present|report|above)|\s+of [A-Z]{1,5}/")
"""Paragraphs `of the national report`, `of A/HRC/…`: another document's."""
_NESTED = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_BY_NUMBER = re.compile(
    r"\b[Rr]ecommendations?\b(?P<between>[^.;:()\d]{0,60}?(?:\bNos?\.?\s*)?)(?=\d)"
    r"(?P<list>\d[\d\s.,;–\-]*(?:(?:and|to|&)[\s\d.,;–\-]+)*)(?P<after>\s?\([a-z]\))?"
)
_RANGE = re.compile(
    r"(\d{1,3}(?:\s?\.\s?\d{1,3})?)(?:\s?[–\-]\s?|\s+to\s+)(\d{1,3}(?:\.\d{1,3})?)|(\d{1,3}(?:\s?\.\s?\d{1,3})?)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A paragraph of chapter I, or a lettered part of one (`g i` for a nested one)."""

    paragraph: int
    part: str = ""
    last_sentence: bool = False

    def __str__(self) -> str:
        return " ".join([str(self.paragraph), *(f"({letter})" for letter in self.part.split())])


def to_dialogue(text: str) -> list[Reference]:
    """The paragraphs a sentence names: `paragraphs 35 (a), (b) and (g) (i); 41 and 45, last sentence`."""
    found: list[Reference] = []
    at = 0
    while start := _START.search(text, at):
        more, at = _read(text, start.end())
        if not _FOREIGN.match(text, at):
            found += more
    return list(dict.fromkeys(found))


def _read(text: str, start: int) -> tuple[list[Reference], int]:
    """The list that begins here, and where it ends: at the first words that belong to no list."""
    found: list[Reference] = []
    number, before = 0, start
    for token in _TOKEN.finditer(text, start):
        if not _BETWEEN.fullmatch(text, before, token.start()):
            break
        if token["number"]:
            number = int(token["number"])
            found.append(Reference(number))
        elif token["last"] and found:
            found[-1] = Reference(found[-1].paragraph, found[-1].part, last_sentence=True)
        elif token["letter"] and number:
            _letter(found, number, token["letter"], glued=not text[before : token.start()].strip())
        before = token.end()
    return found, before


def _letter(found: list[Reference], number: int, letter: str, *, glued: bool) -> None:
    """A letter after its paragraph's number, after another letter, or nested right behind one."""
    last = found[-1]
    if glued and last.part and letter in _NESTED:
        found[-1] = Reference(number, f"{last.part.split()[0]} {letter}")
    elif not last.part:
        found[-1] = Reference(number, letter)
    else:
        found.append(Reference(number, letter))


def to_list(text: str) -> list[str]:
    """The numbers of a list that a sentence names: `recommendations Nos. 1, 2 and 5–7` → 1, 2, 5, 6, 7.

    What is called a paragraph is one of chapter I, unless its number has a point (`paragraphs 77.13, 77.43`).
    """
    numbers: list[str] = []
    for found in _BY_NUMBER.finditer(text):
        if found["after"]:
            continue
        named: list[str] = []
        for first, last, single in _RANGE.findall(found["list"]):
            named += _range(first, last) if first else [re.sub(r"\s", "", single)]
        paragraphs = "paragraph" in found["between"].casefold()
        numbers += [one for one in named if "." in one or not paragraphs]
    return list(dict.fromkeys(numbers))


def _range(first: str, last: str) -> list[str]:
    """`105.3`–`105.5` or `3`–`5`; a range that runs backwards or over a hundred is its two ends."""
    lead, _, start = re.sub(r"\s", "", first).rpartition(".")
    end = last.rpartition(".")[2]
    if not 0 <= int(end) - int(start) <= 300:
        return [first, last]
    return [f"{lead}.{number}" if lead else str(number) for number in range(int(start), int(end) + 1)]
