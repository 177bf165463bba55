"""All decisions on one link: which is in force, and whether people disagree."""

from dataclasses import dataclass

from graph.review.decision import Decision


@dataclass(frozen=True, slots=True)
class History:
    """The decisions on one link, earliest first: by day, and within a day as they stand in the file."""

    lines: tuple[Decision, ...]

    @property
    def last(self) -> Decision:
        """The decision in force."""
        return self.lines[-1]

    @property
    def added(self) -> bool:
        """Whether a person added the link, whatever was decided on it since."""
        return any(line.decision == "add" for line in self.lines)

    @property
    def conflict(self) -> tuple[Decision, Decision] | None:
        """The decision in force and the latest of another person that says otherwise; None where people agree.

        What stood before a link was reopened takes no side any more, nor does the reopening itself.
        """
        opinions: dict[str, Decision] = {}
        for line in self.lines:
            if line.decision == "reopen":
                opinions.clear()
            else:
                opinions.pop(line.person, None)  # so that the latest word stands last
                opinions[line.person] = line
        latest = list(opinions.values())
        against = [line for line in latest[:-1] if line.status != latest[-1].status]
        return (against[-1], latest[-1]) if against else None
