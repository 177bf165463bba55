"""Files that only their owner may read: written whole or not at all."""

import os
import secrets
from pathlib import Path
from typing import Final

KEY: Final = "session.key"
"""The file of a workspace that signs its sessions; whoever reads it can be anybody."""


def write(path: Path, content: bytes) -> None:
    """Replace a file by one of mode 600 in one step. Raises OSError."""
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def session_key(folder: Path) -> bytes:
    """The key of a workspace, made at first need. Raises OSError."""
    path = folder / KEY
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(secrets.token_hex(32).encode())
    except FileExistsError:
        pass
    key = path.read_bytes().strip()
    if len(key) < 32:
        raise OSError(f"{path} is damaged: delete it, and everybody logs in again")
    return key
