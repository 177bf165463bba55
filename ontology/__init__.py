"""What the graph means: the OWL vocabulary, SHACL shapes, SKOS code lists and crosswalks, as data files."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def root() -> Traversable:
    """The folder that holds `rightsgraph.ttl`, `shapes.ttl`, `vocab/` and `crosswalks/`."""
    return files("ontology")


def vocabularies() -> list[Traversable]:
    """Every `vocab/*.ttl`, one SKOS scheme per file, sorted by name."""
    found = (entry for entry in (root() / "vocab").iterdir() if entry.name.endswith(".ttl"))
    return sorted(found, key=lambda entry: entry.name)
