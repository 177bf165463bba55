"""Browser bundles of others that an install may or may not have brought: what there is, and what stands in for it."""

from pathlib import Path
from typing import Final

from flask import current_app

FOLDER: Final = Path(__file__).parent / "static" / "npm"
EDITOR: Final = ("yasgui.min.js", "yasgui.min.css")
NETWORK: Final = ("graphology.umd.min.js", "sigma.min.js")


def has(bundles: tuple[str, ...]) -> bool:
    """Whether all of them were installed and the app's setting BUNDLES does not say to do without."""
    return bool(current_app.config.get("BUNDLES", True)) and all((FOLDER / name).is_file() for name in bundles)


def drawn_by() -> str:
    """`sigma` where it was installed, else `vis`, which pyvis always carries."""
    return "sigma" if has(NETWORK) else "vis"


def edited_by() -> str:
    """`yasgui` where it was installed, else `plain`."""
    return "yasgui" if has(EDITOR) else "plain"
