"""Two independent SPARQL 1.1 servers, each in a folder of its own, unprivileged, on free ports of this machine."""

import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

START = 90
"""Seconds a server may take until it answers."""

_INI = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
ErrorLogLevel = 3
FileExtend = 200
MaxCheckpointRemap = 2000
Striping = 0
TempStorage = TempDatabase

[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
Striping = 0

[Parameters]
ServerPort = 127.0.0.1:{sql}
LiteMode = 0
DisableUnixSocket = 1
ServerThreads = 20
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CheckpointInterval = 60
DirsAllowed = {folder}

[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 8
DefaultMailServer = localhost:25

[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 20
DeferInferenceRulesInit = 1

[Client]
SQL_PREFETCH_ROWS = 100

[Plugins]
LoadPath = {folder}
"""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@dataclass
class Server:
    """A server that can be killed and started again on the same data. `query` is its query address."""

    name: str
    folder: Path
    command: Sequence[str]
    query: str
    graph_store: str
    update: str
    user: str = ""
    password: str = ""
    _process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    def start(self) -> None:
        """Start it and wait until it answers. Raises RuntimeError if it does not."""
        with (self.folder / "output").open("ab") as output:
            self._process = subprocess.Popen(self.command, cwd=self.folder, stdout=output, stderr=output)
        until = time.monotonic() + START
        while time.monotonic() < until:
            if self._process.poll() is not None:
                break
            if _answers(self.query):
                return
            time.sleep(0.1)
        self.kill()
        raise RuntimeError(f"{self.name} did not start: {(self.folder / 'output').read_text('utf-8')[-2000:]}")

    def kill(self) -> None:
        """End it without a word, as a power cut would."""
        if self._process:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None
        (self.folder / "virtuoso.lck").unlink(missing_ok=True)


def _answers(query: str) -> bool:
    try:
        with urllib.request.urlopen(f"{query}?query=ASK%7B%7D", timeout=2) as answer:  # noqa: S310 - our own server
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


def oxigraph(folder: Path) -> Server | None:
    """Oxigraph's own server (`pip install oxigraph`); None where it is not installed."""
    program = shutil.which("oxigraph")
    if not program:
        return None
    place = f"127.0.0.1:{free_port()}"
    command = (program, "serve", "--location", str(folder / "data"), "--bind", place)
    base = f"http://{place}"
    return Server("Oxigraph", folder, command, f"{base}/query", f"{base}/store", f"{base}/update")


def virtuoso(folder: Path) -> Server | None:
    """OpenLink Virtuoso (Debian: virtuoso-opensource-7-bin); None where it is not installed."""
    program = shutil.which("virtuoso-t")
    if not program:
        return None
    sql, port = free_port(), free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(_INI.format(folder=folder, sql=sql, port=port), "utf-8")
    base = f"http://127.0.0.1:{port}"
    return Server(
        "Virtuoso",
        folder,
        (program, "+foreground", "+configfile", str(ini)),
        f"{base}/sparql",
        f"{base}/sparql-graph-crud-auth",
        f"{base}/sparql-auth",
        "dba",
        "dba",
    )
