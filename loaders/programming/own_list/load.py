"""A country team's own list of projects or of results: `A/HRC/12/11 99.78` in it is a link that the list states.

`template.py` defines the columns, from which `rightsgraph init` also makes the empty workbooks.
"""

from collections.abc import Iterator

from graph.clean import Unclear
from graph.records import Record
from graph.source import Loader, Refused, Source
from loaders.programming.own_list.framework import Tree
from loaders.programming.own_list.projects import project
from loaders.programming.own_list.template import FRAMEWORK, template


def recognise(source: Source) -> bool:
    """By its headings: those that one of the two templates cannot do without."""
    return template(source) is not None


def load(source: Source) -> Iterator[Record]:
    """Projects or results with the links that the list states; a row that cannot be read is a finding."""
    found = template(source)
    if found is None:
        raise Refused("the headings are none of the templates': see templates/ in a workspace")
    tree = Tree()
    seen: set[str] = set()
    for cells in found.rows(source):
        try:
            yield from tree.result(cells) if found is FRAMEWORK else project(cells, seen)
        except Unclear as fault:
            cells.find(str(fault))
    tree.check()


LOADER = Loader(
    name="programming.own_list",
    title="A country team's own list of projects or results",
    publisher="the country team",
    licence="as the country team says",
    gives="projects or results, with the recommendations they name",
    leaves="columns that the template does not have (each is a finding)",
    recognise=recognise,
    load=load,
)
