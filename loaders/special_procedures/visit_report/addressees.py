"""Who is asked in a visit report: the State, or somebody else whom the sentence or the heading above it names."""

import re
from typing import Final

from graph import states

_ASKED = re.compile(
    r"\b(?:recommend(?:s|ed)?|urges?|calls? (?:up)?on|encourages?|invites?|requests?|appeals? to|exhorts?|asks?)\s+"
    r"(?:also\s+)?(?:that\s+)?(?P<who>[^:;]{2,160}?)"
    r"(?=\s+(?:to|should|must|take|adopt|ensure|provide|continue|support|consider|be|and to)\b|[:;.]|$)"
)
_MADE = re.compile(
    r"\brecommendations? (?:\w+ ){0,3}(?:made|addressed|directed|offered) to (?P<who>[^:;.]{2,120})", re.I
)
_SHOULD = re.compile(
    r"^(?:[^,]{0,80}, )?(?P<who>[^,:;]{2,120}?) (?:should|must|needs? to|could|is (?:urged|encouraged) to)\b"
)
_HEADING = re.compile(r"^(?:Recommendations? )?(?:addressed |directed )?(?:to|for|concerning) (?P<who>.+)$", re.I)
_OTHER_STATES = re.compile(
    r"\b(?:other|third|neighbouring|donor|member|home|foreign|sending|receiving|all|partner)[\s\-]"
    r"(?:States|countries|Governments)\b|\bStates of (?:origin|destination|transit)\b|\bdonors?\b",
    re.I,
)
_STATE = re.compile(
    r"\b(?:Government|State(?! of (?:origin|destination))|authorit|Parliament|Ministr|Minister|judiciary|judges"
    r"|legislat|National Assembly|Congress|Senate|police|prosecut|prison service|armed forces|courts?\b"
    r"|municipal|provincial|Gouvernement|État|autorités|Gobierno|Estado|autoridades)",
    re.I,
)
_OTHERS: Final = re.compile(
    r"\b(?:international community|United Nations|UN |OHCHR|UNDP|UNICEF|UNHCR|country team|agenc(?:y|ies)"
    r"|civil society|non-governmental|NGOs?\b|business|compan(?:y|ies)|corporat|private sector|investors?|banks?\b"
    r"|employers|financial institutions?|World Bank|Monetary Fund|European Union|African Union|Council of Europe"
    r"|development partners"
    r"|media\b|journalists|trade unions?|religious (?:leaders|communities)|traditional leaders|political parties"
    r"|national human rights (?:institution|commission)|Human Rights Commission|Ombuds|lawyers|bar association"
    r"|universities|academi|armed groups?|communaut\w+ internationale|Nations Unies|société civile|entreprises"
    r"|comunidad internacional|Naciones Unidas|sociedad civil|empresas|other stakeholders?)",
    re.I,
)


def addressee(sentence: str, heading: str, state: str) -> str:
    """Who is asked where it is not the State; empty where the State is, alone or among others, or nobody is named.

    `state` is the State visited: its name in the sentence means the State itself.
    """
    for told in (_named(sentence), _under(heading)):
        if told:
            if _is_state(told, state):
                return ""
            if _OTHERS.search(told) or _OTHER_STATES.search(told):
                return re.sub(r"^(?:the|all|its|les|la|el|los)\s+", "", told, flags=re.I).strip(" ,")
    return ""


def _named(sentence: str) -> str:
    """Whom a sentence asks, in its own words."""
    asked = _MADE.search(sentence) or _ASKED.search(sentence) or _SHOULD.search(sentence)
    return asked["who"] if asked else ""


def _under(heading: str) -> str:
    """Whom a heading speaks to: `Recommendations to the international community`, `United Nations country team`."""
    found = _HEADING.match(heading)
    return found["who"] if found else heading


def _is_state(told: str, state: str) -> bool:
    rest = _OTHER_STATES.sub("", told)
    if any(mention.state == state for mention in states.mentions(rest)) and not _OTHERS.search(rest):
        return True
    return bool(_STATE.search(rest))
