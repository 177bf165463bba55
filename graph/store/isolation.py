"""What a worker gives up before it reads a query: the network, its parent's outliving, unbounded memory."""

import ctypes
import os
import signal
import sys
import threading
import time

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_LOOK = 0.5
"""Seconds between two looks at whether the parent is still there."""


def leave_network() -> bool:
    """Move into an empty network namespace (Linux). False where the system does not let us, or is another one.

    A file is still readable from there; nothing can be contacted. Must run before any thread is started.
    """
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.unshare(_NEW_USER | _NEW_NET) == 0 or libc.unshare(_NEW_NET) == 0)


def end_with_parent(parent: int) -> None:
    """End this process, busy or not, soon after its parent is gone.

    Linux's own PR_SET_PDEATHSIG would also kill when only the thread that started us ends.
    """
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(0)


def ignore_keyboard() -> None:
    """Ctrl-C is for the parent, which ends its workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def limit_memory(size: int) -> None:
    """Bound the address space: generous, since the parent watches resident memory; a last wall against a burst."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
