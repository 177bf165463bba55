"""A country team's own list of projects or of results: `A/HRC/12/11 99.78` in it is a link that the list states.

Projects have the columns `Project no., Title, Agency, Partners, Start, End, Budget, Currency, Result, SDG,
Recommendations, Description, State`; frameworks `Framework, State, Start, End, Level, Code, Title, Parent code,
Indicator, Baseline, Target, Recommendations, Description`.
"""

from collections.abc import Iterator

from graph.clean import Unclear
from graph.records import Record
from graph.source import Loader, Source
from loaders.documents import sheets
from loaders.programming.own_list.framework import Tree
from loaders.programming.own_list.projects import project
from loaders.programming.own_list.template import FRAMEWORK, Cells, check, template


def recognise(source: Source) -> bool:
    """By its headings: those that one of the two templates cannot do without."""
    return bool(template(source))


def load(source: Source) -> Iterator[Record]:
    """Projects or results with the links that the list states; a row that cannot be read is a finding."""
    columns = template(source)
    check(source, columns)
    tree = Tree()
    seen: set[str] = set()
    for row in sheets.rows(source):
        cells = Cells.of(source, row)
        try:
            yield from tree.result(cells) if columns == FRAMEWORK else project(cells, seen)
        except Unclear as fault:
            cells.find(str(fault))
    tree.check()


LOADER = Loader(
    name="programming.own_list",
    title="A country team's own list of projects or results",
    publisher="the country team",
    licence="as the country team says",
    recognise=recognise,
    load=load,
)
