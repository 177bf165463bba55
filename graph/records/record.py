"""What every record has: its place in the file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`place` says where in the file: `page 12`, `row 33`, `activity 5`."""

    place: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A label of a code list, as the source gave it: scheme `upr-info-issue`, `ohchr-theme`, `ohchr-person` …

    `doubtful`: the source gives it in a way that tells little (a default); it is kept, but not as a theme.
    """

    scheme: str
    label: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Triple(Record):
    """A statement of an RDF file, its terms in N-Quads syntax; blank nodes already named."""

    subject: str
    predicate: str
    object: str
