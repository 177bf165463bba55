"""Full-text search over everything that a build holds."""

from graph.text.counts import counts
from graph.text.filters import Filters
from graph.text.hit import Found, Hit
from graph.text.opened import NoIndex, TooSlow
from graph.text.searching import search

__all__ = ["Filters", "Found", "Hit", "NoIndex", "TooSlow", "counts", "search"]
