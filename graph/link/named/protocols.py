"""Optional protocols named by their treaty: `the Optional Protocol to CAT`, `CRPD and its Optional Protocol`.

Of a treaty with several protocols the words must say which: `second`, `both`, or what it is about. Where they do not,
nothing is named: neither a protocol by guess nor the treaty, which is only part of the protocol's name.
"""

import re
from collections.abc import Iterator
from typing import Final

from graph import terms
from graph.link.named.skeleton import Skeleton
from graph.link.named.vocabulary import Mention, vocabulary

_WHICH = (
    r"(?:(?P<which>first|second|1st|2nd|third|two|three|both|premier|deuxieme|deux|trois|primer|segundo|dos|tres|ambos)"
    r" (?:(?:and|et|y) (?:the )?(?P<also>second|deuxieme|segundo) )?)?"
)
_NAME = (
    r"(?:(?:optional|additional|facultative|additionnel) protocol(?P<s{0}>s)?|protocol(?P<t{0}>s)?"
    r"|op(?: -)?(?P<u{0}>s)?|protocol[eo](?P<v{0}>s)? (?:facultati[fv]os?|facultatifs?))"
)
_TO = (
    r"(?: (?:to|of|on|for|under|in|se|rapportant|relatif|concernant|a|au|aux|la|le|l|'|de|del|al|los|the|both|un"
    r"|united|nations|international|-))*"
)
_NUMBER = r"(?: \(? ?(?:no \. )?(?P<number>[12i]{1,2})(?= |\)))?(?: \))?"
_BEFORE = re.compile(
    rf"(?<= ){_WHICH}{_NAME.format(1)}{_NUMBER}{_TO} §(?P<treaty>\d+)(?: \(? ?§(?P<again>\d+)(?: \))?)?(?= )"
)
_ITS = r"(?:(?:to|of|also|all|for|the|its|it|their|both|respective|sus|ses|su|son|leurs|leur|les|los|el|le|de) )*"
_AND = r"(?:(?: (?:and|with|as|well|including|together|along|y|et|con|avec|,|&|/))+ )"
_AFTER = re.compile(
    rf"(?<= )§(?P<treaty>\d+)(?: \( [^()§]{{1,40}} \))?(?:{_AND}(?P<its>{_ITS}){_WHICH}|(?: ' s?)? )"
    rf"{_NAME.format(1)}{_NUMBER}(?P<end>(?: thereto)?)(?= )(?!{_TO} §)"
)
_COORDINATED = re.compile(r"(?: ,|(?P<and> (?:and|or|&|/|y|et)))(?: to)?(?: the)? §(?P<treaty>\d+)(?= )")
_COORDINATED_BEFORE = re.compile(r"§(?P<treaty>\d+)(?: (?:,|and|or|&|/|to|the|as|well|both|y|et|e))+ $")
_SECOND = ("second", "2nd", "deuxieme", "segundo")
_FIRST = ("first", "1st", "premier", "primer")
_TWO = ("two", "both", "deux", "dos", "ambos")
_THREE = ("three", "trois", "tres")
_ABOUT: Final = {
    "ICCPR-OP2": r"death penalty|capital punishment|peine de mort|pena de muerte",
    "CRC-OP-AC": r"armed conflicts?|child soldiers?|conflits? armes?|conflictos? armados?",
    "CRC-OP-SC": r"sale of (?:the )?child(?:ren)?(?:(?: ,| and)+ (?:of )?child prostitution)?"
    r"(?:(?: ,| and)+ (?:child )?pornography)?|child prostitution(?:(?: ,| and)+ (?:child )?pornography)?"
    r"|child pornography|vente d ' enfants|venta de ninos",
    "CRC-OP-IC": r"communications? procedures?|individual complaints?|complaints? procedures?"
    r"|presentation de communications|procedimiento de comunicaciones",
    "Trafficking-P": r"(?:human )?trafficking(?: in (?:persons|human beings))?",
    "Smuggling-P": r"smuggling of migrants",
}
"""What the protocols of one treaty are told apart by."""
_MATTER = re.compile("|".join(f"(?P<p{number}>{pattern})" for number, pattern in enumerate(_ABOUT.values())))
_LEADING = re.compile(
    r"(?: (?:(?<!and )to abolish|,|\(|\)|-|on|the|of|to|a|an|in|at|and|or|for|with|by|from|upon|concerning|regarding"
    r"|relating|related|about|aim|aims|aimed|aiming|view|abolition|abolishing|fully|total|elimination|eliminating|involvement|use"
    r"|participation|rights|children|child|recruitment|establishing|providing|first|second|respectively|as|well|one"
    r"|thereto|prevent|suppress|punish|prosecute|combat|against|especially|women|persons|2000|sur|la|le|les|de|del|sobre|relatif|relativo"
    r"|el|los|visant|destinado|abolir|abolicion|l|'|d|implication|enfants|dans|concernant|ninos|participacion|en))* "
)
"""What may stand between a protocol's name and its matter."""
_BARE = re.compile(rf"(?<= ){_WHICH}{_NAME.format(1)}(?= )")

