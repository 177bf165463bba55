"""The review desk: what to decide next, deciding it, and what was decided."""
