"""The question library: `NN_short_name.rq`, each with its question in plain words, parameters and columns."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def texts() -> list[Traversable]:
    """Every question's file, in the order of its number."""
    found = (entry for entry in files("queries").iterdir() if entry.name.endswith(".rq"))
    return sorted(found, key=lambda entry: entry.name)
