"""The framework's tree: priorities, outcomes, outputs; and which output a sub-output names."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from graph.records import Level, Result, ResultKey
from graph.source import Source
from loaders.documents.language import language
from loaders.programming.un_info.amounts import amounts
from loaders.programming.un_info.shape import Entry

_LEVELS: Final = (Level.PRIORITY, Level.OUTCOME, Level.OUTPUT, Level.SUB_OUTPUT)
_CUT: Final = 200
"""A sub-output gives its output's name cut at so many characters."""
_JOINED: Final = 60
"""Names differ late: so many first characters tell an output, unless two outputs share them."""


def results(
    source: Source, entries: tuple[Entry, ...], framework: str, parent: ResultKey | None = None, depth: int = 0
) -> Iterator[Result]:
    """Every node, parents first; the level is told by the depth where the node itself does not tell it."""
    for entry in entries:
        if depth >= len(_LEVELS):
            source.find(entry.place, "it lies deeper than a sub-output: not read, nor is what lies below it")
            continue
        key = ResultKey(framework, entry["id"])
        texts = [entry["name"], entry["description"]]
        yield Result(
            key=key,
            level=Level(entry["level"]) if entry["level"] else _LEVELS[depth],
            title=entry["name"],
            code=entry["code"],
            description=entry["description"],
            language=language(texts),
            parent=parent,
            money=amounts(source, entry, None, None),
            place=entry.place,
        )
        yield from results(source, entry.children, framework, key, depth + 1)


@dataclass(slots=True)
class Outputs:
    """Finds the output that a sub-output names, by its id or by the beginning of its name."""

    _by_id: dict[str, ResultKey] = field(default_factory=dict)
    _by_name: dict[str, set[ResultKey]] = field(default_factory=lambda: defaultdict(set))
    _by_beginning: dict[str, set[ResultKey]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, found: list[Result]) -> "Outputs":
        outputs = cls()
        for result in found:
            outputs._by_id[result.key.local] = result.key
            if result.level is Level.OUTPUT:
                outputs._by_name[result.title[:_CUT].strip().casefold()].add(result.key)
                outputs._by_beginning[_beginning(result.title)].add(result.key)
        return outputs

    def find(self, name: str, parent: str = "") -> ResultKey | None:
        """The result of this id, else the one output of this name; None if there is none, or more than one."""
        if parent in self._by_id:
            return self._by_id[parent]
        for table, told in ((self._by_name, name.casefold()), (self._by_beginning, _beginning(name))):
            keys = table.get(told, set())
            if len(keys) == 1:
                return next(iter(keys))
        return None


def _beginning(name: str) -> str:
    return name[:_JOINED].strip().casefold()
