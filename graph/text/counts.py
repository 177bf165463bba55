"""How many things of each kind concern each State, as the index of a build counted them."""

from collections import Counter, defaultdict

from graph.store.builds import Build
from graph.text.opened import opened

_SECONDS = 2.0


def counts(build: Build) -> dict[str, Counter[str]]:
    """State (ISO 3166 alpha-3) → kind → how many; a State that nothing concerns is left out. Raises NoIndex."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    with opened(build, _SECONDS) as base:
        for kind, states, things in base.execute("SELECT kind, states, things FROM profile WHERE kind != 'State'"):
            for state in states.split():
                found[state][kind] += things
    return dict(found)
