"""What briefs tell beside the facts: when asks were issued, which is the most central, and the files that word them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.export.alignment_asking import ASKS, GROUPS, Reader
from graph.export.alignment_read import read
from graph.export.facts import Ask, Facts
from graph.export.unwritable import Unwritable
from graph.states import fold
from graph.store.asking import Asker


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that words an ask; `read` is the day on which it was fetched, or empty."""

    file: str
    sha256: str
    official: bool
    read: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What a brief is about: a group of asks, or a theme (`group` is then empty)."""

    title: str
    state: str
    asks: tuple[Ask, ...]
    group: str = ""
    central: str = ""


@dataclass(frozen=True)
class Told:
    """One State: `issued` is ask → ISO day, `central` is group → its most central ask, `files` is ask → its files."""

    facts: Facts
    issued: Mapping[str, str]
    central: Mapping[str, str]
    files: Mapping[str, frozenset[SourceFile]]
    years: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Group → its first and last year."""


def read_told(asker: Asker, state: str) -> Told:
    """Raises Unwritable for a State that nothing is known of; Refusal."""
    facts, reader = read(asker, state), Reader(asker, state)
    issued = reader.one(ASKS, "rg:document/dcterms:issued") | reader.one(ASKS, "dcterms:issued")
    first, last = reader.one(GROUPS, "rg:firstYear"), reader.one(GROUPS, "rg:lastYear")
    years = {group: (year[:4], last.get(group, year)[:4]) for group, year in first.items()}
    return Told(facts, issued, reader.one(GROUPS, "rg:centralAsk"), files(reader), years)


def files(reader: Reader) -> dict[str, frozenset[SourceFile]]:
    """Ask → the files that tell of it."""
    query = f"""SELECT DISTINCT ?thing ?file ?sha256 ?official ?read WHERE {{ {ASKS}
      GRAPH ?graph {{ ?thing rg:place ?place }} ?graph rg:file ?file ; rg:sha256 ?sha256
      OPTIONAL {{ ?graph rg:official ?official }} OPTIONAL {{ ?graph rg:readOn ?read }} }}"""
    found: dict[str, set[SourceFile]] = defaultdict(set)
    for row in reader.rows(query).dicts():
        one = SourceFile(row["file"], row["sha256"], row.get("official") != "false", row.get("read", ""))
        found[row["thing"]].add(one)
    return {ask: frozenset(some) for ask, some in found.items()}


def subjects(told: Told, name: str = "") -> list[Subject]:
    """Every group; or those and the theme of one name. Raises Unwritable where there is none."""
    wanted = fold(name)
    groups = [
        Subject(one.label, one.state, _asks(told.facts, one.members), one.iri, told.central.get(one.iri, ""))
        for one in told.facts.groups
        if not name or wanted in (fold(one.label), fold(one.iri), fold(one.iri.rsplit("/", 1)[-1]))
    ]
    found = groups or ([_theme(told.facts, wanted)] if name else [])
    found = [one for one in found if one.asks]
    if not found:
        there = "; ".join(one.label for one in told.facts.groups[:12]) or "no group: name a theme"
        raise Unwritable(f"no group or theme here is called {name!r}; there are: {there}")
    return found


def _asks(facts: Facts, members: Iterable[str]) -> tuple[Ask, ...]:
    inside = set(members)
    return tuple(ask for iri, ask in facts.every_ask.items() if iri in inside)


def _theme(facts: Facts, wanted: str) -> Subject:
    """By its label or the end of its address, in whichever list it stands."""
    carrying: list[Ask] = []
    title = ""
    for ask in facts.asks.values():
        for tag in ask.tags:
            if tag.kind == "theme" and wanted in (fold(tag.label), fold(tag.iri.rsplit("/", 1)[-1])):
                title = title or tag.label
                carrying.append(ask)
                break
    return Subject(title, carrying[0].state if carrying else "", tuple(carrying))
