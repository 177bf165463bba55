"""The tools as a server of the Model Context Protocol, spoken over standard input and output."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from webui.assistants.tools import Tools, Unanswerable

INSTRUCTIONS: Final = """\
One graph of what the UN's human rights mechanisms asked of States, what each State answered, and what UN projects do
about it. Cite document symbol and paragraph for every statement. A link is stated by a document, computed (its score is
how probable it is that it is right) or decided by a person: say which. Links that are "proposed" wait for a person. A
blank means that nothing is known here, not that nothing is done. "Noted" is the UN's word for not supporting."""
_READS: Final = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def server(tools: Tools) -> MCPServer[Any]:
    """A server with a tool for each thing that can be asked."""
    made: MCPServer[Any] = MCPServer("rightsgraph", instructions=INSTRUCTIONS, log_level="ERROR")
    for tool in (tools.questions, tools.ask, tools.search, tools.links, tools.explain, tools.cite, tools.sparql):
        made.add_tool(_told(tool), name=tool.__name__, annotations=_READS)
    return made


def _told(tool: Callable[..., Any]) -> Callable[..., Any]:
    """The tool; what it cannot answer is told as the tool's own error, in its own words."""

    @wraps(tool)
    def told(*given: Any, **named: Any) -> Any:
        try:
            return tool(*given, **named)
        except Unanswerable as fault:
            raise ToolError(str(fault)) from fault

    return told
