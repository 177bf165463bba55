"""Passages: what was asked or said, by whom, and what the State answered."""

from dataclasses import dataclass
from datetime import date

from graph.records.keys import Key, ListedKey, PassageKey, ReviewKey
from graph.records.record import Record, Tag
from graph.records.words import Basis, PassageKind, Position, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Record):
    """A citable piece of a document.

    `text` is the document's own wording, `summary` what a citing document says it says; one of the two may be
    empty. `paragraph` is a string as the UN cites it: `140.7`, `96 (b)`. `state` is whom it addresses,
    `recommending_states` who asked (UPR), `mechanism` a notation (`UPR`, `CEDAW`, `SR Minority issues`),
    `action_category` UPR Info's 1–5, `aliases` other paragraph numbers it goes by (misprints, bare numbers).
    `other_states` are further States that it addresses too, `addressee` is who is asked where it is not the State
    (`United Nations country team`), `concerns` the paragraphs of the same document that say why, `follow_up` the
    words by which a paragraph is picked for follow-up. `annotation` is the identity that UHRI gives its record of it.
    """

    symbol: str
    paragraph: str
    kind: PassageKind
    state: str | None
    mechanism: str | None = None
    text: str = ""
    summary: str = ""
    language: str = "en"
    section: str = ""
    recommending_states: tuple[str, ...] = ()
    action_category: int | None = None
    tags: tuple[Tag, ...] = ()
    sdgs: tuple[str, ...] = ()
    cycle: int | None = None
    aliases: tuple[str, ...] = ()
    other_states: tuple[str, ...] = ()
    addressee: str = ""
    concerns: tuple[str, ...] = ()
    follow_up: str = ""
    annotation: str = ""

    @property
    def key(self) -> PassageKey:
        return PassageKey(self.symbol, self.paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionStated(Record):
    """What a document says the State's position on one recommendation is.

    `document` is the stating document's symbol (None: the source file itself, such as UPR Info's list),
    `paragraph` where it says so, `day` when it was said, `words` the statement as written, `remark` what the
    State added ("already implemented").
    """

    about: Key
    position: Position
    document: str | None = None
    paragraph: str = ""
    day: date | None = None
    words: str = ""
    remark: str = ""
    official: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRecommendation(Record):
    """A recommendation from a list without symbol or paragraph (UPR Info): one recommending State per row.

    `kind` is PLEDGE for what the State itself promised: nobody recommended it, and it has no position.
    """

    state: str
    session: int
    recommending_state: str | None
    text: str
    position: Position | None
    position_words: str = ""
    action_category: int | None = None
    tags: tuple[Tag, ...] = ()
    official: bool = False
    kind: PassageKind = PassageKind.RECOMMENDATION

    @property
    def key(self) -> ListedKey:
        return ListedKey(self.state, self.session, self.text, self.recommending_state or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedRecommendation(Record):
    """A recommendation that sources name by its number in a review, while the report that numbers it is not read."""

    key: ReviewKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding(Record):
    """What another source adds to a recommendation that a document has numbered: its wording and its codes."""

    about: PassageKey
    text: str
    action_category: int | None = None
    tags: tuple[Tag, ...] = ()
    sdgs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedLink(Record):
    """A link that a source itself states, with the words that state it (an endnote, a heading, a sentence)."""

    subject: Key
    relation: Relation
    object: Key
    basis: Basis
    quote: str
