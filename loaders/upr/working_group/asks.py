"""What chapter II comes to: asks with their number, their States and the position that the report states."""

from dataclasses import dataclass, field, replace

from graph.records import Position
from loaders.upr.working_group.blocks import Block
from loaders.upr.working_group.brackets import asked_by, unread
from loaders.upr.working_group.leads import Statement


@dataclass(frozen=True, slots=True)
class Ask:
    """A recommendation; `position` is None where the report states none, `stated_in` the paragraph that does."""

    paragraph: str
    text: str
    states: tuple[str, ...]
    page: int
    position: Position | None = None
    stated_in: str = ""
    words: str = ""
    remark: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(slots=True)
class Asks:
    """All asks of a report by paragraph, pledges inside chapter II, paragraphs of chapter I that are referred to.

    `odd` and `notes` are what a person should know: page and words.
    """

    by_paragraph: dict[str, Ask] = field(default_factory=dict)
    pledges: list[Block] = field(default_factory=list)
    statements: set[int] = field(default_factory=set)
    odd: list[tuple[int, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)

    def add(self, ask: Ask) -> str:
        """Add an ask and tell its name; a number that is printed twice is told apart."""
        name = ask.paragraph
        if name in self.by_paragraph:
            name = f"{name} bis"
            self.odd.append((ask.page, f"{ask.paragraph} is printed twice: the second is called {name}"))
        self.by_paragraph[name] = replace(ask, paragraph=name)
        return name

    def check(self, name: str, printed: str) -> None:
        """Report an ask without a State, and what stands in a bracket as if it were one."""
        ask = self.by_paragraph[name]
        if not asked_by(printed):
            self.odd.append((ask.page, f"{name}: no State is named as asking: {printed[-60:]!r}"))
        for part in unread(printed):
            self.odd.append((ask.page, f"{name}: not a State that is known: {part[:60]!r}"))

    def state(self, names: list[str], paragraph: int, said: Statement) -> None:
        """What a paragraph says of asks that stand elsewhere; a position stated before it stays."""
        for name in names:
            ask = self.by_paragraph[name]
            if ask.position is None:
                ask = replace(ask, position=said.position, stated_in=str(paragraph), words=said.words)
            if said.remark:
                ask = replace(ask, remark=said.remark)
            self.by_paragraph[name] = ask

    def remark(self, name: str, text: str) -> bool:
        """What the State said of one ask; False if there is no such ask."""
        ask = self.by_paragraph.get(name)
        if ask is None:
            return False
        self.by_paragraph[name] = replace(ask, remark=text)
        return True

    def open(self) -> list[str]:
        """The asks for which no position is stated so far."""
        return [name for name, ask in self.by_paragraph.items() if ask.position is None]
