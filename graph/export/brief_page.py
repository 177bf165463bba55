"""One page about a group or a theme: the asks that tell most, each cited, what is being done, what is missing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from graph.export.alignment_gaps import asked_again
from graph.export.brief_read import SourceFile, Subject, Told
from graph.export.facts import UPR, Ask, Facts, Link, Programme, amounts, best, names

MOST: Final = 3
"""Asks of one family that a brief words."""
LETTERS: Final = 300
"""Of each, so that a brief stays on one page."""
MOST_CITED: Final = 12
MOST_PROGRAMMES: Final = 5
MOST_FILES: Final = 6
FAMILIES: Final = ("Universal Periodic Review", "Treaty bodies", "Special procedures")
_KNOWN: Final = {
    "confirmed": "link confirmed by a person",
    "stated": "link stated by a source",
    "proposed": "link only proposed by a computation",
}
_NOTHING: Final = "No programme in this build is linked to any of these asks."


@dataclass(frozen=True, slots=True)
class Line:
    """`heading` names a family; `said` are words with their citation; `also` is small; `point` is one of a list."""

    kind: Literal["heading", "said", "also", "point", "plain"]
    text: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A brief, ready to be written: `sections` are (heading, lines)."""

    over: str
    title: str
    lead: str
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    sources: str


@dataclass(frozen=True, slots=True)
class Work:
    """A programme at work on some of the asks, and its links, the surest first."""

    programme: Programme
    links: tuple[Link, ...]


def page(subject: Subject, told: Told, build: str) -> Page:
    """The brief of a subject; `build` is the name of the build."""
    works = at_work(subject, told.facts)
    lacking = tuple(Line("point", text) for text in gaps(subject, told.facts, works))
    sections = [("What is asked", tuple(_asked(subject, told))), ("What is being done", tuple(_done(works)))]
    if lacking:
        sections.append(("Gaps", lacking))
    state = told.facts.states.get(subject.state, subject.state)
    return Page(
        over=f"{state} · Recommendations of human rights mechanisms",
        title=subject.title,
        lead=_lead(subject, told),
        sections=tuple(sections),
        sources=_sources(subject, told, build),
    )


def _lead(subject: Subject, told: Told) -> str:
    families = len({ask.family for ask in subject.asks})
    days = sorted(told.issued[ask.iri][:4] for ask in subject.asks if ask.iri in told.issued)
    ends = (days[0], days[-1]) if days else ()
    known = told.years.get(subject.group, ()) if subject.group else ends
    years = "–".join(dict.fromkeys(known))
    who = f"{_counted(len(subject.asks), 'ask')} of {_counted(families, 'family', 'families')} of mechanisms"
    lead = f"{who} {'ask for the same' if subject.group else 'are about this theme'}{', ' + years if years else ''}."
    stands = Counter(ask.position for ask in subject.asks if ask.mechanism == UPR and ask.position)
    if stands:
        told_stands = ", ".join(f"{name} {count}" for name, count in stands.most_common())
        lead += f" The State’s positions in the Universal Periodic Review: {told_stands}."
    return lead


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"


def _asked(subject: Subject, told: Told) -> Iterable[Line]:
    """The most central ask first, then the latest; documents that cite one another repeat a wording, so each once."""
    ordered = sorted(subject.asks, key=lambda ask: told.issued.get(ask.iri, ""), reverse=True)
    ordered.sort(key=lambda ask: (ask.iri != subject.central, not ask.text))
    said: set[str] = set()
    for family in dict.fromkeys((*FAMILIES, *sorted(ask.family for ask in subject.asks))):
        some = [ask for ask in ordered if ask.family == family]
        if some:
            worded = _different(some, said)
            said |= {ask.text for ask in worded}
            yield Line("heading", family)
            yield from (_said(ask) for ask in worded)
            rest = [cited(ask) for ask in subject.asks if ask.family == family and ask not in worded]
            more = f" and {len(rest) - MOST_CITED} more" if len(rest) > MOST_CITED else ""
            if rest:
                yield Line("also", f"Also: {'; '.join(rest[:MOST_CITED])}{more}.")


def _different(asks: Sequence[Ask], said: set[str]) -> list[Ask]:
    found: dict[str, Ask] = {}
    for ask in asks:
        if ask.text not in said:
            found.setdefault(ask.text, ask)
    return list(found.values())[:MOST]


