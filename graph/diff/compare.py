"""Two builds → changes in order of State, kind and citation; memory grows with what changed, not with the builds."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from tempfile import TemporaryFile
from typing import IO, Final

from graph.diff.change import Change, Kind, What
from graph.diff.draft import Draft, counted, drafts
from graph.diff.facts import things
from graph.diff.files import files
from graph.diff.merged import Groups
from graph.diff.named import Known
from graph.ordered import ordered
from graph.store.builds import Build
from graph.text.order import natural

_ORDER: Final = list(Kind)
_SEPARATOR: Final = "\x1f"


def changes(old: Build, new: Build) -> Iterator[Change]:
    """What `new` tells otherwise than `old`: first what concerns no one State, then State by State."""
    with TemporaryFile("w+", encoding="utf-8", newline="\n") as spool:
        noticed = _notice(old, new, spool)
        known = Known.of((old, new), noticed.wanted)
        spool.seek(0)
        told = (change for line in spool for change in noticed.finished(Draft.of(line), known))
        for line in ordered(_keyed(change) for change in (*files(old, new), *noticed.counts(), *told)):
            yield of_json(line.rsplit(_SEPARATOR, 1)[1])


def of_json(line: str) -> Change:
    """A change as it was written."""
    told = json.loads(line)
    return Change(**told | {"kind": Kind(told["kind"]), "what": What(told["what"])})


@dataclass(slots=True)
class _Noticed:
    """What a first reading keeps in memory: identifiers to be named, what came and went, groups, counts."""

    wanted: set[str] = field(default_factory=set)
    came: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    groups: Groups = field(default_factory=Groups)
    others: Counter[tuple[str, What]] = field(default_factory=Counter)

    def take(self, draft: Draft) -> None:
        self.wanted.update(filter(None, (draft.thing, draft.subject, draft.object, draft.source, *draft.decisive)))
        if draft.kind in (Kind.TEXT, Kind.PROGRAMME) and draft.what is What.CAME:
            self.came.add(draft.thing)
        if draft.kind in (Kind.TEXT, Kind.PROGRAMME) and draft.what is What.GONE:
            self.gone.add(draft.thing)
        if draft.kind is Kind.GROUP:
            self.groups.take(draft)

    def counts(self) -> Iterator[Change]:
        for (name, what), count in sorted(self.others.items()):
            yield Change("", Kind.OTHER, what, name, f"{count:,} of them")

    def finished(self, draft: Draft, known: Known) -> Iterator[Change]:
        """The change in words, once for each State that it concerns."""
        what, why = draft.what, self._why(draft, known)
        if draft.kind is Kind.GROUP and what is What.GONE and why:
            what = What.MERGED
        about = self._about(draft, known)
        detail = "" if draft.kind in (Kind.GROUP, Kind.DECISION) else draft.detail
        for state in known.states(draft.thing) or known.states(draft.object) or known.states(draft.subject) or [""]:
            yield Change(state, draft.kind, what, about, detail, draft.before, draft.after, why, draft.thing)

    def _about(self, draft: Draft, known: Known) -> str:
        if draft.kind is Kind.LINK:
            return f"{known.name(draft.subject)} – {known.name(draft.object)}"
        if draft.kind in (Kind.GROUP, Kind.DECISION):
            return draft.detail
        return known.name(draft.thing)

    def _why(self, draft: Draft, known: Known) -> str:
        if draft.kind is Kind.POSITION:
            return _position(draft, known)
        if draft.kind is Kind.GROUP:
            return self.groups.why(draft)
        if draft.kind is Kind.LINK:
            return draft.why or self._why_link(draft, known)
        return draft.why

    def _why_link(self, draft: Draft, known: Known) -> str:
        ends = (draft.subject, draft.object)
        for fate, some, words in ((What.CAME, self.came, "because of the new"), (What.GONE, self.gone, "gone with")):
            told = [known.name(end) for end in ends if end in some]
            if draft.what is fate and told:
                return f"{words} {' and '.join(told)}"
        if draft.source:
            name = known.name(draft.source)
            return f"stated by {name}" if draft.what is What.CAME else f"as {name} was read before"
        return "computed anew: the texts, labels or weights of this State changed"


def _position(draft: Draft, known: Known) -> str:
    """Where the position that holds now is stated; if its source went, where it was."""
    wanted = draft.after if draft.why == "says" else draft.before
    records = [one for one in draft.decisive if known.stated(one).lower() == wanted.replace(" ", "").lower()]
    told = sorted({said for one in records or draft.decisive if (said := known.says(one))})
    return f"{draft.why} {' and '.join(told)}" if told else ""


def _notice(old: Build, new: Build, spool: IO[str]) -> _Noticed:
    noticed = _Noticed()
    for thing in things(old, new):
        drafted = list(drafts(thing))
        for draft in drafted:
            noticed.take(draft)
            spool.write(draft.line())
        if not drafted and (other := counted(thing)):
            noticed.others[other] += 1
    return noticed


def _keyed(change: Change) -> str:
    key = (change.state, f"{_ORDER.index(change.kind):02}", natural(change.about), change.detail, change.thing)
    plain = (part.replace("\n", " ").replace(_SEPARATOR, " ") for part in key)
    return _SEPARATOR.join((*plain, json.dumps(asdict(change)))) + "\n"
