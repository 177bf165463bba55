"""A results framework, row by row → its Framework, its Results, their Indicators and the links that the list states."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from graph.clean import Unclear
from graph.records import Framework, Indicator, Level, Measure, Record, Result, ResultKey, Value
from loaders.documents.cells import Cells
from loaders.documents.language import language
from loaders.documents.named_asks import links

LEVELS: Final = {
    "priority": Level.PRIORITY,
    "strategic priority": Level.PRIORITY,
    "outcome": Level.OUTCOME,
    "output": Level.OUTPUT,
    "sub-output": Level.SUB_OUTPUT,
    "suboutput": Level.SUB_OUTPUT,
}


@dataclass(slots=True)
class Tree:
    """The frameworks and results seen so far; a parent may come after its children."""

    frameworks: dict[str, Framework] = field(default_factory=dict)
    results: dict[ResultKey, Result] = field(default_factory=dict)
    _parents: list[tuple[ResultKey, Cells]] = field(default_factory=list)
    _indicators: Counter[ResultKey] = field(default_factory=Counter)

    def result(self, cells: Cells) -> Iterator[Record]:
        """Raises Unclear for a row that names no framework, level or code, or a code that is taken."""
        framework = self._framework(cells)
        level, code = LEVELS.get(cells.text("Level").casefold()), cells.text("Code")
        if level is None or not code:
            raise Unclear(f"a result needs a code and a level ({', '.join(LEVELS)}), not {cells.text('Level')!r}")
        key = ResultKey(framework.identifier, code)
        if key in self.results and self._further(cells, self.results[key]):
            yield from self._measured(cells, key)
            return
        if key in self.results:
            raise Unclear(f"an earlier row has the code {code!r} in {framework.identifier} too: this row is not read")
        made = self._made(cells, key, level)
        if framework.identifier not in self.frameworks:
            self.frameworks[framework.identifier] = framework
            yield framework
        self.results[key] = made
        yield made
        yield from self._measured(cells, key)
        yield from links(cells, key)

    def _further(self, cells: Cells, known: Result) -> bool:
        """Whether a row only adds another indicator to a result that an earlier row has."""
        return bool(cells.text("Indicator")) and cells.text("Title") in ("", known.title)

    def _measured(self, cells: Cells, key: ResultKey) -> Iterator[Indicator]:
        title = cells.text("Indicator")
        told = ((Measure.BASELINE, cells.text("Baseline")), (Measure.TARGET, cells.text("Target")))
        values = tuple(Value(measure, value) for measure, value in told if value)
        if title:
            self._indicators[key] += 1
            yield Indicator(
                owner=key,
                local=str(self._indicators[key]),
                title=title,
                language=language([title]),
                values=values,
                place=cells.place,
            )
        elif values:
            cells.find("a baseline or a target without an indicator: not read")

    def check(self) -> None:
        """Report parents that no row has."""
        for parent, cells in self._parents:
            if parent not in self.results:
                cells.find(f"its parent {parent.local!r} is no row of {parent.framework}")

    def _made(self, cells: Cells, key: ResultKey, level: Level) -> Result:
        texts = [cells.text("Title"), cells.text("Description")]
        parent = ResultKey(key.framework, cells.text("Parent code")) if cells.text("Parent code") else None
        if parent == key:
            cells.find("it is its own parent: it stands under the framework itself")
            parent = None
        if parent:
            self._parents.append((parent, cells))
        return Result(
            key=key,
            level=level,
            title=texts[0],
            code=key.local,
            description=texts[1],
            language=language(texts),
            parent=parent,
            place=cells.place,
        )

    def _framework(self, cells: Cells) -> Framework:
        """A framework is named by its State and first year: `MOZ/2012`."""
        found, start, end = cells.states("State"), cells.day("Start", 1, 1), cells.day("End", 12, 31)
        if len(found) != 1 or start is None:
            raise Unclear("a result needs its framework's one State and first year: the row is not read")
        made = Framework(
            identifier=f"{found[0]}/{start.year}",
            states=found,
            title=cells.text("Framework"),
            start=start,
            end=end,
            place=cells.place,
        )
        known = self.frameworks.get(made.identifier)
        if known and (known.title, known.start, known.end) != (made.title, made.start, made.end):
            cells.find(f"{made.identifier} has another title or another period on {known.place}: those are kept")
        return known or made
