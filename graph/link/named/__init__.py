"""What texts name in their own words: mechanisms, treaties, articles, recommendations, documents, goals.

A name is a stated fact with its words as the quote. Nothing is guessed: what the words leave open is not named.
"""

from graph.link.named.named import Kind, Named
from graph.link.named.reading import instruments, names
from graph.link.named.stated import stated, tags

__all__ = ["Kind", "Named", "instruments", "names", "stated", "tags"]
