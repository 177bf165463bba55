"""UN INFO's overviews (money by goal, lists of workspaces): known for what they are, and not read."""

from collections.abc import Iterator

from graph.records import Record
from graph.source import Loader, Refused, Source
from loaders.programming.un_info import shape


def recognise(source: Source) -> bool:
    """Objects or lists of UN INFO's finance overview, which hold no project and no framework."""
    head = source.head(4096)
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return False
    if b'"parentId"' in head or b'"planEntities"' in head:
        return False
    by_goal = b'"metricId"' in head or (b'"sdgs"' in head and b'"has_year_data"' in head)
    by_country = b'"totals"' in head and b'"required"' in head and b'"available"' in head
    return by_goal or (by_country and "workspace_id" not in shape.keys(source))


def load(_source: Source) -> Iterator[Record]:
    """Raises Refused, always."""
    raise Refused(
        "an overview of UN INFO (money by goal or by country): it names no project and no result, so it is not read; "
        "take the country's own file, with its framework and its sub-outputs (`rightsgraph fetch un-info ISO3`)"
    )


LOADER = Loader(
    name="programming.un_info_overview",
    title="UN INFO overview by goal or country (known, not read)",
    publisher="United Nations Development Coordination Office (UN INFO)",
    licence="no licence stated; data from api.uninfo.org",
    gives="nothing: it names no project",
    leaves="all of it",
    recognise=recognise,
    load=load,
)
