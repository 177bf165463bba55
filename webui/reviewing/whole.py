"""Answers that are whole or refused: a work list of which a part is missing would mislead."""

from dataclasses import dataclass

from graph.store.asking import Answer, Asker, Refusal, Request, Rows


@dataclass(frozen=True, slots=True)
class Whole:
    """An asker that refuses where it would be given a part."""

    asker: Asker

    def select(self, query: str) -> Rows:
        """All the rows. Raises Refusal."""
        found = self.asker.select(query)
        if found.truncated:
            raise Refusal(503, "this State has more links than one answer may hold (`rows_download`, `answer_bytes`)")
        return found

    def answer(self, request: Request) -> Answer:
        return self.asker.answer(request)