_Found = tuple[tuple[str, ...], int, int]
"""Protocols, and where in the line their name begins and ends."""


def protocols(read: Skeleton) -> list[Mention]:
    """Every protocol so named; a mention without any IRI is a protocol nobody can tell."""
    if "protocol" not in read.line and " op " not in read.line:
        return []
    found: list[Mention] = []
    taken: list[range] = []
    for iris, begin, end in (*_before(read), *_after(read), *_bare(read)):
        first, last = read.words(begin, end)
        if not any(first < span.stop and span.start < last for span in taken):
            taken.append(range(first, last))
            found += [Mention(frozenset((iri,)), first, last) for iri in iris] or [Mention(frozenset(), first, last)]
    return found


def _before(read: Skeleton) -> Iterator[_Found]:
    """`the Optional Protocol to the Covenant`; of several treaties each has its own: `Protocols to ICESCR and CRPD`."""
    for match in _BEFORE.finditer(read.line):
        if not _is_name(read, match):
            continue
        treaty, end = _treaty(read, match["treaty"]), match.end()
        if treaty is None:
            continue
        if match["again"] and _treaty(read, match["again"]) != treaty:
            end = read.line.index(" ", match.start("treaty"))
        iris, end = _which(read, treaty, match, end)
        further = [] if match["which"] else list(_further(read, end))
        several = len(vocabulary().protocols.get(treaty, ())) > 1
        # "Optional Protocols to ICCPR and CAT": one of the first and one of the second, or both of the first?
        yield (() if several and further and _many(match) else iris), match.start(), end
        for other, begin, last in further if _many(match) else further[:1]:
            # of "the Optional Protocol to ICESCR and CRPD" nobody can say whether the CRPD or its protocol is meant
            yield (_only(other) if _many(match) and not several else ()), begin, last


def _further(read: Skeleton, end: int) -> Iterator[tuple[str, int, int]]:
    """The treaties with protocols that follow in one list, and where they stand."""
    while following := _COORDINATED.match(read.line, end):
        treaty = _treaty(read, following["treaty"])
        if treaty is None or not vocabulary().protocols.get(treaty):
            return
        end = following.end()
        yield treaty, end - len(f"§{following['treaty']}"), end
        if following["and"]:
            return


def _after(read: Skeleton) -> Iterator[_Found]:
    """`CRPD and its Optional Protocol`: the treaty stays named, its protocol is named beside it."""
    for match in _AFTER.finditer(read.line):
        treaty = _treaty(read, match["treaty"])
        if treaty is None or not vocabulary().protocols.get(treaty) or not _is_name(read, match):
            continue
        begin = match.start() + len(f"§{match['treaty']}")
        iris, end = _which(read, treaty, match, match.end(), own=True)
        if "their" in (match["its"] or "") or "respective" in (match["its"] or ""):
            iris += tuple(iri for other in _coordinated(read, match.start()) for iri in _only(other))
        yield iris, begin, end


