"""What a worker gives up before it reads a query: the network, its parent's outliving, unbounded memory."""

import ctypes
import os
import signal
import sys

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_PARENT_DEATH = 1


def leave_network() -> bool:
    """Move into an empty network namespace (Linux). False where the system does not let us, or is another one.

    A file is still readable from there; nothing can be contacted. Must run before any thread is started.
    """
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.unshare(_NEW_USER | _NEW_NET) == 0 or libc.unshare(_NEW_NET) == 0)


def end_with_parent(parent: int) -> None:
    """Be killed when the parent ends (Linux); elsewhere a worker ends when its pipe closes."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PARENT_DEATH, signal.SIGKILL)
        if os.getppid() != parent:
            sys.exit(0)


def limit_memory(size: int) -> None:
    """Bound the address space: generous, since the parent watches resident memory; a last wall against a burst."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
