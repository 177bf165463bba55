"""`groups.lock`: the groups of the last build, kept beside the decisions so that the next build knows them again.

A line a member, `group/SVN/0123456789abcdef<TAB>document/…/para/7`, both below the base of identifiers, sorted; a line
whose second name is a group tells which group took the first one in. Lines are independent of each other, so that git
merges two files line by line; what a merge leaves behind (conflict marks, a member in two groups) does no harm.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from graph.link.groups.identity import Known
from graph.link.made import Group
from graph.source import Finding
from graph.terms import BASE

NAME = "groups.lock"
_GROUP = re.compile(r"group/([A-Z]{3})/[0-9a-f]{16}")
_HEAD = (
    "# Which ask belongs to which group, so that groups keep their identifiers from build to build. Keep this file.\n"
)


@dataclass(frozen=True, slots=True)
class Lock:
    """What earlier builds knew of each State’s groups (alpha-3). `unread`: the file is there but cannot be read."""

    states: Mapping[str, Known] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    unread: bool = False

    def of(self, iso3: str) -> Known:
        return self.states.get(iso3, Known())

    def after(self, groups: Iterable[Group], built: Iterable[str]) -> "Lock":
        """What is known after a build of these States (alpha-3); of States that were not built it stays as it is."""
        made: dict[str, list[Group]] = {iso3: [] for iso3 in built}
        for group in groups:
            made[group.state.rsplit("/", 1)[-1]].append(group)
        states = dict(self.states) | {iso3: _after(self.of(iso3), some) for iso3, some in made.items()}
        return Lock(states, self.findings, self.unread)


def _after(known: Known, groups: Iterable[Group]) -> Known:
    """Groups that neither stand nor were taken in stay known: their asks may meet again, and no name is used twice."""
    now = {group.identifier: frozenset(group.members) for group in groups}
    moved = {gone: group.identifier for group in groups for gone in group.replaces}
    asleep = {name: members for name, members in known.groups.items() if name not in moved}
    return Known(asleep | now, dict(known.moved) | moved)


def read(path: Path) -> Lock:
    """The lock of a workspace; no file is no fault, and a line or file that cannot be read is a finding."""
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return Lock()
    except OSError as fault:
        reason = f"cannot be read ({fault.strerror}): groups are named anew, and the file is left as it is"
        return Lock(findings=(Finding(path.name, "file", reason),), unread=True)
    groups: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    moved: defaultdict[str, dict[str, str]] = defaultdict(dict)
    findings: list[Finding] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        group, _, member = line.partition("\t")
        state = _GROUP.fullmatch(group)
        if not state or not member or re.search(r"\s|�", member):
            findings.append(Finding(path.name, f"line {number}", f"not a group and its member: {line[:80]!r}"))
        elif _GROUP.fullmatch(member):
            moved[state[1]][BASE + group] = BASE + member
        else:
            groups[state[1]][BASE + group].add(member if "://" in member else BASE + member)
    states = {
        iso3: Known({name: frozenset(members) for name, members in groups[iso3].items()}, moved[iso3])
        for iso3 in sorted({*groups, *moved})
    }
    return Lock(states, tuple(findings))


def write(path: Path, lock: Lock) -> tuple[Finding, ...]:
    """Keep the lock, whole or not at all; a place that cannot be written is a finding, and the build stands."""
    if lock.unread:
        return ()
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_text(_HEAD + "".join(sorted(_lines(lock))), "utf-8", newline="\n")
        aside.replace(path)
    except OSError as fault:
        reason = f"cannot be written ({fault.strerror}): the next build may name some groups anew"
        return (Finding(path.name, "file", reason),)
    finally:
        with suppress(OSError):
            aside.unlink()
    return ()


def _lines(lock: Lock) -> Iterable[str]:
    for known in lock.states.values():
        for name, members in known.groups.items():
            for member in members:
                yield f"{name.removeprefix(BASE)}\t{member.removeprefix(BASE)}\n"
        for gone, to in known.moved.items():
            if gone not in known.groups:
                yield f"{gone.removeprefix(BASE)}\t{to.removeprefix(BASE)}\n"
