"""Text that sorts as people count: 99.9 before 99.10."""

import re


def natural(text: str) -> str:
    """A key of one line that compares by number where there are numbers."""
    return re.sub(r"[0-9]+", lambda found: found[0].zfill(8), " ".join(text.split()))
