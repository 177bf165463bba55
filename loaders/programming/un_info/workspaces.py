"""Workspaces of UN INFO that several States share; a country's file does not say that others stand in it too."""

from typing import Final

SHARED: Final = {
    "26": ("BRN", "MYS", "SGP"),
    "139": ("BHS", "JAM"),
    "168": ("FJI", "SLB", "TON", "TUV", "VUT"),
    "197": ("ATG", "BRB", "DMA", "GRD", "KNA", "LCA", "VCT"),
    "241": ("FSM", "KIR", "MHL", "NRU", "PLW", "WSM"),
}
"""Workspace → the UN Member States that it serves, beside territories and the Cook Islands, Niue and Tokelau.

From UN INFO's own list of workspaces by country name; read 2026-11-24. Other workspaces serve one State.
"""


def shared(workspace: str, state: str) -> tuple[str, ...]:
    """The States that share this State's workspace, itself among them; () where it has its own."""
    found = SHARED.get(workspace, ())
    return found if state in found else ()
