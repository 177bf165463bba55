"""Which loader reads a file, told by its content. Loaders are found, not registered."""

import importlib
import pkgutil
from functools import cache

import loaders
from graph.source import Loader, Source


@cache
def known() -> tuple[Loader, ...]:
    """Every `LOADER` of every module below this package, sorted by name."""
    names = sorted(found.name for found in pkgutil.walk_packages(loaders.__path__, "loaders."))
    modules = (importlib.import_module(name) for name in names)
    found = (getattr(module, "LOADER", None) for module in modules)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.name))


def identify(source: Source) -> list[Loader]:
    """The loaders that recognise a file: none (unknown), one, or several (a fault of the loaders)."""
    own = [loader for loader in known() if not loader.fallback and loader.recognise(source)]
    return own or [loader for loader in known() if loader.fallback and loader.recognise(source)]
