"""Whether a sentence asks or is concerned, in English, French and Spanish, by the words committees and experts use."""

import re
from dataclasses import dataclass
from typing import Final

_SENTENCE = re.compile(
    r"(?<!\bNo\.)(?<!\bNos\.)(?<!\bart\.)(?<!\barts\.)(?<!\bpara\.)(?<!\bparas\.)(?<!\bMr\.)"
    r"(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bvol\.)(?<!\bpárr\.)(?<!\bpar\.)"
    r"(?:(?<=[.?!])|(?<=[.?!][”\"’»)\]]))\s+(?=[“\"«¿(\[]?[A-ZÀ-ÖØ-Þ])"
)
_CLAUSE = re.compile(r"[,;:]\s")
_RELATIVE = re.compile(r"\b(?:which|who|whom|whose|qui|lesquel\w+|cual\w*|quien\w*)\b", re.I)
"""`areas in respect of which measures must be taken` asks for nothing by itself."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's words: `asks` in any sentence, `should` where nothing is observed, `observes`, `concern`."""

    asks: re.Pattern[str]
    should: re.Pattern[str]
    observes: re.Pattern[str]
    concern: re.Pattern[str]


_WHO = r"(?:Committee|Subcommittee|Rapporteurs?|Experts?|Working Group|Representative|[Ss]he|[Hh]e|[Ii]t|[Tt]hey|I)"
_VERBS = (
    r"(?:recommends?|urges?|calls? (?:up)?on|encourages?|requests?|invites?|exhorts?|appeals? to|suggests?|advises?"
    r"|reiterates? (?:its|the|his|her) [^.;,]{0,60}\b(?:recommendations?|call|request|appeal)|calls for)"
)
_STATE = r"(?:States? part(?:y|ies)|Government|the State|authorities|Parliament|legislature|ministr(?:y|ies))"
_NOT_BETWEEN = r"(?:(?!\b(?:that|which|who|notes|welcomes|regrets|concerned|State party|Government)\b)[^.;]){0,200}?"

_ENGLISH: Final = _Words(
    asks=re.compile(
        rf"\b{_VERBS}\b[^.;]{{0,60}}?\b{_STATE}\b"
        rf"|\b{_WHO}\b{_NOT_BETWEEN}\b{_VERBS}\b"
        rf"|\b{_WHO}, [^;]{{1,600}}?, (?:\w+ )?{_VERBS}\b"
        rf"|\b(?:is|are) (?:\w+ )?(?:urged|encouraged|requested|invited|called upon|recommended) to\b"
        r"|\b[Ii]t (?:would be|is) (?:desirable|advisable|recommended|suggested)\b"
        rf"|\b{_WHO}\b{_NOT_BETWEEN}\b(?:hopes|trusts|would welcome|expresses the hope|would appreciate)\b"
    ),
    should=re.compile(r"(?<!which )(?<!who )(?<!that )\b(?:should|must|needs? to|is obliged to|shall)\b"),
    observes=re.compile(
        rf"\b{_WHO}\b[^.;]{{0,120}}?\b(?:notes|concerned|regrets|deplores|welcomes|observes|acknowledges|appreciates"
        r"|commends"
        r"|finds|alarmed|takes note|was (?:told|informed)|(?:heard|received|learn(?:ed|t)))\b"
        r"|\b(?:expresses|with) concern\b"
    ),
    concern=re.compile(
        r"\b(?:is|are|remains?|am|be|also|deeply|gravely|particularly|especially|seriously|further|very|equally|still)"
        r" concerned\b|\bconcerns? (?:about|at|that|over|with|by|regarding|in relation|relating|as)\b"
        r"|\b(?:express(?:es|ed)?|reiterates?|shares?) (?:its|his|her|the|serious|deep|grave|great|particular|some)? ?"
        r"(?:\w+ )?concern|\bwith (?:\w+ )?concern\b|\bregrets?\b|\bdeplores?\b|\balarm(?:ed|ing)\b|\bdisturbed\b"
        r"|\bdismay|\bworr(?:ied|ying)\b|\bmatter of concern\b|\bpreoccup|\bwith regret\b"
        r"|\bfinds it (?:difficult|regrettable)"
    ),
)
_FRENCH: Final = _Words(
    asks=re.compile(
        r"\b(?:recommande|engage|invite|encourage|exhorte|prie|suggère|demande|appelle|réitère (?:sa|ses|son)"
        r" [^.;,]{0,40}(?:recommandations?|appel)|rappelle (?:sa|ses) recommandations?|souhaite)\b[^.;]{0,80}?"
        r"\b(?:État|Etat|Gouvernement|autorités)\b"
        r"|\b(?:est|sont) (?:invitée?s?|encouragée?s?|priée?s?|engagée?s?) (?:à|de)\b",
        re.I,
    ),
    should=re.compile(r"(?<!qui )\b(?:devra(?:it|ient|)|doit|doivent|est tenu de)\b", re.I),
    observes=re.compile(
        r"\b(?:préoccup|s.inquiète|note|regrette|constate|se félicite|déplore|relève|prend(?: \w+)? note"
        r"|accueille|observe)",
        re.I,
    ),
    concern=re.compile(r"\bpréoccup|\binqui(?:ète|et|étude)|\bregrette|\bdéplore|\balarm", re.I),
)
_SPANISH: Final = _Words(
    asks=re.compile(
        r"\b(?:recomienda|insta|exhorta|alienta|anima|pide|solicita|invita|sugiere|urge|reitera (?:su|sus|la)"
        r" [^.;,]{0,40}(?:recomendaci|llamamiento))[^.;]{0,80}?\b(?:Estado|Gobierno|autoridades)\b",
        re.I,
    ),
    should=re.compile(r"(?<!que )\bdeb(?:e|en|erá|erán|ería|erían)\b", re.I),
    observes=re.compile(
        r"\b(?:preocup|observa|lamenta|toma nota|acoge|celebra|deplora|inquiet|señala|advierte|encomia)", re.I
    ),
    concern=re.compile(r"\bpreocup|\binquiet|\blamenta|\bdeplora|\balarm", re.I),
)
_LANGUAGES: Final = {"en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH}
LANGUAGES: Final = frozenset(_LANGUAGES)
"""The languages whose words are known."""


def sentences(text: str) -> list[str]:
    """The sentences of a text; `No. 4`, `art. 5` and `para. 3` end none."""
    return [one.strip() for one in _SENTENCE.split(text) if one.strip()]


def asks(text: str, language: str) -> bool:
    """Whether any sentence asks something of somebody. Raises KeyError for a language that is not known."""
    return any(asks_in(one, language) for one in sentences(text))


def asks_in(sentence: str, language: str) -> bool:
    words = _LANGUAGES[language]
    if words.asks.search(sentence):
        return True
    for found in words.should.finditer(sentence):
        clause = _CLAUSE.split(sentence[: found.start()])[-1]
        if not _RELATIVE.search(clause):
            return not words.observes.search(sentence, 0, found.start())
    return False


def concerned(text: str, language: str) -> bool:
    """Whether a text says that something is amiss. Raises KeyError for a language that is not known."""
    return bool(_LANGUAGES[language].concern.search(text))
