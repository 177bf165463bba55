"""What stops an export."""


class Unwritable(Exception):
    """An export cannot be written as asked; the message says what can."""
