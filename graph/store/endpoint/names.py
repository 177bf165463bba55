"""What things are called on a server: the graphs of each pushed build lie below a name of their own.

A build's graph …/graph/tags becomes …/pushed/0002-1a2b3c4d/graph/tags, in the names of graphs and where the build
speaks of them; one more, …/pushed/0002-1a2b3c4d/all, holds all triples, each once: the default graph of a query.
So two builds stand beside each other without touching, and which of them readers see is one triple elsewhere.
"""

import re
from dataclasses import dataclass
from typing import Final

from graph import terms

ROOT: Final = terms.thing("pushed")
"""What all builds on a server are parts of."""
_GRAPHS = re.compile(re.escape(terms.BASE) + r"(?=(?:graph|source)/)")
_NAMED = re.compile("<" + re.escape(terms.BASE) + r"(?=(?:graph|source)/)")


def pointer(serial: int) -> str:
    """The graph whose one triple makes a build current; the highest serial number wins."""
    return terms.thing("pushed", "current", f"{serial:07d}")


@dataclass(frozen=True, slots=True)
class Names:
    """The names that belong to one pushed build, by the build's own name."""

    build: str

    @property
    def itself(self) -> str:
        return terms.thing("pushed", self.build)

    @property
    def everything(self) -> str:
        """The graph that holds all triples of the build."""
        return terms.thing("pushed", self.build, "all")

    @property
    def about(self) -> str:
        """The graph that tells which graphs the build has, and what its report says."""
        return terms.thing("pushed", self.build, "about")

    def graph(self, iri: str) -> str:
        """What a graph of a build is called there. Raises ValueError for one that is no graph of a build."""
        if not _GRAPHS.match(iri):
            raise ValueError(f"{iri} is no graph of a build: it cannot be pushed")
        return self._below + iri.removeprefix(terms.BASE)

    def triple(self, line: str) -> str:
        """An N-Triples line as it is pushed."""
        return _NAMED.sub("<" + self._below, line)

    def query(self, text: str) -> str:
        """A query as it is sent."""
        return _GRAPHS.sub(self._below, text)

    def told(self, text: str) -> str:
        """What a server answers, in a build's own names."""
        return text.replace(self._below, terms.BASE) if self._below in text else text

    @property
    def _below(self) -> str:
        return self.itself + "/"
