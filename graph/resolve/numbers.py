"""A bare or misprinted number in an addendum → the paragraph that the report gives the recommendation."""

from graph.records import Passage


def paragraph(numbers: dict[str, Passage], wanted: str) -> str | None:
    """The report's own paragraph for a number as another document writes it; None if it is not one alone.

    `18` is `115.18` where only one list of the report has an 18; `115.18` may be an alias of a misprint.
    """
    if wanted in numbers:
        return wanted
    by_alias = [own for own, passage in numbers.items() if wanted in passage.aliases]
    if len(by_alias) == 1:
        return by_alias[0]
    by_end = [own for own in numbers if own.rsplit(".", 1)[-1] == wanted and "." in own]
    return by_end[0] if len(by_end) == 1 else None
