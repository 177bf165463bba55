"""What keeps a thing from being fetched; every message is one sentence for people that says what to do next."""


class WrongUse(ValueError):
    """What was asked for cannot be asked; nothing was requested."""


class Failed(Exception):
    """The thing was not fetched, and asking again at once would not help."""


class Offline(Failed):
    """No connection to the host at all."""


class Broken(Failed):
    """The answer did not come whole; asking again may help, after `wait` seconds where the server named them."""

    def __init__(self, sentence: str, wait: float | None = None) -> None:
        super().__init__(sentence)
        self.wait = wait