def cited(ask: Ask) -> str:
    """In UN style, with who recommends: `A/HRC/26/6, para. 143.2 (Sweden)`."""
    who = ", ".join(ask.recommending)
    return f"{ask.citation} ({who})" if who else ask.citation


def _said(ask: Ask) -> Line:
    text = " ".join(ask.text.split())
    if len(text) > LETTERS:
        text = text[:LETTERS].rsplit(" ", 1)[0] + " …"
    answer = f"; {ask.answer}" if ask.answer and ask.kind == "recommendation" else ""
    return Line("said", text or "Only cited; no wording known.", cited(ask) + answer)


def at_work(subject: Subject, facts: Facts) -> list[Work]:
    """Programmes that a standing link joins to the asks, the surest first."""
    found: dict[str, list[Link]] = {}
    for ask in subject.asks:
        for iri, link in facts.serving.get(ask.iri, {}).items():
            found.setdefault(iri, []).append(link)
    works = [
        Work(facts.programmes[iri], tuple(sorted(links, key=lambda link: link.rank))) for iri, links in found.items()
    ]
    return sorted(works, key=lambda work: work.links[0].rank)


def _done(works: Sequence[Work]) -> Iterable[Line]:
    if not works:
        yield Line("plain", _NOTHING)
    for work in works[:MOST_PROGRAMMES]:
        yield Line("point", told_of(work.programme, best(work.links)))
    if len(works) > MOST_PROGRAMMES:
        yield Line("also", f"and {len(works) - MOST_PROGRAMMES} more programmes.")


def told_of(programme: Programme, link: Link | None) -> str:
    """A programme with who carries it out, when, with how much, and how its link is known."""
    years = "–".join(dict.fromkeys(day[:4] for day in (programme.start, programme.end) if day))
    who = names((*programme.agencies, years))
    money = f": {amounts(programme.money)}" if programme.money else ""
    known = f" – {_KNOWN[link.grade]}" if link else ""
    return f"{programme.name}{f' ({who})' if who else ''}{money}{known}"


def gaps(subject: Subject, facts: Facts, works: Sequence[Work]) -> list[str]:
    """What nobody does, as far as the build knows, in sentences; that no programme is known is said elsewhere."""
    review = [ask for ask in subject.asks if ask.mechanism == UPR]
    again = asked_again(facts)
    together = bool(subject.group) and any(ask.family in FAMILIES[1:] for ask in subject.asks)
    noted = sum(ask.position == "noted" and (together or ask.iri in again) for ask in review)
    untouched = sum(ask.position == "supported" and ask.iri not in facts.serving for ask in review) if works else 0
    pending = sum(ask.position == "pending" for ask in review)
    proposed = bool(works) and all(link.grade == "proposed" for work in works for link in work.links)
    told = (
        (noted, f"The State noted {noted} of these recommendations of the review, and a treaty body or a special "
         "procedure asks for the same."),
        (untouched, f"The State supported {untouched} of these recommendations that no known programme works on."),
        (pending, f"On {pending} of these recommendations no later position than the one in the report is known."),
        (proposed, "Each link to a programme is only proposed by a computation: no source states one, and no person "
         "confirmed one."),
        (not review, "No recommendation of the Universal Periodic Review is among them."),
    )  # fmt: skip
    return [sentence for holds, sentence in told if holds]


def _sources(subject: Subject, told: Told, build: str) -> str:
    found = {one for ask in subject.asks for one in told.files.get(ask.iri, ())}
    ordered = sorted(found, key=lambda one: (not one.official, one.file, one.sha256))
    listed = "; ".join(map(_file, ordered[:MOST_FILES]))
    more = f" and {len(ordered) - MOST_FILES} more files" if len(ordered) > MOST_FILES else ""
    computed = " That the asks belong together is computed unless a person confirmed it." if subject.group else ""
    where = f", {subject.group}" if subject.group else ""
    return f"Read from: {listed or 'no file known'}{more}.{computed} Build {build}{where}"


def _file(one: SourceFile) -> str:
    official = "" if one.official else " (not an official source)"
    return f"{one.file}{official}{f', {one.read}' if one.read else ''}, SHA-256 {one.sha256[:12]}…"
