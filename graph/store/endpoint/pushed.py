"""The current build of a server as far as it can be known from afar: its name and its report, in a folder."""

import json
import threading
from pathlib import Path

from graph.store.builds import Build
from graph.store.endpoint import register
from graph.store.endpoint.remote import Endpoint


class Mirror:
    """Stands for the builds of a workspace where there is none: what needs their files says that it needs them."""

    def __init__(self, endpoint: Endpoint, folder: Path) -> None:
        self._endpoint, self._folder = endpoint, folder
        self._lock = threading.Lock()

    def current(self) -> Build:
        """A build with a report, and without store, quads or index. Raises Refusal."""
        build = Build(self._folder / self._endpoint.current().build)
        with self._lock:
            if not build.path.is_dir():
                told = register.report(self._endpoint.ask, build.name)
                making = build.path.with_suffix(".making")
                making.mkdir(exist_ok=True)
                (making / "report.json").write_text(json.dumps(told), "utf-8")
                making.rename(build.path)
        return build
