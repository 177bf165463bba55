"""The paragraphs of a document in order, and those that stand before and after one."""

from webui.asker import iri, records
from webui.cards import natural
from webui.places import path_of

_PARAGRAPHS = """
SELECT DISTINCT ?passage ?paragraph WHERE {
  VALUES ?document { UNDEF }
  ?passage rg:document ?document ; rg:paragraph ?paragraph ; a rg:Passage
}
"""


def paragraphs(document: str) -> list[tuple[str, str]]:
    """The passages of a document in its order: IRI and paragraph. Raises Refusal."""
    rows = records(_PARAGRAPHS, {"document": [iri(document)]})
    return sorted({(row["passage"], row["paragraph"]) for row in rows}, key=lambda one: (natural(one[1]), one[0]))


def neighbours(passage: str, document: str) -> list[tuple[str, str, str]]:
    """`previous` and `next`, those there are: which, the paragraph's number, its address. Raises Refusal."""
    if not document:
        return []
    ordered = paragraphs(document)
    at = next((number for number, (name, _) in enumerate(ordered) if name == passage), None)
    if at is None:
        return []
    found = [("previous", at - 1), ("next", at + 1)]
    return [
        (which, ordered[place][1], path_of(ordered[place][0])) for which, place in found if 0 <= place < len(ordered)
    ]
