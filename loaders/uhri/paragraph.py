"""The paragraph number that a UHRI text carries inside itself, and the heading in front of it."""

import re
from dataclasses import dataclass

_FORMS = (
    re.compile(r"^Recommendation No\. ?\d+\.? \(para\. ?(?P<lead>\d+): ?(?P<item>\d+)\.?\)\s*"),
    re.compile(
        r"^(?:Recommendations? contained in )?para(?:graph|\.)?s? ?"
        r"(?P<number>\d+(?:\.\d+)?(?: ?\([a-z]\))*)\s*[:.]?\s*",
        re.I,
    ),
    re.compile(r"^(?:R )?(?P<number>\d{1,3}\.\d{1,3})\.?\s+(?=\S)"),
    re.compile(r"^(?P<number>\d{1,3})\.\s*(?=[A-Z“\"(])"),
    re.compile(r"^(?P<heading>(?:[A-Z]\. ?)?[A-Z][^.;:]{2,150}?)\s+(?P<number>\d{1,3})\.\s*(?=[A-Z“\"(])"),
)
"""UPR list; named paragraph; dotted UPR number; plain number, often glued; heading and number."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A text with its number and heading taken off; `number` is empty where the text carries none."""

    number: str
    heading: str
    text: str


def numbered(text: str) -> Numbered:
    """Take the paragraph number (and a heading before it) off a text on one line."""
    for form in _FORMS:
        found = form.match(text)
        if found:
            parts = found.groupdict()
            number = parts.get("number") or f"{parts['lead']}.{parts['item']}"
            number = re.sub(r" ?(\([a-z]\))", r" \1", number)
            return Numbered(number, (parts.get("heading") or "").strip(), text[found.end() :].strip())
    return Numbered("", "", text)
