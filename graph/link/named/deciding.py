"""Whether a short name that a treaty and its body share (`CRC`, `CEDAW`) is the one or the other.

Told by the words around: what is ratified, has articles and binds is a treaty; what recommends, is reported to or has
members is a body. Names in one list are of one sort. Where the words around do not tell, neither is named.
"""

import re
from collections.abc import Sequence
from typing import Final

from graph.link.named.skeleton import Skeleton
from graph.link.named.vocabulary import Mention, vocabulary

_LIST = re.compile(
    r"(?: (?:,|;|and|or|/|&|-|et|y|e|ou|o|also|as|well|both|the|to|la|le|el|los|las|l|'|a|au|al|de|of|with|un|united"
    r"|nations|international|their|core|\( [^()§]* \)|\)|\())*"
)
"""What may stand between two names of one list."""
_SKIPPED = re.compile(
    r"(?<= )(?:(?:to|of|the|with|by|from|in|into|on|for|as|such|and|or|its|it|their|under|un|united|nations"
    r"|international|all|main|core|following|remaining|other|including|inter|alia|namely|like|eg|e|g|la|le|l|el|los|las|de|del|du|al"
    r"|au|a|d|,|:|\(|'|\.|-|/|both|yet|also|set|out|forth|well|particular|particularly|especially|full|fully|soon"
    r"|possible|promptly|made|process|\w+ly) )+$"
)
_CONTENT = re.compile(r"([^ ]+) $")
_TREATY_BEFORE = re.compile(
    r"ratif\w+|sign|signs|signing|signed|signatory|signature|acced\w+|accession|adher\w+|party|parties|join\w*"
    r"|denounc\w+|incorporat\w+|domesticat\w+|transpos\w+|reservations?|declarations?|obligations?|commitments?|provisions?"
    r"|articles?|arts?|principles?|standards?|norms?|requirements?|implementation|implement\w*|compl[iy]\w*"
    r"|conform\w*|accordance|consisten\w+|compatib\w+|line|harmon\w+|align\w*|violat\w+|contrary|breach\w*"
    r"|contravention|enforc\w+|apply|application|pursuant|spirit|letter|purpose|adoption|adopt\w*|withdraw\w*"
    r"|conventions?|treaty|treaties|instruments?|covenants?|rights|enshrined|guaranteed|recogni[sz]ed|contained"
    r"|ratifier|adherer|signer|ratificar|adherirse|firmar|conformite|conformement|conformidad|definition|defined"
    r"|bound|regulated|provided|participation|approv\w+|subscrib\w+|translat\w+|disseminat\w+|integrat\w+|knowledge|awareness|fulfil\w*|honou?r\w*"
)
_BODY_BEFORE = {
    "by of from and": re.compile(
        r"recommend\w*|observations?|concern\w*|comments?|request\w*|urged|noted|raised|issued|expressed|opinions?|views"
        r"|jurisprudence|decisions?|members?|sessions?|examin\w+|questions?|conclusions?|findings?|communications?|heard"
        r"|suggest\w*|formulated|advised|called|recommandations?|recomendaciones|presid\w+"
    ),
    "to": re.compile(r"report|reports|reporting|reported|submi\w+|respon\w+|repl\w+|present\w*"),
    "with": re.compile(r"cooperat\w*|collaborat\w*|engag\w+|dialogue"),
    "as including like": re.compile(r"committees?|bodies|mechanisms?"),
}
"""Words that body names follow, by the small word between: one reports to a body, but "reporting of CEDAW" is open."""
_SMALL = re.compile(r" (by|of|from|to|with|as|including|like|on|in|under|for|about)(?= )")
_BODY_AFTER = re.compile(
    r"(?: ' s?)?(?: general| concluding| final| previous| recent| main| key| relevant)*"
    r" (?:recommend\w*|observations?|comments?|committee|members?|experts?|session|conclusions?|concerns?"
    r"|(?:(?:has|had|also) )*(?:noted|urged|expressed|regretted|encouraged|welcomed|called|requested|concluded)"
    r"|(?:was|remained|remains|is) (?:also |further |deeply )*concerned)\b"
)
_TREATY_AFTER = re.compile(
    r"(?: ' s?)?(?: , in particular| in particular| ,)*(?: its| the| \()?(?: and (?:its|their|the))?"
    r"(?: first| second| both| two)?"
    r" (?:optional protocols?|articles?|arts?|provisions?|obligations?|reservations?|convention|standards?|principles?"
    r"|commitments?|ratification|requirements?|protocols?|framework)\b"
)

_ARTICLES_OF = re.compile(r" (?:articles?|arts?)(?: (?:\d{1,3}|\w{1,2}|\(|\)|,|\.|and|paragraphs?|the|under))+ $")
_BINDING = re.compile(
    r" (?:compl[iy]\w*|conform\w*|harmon\w+|accord\w*|consisten\w+|compatib\w+|align\w*|line|keeping|reservations?)"
    r"(?: (?!recommend|observ|report|committee|comment|view)[a-z]+){0,7} (?:with|to) (?:the )?$"
)
"""`the compliance of its laws with CEDAW`."""

_REACH: Final = 240
"""Letters before a name that are looked at."""


def decided(read: Skeleton) -> list[Mention]:
    """The mentions, each with the one thing that it names; those that cannot be told are left out."""
    found: list[Mention] = []
    for group in _lists(read):
        sort = _sort(read, group)
        for number in group:
            mention = read.mentions[number]
            iris = mention.iris & sort if len(mention.iris) > 1 else mention.iris
            if len(iris) == 1:
                found.append(Mention(iris, mention.first, mention.last, mention.short))
    return found


def _lists(read: Skeleton) -> list[list[int]]:
    """The numbers of the mentions, those that stand in one list together."""
    groups: list[list[int]] = []
    for number in range(len(read.mentions)):
        if groups:
            between = read.line[read.places[groups[-1][-1]][1] : read.places[number][0]].rstrip()
            if _LIST.fullmatch(between):
                groups[-1].append(number)
                continue
        groups.append([number])
    return groups


def _sort(read: Skeleton, group: Sequence[int]) -> frozenset[str]:
    """The treaties or the bodies, whichever a list is of; nothing if it cannot be told."""
    if all(len(read.mentions[number].iris) == 1 for number in group):
        return frozenset()
    known = vocabulary()
    sure = [read.mentions[number].iris for number in group if len(read.mentions[number].iris) == 1]
    treaties = any(iris <= known.treaties for iris in sure)
    bodies = any(iris <= known.bodies for iris in sure)
    if treaties != bodies:
        return known.treaties if treaties else known.bodies
    return _around(read, group)


def _around(read: Skeleton, group: Sequence[int]) -> frozenset[str]:
    known = vocabulary()
    ends = [read.places[number][1] for number in group]
    if any(_BODY_AFTER.match(read.line, end) for end in ends):
        return known.bodies
    if any(_TREATY_AFTER.match(read.line, end) for end in ends):
        return known.treaties
    begin = read.places[group[0]][0]
    left = read.line[max(0, begin - _REACH) : begin]
    if left.endswith((" under ", " under the ")) or _ARTICLES_OF.search(left) or _BINDING.search(left):
        return known.treaties
    bare = _SKIPPED.sub("", left)
    content = _CONTENT.search(bare)
    word = content[1] if content else ""
    if _TREATY_BEFORE.fullmatch(word):
        return known.treaties
    between = _SMALL.findall(left[len(bare) - 1 :])
    told = any(
        words.fullmatch(word) for small, words in _BODY_BEFORE.items() if between and between[-1] in small.split()
    )
    return known.bodies if told else frozenset()
