"""Documents that a build knows only because something in it cites them."""

from typing import Final

from graph import terms
from graph.clean import Unclear
from graph.states import state as known_state
from graph.store.asking import Asker

_CITED: Final = """
PREFIX rg: <%s>
SELECT DISTINCT ?symbol WHERE {
  %s
  ?document a rg:Document ; rg:symbol ?symbol .
  FILTER NOT EXISTS { ?document rg:readBy ?source }
}
ORDER BY ?symbol
"""


def unread(asker: Asker, state: str | None = None) -> list[str]:
    """The symbols of all documents, or of one State's (ISO 3166 alpha-3), of which no file was read.

    Raises ValueError if no State is called so, Refusal if the build does not answer.
    """
    about = ""
    if state:
        try:
            about = f"?document rg:state <{terms.state(known_state(state))}> ."
        except Unclear as fault:
            raise ValueError(str(fault)) from fault
    rows = asker.select(_CITED % (terms.NS, about)).rows
    return [symbol.value for (symbol,) in rows if symbol]
