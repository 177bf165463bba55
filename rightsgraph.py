"""The command line and the only composition root: the one file that may import every room."""


def main() -> None:
    """Run the command line."""