def _coordinated(read: Skeleton, end: int) -> Iterator[str]:
    """The treaties of a list that ends at a place of the line."""
    while found := _COORDINATED_BEFORE.search(read.line, 0, end):
        treaty = _treaty(read, found["treaty"])
        if treaty is None:
            return
        yield treaty
        end = found.start()


def _is_name(read: Skeleton, match: re.Match[str]) -> bool:
    """`OP` is a protocol in capitals only."""
    if not re.search(r"(?:^| )op(?: |$)", match[0]):
        return True
    return "OP" in read.told.printed(*read.words(match.start(), match.end()))


def _treaty(read: Skeleton, number: str) -> str | None:
    """The one treaty that a mention can be."""
    treaties = read.mentions[int(number)].iris & vocabulary().treaties
    return min(treaties) if len(treaties) == 1 else None


def _only(treaty: str) -> tuple[str, ...]:
    found = vocabulary().protocols.get(treaty, ())
    return found if len(found) == 1 else ()


def _many(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("s1", "t1", "u1", "v1"))


def _which(
    read: Skeleton, treaty: str, match: re.Match[str], end: int, *, own: bool = False
) -> tuple[tuple[str, ...], int]:
    """The protocols of a treaty that are meant, and where the words end that say so."""
    every = vocabulary().protocols.get(treaty, ())
    about, told = _about(read, end)
    meant = tuple(iri for iri in about if iri in every)
    if meant:
        return meant, end if match["which"] in _SECOND else told
    if about and own:  # another treaty's: `CED and the Optional Protocol on the death penalty`
        return (), end
    if len(every) == 1:
        return every if match["which"] not in (*_SECOND, *_THREE) else (), end
    open_ = own or re.search(_ABOUT["ICCPR-OP2"], read.line) is not None
    return _counted(treaty, every, match, open_=open_), end


def _counted(treaty: str, every: tuple[str, ...], match: re.Match[str], *, open_: bool) -> tuple[str, ...]:
    """Told by number. The ICCPR has two, the first of which bears no number in its title; the CRC has three, two of
    them of one day, which are called both or two."""
    which = match["which"] or {"1": "first", "2": "second", "i": "first", "ii": "second"}.get(match["number"] or "", "")
    if treaty == terms.treaty("CRC"):
        if which in _THREE:
            return every
        return tuple(iri for iri in every if not iri.endswith("OP-IC")) if which in _TWO else ()
    if treaty != terms.treaty("ICCPR"):
        return ()
    if which in _TWO or match["also"] or (_many(match) and not which):
        return every
    if which in _SECOND:
        return every[1:]
    # "its optional protocol" may be either, and so may one beside words on the death penalty
    return every[:1] if which in _FIRST or not (which or open_) else ()


def _about(read: Skeleton, end: int) -> tuple[tuple[str, ...], int]:
    """The protocols whose matter is told right behind a name, and where the words end that tell it."""
    found: dict[str, int] = {}
    place = end
    while (leading := _LEADING.match(read.line, place)) and (matter := _MATTER.match(read.line, leading.end())):
        notation = list(_ABOUT)[int(str(matter.lastgroup)[1:])]
        place = found[terms.treaty(notation)] = matter.end()
    return tuple(found), place


def _bare(read: Skeleton) -> Iterator[_Found]:
    """`the Optional Protocol on the sale of children`: told by its matter alone; `the Second Optional Protocol`, where
    the text speaks of the death penalty."""
    for match in _BARE.finditer(read.line):
        about, end = _about(read, match.end())
        told = read.line[match.start() : end]
        if about and "complaint" not in told and ("optional" in match[0] or "facultati" in match[0]):
            yield about, match.start(), end
        elif match["which"] in _SECOND and "optional" in match[0] and re.search(_ABOUT["ICCPR-OP2"], read.line):
            yield (terms.treaty("ICCPR-OP2"),), match.start(), match.end()
